package org.selfstab.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The subcommands. Reading a command's options by reflection takes a few milliseconds, and one run uses one command: a command line that begins
 * with a command has that alone; in others the commands named among the arguments are complete, and the rest are there by name and header, as
 * the list of commands shows them, without a look at their classes. No command looks for others among its methods, for which picocli would read
 * the annotations of all.
 */
final class Commands {

    private static final List<Listed> ALL = List.of(
            new Listed("new", "Write a commented problem file to begin with."),
            new Listed("explore", "Show which step sizes meet the edge, and where."),
            new Listed("descent", "Run gradient descent alone, and measure along it."),
            new Listed("minimum", "Prove a minimum, and say how stability is lost there."),
            new Listed("bifurcation", "Follow fixed points and cycles over a parameter."),
            new Listed("verify", "Compare gradient descent with the theory's predictions."),
            new Listed("check", "Decide every condition of the theory on a run."),
            new Listed("family", "Fit the order of each error in epsilon over a family."),
            new Listed("ode", "Compare a run with the reduced equation and central flow."),
            new Listed("drift", "Tell whether the oscillation dies, lasts or grows."),
            new Listed("sweep", "Tabulate quantities and claims over a grid of parameters."),
            new Listed("derive", "Derive Taylor terms and quantities in closed form."),
            new Listed("theory", "Prove or test every statement of a folder."),
            new Listed("noise", "Find where stochastic gradients settle, and when they leave."),
            new Listed("certify", "Prove conditions and conclusions of a run by intervals."),
            new Listed(RecheckCommand.NAME, RecheckCommand.HEADER),
            new Listed("certify-box", "Prove claims for all points of a box."),
            new Listed("certify-cycle", "Prove that an orbit of period two exists."),
            new Listed("coq", "Have statements and certificates proved by Coq."),
            new Listed("generate", "Write a problem with prescribed quantities."),
            new Listed("panel", "Write a page with sliders that runs a problem in a browser."),
            new Listed("diff", "Show what differs between two outputs."),
            new Listed("test", "Test what problem and statement files claim."),
            new Listed("fmt", "Put problem and statement files into one layout."),
            new Listed("shell", "Run commands, one on each line, in one process."),
            new Listed("cite", "Print how to cite the program and the theory."),
            new Listed("help", "Display help information about the specified command."));

    private final Set<String> named;
    private final String first;

    /** The commands for a command line. */
    Commands(List<String> arguments) {
        this(Set.copyOf(arguments), arguments.isEmpty() ? "" : arguments.get(0));
    }

    private Commands(Set<String> named, String first) {
        this.named = named;
        this.first = first;
    }

    /** All commands with all their options. */
    static Commands complete() {
        return new Commands(ALL.stream().map(Listed::name).collect(Collectors.toSet()), "");
    }

    /** Adds them to the program. */
    void addTo(CommandLine program) {
        for (Listed command : used()) {
            program.addSubcommand(command.name(), named.contains(command.name()) ? command.complete() : command.spec());
        }
    }

    private List<Listed> used() {
        for (Listed command : ALL) {
            if (command.name().equals(first) && !named.contains("help")) {
                return List.of(command);
            }
        }
        return ALL;
    }

    /** A command as the list of commands shows it. */
    private record Listed(String name, String header) {

        /** With all its options. */
        CommandSpec complete() {
            return described(CommandSpec.forAnnotatedObject(command(name)));
        }

        /** Without options. */
        CommandSpec spec() {
            return described(CommandSpec.create());
        }

        private CommandSpec described(CommandSpec spec) {
            spec.usageMessage().header(header);
            return spec;
        }
    }

    /** The command itself: a switch and no constructor references, which would load the classes of all. */
    private static Object command(String name) {
        return switch (name) {
            case "new" -> new NewCommand();
            case "explore" -> new ExploreCommand();
            case "descent" -> new DescentCommand();
            case "minimum" -> new MinimumCommand();
            case "bifurcation" -> new BifurcationCommand();
            case "verify" -> new VerifyCommand();
            case "check" -> new CheckCommand();
            case "family" -> new FamilyCommand();
            case "ode" -> new OdeCommand();
            case "drift" -> new DriftCommand();
            case "sweep" -> new SweepCommand();
            case "derive" -> new DeriveCommand();
            case "theory" -> new TheoryCommand();
            case "noise" -> new NoiseCommand();
            case "certify" -> new CertifyCommand();
            case RecheckCommand.NAME -> new RecheckCommand();
            case "certify-box" -> new CertifyBoxCommand();
            case "certify-cycle" -> new CertifyCycleCommand();
            case "coq" -> new CoqCommand();
            case "generate" -> new GenerateCommand();
            case "panel" -> new PanelCommand();
            case "diff" -> new DiffCommand();
            case "test" -> new TestCommand();
            case "fmt" -> new FmtCommand();
            case "shell" -> new ShellCommand();
            case "cite" -> new CiteCommand();
            case "help" -> new HelpCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
