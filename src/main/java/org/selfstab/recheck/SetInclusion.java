package org.selfstab.recheck;

import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;

/**
 * A stated set {@code centre + Q z}, {@code |z_i| <= radii_i}. A point is a member if z, which satisfies {@code z = Q'w + (I - Q'Q) z}
 * with w the point's distance from the centre, is within the radii.
 */
final class SetInclusion {

    private final Decimals decimals;
    private final FieldVector<DecimalInterval> centre;
    private final FieldMatrix<DecimalInterval> frame;
    private final FieldVector<DecimalInterval> radii;

    SetInclusion(Decimals decimals, CertificateRecords.Set set) {
        this.decimals = decimals;
        this.centre = decimals.vector(set.centre());
        this.frame = decimals.matrix(set.frame());
        this.radii = decimals.vector(set.radii());
        for (DecimalInterval radius : radii.toArray()) {
            RejectedException.unless(radius.lower().signum() >= 0, "a radius is negative");
        }
    }

    FieldVector<DecimalInterval> centre() {
        return centre;
    }

    FieldMatrix<DecimalInterval> frame() {
        return frame;
    }

    FieldVector<DecimalInterval> radii() {
        return radii;
    }

    /** A box that contains all members. */
    FieldVector<DecimalInterval> box() {
        FieldVector<DecimalInterval> z = radii.copy();
        for (int i = 0; i < z.getDimension(); i++) {
            z.setEntry(i, radii.getEntry(i).symmetricHull());
        }
        return centre.add(frame.operate(z));
    }

    /** No member is farther from the centre. */
    DecimalInterval radius() {
        return new SymmetricBounds(decimals)
                .norm(frame)
                .multiply(decimals.norm(radii))
                .mag();
    }

    /** Whether a point, or any point of a box, is a member. */
    boolean contains(FieldVector<DecimalInterval> points) {
        int n = centre.getDimension();
        return containsImage(
                points,
                decimals.identity(n).scalarMultiply(decimals.field().getZero()),
                new ArrayFieldVector<>(decimals.field(), n),
                decimals.field().getZero());
    }

    /**
     * Whether all points {@code m + A z' + b} are members.
     *
     * @param m contains the image of a centre
     * @param a contains the derivatives times a frame
     * @param bounds those on |z'|
     * @param ball the Euclidean norm of b is at most this
     */
    boolean containsImage(
            FieldVector<DecimalInterval> m,
            FieldMatrix<DecimalInterval> a,
            FieldVector<DecimalInterval> bounds,
            DecimalInterval ball) {
        int n = centre.getDimension();
        FieldMatrix<DecimalInterval> transpose = frame.transpose();
        FieldMatrix<DecimalInterval> defect = decimals.identity(n).subtract(transpose.multiply(frame));
        FieldVector<DecimalInterval> offset = transpose.operate(m.subtract(centre));
        FieldMatrix<DecimalInterval> onFrame = transpose.multiply(a);
        FieldVector<DecimalInterval> first = new ArrayFieldVector<>(decimals.field(), n);
        DecimalInterval largest = decimals.field().getZero();
        DecimalInterval defectNorm = decimals.field().getZero();
        for (int i = 0; i < n; i++) {
            DecimalInterval size = offset.getEntry(i)
                    .mag()
                    .add(product(onFrame.getRowVector(i), bounds))
                    .add(decimals.norm(transpose.getRowVector(i)).multiply(ball));
            first.setEntry(i, size);
            largest = largest.max(size.mag());
            defectNorm = defectNorm.max(product(
                    defect.getRowVector(i),
                    new ArrayFieldVector<>(n, decimals.field().getOne())));
        }
        if (!decimals.field().getOne().isAbove(defectNorm)) {
            return false;
        }
        // |z| <= largest / (1 - defectNorm) in the maximum norm, so that |z_i| is at most first_i and what the defect
        // adds
        DecimalInterval excess =
                defectNorm.multiply(largest).divide(decimals.field().getOne().subtract(defectNorm));
        boolean contained = true;
        for (int i = 0; i < n; i++) {
            DecimalInterval size = first.getEntry(i).add(product(defect.getRowVector(i), first.mapAdd(excess.mag())));
            contained &= size.mag().isAtMost(radii.getEntry(i));
        }
        return contained;
    }

    /** A bound on the product of a row with a vector of bounds. */
    private DecimalInterval product(FieldVector<DecimalInterval> row, FieldVector<DecimalInterval> bounds) {
        DecimalInterval sum = decimals.field().getZero();
        for (int j = 0; j < row.getDimension(); j++) {
            sum = sum.add(row.getEntry(j).mag().multiply(bounds.getEntry(j).mag()));
        }
        return sum.mag();
    }
}
