package org.selfstab.geometry;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** When Newton's method takes a step for the last one. */
class NewtonSearchTest {

    private static final double NORM = 1e-3;
    private static final double ULP = Math.ulp(1.0);

    /** Steps of one length, along none of which the residual falls. */
    private record Stuck(double length) implements NewtonSearch.Iteration {
        @Override
        public double prepareStep() {
            return length;
        }

        @Override
        public double residual() {
            return 8e-16;
        }

        @Override
        public boolean advance(double damping, double target) {
            return false;
        }
    }

    /** Near the origin the rounding of S/|grad S| is longer than that of theta. */
    @Test
    void aSmallStepWithoutDescentIsRounding() {
        double rounding = 5000 * ULP * NORM;

        assertThatCode(() -> new NewtonSearch("inside", ULP).converge(new Stuck(rounding), NORM))
                .doesNotThrowAnyException();
    }

    @Test
    void aLongStepWithoutDescentIsAFailure() {
        assertThatThrownBy(() -> new NewtonSearch("inside", ULP).converge(new Stuck(1e-6), NORM))
                .isInstanceOf(ProjectionException.class)
                .hasMessage("inside: no descent along the Newton step; residual 8.0E-16");
    }
}
