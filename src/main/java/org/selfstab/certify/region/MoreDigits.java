package org.selfstab.certify.region;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.BoxClaim;
import org.selfstab.certify.BoxQuantity;
import org.selfstab.certify.enclosure.BoxedLoss;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.DecimalEigenpair;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;
import org.selfstab.interval.Interval;
import org.selfstab.loss.LossAtPoint;

/**
 * Decides a claim with decimals where the rounding of doubles hides on which side of the bound a quantity lies: one precision after the other,
 * over a part and at points of it. Where the width of the part hides it, that is not the means.
 */
final class MoreDigits {

    private static final int MOST_DIGITS = 160;

    private static final List<Integer> DIGITS = List.of(40, 80, MOST_DIGITS);

    /** How many of a value's widths it has to be from the bound. */
    private static final double ROOM = 8.0;

    /** The work of an attempt grows with the cube of these. */
    private static final int MOST_VARIABLES = 8;

    private static final int MOST_ATTEMPTS = 100;

    /** Of a part. */
    private static final int MOST_POINTS = 8;

    /** Where a quantity is its bound no digits tell, and all parts would be tried in vain. */
    private static final int MOST_FAILURES = 10;

    private final BoxedLoss loss;
    private int attempts;
    private int failures;
    private BigDecimal within = BigDecimal.ZERO;

    MoreDigits(BoxedLoss loss) {
        this.loss = loss;
    }

    /**
     * What was found.
     *
     * @param digits the decimal digits that it took
     * @param witness the point at which the claim is refuted; empty if it is proved on the part
     * @param value contains the quantity at the point or on the part
     */
    public record Finding(int digits, Optional<double[]> witness, DecimalInterval value) {

        /** The value in doubles. */
        Interval rounded() {
            return new Interval(value.doubleBelow(), value.doubleAbove());
        }
    }

    /**
     * Decides a claim on a part or at a point of it; empty if no precision does, if the part is too wide, or if no more may be tried.
     *
     * @param hidden the points at which doubles do not tell
     */
    Optional<Finding> decide(BoxClaim claim, FieldVector<Interval> part, List<double[]> hidden) {
        attempts++;
        if (loss.variables() > MOST_VARIABLES || attempts > MOST_ATTEMPTS || failures == MOST_FAILURES) {
            return Optional.empty();
        }
        List<double[]> open = hidden.subList(0, Math.min(hidden.size(), MOST_POINTS));
        for (int digits : DIGITS) {
            DecimalIntervalField field = new DecimalIntervalField(digits);
            List<double[]> left = new ArrayList<>();
            for (double[] point : open) {
                DecimalInterval there = value(claim.quantity(), field, Boxes.at(point));
                if (claim.isRefutedBy(withRoom(there))) {
                    return Optional.of(new Finding(digits, Optional.of(point), there));
                }
                if (!claim.isProvedBy(withRoom(there))) {
                    left.add(point);
                    within = digits == MOST_DIGITS ? distance(claim, there).max(within) : within;
                }
            }
            if (left.isEmpty()) {
                DecimalInterval over = value(claim.quantity(), field, part);
                return Optional.of(new Finding(digits, Optional.empty(), over))
                        .filter(finding -> claim.isProvedBy(over));
            }
            open = left;
        }
        failures++;
        return Optional.empty();
    }

    /** How far a quantity may be from the bound; 0 if it was not shown to be defined. */
    private static BigDecimal distance(BoxClaim claim, DecimalInterval value) {
        return value.isFinite()
                ? value.subtract(value.getField().of(claim.bound())).mag().upper()
                : BigDecimal.ZERO;
    }

    /** A value farther from its middle, for a checker whose roundings are others. */
    private static DecimalInterval withRoom(DecimalInterval value) {
        return value.add(value.subtract(value).multiply(ROOM));
    }

    /** What came of it where a claim stays undecided, to follow its reason; empty where digits are not what is missing. */
    String report() {
        if (attempts > 0 && loss.variables() > MOST_VARIABLES) {
            return "; more digits than doubles have are tried in up to " + MOST_VARIABLES + " variables";
        }
        if (within.signum() > 0) {
            return "; at " + (failures == 1 ? "a point" : "points") + " it lies within "
                    + within.round(new MathContext(2, RoundingMode.UP)) + " of the bound, by " + MOST_DIGITS
                    + " digits: another bound may be decided";
        }
        return attempts > MOST_ATTEMPTS ? "; more digits were tried on " + MOST_ATTEMPTS + " parts, the most" : "";
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
        return BoxGeometry.of(
                quantity,
                local,
                () -> {
                    DecimalEigenpair pair = DecimalEigenpair.of(local.hessian());
                    return BoxGeometry.of(local, pair.u(), pair.sharpness(), pair.secondEigenvalue());
                },
                loss.stepSize(field, exact));
    }
}
