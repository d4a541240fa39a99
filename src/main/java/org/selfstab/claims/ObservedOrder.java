package org.selfstab.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Verdict.Evidence;
import org.selfstab.vocabulary.Verdict.Status;
import org.selfstab.vocabulary.Witness;

/**
 * What a family's errors say about their order in a unit: whether {@code error/unit^s} stays bounded as the unit shrinks, theory.md section 8.
 * Decided by {@link Boundedness}.
 *
 * @param unit the unit that the error is asserted to be O(.) of, for people
 * @param points the errors of the members that have one, in the members' order
 * @param members how many members there are
 * @param hypothesisMissing whether some member has no progressive sharpening
 */
public record ObservedOrder(String unit, List<ErrorOfMember> points, int members, boolean hypothesisMissing) {

    /** The order asserted by theory.md section 8. */
    public static final double ASSERTED = 1.0;

    public ObservedOrder {
        points = List.copyOf(points);
    }

    /** Those above rounding. */
    List<ErrorOfMember> usable() {
        return points.stream().filter(ErrorOfMember::isAboveRounding).toList();
    }

    /** The fit through the errors above rounding; empty if they do not allow one. */
    public Optional<OrderFit> fit() {
        return OrderFit.through(usable());
    }

    /** Whether the order is at least 1. */
    public Verdict verdict() {
        return atLeast(ASSERTED);
    }

    /** Whether the order is at least s: {@code error/unit^s} stays bounded, as {@link Boundedness} decides. */
    public Verdict atLeast(double s) {
        return fit().map(line -> {
                    Boundedness constants = new Boundedness(usable().stream()
                            .map(point -> new Boundedness.Point(line.abscissa(point), constant(point, s)))
                            .toList());
                    return judged(
                            constants.status(), new Bound(line.slope(), s, Bound.Sense.AT_LEAST), constants.reason());
                })
                .orElseGet(this::withoutFit);
    }

    private static double constant(ErrorOfMember point, double s) {
        return point.error() / Math.pow(point.unit(), s);
    }

    /** Whether the order is at most s: decided where the slope of all members and that of the finest two agree. */
    public Verdict atMost(double s) {
        return fit().map(line -> {
                    boolean fitted = line.slope() <= s;
                    boolean finest = line.finest() <= s;
                    Status status = fitted != finest ? Status.UNDECIDED : fitted ? Status.HOLDS : Status.FAILS;
                    String reason = String.format(
                            Digits.LOCALE,
                            "the slope is %.4g, of the finest two members %.4g",
                            line.slope(),
                            line.finest());
                    return judged(status, new Bound(line.slope(), s, Bound.Sense.AT_MOST), reason);
                })
                .orElseGet(this::withoutFit);
    }

    /** Whether the order lies in a range, of which one end may be infinite; the weaker of the verdicts on its ends. */
    public Verdict between(double least, double most) {
        if (Double.isInfinite(most)) {
            return atLeast(least);
        }
        Verdict upper = atMost(most);
        Verdict lower = Double.isInfinite(least) ? upper : atLeast(least);
        return lower.status().compareTo(upper.status()) >= 0 ? lower : upper;
    }

    private Verdict judged(Status status, Bound bound, String reason) {
        Optional<Witness> finest = usable().stream()
                .min(Comparator.comparingDouble(ErrorOfMember::unit))
                .map(point -> Witness.atStep(point.step()));
        return new Verdict(status, Evidence.NUMERIC, Optional.of(bound), finest, reason + leftOut());
    }

    /** A family that allows no fit. */
    private Verdict withoutFit() {
        Status status =
                hypothesisMissing && usable().size() < OrderFit.MIN_MEMBERS ? Status.NOT_APPLICABLE : Status.UNDECIDED;
        return new Verdict(status, Evidence.NUMERIC, Optional.empty(), Optional.empty(), whyNoFit(status) + leftOut());
    }

    private String whyNoFit(Status status) {
        if (status == Status.NOT_APPLICABLE) {
            return "members have no progressive sharpening, so that delta and eps are undefined";
        }
        if (usable().size() < OrderFit.MIN_MEMBERS) {
            return "a standard error needs at least " + OrderFit.MIN_MEMBERS + " members with a usable error, here are "
                    + usable().size();
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
        int atRounding = points.size() - usable().size();
        if (atRounding > 0) {
            text.append("; ").append(atRounding).append(" of ").append(members);
            text.append(" members left out: their errors are at rounding level, take more digits");
        }
        return text.toString();
    }
}
