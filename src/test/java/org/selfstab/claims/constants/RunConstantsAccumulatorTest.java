package org.selfstab.claims.constants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verification;
import org.selfstab.claims.conditions.DriftFromDouble;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Descent;
import org.selfstab.dynamics.Model;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.numeric.ArgMax;
import org.selfstab.problem.Problem;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Extremum;

class RunConstantsAccumulatorTest {

    /** Progressive sharpening that ends: along the floor alpha is (1/20 - w)/10, and w grows by about 1/25 in a step. */
    private static final Problem SHARPENING_THAT_ENDS = ProblemBuilder.of(
                    "a valley that sharpens less and less as w grows", "y*x^2/2 - (1/20 - w)*y/10 - 8*w/10")
            .parameter("eta", "3/10")
            .start("x", "1/20")
            .start("y", "2/eta")
            .start("w", "0")
            .atEdge()
            .horizon("10")
            .problem();

    @Test
    void deltaUndefinedAtSomeStepLeavesEveryConstantInItsUnitsUndefined() {
        List<CoupledStep<Binary64>> steps = new ArrayList<>();
        Verification run = Problems.verify(
                SHARPENING_THAT_ENDS, new CompiledBackend(), RunOptions.defaults(), List.of(steps::add));
        RunConstants constants = run.constants().orElseThrow();
        CoupledStep<Binary64> first = steps.stream()
                .filter(step -> !step.geometry().hasOscillation())
                .findFirst()
                .orElseThrow();

        assertThat(steps.get(0).geometry().hasOscillation()).isTrue();
        assertThat(first.t()).isPositive();
        assertThat(constants.undefinedOscillation())
                .contains(new Extremum(first.geometry().alpha().getReal(), first.t()));
        assertThat(constants.epsilon()).isEmpty();
        assertThat(constants.delta()).isEmpty();
        assertThat(constants.coupling()).isEmpty();
        assertThat(constants.loss()).isEmpty();
        assertThat(constants.sharpness()).isEmpty();
        assertThat(constants.minX()).isEmpty();
        assertThat(constants.minAlignment()).isEmpty();
        assertThat(constants.maxSecondEigenvalue()).isPresent();
        assertThat(run.isComplete()).isFalse();
    }

    /** Every constant recomputed from the steps themselves by its formula in theory.md section 7. */
    @Test
    void constantsAreTheSmallestThatMakeTheConclusionsTrue() {
        List<CoupledStep<Binary64>> steps = new ArrayList<>();
        Verification run = Problems.verify(
                Problems.valley("1", "1e-2"), new CompiledBackend(), RunOptions.defaults(), List.of(steps::add));
        RunConstants constants = run.constants().orElseThrow();
        double eta = 0.3;
        double epsilon = steps.stream()
                .mapToDouble(s -> eta * Math.sqrt(s.geometry().alpha().getReal()))
                .max()
                .orElseThrow();
        double delta = steps.stream()
                .mapToDouble(s -> Math.sqrt(
                        2 * s.geometry().alpha().getReal() / s.geometry().beta().getReal()))
                .max()
                .orElseThrow();
        double deviation =
                steps.stream().mapToDouble(s -> s.deviation().getReal()).max().orElseThrow();

        assertThat(constants.epsilon().orElseThrow().value()).isCloseTo(epsilon, within(1e-15));
        assertThat(constants.delta().orElseThrow().value()).isCloseTo(delta, within(1e-15));
        Extremum coupling = constants.coupling().orElseThrow();
        assertThat(coupling.value()).isCloseTo(deviation / (epsilon * delta), within(1e-10));
        assertThat(steps.get(coupling.step()).deviation().getReal()).isEqualTo(deviation);
    }

    @Test
    void whatIsNotANumberIsNotHiddenByLaterValues() {
        ArgMax largest = ArgMax.largest();
        largest.include(1, 0);
        largest.include(Double.NaN, 1);
        largest.include(2, 2);
        ArgMax smallest = ArgMax.smallest();
        smallest.include(Double.NaN, 0);
        smallest.include(2, 1);

        assertThat(largest.get()).contains(new Extremum(Double.NaN, 1));
        assertThat(smallest.get()).contains(new Extremum(Double.NaN, 0));
    }

    @Test
    void extremesNameTheFirstStepThatAttainsThem() {
        ArgMax largest = ArgMax.largest();
        assertThat(largest.get()).isEmpty();
        List.of(1.0, 3.0, 2.0, 3.0).forEach(value -> largest.include(value, value.intValue()));
        ArgMax smallest = ArgMax.smallest();
        smallest.include(5, 0);
        smallest.include(4, 1);
        smallest.include(4, 2);

        assertThat(largest.get()).contains(new Extremum(3, 3));
        assertThat(smallest.get()).contains(new Extremum(4, 1));
    }

    /** The drift is found again from both trajectories. */
    @Test
    void driftFromDoubleIsTheLargestDistanceOfTheIterates() {
        Problem problem = Problems.valley("1", "1e-2");
        DecimalBackend decimal = new DecimalBackend(30);
        Model<Binary64> rounded = Model.of(problem, Problems.derivatives(problem), new CompiledBackend());
        var drift = new DriftFromDouble<org.hipparchus.dfp.Dfp>(rounded::descent);
        Descent<Binary64> descent = rounded.descent(rounded.start());
        double[] largest = {0};
        assertThat(drift.result()).isEmpty();

        Problems.verify(
                problem,
                decimal,
                new RunOptions(ProjectionMethod.EXACT, PredictedFrame.MOVING, Optional.of(25)),
                List.of(drift, step -> {
                    if (step.t() > 0) {
                        descent.step();
                    }
                    double dx = step.theta()
                            .getEntry(0)
                            .subtract(descent.iterate().getEntry(0).getReal())
                            .getReal();
                    double dy = step.theta()
                            .getEntry(1)
                            .subtract(descent.iterate().getEntry(1).getReal())
                            .getReal();
                    largest[0] = Math.max(largest[0], Math.hypot(dx, dy));
                }));

        assertThat(drift.result().orElseThrow().value()).isCloseTo(largest[0], within(1e-25));
        assertThat(largest[0]).isBetween(1e-17, 1e-13);
    }
}
