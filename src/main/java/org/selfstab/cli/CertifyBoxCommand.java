package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.selfstab.Checker;
import org.selfstab.Study;
import org.selfstab.certify.BoxClaim;
import org.selfstab.certify.BoxResult;
import org.selfstab.interval.Interval;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.report.BoxCertificateFile;
import org.selfstab.report.BoxDocument;
import org.selfstab.report.StatedProblems;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.SelfstabException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab certify-box}: claims about all points of a box, proved or refuted by branch and bound. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Proves claims for all points of a box of the problem's variables and of any of its parameters, by interval arithmetic with"
                    + " branch and bound, or refutes them at a point.",
            "A claim is QUANTITY > NUMBER or QUANTITY < NUMBER; quantities are alpha, beta, gamma, sharpness, eta_sharpness,"
                    + " eta_lambda_2, of a problem with [observe] also observable.NAME and observable.NAME.change, its change in a step of"
                    + " gradient descent. The number is a decimal, and meant exactly: where doubles do not decide on which side of it the quantity"
                    + " is, up to 160 digits are tried.",
            "With --out, also writes box-certificate.json, and has it verified by the independent checker (selfstab recheck) at once: where that"
                    + " does not confirm everything, the exit status is 3 at best."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  selfstab certify-box examples/sharp-valley.toml --box x=-0.001:0.001 \\",
            "      --box y=6:7 --box zeta=0.4:0.6 --claim 'alpha > 0' \\",
            "      --claim 'eta_lambda_2 < 1' --out results"
        })
final class CertifyBoxCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM", description = "A problem file (TOML).")
    private Path file;

    @Mixin
    private CommonOptions common;

    @Mixin
    private BoxOptions boxes;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        List<BoxClaim> wanted = boxes.claims(spec);
        Study study = common.read(file, spec.commandLine().getErr());
        Problem problem = study.problem();
        Map<String, Interval> box = boxes.box(problem, spec);
        int budget = boxes.budget(spec);
        RunRecord record = common.record(file, study);
        Optional<OwnFolder> folder = common.folder("certify-box", record);
        if (folder.isPresent() && wanted.stream().anyMatch(BoxClaim::isOfObservable)) {
            throw new SelfstabException(
                    "no certificate is written of claims about observables", "leave them out, or --out");
        }
        BoxResult result = common.showingProgress(
                spec.commandLine(), problem.name(), listener -> study.certifyBox(box, wanted, budget, listener));
        OwnCheck own = new OwnCheck(spec, common, format, check -> BoxDocument.report(record, problem, result, check));
        int found = ExitStatus.of(result.status());
        if (folder.isEmpty()) {
            return own.show(found);
        }
        folder.get().take();
        Path certificate = BoxCertificateFile.write(
                folder.get().path(),
                folder.get().run(),
                problem,
                result.names(),
                result.box(),
                result.domain(),
                result.decisions());
        StatedProblem stated = StatedProblems.of(problem, Optional.empty());
        return own.show(
                found,
                folder.get(),
                BoxCertificateFile.FILE_NAME,
                Optional.empty(),
                listener -> Checker.recheck(certificate, Optional.of(stated), listener));
    }
}
