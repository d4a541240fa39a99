package org.selfstab.recheck;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;

/**
 * An eigenpair of all symmetric members of an interval matrix, near the top one of the midpoints, by Krawczyk's test of {@code H u = S u, (u .
 * u - 1)/2 = 0} in a box that grows until it passes.
 */
final class TopPair {

    private static final int ATTEMPTS = 12;
    /** Newton's method doubles the digits of the guess in doubles each time; at 160 digits it takes four. */
    private static final int REFINEMENTS = 4;

    private final Decimals decimals;
    private final FieldMatrix<DecimalInterval> hessian;
    private final int n;

    TopPair(Decimals decimals, FieldMatrix<DecimalInterval> hessian) {
        this.decimals = decimals;
        this.hessian = hessian;
        this.n = hessian.getRowDimension();
    }

    /**
     * Contains u and S of every member, n + 1 numbers; empty if the test does not pass.
     *
     * @throws RejectedException if the matrix is too large for doubles, or its eigenvalue nearly double
     */
    Optional<FieldVector<DecimalInterval>> enclosure() {
        ZeroTest test = test(centre(), hessian);
        FieldVector<DecimalInterval> radii = grown(test.needed(decimals.zeros(n + 1)), test.centre());
        for (int i = 0; i < ATTEMPTS; i++) {
            FieldVector<DecimalInterval> box = decimals.around(test.centre(), radii);
            FieldVector<DecimalInterval> needed =
                    test.needed(test.contraction(jacobian(decimals, hessian, box), radii));
            if (isInside(needed, radii)) {
                return Optional.of(decimals.around(test.centre(), needed));
            }
            radii = grown(needed, test.centre());
        }
        return Optional.empty();
    }

    private FieldVector<DecimalInterval> centre() {
        FieldMatrix<DecimalInterval> middle = decimals.middles(hessian);
        FieldVector<DecimalInterval> u = new SymmetricBounds(decimals).topDirection(hessian);
        FieldVector<DecimalInterval> centre = u.append(u.dotProduct(middle.operate(u)));
        for (int i = 0; i < REFINEMENTS; i++) {
            centre = test(decimals.middle(centre), middle).corrected();
        }
        return centre;
    }

    private ZeroTest test(FieldVector<DecimalInterval> centre, FieldMatrix<DecimalInterval> matrix) {
        FieldVector<DecimalInterval> u = centre.getSubVector(0, n);
        DecimalInterval length = Decimals.squareSum(u).subtract(1.0).multiply(decimals.half());
        FieldVector<DecimalInterval> residual =
                matrix.operate(u).subtract(u.mapMultiply(centre.getEntry(n))).append(length);
        return new ZeroTest(
                decimals,
                centre,
                residual,
                jacobian(decimals, matrix, centre),
                0,
                decimals.field().getZero());
    }

    /** The derivative of the equations by u and S. */
    static FieldMatrix<DecimalInterval> jacobian(
            Decimals decimals, FieldMatrix<DecimalInterval> hessian, FieldVector<DecimalInterval> unknowns) {
        int n = hessian.getRowDimension();
        FieldMatrix<DecimalInterval> jacobian = decimals.zero(n + 1);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                jacobian.setEntry(i, j, hessian.getEntry(i, j));
            }
            jacobian.setEntry(i, i, hessian.getEntry(i, i).subtract(unknowns.getEntry(n)));
            jacobian.setEntry(i, n, unknowns.getEntry(i).negate());
            jacobian.setEntry(n, i, unknowns.getEntry(i));
        }
        return jacobian;
    }

    private FieldVector<DecimalInterval> grown(
            FieldVector<DecimalInterval> radii, FieldVector<DecimalInterval> centre) {
        BigDecimal rounding =
                BigDecimal.ONE.scaleByPowerOfTen(3 - decimals.field().digits());
        DecimalInterval scale = decimals.norm(centre).mag();
        FieldVector<DecimalInterval> grown = radii.copy();
        for (int i = 0; i < radii.getDimension(); i++) {
            grown.setEntry(
                    i,
                    radii.getEntry(i)
                            .mag()
                            .multiply(2)
                            .add(scale.multiply(decimals.field().of(rounding)))
                            .mag());
        }
        return grown;
    }

    private static boolean isInside(FieldVector<DecimalInterval> needed, FieldVector<DecimalInterval> radii) {
        return IntStream.range(0, radii.getDimension())
                .allMatch(i -> radii.getEntry(i).isAbove(needed.getEntry(i)));
    }
}
