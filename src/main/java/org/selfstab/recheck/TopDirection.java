package org.selfstab.recheck;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;

/**
 * A direction d about the top eigenvectors u at all points of a box. The angle between d and u has a sine of at most
 * {@code |H d - c d|/((c - m) |d|)} if no second eigenvalue exceeds m, which is below c (Davis and Kahan).
 */
final class TopDirection {

    private final Decimals decimals;
    private final FieldVector<DecimalInterval> direction;
    private final DecimalInterval length;

    TopDirection(Decimals decimals, FieldVector<DecimalInterval> direction) {
        this.decimals = decimals;
        this.direction = direction;
        this.length = decimals.norm(direction);
    }

    /** {@code |d|}. */
    DecimalInterval length() {
        return length;
    }

    /** A bound on the tangent of the angle between d and the top eigenvectors of all members; the whole line where that may not be simple. */
    DecimalInterval tangentOfAngle(FieldMatrix<DecimalInterval> hessian) {
        if (direction.getDimension() == 1) {
            return decimals.field().getZero();
        }
        FieldVector<DecimalInterval> image = hessian.operate(direction);
        DecimalInterval c = decimals.middle(image.dotProduct(direction).divide(length.square()));
        DecimalInterval residual = decimals.norm(image.subtract(direction.mapMultiply(c)));
        DecimalInterval gap = c.subtract(new SymmetricBounds(decimals).secondEigenvalueAtMost(hessian, direction));
        DecimalInterval sine = residual.divide(gap.multiply(length)).mag();
        if (!gap.isPositive() || !decimals.field().getOne().isAbove(sine)) {
            return decimals.field().entire();
        }
        return sine.divide(decimals.field().getOne().subtract(sine.square()).sqrt());
    }

    /** Contains the unit eigenvectors at an acute angle to d: {@code cos d/|d| + sin e} with some unit vector e orthogonal to d. */
    FieldVector<DecimalInterval> eigenvectors(DecimalInterval tangent) {
        DecimalInterval one = decimals.field().getOne();
        DecimalInterval secant = tangent.square().add(one).sqrt();
        DecimalInterval cosine = one.divide(secant).hull(one);
        DecimalInterval sine = tangent.divide(secant).symmetricHull();
        FieldVector<DecimalInterval> u = direction.mapDivide(length);
        for (int i = 0; i < u.getDimension(); i++) {
            DecimalInterval along = u.getEntry(i);
            DecimalInterval across =
                    decimals.upTo(one.subtract(along.square()).mag()).sqrt();
            u.setEntry(i, along.multiply(cosine).add(across.multiply(sine)));
        }
        return u;
    }

    /** The sign of {@code grad L . u} for the u at an acute angle to d; 0 if it is not certain. */
    int sign(FieldVector<DecimalInterval> gradient, DecimalInterval tangent) {
        if (!tangent.isFinite()) {
            // u may be orthogonal to d, also where the gradient is along d exactly
            return 0;
        }
        DecimalInterval along = gradient.dotProduct(direction).divide(length);
        FieldVector<DecimalInterval> across = gradient.subtract(direction.mapMultiply(along.divide(length)));
        DecimalInterval deviation = decimals.norm(across).multiply(tangent).mag();
        return along.isAbove(deviation) ? 1 : along.negate().isAbove(deviation) ? -1 : 0;
    }
}
