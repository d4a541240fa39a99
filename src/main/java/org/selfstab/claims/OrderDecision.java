package org.selfstab.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.selfstab.claims.Verdict.Evidence;
import org.selfstab.claims.Verdict.Status;

/**
 * Decides from a family's errors whether an error is of order at least 1 in its unit.
 *
 * <p>The points lie off a line not by chance but because the error has terms of higher order, {@code C h (1 + c eps + ...)}: the fitted
 * slope misses the order by about as much as the points bend, and the standard error measures just this bend. Three or four points tell
 * it badly, which is what Student's quantile is for: with one degree of freedom the margin m is 6.3 standard errors, with two 2.9, with
 * many 1.6. And since a bend is systematic, the slope of the two finest members is closer to the order than the slope of all. The rule:
 *
 * <ul>
 *   <li>HOLDS if the slope less m is at least 1; or if the slope is at least 1 and the constant of the coarsest member serves all; or if
 *       slope or finest slope, plus m, are at least 1, with m at most {@value #WIDEST_MARGIN} and the slope at least {@value #LOWEST};
 *   <li>FAILS if both the slope plus m and the finest slope are below {@value #LOWEST}: the constants grow like a power of 1/unit;
 *   <li>UNDECIDED otherwise. Between the two lie slow growth (a logarithm, for instance) and an error on its way to its order, and a
 *       few members cannot tell them apart.
 * </ul>
 */
final class OrderDecision {

    /** The order asserted by theory.md section 8. */
    static final double ASSERTED = 1.0;

    /** A wider margin does not even tell the orders 1/2 and 1 apart. */
    static final double WIDEST_MARGIN = 0.25;

    /** A slope from here to 1 is not taken for a lower order: half orders are the next that the theory knows. */
    static final double LOWEST = 0.9;

    private final String unit;
    private final int members;
    private final boolean hypothesisMissing;
    private final List<ErrorOfMember> points;
    private final List<ErrorOfMember> usable;

    /**
     * A decision.
     *
     * @param unit the unit that the error is asserted to be O(.) of, for people
     * @param points the errors of the members that have one
     * @param members how many members there are
     * @param hypothesisMissing whether some member has no progressive sharpening
     */
    OrderDecision(String unit, List<ErrorOfMember> points, int members, boolean hypothesisMissing) {
        this.unit = unit;
        this.members = members;
        this.hypothesisMissing = hypothesisMissing;
        this.points = List.copyOf(points);
        this.usable = points.stream().filter(ErrorOfMember::isAboveRounding).toList();
    }

    OrderOutcome decide() {
        Optional<OrderFit> fit = OrderFit.through(usable);
        Verdict verdict = fit.map(this::judge).orElseGet(this::withoutFit);
        return new OrderOutcome(points, fit, verdict);
    }

    private Verdict judge(OrderFit fit) {
        Optional<Bound> bound = Optional.of(new Bound(fit.slope(), ASSERTED, Bound.Sense.AT_LEAST));
        Optional<Witness> finest = usable.stream()
                .min(Comparator.comparingDouble(ErrorOfMember::unit))
                .map(point -> Witness.atStep(point.step()));
        return new Verdict(statusOf(fit), Evidence.NUMERIC, bound, finest, reason(fit) + leftOut());
    }

    /** The rule of this class. */
    static Status statusOf(OrderFit fit) {
        if (isAtLeastOne(fit) || isAtLeastOneWithinMargin(fit)) {
            return Status.HOLDS;
        }
        return fit.slope() + fit.margin() < LOWEST && fit.finest() < LOWEST ? Status.FAILS : Status.UNDECIDED;
    }

    private static boolean isAtLeastOne(OrderFit fit) {
        return fit.slope() - fit.margin() >= ASSERTED || (fit.slope() >= ASSERTED && fit.constantsNeverGrow());
    }

    private static boolean isAtLeastOneWithinMargin(OrderFit fit) {
        return Math.max(fit.slope(), fit.finest()) + fit.margin() >= ASSERTED
                && fit.slope() >= LOWEST
                && fit.margin() <= WIDEST_MARGIN;
    }

    private static String reason(OrderFit fit) {
        return switch (statusOf(fit)) {
            case HOLDS -> isAtLeastOne(fit) ? "at least 1: the constants do not grow" : "at least 1 within the margin";
            case FAILS -> "clearly below 1: the constants grow like a power as the unit shrinks";
            default ->
                fit.margin() > WIDEST_MARGIN
                        ? "the margin is too wide to tell; finer members bend less"
                        : "slightly below 1; more or finer members may tell";
        };
    }

    /** A family that allows no fit. */
    private Verdict withoutFit() {
        Status status =
                hypothesisMissing && usable.size() < OrderFit.MIN_MEMBERS ? Status.NOT_APPLICABLE : Status.UNDECIDED;
        return new Verdict(status, Evidence.NUMERIC, Optional.empty(), Optional.empty(), whyNoFit(status) + leftOut());
    }

    private String whyNoFit(Status status) {
        if (status == Status.NOT_APPLICABLE) {
            return "members have no progressive sharpening, so that delta and eps are undefined";
        }
        if (usable.size() < OrderFit.MIN_MEMBERS) {
            return "a standard error needs at least " + OrderFit.MIN_MEMBERS + " members with a usable error, here are "
                    + usable.size();
        }
        return "the unit " + unit + " hardly differs between the members; sweep a parameter that changes it";
    }

    /** Which members a fit lacks; nothing is left out silently. */
    private String leftOut() {
        StringBuilder text = new StringBuilder();
        int incomplete = members - points.size();
        if (incomplete > 0) {
            text.append("; ").append(incomplete).append(" of ").append(members);
            text.append(" members have no such error (run not complete, delta undefined or no whole period)");
        }
        int atRounding = points.size() - usable.size();
        if (atRounding > 0) {
            text.append("; ").append(atRounding).append(" of ").append(members);
            text.append(" members left out: their errors are at rounding level, take more digits");
        }
        return text.toString();
    }
}
