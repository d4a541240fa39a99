package org.selfstab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.selfstab.Checker;
import org.selfstab.Study;
import org.selfstab.certify.CertificateListener;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifyOptions;
import org.selfstab.certify.FamilyCertificateListener;
import org.selfstab.certify.FamilyCertification;
import org.selfstab.certify.MeanSquareCertification;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.StatedFamily;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.report.CertificateFile;
import org.selfstab.report.CertificationDocument;
import org.selfstab.report.FamilyCertificateFile;
import org.selfstab.report.FamilyCertificationDocument;
import org.selfstab.report.Format;
import org.selfstab.report.MeanSquareCertificateFile;
import org.selfstab.report.MeanSquareCertificationDocument;
import org.selfstab.report.PendingFile;
import org.selfstab.report.StatedProblems;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Location;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab certify}: bounds that are proved by interval arithmetic. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Encloses the optimizer's exact state, the constrained trajectory and the predicted dynamics (moving frame, exact projection) step by"
                    + " step in intervals, and decides the conditions, in a tube round the constrained trajectory, and the conclusions"
                    + " (24)-(26), (27a) and (27b), for other linear optimizers than gradient descent (35), with evidence CERTIFIED. The run in doubles only says where to look.",
            "Where several unstable eigenvalues are followed, it decides Sigma's complementarity (38) and the conclusions (41) of theory.md, section 11.",
            "UNDECIDED means that the bounds were not tight enough; it says nothing about the exact run.",
            "With --family or --sweep it certifies every member of a family one after the other, then each conclusion on all of them, with"
                    + " the problem's threshold and with what [expect] states of \"family.coupling.constant\" and its like.",
            "Of a problem with [noise] whose start leads to a minimum it encloses the mean-square edge there instead, the step size above which"
                    + " the second moment of stochastic gradients grows (theory.md (60)); --out then writes edge-certificate.json.",
            "With --out, also writes certification.json and certificate.json, of a family family-certification.json and one"
                    + " family-certificate.json, and has the certificate verified by the independent checker (selfstab"
                    + " recheck) at once: where that does not confirm everything, the exit status is 3 at best."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  selfstab certify examples/sharp-valley.toml --set zeta=1/2 --tube 0.005 \\",
            "      --out results",
            "  selfstab certify --family examples/sharp-valley.toml --horizon 20 \\",
            "      --out results"
        })
final class CertifyCommand implements Callable<Integer> {

    /** Of a certificate, for which every step takes matrices of intervals. */
    private static final int MOST_VARIABLES = 64;

    private static final String SUMMARY = "certification.json";
    private static final String FAMILY_SUMMARY = "family-certification.json";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM", description = "A problem file (TOML).")
    private Path file;

    @Mixin
    private MemberValues sweep;

    @Option(
            names = "--family",
            description = "Certify all members of the problem's [family], and the claims on all of them.")
    private boolean wholeFamily;

    @Mixin
    private CommonOptions common;

    private Optional<Integer> horizon = Optional.empty();

    @Option(names = "--horizon", paramLabel = "N", description = "Number of steps; overrides the problem's horizon.")
    void setHorizon(int steps) {
        horizon = Horizon.of(steps, spec);
    }

