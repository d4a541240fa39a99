package org.selfstab.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * The least-squares line through {@code (log unit, log error)} of a family's members (theory.md section 8).
 *
 * @param slope its slope: the observed order of the error in the unit
 * @param standardError the slope's standard error
 * @param margin Student's 95 per cent quantile (one-sided, members - 2 degrees of freedom) times the standard error
 * @param finest the slope between the two members of the smallest units
 * @param slopeInEpsilon the slope of {@code (log eps, log relative error)}: at least 1 as well by the theory, and 0 where the relative
 *     error does not fall at all
 * @param limit the constants extrapolated to eps = 0
 * @param limitError the error of the extrapolation
 * @param byEpsilon whether the members differ in eps; otherwise constants are extrapolated in the unit
 * @param members the number of points, at least {@value #MIN_MEMBERS}
 */
public record OrderFit(
        double slope,
        double standardError,
        double margin,
        double finest,
        double slopeInEpsilon,
        double limit,
        double limitError,
        boolean byEpsilon,
        int members) {

    /** With two points every line fits and there is no standard error. */
    public static final int MIN_MEMBERS = Boundedness.MIN_MEMBERS;

    /** Units closer to each other than this factor, from the smallest to the largest, say nothing about an order. */
    public static final double MIN_SPREAD = 2.0;

    /** A unit is at most of fourth order in eps; where eps spreads less than this, something else changes the unit. */
    private static final double MIN_SPREAD_OF_EPSILON = Math.pow(MIN_SPREAD, 0.25);

    /** A two-sided level of 0.1 is 0.05 on the side that is of interest. */
    private static final double TWO_SIDED_LEVEL = 0.1;

    /** The fit; empty if there are too few points or their units are too close to each other. */
    static Optional<OrderFit> through(List<ErrorOfMember> points) {
        List<ErrorOfMember> ascending = points.stream()
                .sorted(Comparator.comparingDouble(ErrorOfMember::unit))
                .toList();
        if (different(points, ErrorOfMember::unit) < MIN_MEMBERS
                || !(spread(points, ErrorOfMember::unit) >= MIN_SPREAD)) {
            return Optional.empty();
        }
        SimpleRegression regression = line(ascending, ErrorOfMember::unit, ErrorOfMember::error);
        boolean byEpsilon = different(points, ErrorOfMember::epsilon) >= MIN_MEMBERS
                && spread(points, ErrorOfMember::epsilon) >= MIN_SPREAD_OF_EPSILON;
        Boundedness.Limit limit = new Boundedness(points.stream()
                        .map(point -> new Boundedness.Point(abscissa(byEpsilon, point), point.constant()))
                        .toList())
                .limit();
        return Optional.of(new OrderFit(
                regression.getSlope(),
                regression.getSlopeStdErr(),
                regression.getSlopeConfidenceInterval(TWO_SIDED_LEVEL),
                line(ascending.subList(0, 2), ErrorOfMember::unit, ErrorOfMember::error)
                        .getSlope(),
                line(ascending, ErrorOfMember::epsilon, ErrorOfMember::relative).getSlope(),
                limit.value(),
                limit.error(),
                byEpsilon,
                ascending.size()));
    }

    private static SimpleRegression line(
            List<ErrorOfMember> points, ToDoubleFunction<ErrorOfMember> x, ToDoubleFunction<ErrorOfMember> y) {
        SimpleRegression regression = new SimpleRegression();
        points.forEach(point -> regression.addData(Math.log(x.applyAsDouble(point)), Math.log(y.applyAsDouble(point))));
        return regression;
    }

    /** What is small at a member: eps where the members differ in it, otherwise the unit. */
    public double abscissa(ErrorOfMember point) {
        return abscissa(byEpsilon, point);
    }

    private static double abscissa(boolean byEpsilon, ErrorOfMember point) {
        return byEpsilon ? point.epsilon() : point.unit();
    }

    private static long different(List<ErrorOfMember> points, ToDoubleFunction<ErrorOfMember> of) {
        return points.stream().mapToDouble(of).distinct().count();
    }

    private static double spread(List<ErrorOfMember> points, ToDoubleFunction<ErrorOfMember> of) {
        double smallest = points.stream().mapToDouble(of).min().orElse(Double.NaN);
        return points.stream().mapToDouble(of).max().orElse(Double.NaN) / smallest;
    }
}
