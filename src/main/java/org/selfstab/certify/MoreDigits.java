package org.selfstab.certify;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;
import org.selfstab.interval.Interval;
import org.selfstab.loss.LossAtPoint;

/**
 * Decides a claim with decimals where the rounding of doubles hides on which side of the bound a quantity lies, in one and two variables: one
 * precision after the other, over a part and at its midpoint. Where the width of the part hides it, that is not the means.
 */
final class MoreDigits {

    private static final List<Integer> DIGITS = List.of(40, 80, 160);

    /** Beyond, eigenvalues have no closed form here. */
    private static final int MOST_VARIABLES = 2;

    /** Where a quantity is its bound no digits tell, and all parts would be tried. */
    private static final int MOST_ATTEMPTS = 100;

    private final BoxedLoss loss;
    private int attempts;

    MoreDigits(BoxedLoss loss) {
        this.loss = loss;
    }

    /**
     * What was found.
     *
     * @param digits the decimal digits that it took
     * @param isProof whether the claim is proved on the part; else it is refuted at the point
     * @param value contains the quantity on the part or at the point
     */
    record Finding(int digits, boolean isProof, DecimalInterval value) {

        /** The value in doubles. */
        Interval rounded() {
            return new Interval(value.doubleBelow(), value.doubleAbove());
        }
    }

    /** Whether more digits may be tried, and have not been too often. */
    boolean mayBeTried() {
        return loss.variables() <= MOST_VARIABLES && attempts < MOST_ATTEMPTS;
    }

    /** Decides a claim on a part or at a point of it; empty if no precision does. */
    Optional<Finding> decide(BoxClaim claim, FieldVector<Interval> part, double[] point) {
        attempts++;
        for (int digits : DIGITS) {
            DecimalIntervalField field = new DecimalIntervalField(digits);
            DecimalInterval over = value(claim.quantity(), field, part);
            if (claim.isProvedBy(over)) {
                return Optional.of(new Finding(digits, true, over));
            }
            DecimalInterval there = value(claim.quantity(), field, Boxes.at(point));
            if (claim.isRefutedBy(there)) {
                return Optional.of(new Finding(digits, false, there));
            }
        }
        return Optional.empty();
    }

    private DecimalInterval value(BoxQuantity quantity, DecimalIntervalField field, FieldVector<Interval> box) {
        FieldVector<DecimalInterval> exact = new ArrayFieldVector<>(field, box.getDimension());
        for (int i = 0; i < box.getDimension(); i++) {
            Interval side = box.getEntry(i);
            exact.setEntry(i, field.of(new BigDecimal(side.lower()), new BigDecimal(side.upper())));
        }
        LossAtPoint<DecimalInterval> local = loss.at(field, exact);
        if (!local.value().isDefined()) {
            return field.undefined();
        }
        DecimalInterval eta = loss.stepSize(field, exact);
        return loss.variables() == 1 ? onLine(quantity, local, eta) : inPlane(quantity, local, eta);
    }

    /** In one dimension S is the second derivative; the other quantities are exact in doubles already. */
    private static DecimalInterval onLine(
            BoxQuantity quantity, LossAtPoint<DecimalInterval> local, DecimalInterval eta) {
        DecimalInterval sharpness = local.hessian().getEntry(0, 0);
        return switch (quantity) {
            case SHARPNESS -> sharpness;
            case ETA_SHARPNESS -> eta.multiply(sharpness);
            default -> sharpness.getField().undefined();
        };
    }

    /** With {@code d = (a - c)/2, r = sqrt(d^2 + b^2)}: as {@link BoxGeometry} in the plane. */
    private static DecimalInterval inPlane(
            BoxQuantity quantity, LossAtPoint<DecimalInterval> local, DecimalInterval eta) {
        FieldMatrix<DecimalInterval> hessian = local.hessian();
        DecimalInterval b = hessian.getEntry(0, 1);
        DecimalInterval mean =
                hessian.getEntry(0, 0).add(hessian.getEntry(1, 1)).multiply(0.5);
        DecimalInterval d =
                hessian.getEntry(0, 0).subtract(hessian.getEntry(1, 1)).multiply(0.5);
        DecimalInterval r = d.hypot(b);
        FieldVector<DecimalInterval> u = topEigenvector(d, b, r);
        FieldVector<DecimalInterval> w = u.copy();
        w.setEntry(0, u.getEntry(1).negate());
        w.setEntry(1, u.getEntry(0));
        DecimalInterval m = local.third(u).operate(u).dotProduct(w);
        DecimalInterval across = local.gradient().dotProduct(w);
        return switch (quantity) {
            case SHARPNESS -> mean.add(r);
            case ETA_SHARPNESS -> eta.multiply(mean.add(r));
            case ETA_LAMBDA_2 -> eta.multiply(mean.subtract(r));
            case ALPHA -> m.multiply(across).negate();
            case BETA -> m.square();
            case GAMMA ->
                m.multiply(across)
                        .negate()
                        .divide(m.abs()
                                .multiply(Boxes.squareSum(local.gradient()).sqrt()));
        };
    }

    /** {@code (1, t)} with {@code t = b/(r + d)}, or {@code (t, 1)} with {@code t = b/(r - d)}, whichever cancels nothing, normalised. */
    private static FieldVector<DecimalInterval> topEigenvector(
            DecimalInterval d, DecimalInterval b, DecimalInterval r) {
        boolean alongFirst = d.getReal() >= 0.0;
        DecimalInterval t = b.divide(alongFirst ? r.add(d) : r.subtract(d));
        DecimalInterval length = t.square().add(1.0).sqrt();
        FieldVector<DecimalInterval> u = new ArrayFieldVector<>(d.getField(), 2);
        u.setEntry(alongFirst ? 0 : 1, length.reciprocal());
        u.setEntry(alongFirst ? 1 : 0, t.divide(length));
        return u;
    }
}
