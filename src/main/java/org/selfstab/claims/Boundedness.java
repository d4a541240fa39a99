package org.selfstab.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hipparchus.stat.regression.SimpleRegression;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Verdict.Status;

/**
 * Whether the constants of a family stay bounded as its small parameter eps shrinks, theory.md section 8.
 *
 * <p>Members are ordered from coarse to fine; p is the least-squares slope of {@code log C} in {@code log(1/eps)}, the exponent that the
 * constants grow with, and q its margin, Student's 95 per cent quantile (one-sided) times the standard error. Constants that grow are
 * extrapolated to eps = 0, linearly in eps as {@code C_0 + c eps} asks for, from the coarser half and from the finer half; the difference of
 * the two, with the largest drop below an earlier constant, is the error of the limit. Where none is above the coarsest member's, the same is
 * done upside down, with the least constant so far, and the limit is at least 0.
 *
 * <ul>
 *   <li>HOLDS if the constants do not grow: the coarsest member's serves all (up to a growth of {@value #FLAT} in the exponent), or
 *       {@code p + q <= 0};
 *   <li>or if they scatter without growth: the largest belongs to the coarser half, {@code p - q <= 0}, {@code p <=} {@value #SLIGHT}, and
 *       q, or {@code p + q} where p is negative, is at most {@value #WIDEST_MARGIN};
 *   <li>or if their growth ends: the error is at most a third of the growth seen, and the limit with its error is above the largest constant
 *       by at most that growth. Of members in equal ratios the error is 0 for {@code C_0 + c eps}, half of the growth for a logarithm, and more
 *       for a power;
 *   <li>FAILS if {@code p - q} is at least {@value #GROWTH}, the exponents of the finest pairs, extrapolated in the same way, tend to at
 *       least half as much, and the error is at least two thirds of the growth seen: the constants grow like a power;
 *   <li>UNDECIDED otherwise, since a few members do not tell slow growth from slow convergence.
 * </ul>
 */
public final class Boundedness {

    /** A standard error needs three points. */
    public static final int MIN_MEMBERS = 3;

    /** The growth of constants of which each is a maximum over whole steps. */
    private static final double FLAT = 0.005;

    private static final double SLIGHT = 0.1;

    /** With a wider one the exponents 0 and 1/2 are not told apart. */
    private static final double WIDEST_MARGIN = 0.5;

    /** The error of a limit, in units of the growth seen, up to which coarse and fine members point to one limit. */
    private static final double TOGETHER = 1.0 / 3.0;

    /** The error, in the same units, from which the extrapolations move along with the constants. */
    private static final double APART = 2.0 / 3.0;

    /** Half orders are the next that the theory knows; half of that is nearer to none. */
    private static final double GROWTH = 0.25;

    /** A two-sided level of 0.1 is 0.05 on the side that is of interest. */
    private static final double TWO_SIDED_LEVEL = 0.1;

    /**
     * A member's constant.
     *
     * @param small its small parameter, positive
     * @param constant the constant, positive
     */
    public record Point(double small, double constant) {}

    /**
     * Constants extrapolated to eps = 0.
     *
     * @param value the limit
     * @param error how far it is from the one that coarser members give, and how much the constants scatter
     */
    public record Limit(double value, double error) {}

    private final List<Point> points;
    private final double[] largest;
    private final double[] smallest;
    private final double exponent;
    private final double margin;

