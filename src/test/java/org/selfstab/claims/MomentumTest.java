package org.selfstab.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.claims.conditions.DriftFromDouble;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.expression.Expression;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.numeric.Norm;
import org.selfstab.problem.Problem;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunOptions;

/** The theory beyond gradient descent, theory.md section 10: figures of an independent implementation. */
class MomentumTest {

    private static final Path REFERENCE = Path.of("src/test/resources/reference");

    /** The sharp valley at the edge of an optimizer. */
    private static Problem valley(String z, String e, String optimizer, String edge, int steps) {
        ProblemBuilder valley = Problems.sharpValley(z, e, edge).atEdge().horizon(Integer.toString(steps));
        return switch (optimizer) {
            case "heavy ball" ->
                valley.optimizer("heavy_ball", "momentum", "1/2").problem();
            case "heavy ball without momentum" ->
                valley.optimizer("heavy_ball", "momentum", "0").problem();
            case "quasi-hyperbolic at one" ->
                valley.optimizer("quasi_hyperbolic", "momentum", "1/2", "nu", "1")
                        .problem();
            case "Nesterov" -> valley.optimizer("nesterov", "momentum", "1/2").problem();
            case "three copies" -> Problems.withThreeCopies(valley).problem();
            default -> valley.problem();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "gradient descent, 1/2, 1/1000, 2/eta, 527, 9.48662e-3, 4.23964, 9.06272, 7.82740, 0.47794, 1.6229",
        "heavy ball, 1/2, 1/1000, 10, 263, 1.89735e-2, 1.71200, 4.10762, 3.37146, 0.37965, 1.6928",
        "heavy ball, 1/2, 1/10000, 10, 833, 5.99999e-3, 1.56843, 3.61394, 2.97305, 0.46358, 1.6344",
        "heavy ball, 1, 1/1000, 10, 263, 1.89733e-2, 5.83693, 11.8874, 17.9144, 0.37971, 1.6625",
        "heavy ball, 1, 1/10000, 10, 833, 5.99999e-3, 5.41607, 10.8773, 16.3771, 0.46358, 1.6256",
        "Nesterov, 1/2, 1/1000, 5, 294, 1.69699e-2, 3.24216, 6.80091, 5.32046, 0.44258, 1.6500",
        "Nesterov, 1/2, 1/10000, 5, 931, 5.36654e-3, 3.14918, 6.47552, 5.07638, 0.48227, 1.6214",
        "Nesterov, 1, 1/1000, 5, 294, 1.69694e-2, 11.1839, 19.6200, 27.6434, 0.44256, 1.6078",
        "Nesterov, 1, 1/10000, 5, 931, 5.36653e-3, 11.2551, 19.8234, 27.7232, 0.48227, 1.6081",
        "three copies, 1/2, 1/10000, 10, 589, 8.48527e-3, 1.24528, 2.20744, 1.19383, 0.37656, 1.7013",
    })
    void theConstantsAreThoseOfTheReference(
            String name,
            String z,
            String e,
            String edge,
            int steps,
            double epsilon,
            double coupling,
            double loss,
            double sharpness,
            double smallestX,
            double largestX) {
        RunConstants constants = Problems.constants(valley(z, e, name, edge, steps), RunOptions.defaults());

        assertThat(constants.steps()).isEqualTo(steps);
        assertClose(constants.epsilon().orElseThrow().value(), epsilon);
        assertClose(constants.coupling().orElseThrow().value(), coupling);
        assertClose(constants.loss().orElseThrow().value(), loss);
        assertClose(constants.sharpness().orElseThrow().value(), sharpness);
        assertThat(constants.minX().orElseThrow().value()).isCloseTo(smallestX, within(1e-5));
        assertThat(constants.maxX().orElseThrow().value()).isCloseTo(largestX, within(5.1e-5));
        if (!name.equals("gradient descent")) {
            assertThat(constants.implicitBias().following()).isEmpty();
        }
    }

    private static void assertClose(double ours, double reference) {
        assertThat(ours).isCloseTo(reference, within(1e-5 * reference));
    }

    /** Doubles start with all that the optimizer remembers: at the edge the copies stand in the shape in which they oscillate. */
    @Test
    void doublesDriftFromMoreDigitsByRoundingAlone() {
        Problem problem = valley("1/2", "1/1000", "heavy ball", "10", 20);
        Model<Binary64> rounded = Model.of(problem, Problems.derivatives(problem), new CompiledBackend());
        var drift = new DriftFromDouble<Dfp>(rounded::descent);

        Problems.verify(problem, new DecimalBackend(30), RunOptions.defaults(), List.of(drift));

        assertThat(drift.result().orElseThrow().value()).isBetween(1e-18, 1e-13);
    }

