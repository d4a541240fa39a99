package org.selfstab.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.selfstab.shell.RunningCommand;

/** Runs the commands of its clients, one after the other. */
public final class CommandServer {

    /** How often a server without work looks for what a killed client has left. */
    private static final Duration ROUND = Duration.ofSeconds(5);

    /** The program. */
    public interface Commands {

        /**
         * Runs a command and returns its exit status.
         *
         * @param inTerminal whether a person sees its output
         */
        int run(boolean inTerminal, PrintWriter out, PrintWriter err, List<String> arguments);
    }

    private final ServerFolder folder;
    private final Commands commands;
    private final RunningCommand running;
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private volatile boolean ended;

    /**
     * A server that has no clients yet.
     *
     * @param end ends the process, when a command is interrupted twice
     */
    public CommandServer(ServerFolder folder, Commands commands, Runnable end) {
        this.folder = folder;
        this.commands = commands;
        this.running = new RunningCommand(end);
    }

    /**
     * Serves until it is told to stop, or until no command has come for a while.
     *
     * @param program the jar that the server runs, as its clients name it
     * @param ready called when clients may come
     */
    public void serve(String program, Duration idle, Runnable ready) throws IOException, InterruptedException {
        try (RequestPipe pipe = folder.open(program)) {
            Thread listener = new Thread(() -> listen(pipe), "selfstab-requests");
            listener.setDaemon(true);
            listener.start();
            ready.run();
            while (next(idle)) {
                answer();
            }
            ended = true;
            pipe.add(Request.STOP);
            listener.join();
        }
    }

    /** Takes requests out of the pipe until the end, also while a command runs, which may be interrupted after the server was told to stop. */
    private void listen(RequestPipe pipe) {
        try {
            while (!ended) {
                Request request = pipe.next();
                if (request == Request.INTERRUPT) {
                    running.interrupt();
                } else {
                    requests.add(request);
                }
            }
        } catch (IOException broken) {
            requests.add(Request.STOP);
        }
    }

    /** Waits for a request and tells whether it is for a command. */
    private boolean next(Duration idle) throws IOException, InterruptedException {
        Request request = null;
        for (long waited = 0; request == null && waited < idle.toNanos(); waited += ROUND.toNanos()) {
            folder.removeKilledClient();
            request = requests.poll(Math.min(ROUND.toNanos(), idle.toNanos() - waited), TimeUnit.NANOSECONDS);
        }
        return request == Request.RUN;
    }

    private void answer() throws IOException {
        Optional<Client> client = folder.client();
        Optional<Call> call = client.isPresent() ? client.get().take() : Optional.empty();
        if (call.isPresent()) {
            answer(call.get(), client.get());
        }
    }

    private void answer(Call call, Client client) throws IOException {
        try {
            if (folder.makesFilesAs(client)) {
                run(call, client);
            } else {
                folder.refuse(call);
            }
        } catch (NoSuchFileException removedByHand) {
            folder.refuse(call);
        }
    }

    private void run(Call call, Client client) throws IOException {
        folder.tell(call, Integer.toString(status(call, client)));
    }

    /** An interrupt that comes after the client was told of the beginning finds the command running. */
    private int status(Call call, Client client) throws IOException {
        try (PrintWriter out = client.out();
                PrintWriter err = client.err()) {
            return running.run(() -> {
                folder.tell(call, "begun");
                return commands.run(call.inTerminal(), out, err, call.arguments());
            });
        }
    }
}
