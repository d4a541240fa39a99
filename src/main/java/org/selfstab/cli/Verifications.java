package org.selfstab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.ConditionEvaluator;
import org.selfstab.claims.CrossChecker;
import org.selfstab.claims.DriftFromDouble;
import org.selfstab.claims.PrecisionComparison;
import org.selfstab.claims.RunOptions;
import org.selfstab.claims.Verification;
import org.selfstab.claims.VerificationResult;
import org.selfstab.claims.Verifier;
import org.selfstab.dynamics.Arithmetic;
import org.selfstab.dynamics.DecimalArithmetic;
import org.selfstab.dynamics.DoubleArithmetic;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.problem.ReadProblem;
import org.selfstab.report.IndexDocument;
import org.selfstab.report.ReportFolder;
import org.selfstab.vocabulary.SelfstabException;
import picocli.CommandLine;

/** Verifies problem files as the options ask and writes the files asked for. */
final class Verifications {

    private final CommonOptions common;
    private final RunOptions options;
    private final OptionalInt digits;
    private final boolean crossCheck;
    private final CommandLine command;
    private final PrintWriter err;
    private final Map<String, Path> written = new HashMap<>();
    private final List<VerificationResult> verified = new ArrayList<>();

    Verifications(
            CommonOptions common, RunOptions options, OptionalInt digits, boolean crossCheck, CommandLine command) {
        this.common = common;
        this.options = options;
        this.digits = digits;
        this.crossCheck = crossCheck;
        this.command = command;
        this.err = command.getErr();
    }

    /**
     * Verifies problems one after the other; one that cannot be used does not keep the others from being verified.
     *
     * @param show shows a verified problem and tells the exit status that it asks for
     * @return the worst exit status
     */
    int verifyEach(List<Path> files, ToIntFunction<VerificationResult> show) {
        if (files.size() == 1 || common.out() == null) {
            return verifyAll(files, show);
        }
        OwnFolder index = OwnFolder.ofIndex(common.out(), files, common.settings(), common.isForced());
        try {
            index.requireFree();
            int status = verifyAll(files, show);
            index.take();
            ReportFolder.writeIndex(index.path(), IndexDocument.ofRuns(verified));
            return status;
        } catch (SelfstabException | IOException taken) {
            return Failures.told(taken, files.get(0).toString(), err);
        }
    }

    private int verifyAll(List<Path> files, ToIntFunction<VerificationResult> show) {
        int status = ExitStatus.HOLDS;
        for (Path file : files) {
            status = ExitStatus.worst(status, verifyOrRefuse(file, show));
        }
        return status;
    }

    private int verifyOrRefuse(Path file, ToIntFunction<VerificationResult> show) {
        try {
            VerificationResult result = verify(file);
            verified.add(result);
            return show.applyAsInt(result);
        } catch (SelfstabException | IOException badInput) {
            return Failures.told(badInput, file.toString(), err);
        }
    }

    private VerificationResult verify(Path file) throws IOException {
        ReadProblem read = ProblemReader.read(file, common.overrides());
        requireFolderOfItsOwn(file, read.problem());
        common.warn(read, err);
        return new Run(file, read.problem()).verified();
    }

    /** Two problems of one name would write over each other's files. */
    private void requireFolderOfItsOwn(Path file, Problem problem) {
        Path earlier = common.out() == null ? null : written.putIfAbsent(folderKey(problem), file);
        if (earlier != null) {
            throw new SelfstabException(
                    file + ":1:1: its files would replace those of " + earlier + " in " + folder(problem),
                    "verify the two with different --out");
        }
    }

    /** The same for names that some file systems do not tell apart. */
    private static String folderKey(Problem problem) {
        return Normalizer.normalize(problem.name(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private Path folder(Problem problem) {
        return common.out().resolve(problem.name());
    }

    /** One problem's run. */
    private final class Run {

        private final Path file;
        private final Problem problem;
        private final LossDerivatives derivatives;

        Run(Path file, Problem problem) {
            this.file = file;
            this.problem = problem;
            this.derivatives = problem.derivatives();
        }

        VerificationResult verified() throws IOException {
            Verifier<Binary64> inDouble = new Verifier<>(problem, derivatives, new DoubleArithmetic(), options);
            if (digits.isEmpty()) {
                return verified(inDouble, new DoubleArithmetic(), inDouble.model(), List.of(), Optional::empty);
            }
            Arithmetic<Dfp> decimal = new DecimalArithmetic(digits.getAsInt());
            Verifier<Dfp> precise = new Verifier<>(problem, derivatives, decimal, options);
            DriftFromDouble<Dfp> drift = new DriftFromDouble<>(inDouble.model().descent());
            return verified(
                    precise,
                    decimal,
                    inDouble.model(),
                    List.of(drift),
                    () -> Optional.of(
                            new PrecisionComparison(drift.result(), verifyShowingProgress(inDouble, List.of()))));
        }

        private <T extends CalculusFieldElement<T>> VerificationResult verified(
                Verifier<T> verifier,
                Arithmetic<T> arithmetic,
                Model<Binary64> inDouble,
                List<StepObserver<T>> more,
                Supplier<Optional<PrecisionComparison>> comparison)
                throws IOException {
            ConditionEvaluator<T> assessor = new ConditionEvaluator<>(verifier.model(), problem.thresholds());
            List<StepObserver<T>> observers = new ArrayList<>(more);
            observers.add(assessor);
            Optional<CrossChecker<T>> checker =
                    crossCheck ? Optional.of(new CrossChecker<>(problem)) : Optional.empty();
            checker.ifPresent(observers::add);
            Optional<OwnFolder> folder = common.folder(CommonOptions.RUN, file, problem);
            if (folder.isEmpty()) {
                return verified(verifyShowingProgress(verifier, observers), assessor, comparison, checker);
            }
            try (RunFiles<T> files = new RunFiles<>(folder.get(), problem, arithmetic, inDouble)) {
                observers.add(files);
                VerificationResult verified =
                        verified(verifyShowingProgress(verifier, observers), assessor, comparison, checker);
                files.complete(verified);
                return verified;
            } catch (UncheckedIOException failure) {
                throw failure.getCause();
            }
        }

        private VerificationResult verified(
                Verification verification,
                ConditionEvaluator<?> assessor,
                Supplier<Optional<PrecisionComparison>> comparison,
                Optional<? extends CrossChecker<?>> checker) {
            return new VerificationResult(
                    problem,
                    verification,
                    assessed(verification, assessor),
                    comparison.get(),
                    checker.map(CrossChecker::result));
        }

        private Assessment assessed(Verification verification, ConditionEvaluator<?> assessor) {
            String task = problem.name() + ", conclusions and conditions";
            return common.isQuiet()
                    ? assessor.assessment(verification)
                    : Progress.during(command, task, () -> assessor.assessment(verification));
        }

        private <T extends CalculusFieldElement<T>> Verification verifyShowingProgress(
                Verifier<T> verifier, List<StepObserver<T>> observers) {
            if (common.isQuiet()) {
                return verifier.verify(observers);
            }
            List<StepObserver<T>> all = new ArrayList<>(observers);
            try (Progress progress = Progress.of(command, problem.name() + ", derivatives")) {
                all.add(step -> progress.reach(problem.name(), step.t()));
                return verifier.verify(all, step -> progress.reach(problem.name() + ", to the edge", step));
            }
        }
    }
}
