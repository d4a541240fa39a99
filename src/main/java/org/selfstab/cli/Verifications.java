package org.selfstab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.Assessor;
import org.selfstab.claims.DriftFromDouble;
import org.selfstab.claims.PrecisionComparison;
import org.selfstab.claims.RunOptions;
import org.selfstab.claims.Verification;
import org.selfstab.claims.VerifiedProblem;
import org.selfstab.claims.Verifier;
import org.selfstab.dynamics.Arithmetic;
import org.selfstab.dynamics.DecimalArithmetic;
import org.selfstab.dynamics.DoubleArithmetic;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.problem.ReadProblem;
import org.selfstab.report.PendingFile;
import org.selfstab.report.TrajectoryCsv;
import org.selfstab.report.VerificationFormat;
import org.selfstab.symbolic.LossDerivatives;
import org.selfstab.symbolic.SymbolicLossDerivatives;

/** Verifies problem files as the options ask and writes the files asked for. */
final class Verifications {

    private final CommonOptions common;
    private final RunOptions options;
    private final OptionalInt digits;

    Verifications(CommonOptions common, RunOptions options, OptionalInt digits) {
        this.common = common;
        this.options = options;
        this.digits = digits;
    }

    VerifiedProblem verify(Path file, PrintWriter err) throws IOException {
        ReadProblem read = ProblemReader.read(file, common.overrides());
        if (!common.isQuiet()) {
            read.warnings().forEach(warning -> err.println("warning: " + warning));
        }
        VerifiedProblem verified = new Run(read.problem()).verified();
        if (common.out() != null) {
            PendingFile.write(folder(read.problem()).resolve("summary.json"), VerificationFormat.JSON.write(verified));
        }
        return verified;
    }

    private Path folder(Problem problem) {
        return common.out().resolve(problem.name());
    }

    /** One problem's run. */
    private final class Run {

        private final Problem problem;
        private final LossDerivatives derivatives;

        Run(Problem problem) {
            this.problem = problem;
            this.derivatives = SymbolicLossDerivatives.of(problem.variables(), problem.loss())
                    .substitute(problem.parameters().values());
        }

        VerifiedProblem verified() throws IOException {
            Verifier<Binary64> inDouble = new Verifier<>(problem, derivatives, new DoubleArithmetic(), options);
            if (digits.isEmpty()) {
                Assessor<Binary64> assessor = new Assessor<>(inDouble.setting(), problem.thresholds());
                Verification verification = verifyWith(inDouble, new DoubleArithmetic(), List.of(assessor));
                return new VerifiedProblem(problem, verification, assessor.assessment(verification), Optional.empty());
            }
            Arithmetic<Dfp> decimal = new DecimalArithmetic(digits.getAsInt());
            Verifier<Dfp> precise = new Verifier<>(problem, derivatives, decimal, options);
            DriftFromDouble<Dfp> drift =
                    new DriftFromDouble<>(inDouble.setting().descent());
            Assessor<Dfp> assessor = new Assessor<>(precise.setting(), problem.thresholds());
            Verification verification = verifyWith(precise, decimal, List.of(drift, assessor));
            PrecisionComparison comparison = new PrecisionComparison(drift.result(), inDouble.verify(List.of()));
            return new VerifiedProblem(
                    problem, verification, assessor.assessment(verification), Optional.of(comparison));
        }

        private <T extends CalculusFieldElement<T>> Verification verifyWith(
                Verifier<T> verifier, Arithmetic<T> arithmetic, List<StepObserver<T>> more) throws IOException {
            List<StepObserver<T>> observers = new ArrayList<>(more);
            try (Progress<T> progress = new Progress<>(problem.name())) {
                if (!common.isQuiet()) {
                    observers.add(progress);
                }
                return common.out() == null
                        ? verifier.verify(observers)
                        : verifyWritingTrajectory(verifier, arithmetic, observers);
            }
        }

        private <T extends CalculusFieldElement<T>> Verification verifyWritingTrajectory(
                Verifier<T> verifier, Arithmetic<T> arithmetic, List<StepObserver<T>> observers) throws IOException {
            try (TrajectoryCsv<T> csv = new TrajectoryCsv<>(folder(problem), problem.variables(), arithmetic)) {
                observers.add(csv);
                Verification verification = verifier.verify(observers);
                csv.complete();
                return verification;
            } catch (UncheckedIOException failure) {
                throw failure.getCause();
            }
        }
    }
}
