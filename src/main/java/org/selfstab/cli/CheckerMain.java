package org.selfstab.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The entry of {@code selfstab-checker.jar}: the command {@code recheck} alone, with neither the prover nor the computer algebra. */
public final class CheckerMain {

    private static final String NAME = "java -jar selfstab-checker.jar";

    private CheckerMain() {}

    /** Verifies a certificate and exits with the status of {@code recheck}. */
    public static void main(String[] arguments) {
        Program.exit((out, err) -> run(out, err, arguments));
    }

    /** Verifies a certificate, printing to the given writers, and returns the status of {@code recheck}. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine checker =
                Program.prepared(new CommandLine(new RecheckCommand())).setCommandName(NAME);
        UsageMessageSpec usage = checker.getCommandSpec().usageMessage();
        usage.footer("  " + NAME + " certificate.json problem.toml");
        return Program.execute(checker, out, err, arguments);
    }
}
