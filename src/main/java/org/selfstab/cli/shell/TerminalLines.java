package org.selfstab.cli.shell;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;

/**
 * Lines typed in a terminal, with editing, completion, and a history that is forgotten at the end. Ctrl-C discards the line being typed; while a
 * command runs, it interrupts it, and a second time it ends the program.
 */
public final class TerminalLines implements LineSource {

    private static final String PROMPT = "selfstab> ";

    private final Terminal terminal;
    private final LineReader reader;
    private final Completion completion;
    private final RunningCommand running;

    /**
     * Lines of a terminal.
     *
     * @param end ends the program
     */
    public TerminalLines(Terminal terminal, Completion completion, Runnable end) {
        this.terminal = terminal;
        this.completion = completion;
        this.running = new RunningCommand(end);
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("selfstab")
                .completer(this::complete)
                // otherwise a ! asks for an earlier line
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        terminal.handle(Terminal.Signal.INT, signal -> running.interrupt());
    }

    /**
     * Lines of the terminal in which the program runs.
     *
     * @param end ends the program
     */
    public static TerminalLines ofSystem(Completion completion, Runnable end) throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .system(true)
                // by the system's own stty where there is one, without a native library
                .providers("exec,jni")
                .dumb(true)
                .nativeSignals(true)
                .build();
        // JLine does the same by itself, but not in a terminal without capabilities
        Signals.register("INT", () -> terminal.raise(Terminal.Signal.INT));
        return new TerminalLines(terminal, completion, end);
    }

    @Override
    public Optional<String> next() {
        try {
            return Optional.of(reader.readLine(PROMPT));
        } catch (UserInterruptException discarded) {
            return Optional.of("");
        } catch (EndOfFileException over) {
            return Optional.empty();
        }
    }

    private void complete(LineReader lineReader, ParsedLine line, List<Candidate> candidates) {
        completion.candidates(line.words(), line.wordIndex()).forEach(word -> candidates.add(new Candidate(word)));
        if (candidates.isEmpty()) {
            FileNames.beginningWith(line.word()).forEach(name -> candidates.add(ofFile(name)));
        }
    }

    /** What is in a folder may follow its name at once. */
    private static Candidate ofFile(String name) {
        return new Candidate(name, name, null, null, null, null, !name.endsWith("/"));
    }

    @Override
    public String error(int line, LineException wrong) {
        return "column " + wrong.column() + ": " + wrong.getMessage();
    }

    @Override
    public String ended(int line, int column, int status) {
        return "exit status " + status;
    }

    @Override
    public int run(IntSupplier command) {
        return running.run(command);
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }

    /** The files that a word may become. */
    static final class FileNames {

        private FileNames() {}

        /** The names in the folder of a path that has been begun, as paths; those of folders end with a slash, and hidden ones are left out until their dot is there. */
        static List<String> beginningWith(String begun) {
            String folder = begun.substring(0, begun.lastIndexOf('/') + 1);
            boolean hidden = begun.startsWith(".", folder.length());
            List<String> names = new ArrayList<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder.isEmpty() ? "." : folder))) {
                for (Path file : files) {
                    String name = file.getFileName().toString();
                    if (hidden == name.startsWith(".")) {
                        names.add(folder + name + (Files.isDirectory(file) ? "/" : ""));
                    }
                }
            } catch (IOException | DirectoryIteratorException | InvalidPathException noFolder) {
                return List.of();
            }
            return names;
        }
    }

    /** The command that runs now, of many that a process runs one after the other: an interrupt ends it, and a second one the process. */
    private static final class RunningCommand {

        private final Runnable end;
        private Optional<Thread> running = Optional.empty();
        private boolean interrupted;

        /**
         * No command yet.
         *
         * @param end ends the process
         */
        RunningCommand(Runnable end) {
            this.end = end;
        }

        /** Runs a command in the calling thread and returns its exit status. */
        int run(IntSupplier command) {
            begin();
            try {
                return command.getAsInt();
            } finally {
                finish();
            }
        }

        private synchronized void begin() {
            running = Optional.of(Thread.currentThread());
            interrupted = false;
        }

        private synchronized void finish() {
            running = Optional.empty();
            // an interrupt that came too late is not for the next command
            Thread.interrupted();
        }

        /** Interrupts the thread of the command, or ends the process if it is interrupted already; without a command nothing happens. */
        synchronized void interrupt() {
            if (interrupted && running.isPresent()) {
                end.run();
            }
            running.ifPresent(Thread::interrupt);
            interrupted = true;
        }
    }
}
