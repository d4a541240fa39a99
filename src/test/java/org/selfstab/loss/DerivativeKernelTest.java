package org.selfstab.loss;

import static org.assertj.core.api.Assertions.assertThat;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.selfstab.AnalyticLosses;
import org.selfstab.numeric.DoubleMatrix;
import org.selfstab.numeric.DoubleVector;

/** A loss's derivatives in arrays beside those in objects: the same code, so the same numbers. */
class DerivativeKernelTest {

    private static final double[] HERE = {0.1, 2.2, 2.8};
    private static final double[] ELSEWHERE = {-0.2, 2.5, 2.1};
    private static final double[] A = {0.3, -0.5, 0.7};
    private static final double[] B = {1.1, 0.2, -0.4};

    private final CompiledLoss loss = CompiledLoss.of(AnalyticLosses.diskValley("1/100"));
    private final DerivativeKernel kernel = loss.derivativeKernel();
    private final double[] matrix = new double[9];

    @Test
    void derivativesAreThoseOfTheLossAtThePoint() {
        for (double[] point : new double[][] {HERE, ELSEWHERE, HERE}) {
            LossAtPoint<Binary64> expected = loss.at(DoubleVector.of(point));
            double[] gradient = new double[3];
            kernel.moveTo(point);

            kernel.gradient(gradient);
            assertThat(kernel.value()).isEqualTo(expected.value().getReal());
            assertThat(DoubleVector.of(gradient)).isEqualTo(expected.gradient());
            kernel.hessian(matrix);
            assertThat(found()).isEqualTo(expected.hessian());
            kernel.third(A, matrix);
            assertThat(found()).isEqualTo(expected.third(DoubleVector.of(A)));
            kernel.fourth(A, B, matrix);
            assertThat(found()).isEqualTo(expected.fourth(DoubleVector.of(A), DoubleVector.of(B)));
            kernel.third(B, matrix);
            assertThat(found()).isEqualTo(expected.third(DoubleVector.of(B)));
        }
    }

    private FieldMatrix<Binary64> found() {
        return DoubleMatrix.of(3, 3, matrix);
    }

    @Test
    void aSnapshotStaysWhereItWasTaken() {
        kernel.moveTo(HERE);
        LossAtPoint<Binary64> snapshot = kernel.snapshot();
        kernel.moveTo(ELSEWHERE);
        kernel.third(A, matrix);

        LossAtPoint<Binary64> expected = loss.at(DoubleVector.of(HERE));
        assertThat(snapshot.point()).isEqualTo(expected.point());
        assertThat(snapshot.value()).isEqualTo(expected.value());
        assertThat(snapshot.gradient()).isEqualTo(expected.gradient());
        assertThat(snapshot.hessian()).isEqualTo(expected.hessian());
        assertThat(snapshot.third(DoubleVector.of(A))).isEqualTo(expected.third(DoubleVector.of(A)));
        assertThat(snapshot.fourth(DoubleVector.of(A), DoubleVector.of(B)))
                .isEqualTo(expected.fourth(DoubleVector.of(A), DoubleVector.of(B)));
    }
}
