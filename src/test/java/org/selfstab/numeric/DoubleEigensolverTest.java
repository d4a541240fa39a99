package org.selfstab.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The double-precision solver where squares of entries underflow; two rows and three are solved in different ways. */
class DoubleEigensolverTest {

    private final DoubleEigensolver solver = new DoubleEigensolver();

    /** The Hessian of y x^2/2 at (x, 20/3): its eigenvalues are 20/3 and 0 up to terms in x^2. */
    @ParameterizedTest
    @ValueSource(
            doubles = {1e-100, 1e-140, 1e-150, 1e-154, 1e-158, 1e-160, 3e-162, 1e-165, 1e-200, 1e-300, 0x1p-1074, 0.0})
    void coupledByNextToNothing(double x) {
        Eigensystem<Binary64> eigensystem = solver.solve(symmetric(20.0 / 3.0, x, 0.0));

        assertThat(eigensystem.top().getReal()).isCloseTo(20.0 / 3.0, within(1e-14));
        assertThat(eigensystem.values().get(1).getReal()).isCloseTo(0.0, within(1e-14));
        FieldVector<Binary64> u = eigensystem.vectors().get(0);
        assertThat(Math.abs(u.getEntry(0).getReal())).isCloseTo(1.0, within(1e-15));
        assertThat(u.getEntry(1).getReal()).isCloseTo(0.0, within(1e-15));
    }

    /** (2 1; 1 2) has the eigenvalues 3 and 1, in any unit. */
    @ParameterizedTest
    @ValueSource(doubles = {0x1p-1060, 1e-200, 1e-155, 1.0, 1e155, 1e300})
    void anyUnit(double unit) {
        Eigensystem<Binary64> eigensystem = solver.solve(symmetric(2.0 * unit, unit, 2.0 * unit));

        assertThat(eigensystem.top().getReal() / unit).isCloseTo(3.0, within(1e-4 * ulpsOf(unit) + 1e-14));
        assertThat(eigensystem.values().get(1).getReal() / unit).isCloseTo(1.0, within(1e-4 * ulpsOf(unit) + 1e-14));
    }

    /** The third row stands apart, with an eigenvalue below the other two. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-100, 1e-140, 1e-154, 1e-160, 1e-165, 1e-200, 1e-300, 0x1p-1074, 0.0})
    void threeRowsCoupledByNextToNothing(double x) {
        Eigensystem<Binary64> eigensystem = solver.solve(withThirdRow(symmetric(20.0 / 3.0, x, 0.0), x, -1.0));

        assertThat(eigensystem.top().getReal()).isCloseTo(20.0 / 3.0, within(1e-14));
        assertThat(eigensystem.values().get(1).getReal()).isCloseTo(0.0, within(1e-14));
        assertThat(eigensystem.values().get(2).getReal()).isCloseTo(-1.0, within(1e-14));
        assertThat(Math.abs(eigensystem.vectors().get(0).getEntry(0).getReal())).isCloseTo(1.0, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1e-155, 1.0, 1e155, 1e300})
    void threeRowsInAnyUnit(double unit) {
        Eigensystem<Binary64> eigensystem =
                solver.solve(withThirdRow(symmetric(2.0 * unit, unit, 2.0 * unit), 0.0, -unit));

        assertThat(eigensystem.top().getReal() / unit).isCloseTo(3.0, within(1e-14));
        assertThat(eigensystem.values().get(1).getReal() / unit).isCloseTo(1.0, within(1e-14));
        assertThat(eigensystem.values().get(2).getReal() / unit).isCloseTo(-1.0, within(1e-14));
    }

    private static FieldMatrix<Binary64> withThirdRow(FieldMatrix<Binary64> two, double off, double diagonal) {
        FieldMatrix<Binary64> three = MatrixUtils.createFieldMatrix(Binary64Field.getInstance(), 3, 3);
        three.setSubMatrix(two.getData(), 0, 0);
        three.setEntry(0, 2, new Binary64(off));
        three.setEntry(2, 0, new Binary64(off));
        three.setEntry(2, 2, new Binary64(diagonal));
        return three;
    }

    /** One where the unit is subnormal and carries few digits, else zero. */
    private static double ulpsOf(double unit) {
        return unit < Double.MIN_NORMAL ? 1.0 : 0.0;
    }

    private static FieldMatrix<Binary64> symmetric(double a, double b, double d) {
        FieldMatrix<Binary64> matrix = MatrixUtils.createFieldMatrix(Binary64Field.getInstance(), 2, 2);
        matrix.setEntry(0, 0, new Binary64(a));
        matrix.setEntry(0, 1, new Binary64(b));
        matrix.setEntry(1, 0, new Binary64(b));
        matrix.setEntry(1, 1, new Binary64(d));
        return matrix;
    }
}
