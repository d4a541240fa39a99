package org.selfstab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.selfstab.generate.ImpossibleRequestException;
import org.selfstab.interval.NoEnclosureException;
import org.selfstab.problem.ProblemFileException;
import org.selfstab.recheck.CertificateException;
import org.selfstab.sweep.SweepException;
import org.selfstab.symbolic.ComputerAlgebra;
import org.selfstab.symbolic.SymbolicException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line's entry. */
@Command(
        name = "selfstab",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            VerifyCommand.class,
            CheckCommand.class,
            FamilyCommand.class,
            OdeCommand.class,
            SweepCommand.class,
            DeriveCommand.class,
            TheoryCommand.class,
            CertifyCommand.class,
            RecheckCommand.class,
            CertifyBoxCommand.class,
            CertifyCycleCommand.class,
            GenerateCommand.class,
            TestCommand.class,
            HelpCommand.class
        },
        header = "Verifies what the self-stabilization theory says about gradient descent at the edge of stability.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every claim asked for holds",
            "1:some claim fails",
            "2:bad input or usage",
            "3:nothing fails but something is undecided or does not apply",
            "70:a bug of selfstab"
        },
        footerHeading = "%nExample:%n",
        footer = "  selfstab verify examples/sharp-valley.toml --set zeta=1/2")
public final class Main {

    private Main() {}

    /** Runs a command and exits with its status. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        if (asksForWork(arguments)) {
            ComputerAlgebra.loadInBackground();
        }
        int status = run(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(status);
    }

    /** Whether more is asked for than help or the version, as nearly all work needs the computer algebra sooner or later. */
    private static boolean asksForWork(String[] arguments) {
        return arguments.length > 0
                && Arrays.stream(arguments).noneMatch(List.of("help", "--help", "-h", "--version", "-V")::contains);
    }

    /** Runs a command, printing to the given writers, and returns its exit status. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        try {
            return commandLine().setOut(out).setErr(err).execute(arguments);
        } catch (OutOfMemoryError tooLarge) {
            err.println("selfstab: out of memory; give Java more with java -Xmx..., or a smaller problem");
            return ExitStatus.BAD_INPUT;
        } catch (StackOverflowError tooDeep) {
            err.println("selfstab: a bug of ours, please report it: the stack overflowed");
            return ExitStatus.BUG;
        }
    }

    /** The commands with their options. */
    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::refuse)
                .setExecutionExceptionHandler(Main::report);
    }

    /** Usage that cannot be worked with, in one line: the whole usage would hide what is wrong. */
    private static int refuse(ParameterException wrong, String[] arguments) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        List<String> similar =
                wrong instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String advice = similar.isEmpty() ? "" : "did you mean " + String.join(" or ", similar) + "? ";
        String message = wrong.getMessage().replaceAll("\\R+", " ");
        wrong.getCommandLine()
                .getErr()
                .println(command + ": " + message + "; " + advice + "'" + command + " --help' shows the usage");
        return ExitStatus.BAD_INPUT;
    }

    private static int report(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        if (failure instanceof ProblemFileException
                || failure instanceof InputException
                || failure instanceof ImpossibleRequestException
                || failure instanceof SweepException
                || failure instanceof CertificateException
                || failure instanceof NoEnclosureException
                || failure instanceof SymbolicException) {
            command.getErr().println(failure.getMessage());
            return ExitStatus.BAD_INPUT;
        }
        if (failure instanceof IOException unwritable) {
            command.getErr().println(InputException.of(unwritable).getMessage());
            return ExitStatus.BAD_INPUT;
        }
        command.getErr().println("selfstab: a bug of ours, please report it: " + failure);
        failure.printStackTrace(command.getErr());
        return ExitStatus.BUG;
    }
}
