package org.selfstab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.run.RunOptions;

/** The horizon of problems that state none: three periods of the oscillation, theory.md section 7. */
class HorizonTest {

    /** {@code epsilon = 3e-3}. */
    private static ProblemBuilder valley(String x, String y) {
        return Problems.straightValley("1/10000").start("x", x).start("y", y);
    }

    private static int steps(ProblemBuilder problem, StepObserver<Binary64> observer) {
        return Problems.verify(problem.problem(), new CompiledBackend(), RunOptions.defaults(), List.of(observer))
                .constants()
                .orElseThrow()
                .steps();
    }

    private static int steps(ProblemBuilder problem) {
        return steps(problem, step -> {});
    }

    /** How often the iterates have turned about the fixed point of the reduced dynamics. */
    private static final class Turns implements StepObserver<Binary64> {

        private double turned;
        private double previous = Double.NaN;

        @Override
        public void observe(CoupledStep<Binary64> step) {
            double phase = ReducedState.of(
                            step.x(),
                            step.y(),
                            step.geometry().alpha(),
                            step.geometry().beta())
                    .phase();
            turned -= Double.isNaN(previous) ? 0 : Math.IEEEremainder(phase - previous, 2 * Math.PI);
            previous = phase;
        }
    }

    /** X_0 = sqrt(x_0^2/(2 epsilon)) and Y_0 = 0; the iterates turn three times. */
    @ParameterizedTest
    @CsvSource({"1/2", "1/10", "1/1000", "2"})
    void showsThreePeriods(String ratio) {
        ProblemBuilder problem = valley(ratio + "*sqrt(2*e)", "2/eta");
        double x = new CompiledBackend()
                        .valueOf(problem.problem().startPoint().get(0))
                        .getReal()
                / Math.sqrt(2e-4);
        double period = new ReducedLevel<>(new Binary64((x * x - 1 - 2 * Math.log(x)) / 2))
                .period()
                .getReal();
        Turns turns = new Turns();
        int steps = steps(problem, turns);
        assertThat((double) steps).isCloseTo(3.15 * period / 3e-3, within(0.005 * steps));
        assertThat(turns.turned / (2 * Math.PI)).isBetween(3.0, 3.3);
    }

    @Test
    void smallOscillationsTakeFourteenOverEps() {
        assertThat(steps(valley("99/100*sqrt(2*e)", "2/eta"))).isBetween(4650, 4670);
    }

    /** Without any oscillation none grows, so that there is no period to show. */
    @Test
    void aStartOnTheTrajectoryRunsAsSmallOscillationsDo() {
        assertThat(steps(valley("0", "2/eta - 1/100"))).isBetween(4650, 4670);
    }

    @Test
    void theStepLimitHolds() {
        assertThat(steps(Problems.straightValley("1/10000").maxSteps(100))).isEqualTo(100);
    }
}
