package org.selfstab.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.selfstab.cli.shell.Completion;
import org.selfstab.cli.shell.LineSource;
import org.selfstab.cli.shell.StreamLines;
import org.selfstab.cli.shell.TerminalLines;
import org.selfstab.vocabulary.SelfstabException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code selfstab shell}: many commands in one process. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Reads commands from the terminal or from standard input, one on each line, without the word selfstab before them,"
                    + " and runs them one after the other in one process: from the second on they do not wait for Java to start.",
            "Words are quoted as in a POSIX shell, # begins a comment; exit, quit or the end of input ends the shell. There are no"
                    + " variables, patterns of file names, pipes and redirections: | & ; < > $ ` without quotes are errors, * ? [ too,"
                    + " except after an = in a word, as in --set beta=2*eta.",
            "In a terminal, the tab key completes commands, options and file names. Ctrl-C ends the command that runs, at its next step"
                    + " and with its unfinished files removed; where a command has no steps (recheck, or drawing figures), Ctrl-C once more"
                    + " ends the shell. What was typed is forgotten at the end.",
            "An exit status other than 0 is reported on standard error with its line. The shell's own is the worst of its commands': 130 (one"
                    + " was interrupted) before 70, 2, 1, 3 and 0."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  selfstab shell <<'END'",
            "  verify examples/sharp-valley.toml --set epsilon=1e-3",
            "  verify examples/sharp-valley.toml --set epsilon=1e-4",
            "  END"
        })
final class ShellCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Main program;

    @Option(names = "--stop", description = "End at the first command whose exit status is not 0.")
    private boolean stop;

    @Override
    public Integer call() throws IOException {
        InputStream input = program.input()
                .orElseThrow(() -> new SelfstabException(
                        "selfstab shell: a shell cannot run within a shell", "give the commands to this one"));
        try (LineSource lines = linesOf(input)) {
            return new ShellSession(
                            lines,
                            spec.commandLine().getOut(),
                            spec.commandLine().getErr(),
                            stop)
                    .run();
        }
    }

    private static LineSource linesOf(InputStream input) throws IOException {
        return input == System.in && isTerminal(System.console())
                ? TerminalLines.ofSystem(new CommandCompletion(), () -> System.exit(ExitStatus.INTERRUPTED))
                : new StreamLines(input, "standard input");
    }

    /** Before Java 22 there is a console only in a terminal; since then it says whether it is one. */
    private static boolean isTerminal(Console console) {
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    /** Completes commands, options, and values of options that are one of a few, as picocli knows them. */
    static final class CommandCompletion implements Completion {

        @Override
        public List<String> candidates(List<String> words, int index) {
            CommandLine program = Main.commandLine();
            if (index == 0) {
                List<String> commands = new ArrayList<>(program.getSubcommands().keySet());
                commands.addAll(ShellSession.ENDS);
                commands.remove("shell");
                return commands;
            }
            List<CharSequence> found = new ArrayList<>();
            AutoComplete.complete(program.getCommandSpec(), words.toArray(String[]::new), index, 0, 0, found);
            boolean option = words.get(index).startsWith("-");
            return found.stream()
                    .map(CharSequence::toString)
                    .filter(candidate -> candidate.startsWith("-") == option)
                    .toList();
        }
    }
}
