package org.selfstab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.selfstab.server.CommandServer;
import org.selfstab.server.ServerFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code selfstab serve}: a process that runs the commands of the folder in which it was started. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Stays, and runs the commands that are given in this folder while it is there: they do not wait for Java to start and to compile"
                    + " the program. Before it is ready it verifies a small problem some times, which takes a few seconds.",
            "The commands are given as always, selfstab verify ... in another terminal, a Makefile or an editor, and print and end as always; Ctrl-C ends"
                    + " them at their next step, and a second one the server too. One command runs at a time; one that comes meanwhile"
                    + " is a process of its own, as is one of another installation or with SELFSTAB_JAVA_OPTIONS set.",
            "Only the launcher script finds the server, by the folder .selfstab-server, and only on systems with named pipes and GNU's dd; elsewhere"
                    + " each command stays a process of its own."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  selfstab serve &",
            "  selfstab verify examples/sharp-valley.toml --set epsilon=1e-6",
            "  selfstab serve --stop"
        })
final class ServeCommand implements Callable<Integer> {

    private static final Path HERE = Path.of("");

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Main program;

    @Option(names = "--stop", description = "End the server of this folder, after the command that it runs.")
    private boolean stop;

    @Option(
            names = "--idle",
            paramLabel = "MINUTES",
            defaultValue = "60",
            description =
                    "End when no command has come for so many minutes, from 1 to 10080 (default: ${DEFAULT-VALUE}).")
    private int idle;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (stop) {
            ServerFolder.stop(HERE);
        } else {
            serve();
        }
        return ExitStatus.HOLDS;
    }

    private void serve() throws IOException, InterruptedException {
        if (idle < 1 || idle > Duration.ofDays(7).toMinutes()) {
            throw new ParameterException(spec.commandLine(), "--idle " + idle + ": give 1 to 10080 minutes");
        }
        if (program.input().isEmpty()) {
            throw new InputException(
                    "selfstab serve: a server needs a process of its own; start it outside of the shell");
        }
        try (ServerFolder folder = ServerFolder.take(HERE)) {
            removeWhenKilled(folder);
            WarmUp.run();
            new CommandServer(folder, ServeCommand::run, () -> System.exit(ExitStatus.INTERRUPTED))
                    .serve(System.getProperty("java.class.path"), Duration.ofMinutes(idle), this::tellReady);
        }
    }

    private static void removeWhenKilled(ServerFolder folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                folder.close();
            } catch (IOException left) {
                // for the next server to remove
            }
        }));
    }

    private void tellReady() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("ready for commands in this folder; Ctrl-C or selfstab serve --stop ends this");
        out.flush();
    }

    private static int run(boolean inTerminal, PrintWriter out, PrintWriter err, List<String> arguments) {
        return Main.run(inTerminal ? Ansi.ON : Ansi.OFF, out, err, arguments.toArray(String[]::new));
    }
}
