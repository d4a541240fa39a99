package org.selfstab.geometry.unstable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.selfstab.ProblemBuilder;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.numeric.ArrayVectors;
import org.selfstab.numeric.SymmetricMatrices;

/** The nearest point of the stable set of several eigenvalues, theory.md (37). */
class UnstableProjectionTest {

    private static final double EDGE = 20.0 / 3.0;

    private static CompiledLoss loss(String variables, String loss) {
        ProblemBuilder problem = ProblemBuilder.of("loss", loss).parameter("eta", "3/10");
        for (String name : variables.split(",", -1)) {
            problem = problem.start(name, "1");
        }
        return CompiledLoss.of(DerivedLoss.of(problem.problem()));
    }

    private static UnstableProjection.Nearest project(CompiledLoss loss, int k, double... theta) {
        return new UnstableProjection(new UnstableSpaces(loss.derivativeKernel(), k), EDGE).project(theta);
    }

    private static CompiledLoss matrix() {
        return loss("x1,x2,y1,y2,y3", "(y1*x1^2 + y2*x2^2 + 2*y3*x1*x2)/2");
    }

    /** Where x is 0 the Hessian is the matrix y, so that the projection is that of y to matrices below the edge, in the metric of (y1, y2, y3). */
    @Test
    void projectsAMatrixBelowTheEdge() {
        UnstableProjection.Nearest nearest = project(matrix(), 2, 0, 0, 8, 6, 0.5);

        double[] point = nearest.space().point();
        double lambda = SymmetricMatrices.spectrum(nearest.space().a()).values()[0];
        assertThat(lambda).isEqualTo(EDGE, within(1e-13));
        assertThat(nearest.multiplier().rank()).isEqualTo(1);
        assertThat(point[0]).isEqualTo(0, within(1e-14));
        assertIsNearest(nearest, new double[] {0, 0, 8, 6, 0.5});
    }

    /** Points of the set made at random: none is nearer. */
    private static void assertIsNearest(UnstableProjection.Nearest nearest, double[] theta) {
        Random random = new Random(20261129);
        for (int i = 0; i < 2000; i++) {
            double[] point = nearest.space().point().clone();
            for (int l = 2; l < point.length; l++) {
                point[l] += 0.3 * random.nextGaussian();
            }
            double mean = (point[2] + point[3]) / 2;
            double largest = mean + Math.hypot((point[2] - point[3]) / 2, point[4]);
            if (largest <= EDGE) {
                double[] difference = point.clone();
                ArrayVectors.add(-1.0, theta, difference);
                assertThat(ArrayVectors.norm(difference)).isGreaterThan(nearest.distance() - 1e-12);
            }
        }
    }

    @Test
    void holdsBothEigenvaluesWhereBothAreAbove() {
        UnstableProjection.Nearest nearest = project(matrix(), 2, 0, 0, 7, 8, 0.1);

        assertThat(nearest.multiplier().rank()).isEqualTo(2);
        assertThat(nearest.space().point()).containsExactly(new double[] {0, 0, EDGE, EDGE, 0}, within(1e-12));
    }

    @Test
    void leavesPointsOfTheInsideAlone() {
        UnstableProjection.Nearest nearest = project(matrix(), 2, 0, 0, 5, 4, 0.1);

        assertThat(nearest.onBoundary()).isFalse();
        assertThat(nearest.distance()).isEqualTo(0, within(1e-15));
    }

    /** First-order condition: what is left of the distance's gradient lies in the span of the constraints' gradients, with Z semidefinite. */
    @Test
    void isStationaryOnACurvedSet() {
        CompiledLoss curved =
                loss("x1,x2,y1,y2,w", "((y1 + w^2/2 + x1/2)*x1^2 + (y2 + sin(w)/3)*x2^2)/2 - (y1 + y2 + w)/50");
        double[] theta = {0.07, 0.05, EDGE, EDGE, 0.3};
        UnstableProjection.Nearest nearest = project(curved, 2, theta);

        double[] values = SymmetricMatrices.spectrum(nearest.multiplier().z()).values();
        assertThat(values[1]).isGreaterThan(-1e-12);
        assertThat(nearest.space().along(nearest.space().gradient()))
                .containsExactly(new double[] {0, 0}, within(1e-14));
        assertThat(nearest.space().eigenvalues()[0]).isLessThan(EDGE + 1e-13);
        // Any feasible move along the set's tangents is farther: compare with projections of nearby points.
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            double[] start = nearest.space().point().clone();
            for (int l = 0; l < start.length; l++) {
                start[l] += 0.02 * random.nextGaussian();
            }
            double[] other = project(curved, 2, start).space().point();
            ArrayVectors.add(-1.0, theta, other);
            assertThat(ArrayVectors.norm(other)).isGreaterThan(nearest.distance() - 1e-12);
        }
    }

    @Test
    void saysThatAnotherEigenvalueIsAboveTheEdge() {
        CompiledLoss three = loss("x1,x2,x3,y1,y2", "(y1*x1^2 + y2*x2^2)/2 + 7/2*x3^2");

        assertThatThrownBy(() -> project(three, 2, 0, 0, 0, 7.5, 7.5))
                .isInstanceOfSatisfying(
                        UnstableProjectionException.class,
                        failure -> assertThat(failure.isMoreUnstable()).isTrue());
    }

    /** The same loss among many variables that do not matter, where everything goes by products. */
    @Test
    void isTheSameWithoutMatrices() {
        StringBuilder variables = new StringBuilder("x1,x2,y1,y2,y3");
        StringBuilder loss =
                new StringBuilder("((y1 + x1/2)*x1^2 + (y2 + x2/4)*x2^2 + 2*y3*x1*x2)/2 - (y1 + 3/2*y2)/100");
        double[] theta = new double[40];
        for (int i = 5; i < 40; i++) {
            variables.append(",p").append(i);
            loss.append(" + p").append(i).append("^2/").append(i);
        }
        double[] few = {0.07, 0.13, EDGE, EDGE, 0};
        System.arraycopy(few, 0, theta, 0, 5);
        UnstableSpace dense = project(
                        loss(
                                "x1,x2,y1,y2,y3",
                                "((y1 + x1/2)*x1^2 + (y2 + x2/4)*x2^2 + 2*y3*x1*x2)/2 - (y1 + 3/2*y2)/100"),
                        2,
                        few)
                .space();
        UnstableSpace byProducts =
                project(loss(variables.toString(), loss.toString()), 2, theta).space();

        for (int i = 0; i < 5; i++) {
            assertThat(byProducts.point()[i]).isEqualTo(dense.point()[i], within(1e-11));
        }
        for (int i = 0; i < 4; i++) {
            assertThat(byProducts.alpha().data[i]).isEqualTo(dense.alpha().data[i], within(1e-11));
        }
        assertThat(byProducts.next()).isEqualTo(0.4, within(1e-6));
    }

    @Test
    void theBasisIsNearestToTheAxes() {
        UnstableSpace space =
                new UnstableSpaces(matrix().derivativeKernel(), 2).nearAxesAt(new double[] {0, 0, EDGE, EDGE, 0});

        assertThat(space.basis()[0]).containsExactly(new double[] {1, 0, 0, 0, 0}, within(1e-15));
        assertThat(space.basis()[1]).containsExactly(new double[] {0, 1, 0, 0, 0}, within(1e-15));
    }
}
