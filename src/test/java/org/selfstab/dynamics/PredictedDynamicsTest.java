package org.selfstab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunOptions;

/** The three forms of the predicted dynamics, and the closed sum (12) beside the stepped ones. */
class PredictedDynamicsTest {

    private static final Binary64 ETA = new Binary64(0.3);

    /** A valley whose floor bends, so that u turns along the edge. */
    private static final Problem CURVED_VALLEY = ProblemBuilder.of(
                    "curved valley", "sqrt(y^2 + w^2)*(x - w^2/4)^2/2 - e*y")
            .parameter("eta", "3/10")
            .parameter("e", "1/100")
            .start("x", "32/100")
            .start("y", "524/100")
            .start("w", "1")
            .atEdge()
            .problem();

    @ParameterizedTest
    @ValueSource(strings = {"0", "1/2", "1"})
    void theClosedSumIsTheMovingFrameStepped(String z) {
        List<CoupledStep<Binary64>> run = run(Problems.valley(z, "1e-2"), PredictedFrame.MOVING);
        assertClosedSum(run, 1e-15);
    }

    @Test
    void theClosedSumIsTheMovingFrameSteppedWhereUTurns() {
        List<CoupledStep<Binary64>> run = run(CURVED_VALLEY, PredictedFrame.MOVING);
        double turn = run.get(0)
                .geometry()
                .u()
                .dotProduct(run.get(120).geometry().u())
                .getReal();

        assertThat(turn).isLessThan(0.9999);
        assertClosedSum(run, 1e-15);
    }

    /** In the ambient form (12) holds only up to the rotation of u between steps: small, but not rounding. */
    @Test
    void theClosedSumHoldsForTheAmbientFormUpToTheRotationOfU() {
        List<CoupledStep<Binary64>> run = run(CURVED_VALLEY, PredictedFrame.AMBIENT);
        double error = closedSumError(run);

        assertThat(error).isBetween(1e-12, 1e-3);
    }

    @Test
    void betaOfOneStepIsTheProductOfTheGradients() {
        List<CoupledStep<Binary64>> run = run(Problems.diskValley("1e-3"), PredictedFrame.MOVING);
        Propagator<Binary64> propagator = propagator(run);
        double product = run.get(8)
                .geometry()
                .gradSPerp()
                .dotProduct(run.get(7).geometry().gradSPerp())
                .getReal();

        assertThat(propagator.beta(7, 8).getReal()).isEqualTo(product);
    }

    /** Where u does not turn and the loss along u is exactly cubic, all three forms are one. */
    @Test
    void theThreeFormsNearlyAgreeOnTheStraightValley() {
        Problem straight = Problems.valley("0", "1e-4");
        List<CoupledStep<Binary64>> moving = run(straight, PredictedFrame.MOVING);
        List<CoupledStep<Binary64>> ambient = run(straight, PredictedFrame.AMBIENT);
        List<CoupledStep<Binary64>> generalised = run(straight, PredictedFrame.GENERALISED);

        for (int t = 0; t < moving.size(); t++) {
            double x = moving.get(t).predictedX().getReal();
            assertThat(ambient.get(t).predictedX().getReal()).isCloseTo(x, within(1e-5));
            assertThat(generalised.get(t).predictedX().getReal()).isCloseTo(x, within(1e-5));
        }
        assertThat(ambient.get(5).predictedX()).isNotEqualTo(generalised.get(5).predictedX());
    }

    private static void assertClosedSum(List<CoupledStep<Binary64>> run, double perStep) {
        assertThat(closedSumError(run)).isLessThan(perStep * run.size());
    }

    private static double closedSumError(List<CoupledStep<Binary64>> run) {
        Propagator<Binary64> propagator = propagator(run);
        List<Binary64> x = run.stream().map(CoupledStep::predictedX).toList();
        double largest = 0;
        for (CoupledStep<Binary64> step : run) {
            Binary64 closed = propagator.closedSum(step.t(), run.get(0).predicted(), x);
            largest = Math.max(largest, closed.subtract(step.predictedY()).abs().getReal());
        }
        return largest;
    }

    private static Propagator<Binary64> propagator(List<CoupledStep<Binary64>> run) {
        List<LocalGeometry<Binary64>> trajectory =
                run.stream().map(CoupledStep::geometry).toList();
        return new Propagator<>(trajectory, ETA);
    }

    private static List<CoupledStep<Binary64>> run(Problem problem, PredictedFrame frame) {
        List<CoupledStep<Binary64>> steps = new ArrayList<>();
        Problems.verify(
                problem,
                new CompiledBackend(),
                new RunOptions(ProjectionMethod.EXACT, frame, Optional.of(120)),
                List.of(steps::add));
        return steps;
    }
}