    @Option(
            names = "--tube",
            paramLabel = "R",
            defaultValue = "0.01",
            description = "Radius of the tube in units of delta at t = 0, positive; default ${DEFAULT-VALUE}.")
    private double tube;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        requirePositive();
        Study study = common.read(file, spec.commandLine().getErr());
        refuseWhatIsNotCertified(study.problem());
        if (wholeFamily || sweep.isGiven()) {
            return certifyFamily(study);
        }
        Optional<MeanSquareCertification> edge = study.certifyMeanSquareEdge();
        return edge.isPresent() ? show(edge.get(), study) : certify(study);
    }

    private int show(MeanSquareCertification certification, Study study) throws IOException {
        RunRecord record = common.record(file, study);
        Optional<OwnFolder> folder = common.folder("certify-edge", record);
        OwnCheck own = new OwnCheck(
                spec, common, format, check -> MeanSquareCertificationDocument.report(record, certification, check));
        int found = ExitStatus.of(certification.status());
        if (folder.isEmpty()) {
            return own.show(found);
        }
        folder.get().take();
        Path certificate = MeanSquareCertificateFile.write(
                folder.get().path(), folder.get().run(), certification);
        StatedProblem stated = StatedProblems.withBatches(study.problem());
        return own.show(
                found,
                folder.get(),
                MeanSquareCertificateFile.FILE_NAME,
                Optional.empty(),
                listener -> Checker.recheck(certificate, Optional.of(stated), listener));
    }

    private int certify(Study study) throws IOException {
        Problem problem = study.problem();
        RunRecord record = common.record(file, study);
        Optional<OwnFolder> folder = common.folder("certify", record);
        CertificationResult certification =
                folder.isPresent() ? certifyInto(folder.get(), study) : certify(study, CertificateListener.none());
        OwnCheck own =
                new OwnCheck(spec, common, format, check -> CertificationDocument.report(record, certification, check));
        int found = ExitStatus.of(certification.status());
        if (folder.isEmpty()) {
            return own.show(found);
        }
        Path place = folder.get().path();
        StatedProblem stated = StatedProblems.of(problem, horizon);
        return own.show(
                found,
                folder.get(),
                CertificateFile.FILE_NAME,
                Optional.of(SUMMARY),
                listener -> Checker.recheck(place.resolve(CertificateFile.FILE_NAME), Optional.of(stated), listener));
    }

    private int certifyFamily(Study study) throws IOException {
        Problem problem = study.problem();
        Family family = sweep.familyOf(study.problem(), study::with, file, common.overrides());
        RunRecord record = common.record(file, study);
        Optional<OwnFolder> folder = common.folder("certify-family", record);
        FamilyCertification certification = folder.isPresent()
                ? certifyInto(folder.get(), study, family)
                : certify(study, family, FamilyCertificateListener.none());
        OwnCheck own = new OwnCheck(
                spec, common, format, check -> FamilyCertificationDocument.report(record, certification, check));
        int found = ExitStatus.of(certification.status());
        if (folder.isEmpty()) {
            return own.show(found);
        }
        Path place = folder.get().path();
        StatedFamily stated = StatedProblems.of(problem, family, horizon);
        return own.show(
                found,
                folder.get(),
                FamilyCertificateFile.FILE_NAME,
                Optional.of(FAMILY_SUMMARY),
                listener -> Checker.recheckFamily(
                        place.resolve(FamilyCertificateFile.FILE_NAME), Optional.of(stated), listener));
    }

    private CertificationResult certifyInto(OwnFolder folder, Study study) throws IOException {
        try (CertificateFile certificate = new CertificateFile(folder.path(), folder.run(), study.problem(), horizon)) {
            CertificationResult certification = certify(study, certificate);
            folder.take();
            certificate.complete(certification);
            PendingFile.write(
                    folder.path().resolve(SUMMARY),
                    Format.JSON.write(CertificationDocument.report(folder.run(), certification, Optional.empty())));
            return certification;
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
    }

    private FamilyCertification certifyInto(OwnFolder folder, Study study, Family family) throws IOException {
        try (FamilyCertificateFile certificate =
                new FamilyCertificateFile(folder.path(), folder.run(), study.problem(), family, horizon)) {
            FamilyCertification certification = certify(study, family, certificate);
            folder.take();
            certificate.complete(certification);
            PendingFile.write(
                    folder.path().resolve(FAMILY_SUMMARY),
                    Format.JSON.write(
                            FamilyCertificationDocument.report(folder.run(), certification, Optional.empty())));
            return certification;
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
    }

    /** A certificate's start is exact; a kicked one is a solution of equations. And it takes matrices of intervals at every step. */
    private void refuseWhatIsNotCertified(Problem problem) {
        int n = problem.variables().size();
        if (n > MOST_VARIABLES) {
            throw Location.startOf(file)
                    .error(
                            "a certificate of " + n + " variables takes too long: it is meant for " + MOST_VARIABLES
                                    + " at most",
                            "verify and check give numbers without proof");
        }
        problem.requireLinear("certify");
        if (problem.kick().isPresent()) {
            throw Location.startOf(file)
                    .error(
                            "[run] kick is not certified",
                            "put the kicked start, which verify --out writes to"
                                    + " trajectory.csv, into [start] with at_edge = true");
        }
    }

    private void requirePositive() {
        if (!(tube > 0 && Double.isFinite(tube))) {
            throw new ParameterException(spec.commandLine(), "--tube " + tube + ": a positive number");
        }
    }

    private CertifyOptions options() {
        return new CertifyOptions(horizon, tube);
    }

    private CertificationResult certify(Study study, CertificateListener certificate) {
        return common.showingProgress(
                spec.commandLine(),
                study.problem().name(),
                listener -> study.certify(options(), listener, certificate));
    }

    private FamilyCertification certify(Study study, Family family, FamilyCertificateListener certificate) {
        return common.showingProgress(
                spec.commandLine(),
                study.problem().name(),
                listener -> study.certifyFamily(options(), family, listener, certificate));
    }
}
