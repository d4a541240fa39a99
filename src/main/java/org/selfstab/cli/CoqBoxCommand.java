package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.selfstab.Study;
import org.selfstab.certify.BoxClaim;
import org.selfstab.certify.BoxDecision;
import org.selfstab.certify.BoxResult;
import org.selfstab.coq.BoxFile;
import org.selfstab.coq.CertificateFiles;
import org.selfstab.coq.FormalFile;
import org.selfstab.coq.FormalResult;
import org.selfstab.interval.Interval;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.report.FormalDocument;
import org.selfstab.report.StatedProblems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab coq box}: claims about boxes, proved or refuted by Coq. */
@Command(
        name = "box",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        header = "Have claims about boxes proved or refuted by Coq.",
        description = {
            "Decides claims as certify-box does, and writes each that holds or is refuted as a Coq file: the loss and its derivatives, the quantity in"
                    + " closed form, and its bound for all points of the box, or for one at which the claim fails.",
            "Losses of two variables; claims on eigenvalues in one to six. Names in the files are this program's own; the answer says what they stand for."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  selfstab coq box examples/sharp-valley.toml --box x=-0.001:0.001 \\",
            "      --box y=6:7 --box zeta=0.4:0.6 --claim 'alpha > 0' --out results"
        })
final class CoqBoxCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM", description = "A problem file (TOML).")
    private Path file;

    @Mixin
    private CommonOptions common;

    @Mixin
    private BoxOptions boxes;

    @Mixin
    private CoqOptions coq;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        List<BoxClaim> wanted = boxes.claims(spec);
        common.writeByDefaultTo(Path.of("results"));
        Study study = common.read(file, spec.commandLine().getErr());
        Map<String, Interval> box = boxes.box(study.problem(), spec);
        Path folder = common.out().resolve(study.problem().name()).resolve("coq");
        BoxResult decided = common.showingProgress(
                spec.commandLine(),
                study.problem().name(),
                listener -> study.certifyBox(box, wanted, boxes.budget(spec), listener));
        StatedProblem stated = StatedProblems.of(study.problem(), Optional.empty());
        List<BoxFile.Side> sides = new ArrayList<>();
        for (int i = 0; i < decided.names().size(); i++) {
            Interval side = decided.box().get(i);
            sides.add(new BoxFile.Side(decided.names().get(i), side.lower(), side.upper()));
        }
        List<FormalFile> files = new ArrayList<>();
        for (BoxDecision decision : decided.decisions()) {
            files.add(file(stated, sides, decision, files.size() + 1));
        }
        List<FormalResult> results = coq.checked(
                spec.commandLine(),
                common.isQuiet(),
                files.size(),
                (coqc, listener) -> FormalFile.check(coqc, folder, files, listener));
        Map<String, String> names = CertificateFiles.withLoss(BoxFile.names(stated, sides), stated);
        format.print(
                FormalDocument.report(
                        common.record(file, study), study.problem().title().toString(), folder, names, results),
                spec.commandLine().getOut());
        return FormalResult.accepted(results) ? ExitStatus.of(decided.status()) : ExitStatus.UNDECIDED;
    }

    private static FormalFile file(StatedProblem stated, List<BoxFile.Side> sides, BoxDecision decision, int number) {
        BoxClaim claim = decision.claim();
        String subject = claim + ": " + decision.status().word();
        return switch (decision.status()) {
            case HOLDS, FAILS ->
                new FormalFile(
                        subject,
                        "claim_" + number,
                        () -> BoxFile.text(
                                stated,
                                sides,
                                new BoxFile.Claim(
                                        claim.quantity().symbol(),
                                        claim.sense() == BoxClaim.Sense.ABOVE,
                                        claim.bound(),
                                        decision.witness())));
            default -> FormalFile.without(subject, "certify-box leaves it undecided");
        };
    }
}