    /** To 1e-9 of each column's largest magnitude. */
    @ParameterizedTest
    @CsvSource({"heavy ball, 10, 263, valley-z1-e1e-3-heavy-ball.csv", "Nesterov, 5, 294, valley-z1-e1e-3-nesterov.csv"
    })
    void theTrajectoriesAreThoseOfTheReference(String name, String edge, int steps, String file) throws IOException {
        List<CoupledStep<Binary64>> ours = new ArrayList<>();
        Problems.verify(
                valley("1", "1/1000", name, edge, steps),
                new CompiledBackend(),
                RunOptions.defaults(),
                List.of(ours::add));
        List<CSVRecord> rows;
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(REFERENCE.resolve(file)))) {
            rows = parser.getRecords();
        }

        assertThat(ours).hasSameSizeAs(rows);
        for (int t = 0; t < ours.size(); t++) {
            CoupledStep<Binary64> step = ours.get(t);
            assertColumn(rows, t, "psi_x", step.theta().getEntry(0).getReal());
            assertColumn(rows, t, "psi_y", step.theta().getEntry(1).getReal());
            assertColumn(
                    rows, t, "dagger_x", step.geometry().point().getEntry(0).getReal());
            assertColumn(
                    rows, t, "dagger_y", step.geometry().point().getEntry(1).getReal());
            assertColumn(rows, t, "alpha", step.geometry().alpha().getReal());
            assertColumn(rows, t, "delta", step.geometry().delta().getReal());
            assertColumn(rows, t, "x", step.x().getReal());
            assertColumn(rows, t, "x_pred", step.predictedX().getReal());
            assertColumn(rows, t, "y_pred", step.predictedY().getReal());
            assertColumn(rows, t, "deviation", step.deviation().getReal());
        }
    }

    private static void assertColumn(List<CSVRecord> rows, int t, String column, double value) {
        double scale = rows.stream()
                .mapToDouble(row -> Math.abs(Double.parseDouble(row.get(column))))
                .max()
                .orElseThrow();
        assertThat(value)
                .as("%s at step %d", column, t)
                .isCloseTo(Double.parseDouble(rows.get(t).get(column)), within(1e-9 * scale));
    }

    /** Whose second copy then does nothing. */
    @Test
    void withoutMomentumHeavyBallIsGradientDescent() {
        RunConstants descent =
                Problems.constants(valley("1", "1/1000", "gradient descent", "2/eta", 300), RunOptions.defaults());
        RunConstants heavy = Problems.constants(
                valley("1", "1/1000", "heavy ball without momentum", "2/eta", 300), RunOptions.defaults());

        assertThat(heavy.coupling().orElseThrow().value())
                .isCloseTo(descent.coupling().orElseThrow().value(), within(1e-8));
        assertThat(heavy.sharpness().orElseThrow().value())
                .isCloseTo(descent.sharpness().orElseThrow().value(), within(1e-8));
    }

    /** With nu = 1 quasi-hyperbolic momentum is heavy ball with the step size (1 - m) eta. */
    @Test
    void quasiHyperbolicMomentumIsHeavyBallAtOne() {
        RunConstants quasi =
                Problems.constants(valley("1", "1/1000", "quasi-hyperbolic at one", "20", 200), RunOptions.defaults());
        RunConstants heavy = Problems.constants(
                valley("1", "1/1000", "heavy ball", "20", 200).with("eta", Expression.constant(new BigFraction(3, 20))),
                RunOptions.defaults());

        assertThat(quasi.epsilon().orElseThrow().value())
                .isCloseTo(heavy.epsilon().orElseThrow().value(), within(1e-12));
        assertThat(quasi.coupling().orElseThrow().value())
                .isCloseTo(heavy.coupling().orElseThrow().value(), within(1e-7));
    }

    @Test
    void manyDigitsAgreeWithDoubles() {
        Problem problem = valley("1", "1/1000", "Nesterov", "5", 120);
        List<Double> deviations = new ArrayList<>();
        Problems.verify(
                problem,
                new DecimalBackend(30),
                RunOptions.defaults(),
                List.<StepObserver<Dfp>>of(
                        step -> deviations.add(step.deviation().getReal())));
        Problems.verify(problem, new CompiledBackend(), RunOptions.defaults(), List.of(step -> assertThat(
                        step.deviation().getReal())
                .isCloseTo(deviations.get(step.t()), within(1e-12))));
    }

    /** What is read of the copies is on the way from a start below the edge, found by the optimizer's own iterates. */
    @Test
    void theEdgeIsMetFromBelow() {
        Problem problem = Problems.risingValley("7").horizon("60").problem();
        List<Double> norms = new ArrayList<>();
        Verification verification = Problems.verify(
                problem,
                new CompiledBackend(),
                new RunOptions(ProjectionMethod.EXACT, PredictedFrame.MOVING, Optional.empty()),
                List.of(step -> norms.add(Norm.of(step.theta()).getReal())));

        assertThat(verification.edgeStep().orElseThrow()).isGreaterThan(10);
        assertThat(verification.isComplete()).isTrue();
        assertThat(norms).hasSize(61);
    }
}
