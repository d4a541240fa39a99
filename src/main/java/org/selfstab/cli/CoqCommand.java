package org.selfstab.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code selfstab coq}: what is proved here, proved again by the proof assistant Coq. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Writes statements, claims about boxes and the runs of certificates as files for the proof assistant Coq, and has coqc compile them"
                    + " where it is installed (apt-get install coq libcoq-coquelicot libcoq-interval); what Coq accepts is FORMAL evidence.",
            "Exit status 0 if Coq accepted everything, 3 if not everything; a proof that Coq does not accept does not show that the claim is false."
        },
        subcommands = {CoqTheoryCommand.class, CoqBoxCommand.class, CoqRunCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = {
            "  selfstab coq box examples/sharp-valley.toml --box x=-0.001:0.001 \\",
            "      --box y=6:7 --box zeta=0.4:0.6 --claim 'alpha > 0' --out results"
        })
final class CoqCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "coq needs a command: theory, box or run");
    }
}
