package org.selfstab.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.selfstab.symbolic.ComputerAlgebra;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line's entry. */
public final class Main {

    private static final Set<String> ALGEBRA_COMMANDS = Set.of("derive", "theory");

    private final Optional<InputStream> input;

    private Main(Optional<InputStream> input) {
        this.input = input;
    }

    /** Runs a command and exits with its status. */
    public static void main(String[] arguments) {
        if (asksForAlgebra(List.of(arguments))) {
            ComputerAlgebra.loadInBackground();
        }
        Program.exit((out, err) -> run(System.in, out, err, arguments));
    }

    /** Whether the command will need the computer algebra and more is asked for than help: numbers do without. */
    private static boolean asksForAlgebra(List<String> arguments) {
        boolean symbolic = !arguments.isEmpty() && ALGEBRA_COMMANDS.contains(arguments.get(0));
        return (symbolic || arguments.contains(CrossCheckOption.NAME))
                && arguments.stream().noneMatch(List.of("--help", "-h", "--version", "-V")::contains);
    }

    /** Runs a command that has no standard input, printing to the given writers, and returns its exit status. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return run(Optional.empty(), out, err, arguments);
    }

    /** Runs a command, reading from a stream and printing to the given writers, and returns its exit status. */
    public static int run(InputStream input, PrintWriter out, PrintWriter err, String... arguments) {
        return run(Optional.of(input), out, err, arguments);
    }

    private static int run(Optional<InputStream> input, PrintWriter out, PrintWriter err, String... arguments) {
        return Program.execute(commandLine(new Main(input), new Commands(List.of(arguments))), out, err, arguments);
    }

    /** All commands with their options. */
    public static CommandLine commandLine() {
        return commandLine(new Main(Optional.empty()), Commands.complete());
    }

    /** What the command may read; nothing within a shell, which reads itself. */
    Optional<InputStream> input() {
        return input;
    }

    private static CommandLine commandLine(Main main, Commands commands) {
        CommandLine program = new CommandLine(described(main));
        commands.addTo(program);
        return Program.prepared(program);
    }

    /** In code and not by annotations, which every start would have to read by reflection. */
    private static CommandSpec described(Main main) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(main)
                .name("selfstab")
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print version information and exit.")
                        .build());
        spec.usageMessage()
                .header(
                        "Verifies what the self-stabilization theory says about gradient descent at the edge of stability.")
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands, each explained by selfstab COMMAND --help:%n")
                .exitCodeListHeading("%nExit status:%n")
                .exitCodeList(exitStatuses())
                .footerHeading("%nExample:%n")
                .footer("  selfstab verify examples/sharp-valley.toml --set zeta=1/2");
        return spec;
    }

    private static Map<String, String> exitStatuses() {
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put("0", "every claim asked for holds");
        statuses.put("1", "some claim fails");
        statuses.put("2", "bad input or usage");
        statuses.put("3", "nothing fails but something is undecided or does not apply");
        statuses.put("70", "internal error of selfstab");
        statuses.put("129, 130, 143", "ended by a signal: SIGHUP, Ctrl-C, SIGTERM");
        return statuses;
    }
}
