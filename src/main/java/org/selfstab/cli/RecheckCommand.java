package org.selfstab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.selfstab.Checker;
import org.selfstab.coq.CertificateFiles;
import org.selfstab.coq.Coqc;
import org.selfstab.coq.FormalResult;
import org.selfstab.coq.NoTermException;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemText;
import org.selfstab.recheck.CheckedCertificate;
import org.selfstab.recheck.FamilyRecheckReport;
import org.selfstab.recheck.RecheckResult;
import org.selfstab.recheck.Rechecker;
import org.selfstab.recheck.StatedFamily;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.report.RecheckDocument;
import org.selfstab.report.RecheckJUnitXml;
import org.selfstab.report.StatedProblems;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.SelfstabException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab recheck}: a certificate, verified without the prover. */
@Command(
        name = RecheckCommand.NAME,
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        header = RecheckCommand.HEADER,
        description = {
            "Verifies a certificate that certify, certify-cycle or certify-box --out wrote, by a separate checker in decimal arithmetic of "
                    + Rechecker.DIGITS
                    + " digits (or more, where it says so) with directed rounding: rebuilds the problem, verifies each step from the one"
                    + " before, the orbit, or each part of the box, and derives the bounds of each claim anew.",
            "CONFIRMED means that the claim's verdict, as stated, is proved of the problem shown; REJECTED that it does not follow from"
                    + " the certificate; EMPTY that the claim states nothing.",
            "With a problem file, everything is rejected unless the certificate is about that problem: variables, loss, parameters, start,"
                    + " at_edge, kick, horizon, max_steps and thresholds; of a cycle or a box variables, loss and parameters.",
            "Of the certificate of a family (certify --family) each member is verified, with the problem in which the checker puts the"
                    + " member's value, and the claims on all of them; PROBLEM then has to have that family, or --sweep gives it.",
            "With --coq the proof assistant Coq proves claims about a box, and of a run that the iterates of exact gradient"
                    + " descent lie in the stated balls, and in two variables the constants of coupling, loss and sharpness: evidence FORMAL. The"
                    + " exit status is the checker's.",
            "Exit status 0 if all claims that state something are confirmed, 1 if one is rejected or there is no claim, 3 if all are"
                    + " empty, 2 if the file is not a certificate."
        },
        footerHeading = "%nExample:%n",
        footer = {"  selfstab recheck results/sharp-valley/certificate.json \\", "      examples/sharp-valley.toml"})
final class RecheckCommand implements Callable<Integer> {

    /** Also where the checker's own jar calls it otherwise. */
    static final String NAME = "recheck";

    /** What it does, as the list of commands and its own help say. */
    static final String HEADER = "Verify a certificate by an independent checker.";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "A certificate (JSON).")
    private Path file;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PROBLEM",
            description = "The problem file (TOML) that the certificate has to be about.")
    private Path problem;

    @Mixin
    private MemberValues sweep;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            parameterConsumer = DefinitionsByName.class,
            description = "Override a parameter of PROBLEM, as it was for certify. Repeatable.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--horizon",
            paramLabel = "N",
            description = "Number of steps instead of PROBLEM's horizon, as it was for certify.")
    void setHorizon(int steps) {
        horizon = Horizon.of(steps, spec);
    }

    private Optional<Integer> horizon = Optional.empty();

    @Option(
            names = "--coq",
            description =
                    "Also have Coq prove the claims about a box, or that the iterates of a run lie in their balls, where coqc is"
                            + " installed; its files are written to the folder coq beside FILE.")
    private boolean coq;

    @Mixin
    private CoqOptions limits;

    @Option(names = "--quiet", description = "No progress on standard error.")
    private boolean quiet;

    @Mixin
    private JUnitOption junit;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        if (problem == null && (horizon.isPresent() || !overrides.isEmpty() || sweep.isGiven())) {
            throw new ParameterException(
                    spec.commandLine(), "--set, --sweep and --horizon change a problem; give PROBLEM too");
        }
        PrintWriter out = spec.commandLine().getOut();
        Optional<String> compared = Optional.ofNullable(problem).map(Path::toString);
        if (Checker.isOfFamily(file)) {
            if (coq) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--coq is for one run or box, and " + file + " is of a family; leave it out");
            }
            FamilyRecheckReport report = showingProgress(this::recheckFamily);
            format.print(RecheckDocument.report(record(), report, compared), out);
            junit.write(() -> RecheckJUnitXml.write(file, report));
            return status(report);
        }
        if (sweep.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(), "--sweep gives a family, and " + file + " is not the certificate of one");
        }
        RecheckResult report = showingProgress(this::recheck);
        Optional<List<FormalResult>> formal = coq ? Optional.of(formal()) : Optional.empty();
        format.print(RecheckDocument.report(record(), report, compared, formal), out);
        junit.write(() -> RecheckJUnitXml.write(file, report, formal));
        return status(report);
    }

    /** What Coq accepts of the certificate. */
    private List<FormalResult> formal() {
        PrintWriter err = spec.commandLine().getErr();
        if (!quiet) {
            Coqc.missing().ifPresent(reason -> err.println("Coq is skipped: " + reason));
        }
        Path place = file.toAbsolutePath().resolveSibling("coq");
        try {
            CertificateFiles files = CertificateFiles.of(file, Optional.empty());
            return limits.checked(
                    spec.commandLine(), quiet, files.count(), (coqc, listener) -> files.check(coqc, place, listener));
        } catch (NoTermException none) {
            return List.of(FormalResult.notExported("the certificate", none.problem()));
        } catch (IOException unwritable) {
            throw new SelfstabException(
                    "the Coq files cannot be written to " + place + ": " + unwritable.getMessage(),
                    "copy the certificate elsewhere");
        }
    }

    private RunRecord record() {
        return RunRecord.of(NAME, problem == null ? List.of(file) : List.of(file, problem), GivenOptions.of(spec));
    }

    private static int status(CheckedCertificate report) {
        if (report.isRejected()) {
            return ExitStatus.FAILS;
        }
        return report.isConfirmed() ? ExitStatus.HOLDS : ExitStatus.UNDECIDED;
    }

    private <R> R showingProgress(Function<RunListener, R> verification) {
        return quiet ? verification.apply(RunListener.none()) : Progress.of(spec.commandLine(), NAME, verification);
    }

    private RecheckResult recheck(RunListener listener) {
        Optional<StatedProblem> own = own().map(text -> stated(problem(text)));
        return Checker.recheck(file, own, listener);
    }

    private StatedProblem stated(Problem own) {
        return Checker.isOfMeanSquareEdge(file) ? StatedProblems.withBatches(own) : StatedProblems.of(own, horizon);
    }

    private FamilyRecheckReport recheckFamily(RunListener listener) {
        Optional<StatedFamily> own = own().map(text -> {
            Problem single = problem(text);
            return StatedProblems.of(single, sweep.familyOf(single, text::with, problem, overrides), horizon);
        });
        return Checker.recheckFamily(file, own, listener);
    }

    /** Read without the door of problems, behind which the prover is. */
    private Optional<ProblemText> own() {
        return Optional.ofNullable(problem).map(ProblemText::read);
    }

    private Problem problem(ProblemText text) {
        return text.with(overrides).problem();
    }
}