    /**
     * Looks at constants.
     *
     * @param members in any order, at least {@value #MIN_MEMBERS} of different small parameters; of equal ones the largest constant counts
     */
    public Boundedness(List<Point> members) {
        this.points = coarsestFirst(members);
        this.largest = new double[points.size()];
        this.smallest = new double[points.size()];
        SimpleRegression line = new SimpleRegression();
        double most = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            most = Math.max(most, point.constant);
            least = Math.min(least, point.constant);
            largest[i] = most;
            smallest[i] = least;
            line.addData(-Math.log(point.small), Math.log(point.constant));
        }
        this.exponent = line.getSlope();
        this.margin = line.getSlopeConfidenceInterval(TWO_SIDED_LEVEL);
    }

    private static List<Point> coarsestFirst(List<Point> members) {
        NavigableMap<Double, Double> constants = new TreeMap<>(Comparator.reverseOrder());
        members.forEach(member -> constants.merge(member.small, member.constant, Math::max));
        return constants.entrySet().stream()
                .map(entry -> new Point(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The rule of this class. */
    public Status status() {
        if (doNotGrow() || scatterWithoutGrowth() || growthEnds()) {
            return Status.HOLDS;
        }
        return growLikeAPower() ? Status.FAILS : Status.UNDECIDED;
    }

    /** What the status rests on. */
    public String reason() {
        if (doNotGrow()) {
            return "the constants do not grow";
        }
        if (scatterWithoutGrowth()) {
            return "the constants scatter, the largest among the coarser members";
        }
        if (growthEnds()) {
            return "the constants tend to " + limitText();
        }
        return growLikeAPower()
                ? String.format(
                        Digits.LOCALE, "the constants grow like eps^-%.2f, with a margin of %.2g", exponent, margin)
                : "the constants grow, and these members do not tell whether for ever (extrapolated to eps = 0: "
                        + limitText() + "); take finer or more members";
    }

    private String limitText() {
        Limit limit = limit();
        return String.format(Digits.LOCALE, "%.4g +- %.2g", limit.value, limit.error);
    }

    private boolean doNotGrow() {
        double allowed = Math.pow(points.get(0).small / points.get(last()).small, FLAT);
        return largest[last()] <= largest[0] * allowed || exponent + margin <= 0;
    }

    private boolean scatterWithoutGrowth() {
        return largest[last()] == largest[(points.size() - 1) / 2]
                && exponent - margin <= 0
                && exponent <= SLIGHT
                && margin + Math.min(0.0, exponent) <= WIDEST_MARGIN;
    }

    private boolean growthEnds() {
        double growth = growth();
        return middles().stream()
                .map(this::limit)
                .allMatch(limit ->
                        limit.error <= TOGETHER * growth && limit.value + limit.error <= largest[last()] + growth);
    }

    /** The limit that is known worst; of constants that do not grow, of their fall. */
    public Limit limit() {
        return middles().stream()
                .map(growth() > 0 ? this::limit : this::limitOfFall)
                .max(Comparator.comparingDouble(Limit::error))
                .orElseThrow();
    }

    /** The member in the middle, or both that are next to it. */
    private List<Integer> middles() {
        List<Integer> middles = new ArrayList<>(List.of(points.size() / 2));
        Optional.of((points.size() - 1) / 2)
                .filter(lower -> lower > 0 && !middles.contains(lower))
                .ifPresent(middles::add);
        return middles;
    }

    private Limit limit(int middle) {
        return limit(largest, middle);
    }

    private Limit limitOfFall(int middle) {
        Limit limit = limit(smallest, middle);
        return new Limit(Math.max(0.0, limit.value), limit.error);
    }

    private Limit limit(double[] extremes, int middle) {
        double fromFine = extrapolated(extremes, middle, last());
        double difference = Math.abs(fromFine - extrapolated(extremes, 0, middle));
        return new Limit(fromFine, difference + farthestFrom(extremes));
    }

    /** How far a constant is from the extreme of those up to it. */
    private double farthestFrom(double[] extremes) {
        return IntStream.range(0, points.size())
                .mapToDouble(i -> Math.abs(extremes[i] - points.get(i).constant))
                .max()
                .orElse(0.0);
    }

    private double extrapolated(double[] extremes, int coarse, int fine) {
        double finest = points.get(fine).small;
        return extremes[fine] + (extremes[fine] - extremes[coarse]) * finest / (points.get(coarse).small - finest);
    }

    private double growth() {
        return largest[last()] - largest[0];
    }

    private boolean growLikeAPower() {
        if (exponent - margin < GROWTH || !extrapolationsMoveAlong()) {
            return false;
        }
        double before = exponentBetween(last() - 2, last() - 1);
        double finest = exponentBetween(last() - 1, last());
        double ratio = Math.sqrt(points.get(last() - 2).small / points.get(last()).small);
        return finest + Math.min(0, finest - before) / (ratio - 1) >= GROWTH / 2;
    }

    private boolean extrapolationsMoveAlong() {
        return middles().stream().map(this::limit).allMatch(limit -> limit.error >= APART * growth());
    }

    private double exponentBetween(int coarse, int fine) {
        return Math.log(points.get(fine).constant / points.get(coarse).constant)
                / Math.log(points.get(coarse).small / points.get(fine).small);
    }

    private int last() {
        return points.size() - 1;
    }
}
