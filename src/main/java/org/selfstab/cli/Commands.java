package org.selfstab.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The subcommands. Reading a command's options by reflection takes a few milliseconds, and one run uses one command: a command line that begins
 * with a command has that alone; in others the commands named among the arguments are complete, and the rest are there by name and header, as
 * the list of commands shows them.
 */
final class Commands {

    private static final List<Class<?>> ALL = List.of(
            NewCommand.class,
            ExploreCommand.class,
            DescentCommand.class,
            MinimumCommand.class,
            BifurcationCommand.class,
            VerifyCommand.class,
            CheckCommand.class,
            FamilyCommand.class,
            OdeCommand.class,
            DriftCommand.class,
            SweepCommand.class,
            DeriveCommand.class,
            TheoryCommand.class,
            NoiseCommand.class,
            CertifyCommand.class,
            RecheckCommand.class,
            CertifyBoxCommand.class,
            CertifyCycleCommand.class,
            CoqCommand.class,
            GenerateCommand.class,
            PanelCommand.class,
            DiffCommand.class,
            TestCommand.class,
            FmtCommand.class,
            ShellCommand.class,
            CiteCommand.class,
            HelpCommand.class);

    private final Set<String> named;
    private final String first;

    /** The commands for a command line. */
    Commands(List<String> arguments) {
        this.named = Set.copyOf(arguments);
        this.first = arguments.isEmpty() ? "" : arguments.get(0);
    }

    /** All commands with all their options. */
    static Commands complete() {
        return new Commands(List.of("help"));
    }

    /** Adds them to the program. */
    void addTo(CommandLine program) {
        for (Class<?> command : used()) {
            Command described = command.getAnnotation(Command.class);
            if (isComplete(described.name())) {
                program.addSubcommand(command);
            } else {
                program.addSubcommand(described.name(), listed(described));
            }
        }
    }

    private List<Class<?>> used() {
        for (Class<?> command : ALL) {
            if (command.getAnnotation(Command.class).name().equals(first) && !named.contains("help")) {
                return List.of(command);
            }
        }
        return ALL;
    }

    /** {@code help} shows any of them. */
    private boolean isComplete(String name) {
        return named.contains(name) || named.contains("help");
    }

    private static CommandSpec listed(Command described) {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage().header(described.header());
        return spec;
    }
}
