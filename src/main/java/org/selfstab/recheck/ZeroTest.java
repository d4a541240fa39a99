package org.selfstab.recheck;

import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;

/**
 * Krawczyk's test of a zero that a certificate states: with any matrix Y, {@code z - Y (F(z) - s) + (I - Y F'(Z))(Z - z)} inside the
 * box Z proves that F = s has exactly one solution in Z, and that it lies in that set.
 */
final class ZeroTest {

    private final Decimals decimals;
    private final FieldVector<DecimalInterval> centre;
    private final FieldMatrix<DecimalInterval> preconditioner;
    private final FieldVector<DecimalInterval> correction;
    private final FieldVector<DecimalInterval> fixed;

    /**
     * A test about a centre.
     *
     * @param centre z, N exact numbers
     * @param residual contains {@code F(z) - s}
     * @param jacobian {@code F'(z)}, or about it
     * @param shifted how many of the first entries of s are uncertain
     * @param distance how far, in the Euclidean norm, they may lie off
     */
    ZeroTest(
            Decimals decimals,
            FieldVector<DecimalInterval> centre,
            FieldVector<DecimalInterval> residual,
            FieldMatrix<DecimalInterval> jacobian,
            int shifted,
            DecimalInterval distance) {
        this(
                decimals,
                centre,
                residual,
                shifted,
                distance,
                decimals.aboutInverse(jacobian)
                        .orElseThrow(() -> new RejectedException("the Jacobian at a stated zero is singular")));
    }

    /**
     * A test of one zero with a given Y, whatever it is.
     *
     * @param preconditioner Y
     */
    ZeroTest(
            Decimals decimals,
            FieldVector<DecimalInterval> centre,
            FieldVector<DecimalInterval> residual,
            FieldMatrix<DecimalInterval> preconditioner) {
        this(decimals, centre, residual, 0, decimals.field().getZero(), preconditioner);
    }

    /**
     * A test about a centre with a given Y, whatever it is.
     *
     * @param shifted how many of the first entries of s are uncertain
     * @param distance how far, in the Euclidean norm, they may lie off
     * @param preconditioner Y
     */
    ZeroTest(
            Decimals decimals,
            FieldVector<DecimalInterval> centre,
            FieldVector<DecimalInterval> residual,
            int shifted,
            DecimalInterval distance,
            FieldMatrix<DecimalInterval> preconditioner) {
        this.decimals = decimals;
        this.centre = centre;
        this.preconditioner = preconditioner;
        this.correction = preconditioner.operate(residual);
        this.fixed = new ArrayFieldVector<>(decimals.field(), centre.getDimension());
        for (int i = 0; i < centre.getDimension(); i++) {
            DecimalInterval shift = shifted == 0
                    ? decimals.field().getZero()
                    : decimals.norm(preconditioner.getRowVector(i).getSubVector(0, shifted))
                            .multiply(distance);
            fixed.setEntry(i, correction.getEntry(i).mag().add(shift).mag());
        }
    }

    /** Bounds on the entries of {@code (I - Y F'(Z))(Z - z)}. */
    FieldVector<DecimalInterval> contraction(
            FieldMatrix<DecimalInterval> jacobianOverBox, FieldVector<DecimalInterval> box) {
        int n = box.getDimension();
        FieldMatrix<DecimalInterval> deviation =
                decimals.identity(n).subtract(preconditioner.multiply(jacobianOverBox));
        FieldVector<DecimalInterval> bounds = new ArrayFieldVector<>(decimals.field(), n);
        for (int i = 0; i < n; i++) {
            DecimalInterval bound = decimals.field().getZero();
            for (int j = 0; j < n; j++) {
                bound = bound.add(deviation.getEntry(i, j).mag().multiply(box.getEntry(j)));
            }
            bounds.setEntry(i, bound);
        }
        return bounds;
    }

    /** Whether the test passes in a box, whose half-widths are positive, and shows that the solution is within some radii. */
    boolean passes(
            FieldVector<DecimalInterval> contraction,
            FieldVector<DecimalInterval> box,
            FieldVector<DecimalInterval> radii) {
        FieldVector<DecimalInterval> needed = needed(contraction);
        boolean passes = true;
        for (int i = 0; i < box.getDimension(); i++) {
            // a stated half-width below 0 would make the bounds on its products negative, and they would prove anything
            passes &= box.getEntry(i).isPositive()
                    && box.getEntry(i).isAbove(needed.getEntry(i))
                    && needed.getEntry(i).mag().isAtMost(radii.getEntry(i));
        }
        return passes;
    }

    /** The least radii that a test with this contraction shows. */
    FieldVector<DecimalInterval> needed(FieldVector<DecimalInterval> contraction) {
        return fixed.add(contraction);
    }

    /** {@code z - Y (F(z) - s)}, about: the centre after a step of Newton's method. */
    FieldVector<DecimalInterval> corrected() {
        return decimals.middle(centre.subtract(correction));
    }

    /** The Euclidean distance of the solution's first entries from the centre's is at most this. */
    DecimalInterval distance(FieldVector<DecimalInterval> contraction, int shifted, DecimalInterval distance) {
        FieldMatrix<DecimalInterval> block = preconditioner.getSubMatrix(0, shifted - 1, 0, shifted - 1);
        return decimals.norm(correction.getSubVector(0, shifted))
                .add(new SymmetricBounds(decimals).norm(block).multiply(distance))
                .add(decimals.norm(contraction.getSubVector(0, shifted)));
    }

    FieldVector<DecimalInterval> centre() {
        return centre;
    }
}
