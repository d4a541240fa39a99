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
 * @param constantsNeverGrow whether no member needs a larger constant than the one of the largest unit
 * @param members the number of points, at least {@value #MIN_MEMBERS}
 */
public record OrderFit(
        double slope,
        double standardError,
        double margin,
        double finest,
        double slopeInEpsilon,
        boolean constantsNeverGrow,
        int members) {

    /** With two points every line fits and there is no standard error. */
    public static final int MIN_MEMBERS = 3;

    /** Units closer to each other than this factor, from the smallest to the largest, say nothing about an order. */
    public static final double MIN_SPREAD = 2.0;

    /** A two-sided level of 0.1 is 0.05 on the side that is of interest. */
    private static final double TWO_SIDED_LEVEL = 0.1;

    /** The fit; empty if there are too few points or their units are too close to each other. */
    static Optional<OrderFit> through(List<ErrorOfMember> points) {
        List<ErrorOfMember> ascending = points.stream()
                .sorted(Comparator.comparingDouble(ErrorOfMember::unit))
                .toList();
        if (points.size() < MIN_MEMBERS || !(spread(ascending) >= MIN_SPREAD)) {
            return Optional.empty();
        }
        SimpleRegression regression = line(ascending, ErrorOfMember::unit, ErrorOfMember::error);
        return Optional.of(new OrderFit(
                regression.getSlope(),
                regression.getSlopeStdErr(),
                regression.getSlopeConfidenceInterval(TWO_SIDED_LEVEL),
                line(ascending.subList(0, 2), ErrorOfMember::unit, ErrorOfMember::error)
                        .getSlope(),
                line(ascending, ErrorOfMember::epsilon, ErrorOfMember::relative).getSlope(),
                constantsNeverGrow(ascending),
                ascending.size()));
    }

    private static SimpleRegression line(
            List<ErrorOfMember> points, ToDoubleFunction<ErrorOfMember> x, ToDoubleFunction<ErrorOfMember> y) {
        SimpleRegression regression = new SimpleRegression();
        points.forEach(point -> regression.addData(Math.log(x.applyAsDouble(point)), Math.log(y.applyAsDouble(point))));
        return regression;
    }

    private static double spread(List<ErrorOfMember> ascending) {
        return ascending.isEmpty()
                ? Double.NaN
                : coarsest(ascending).unit() / ascending.get(0).unit();
    }

    private static boolean constantsNeverGrow(List<ErrorOfMember> ascending) {
        double largest = coarsest(ascending).constant();
        return ascending.stream().allMatch(point -> point.constant() <= largest);
    }

    private static ErrorOfMember coarsest(List<ErrorOfMember> ascending) {
        return ascending.get(ascending.size() - 1);
    }
}
