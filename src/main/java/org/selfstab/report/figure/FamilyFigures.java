package org.selfstab.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.selfstab.claims.order.ErrorOfMember;
import org.selfstab.claims.order.FamilyOrder;
import org.selfstab.claims.order.FamilyResult;
import org.selfstab.claims.order.OrderFit;
import org.selfstab.document.chart.Axis;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Range;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;

/** The figures of a family, theory.md section 8: each error over its unit, in logarithms, with the fitted line. */
public final class FamilyFigures {

    private FamilyFigures() {}

    /** One figure for each error that has a fit. */
    public static FigureSet of(FamilyResult result) {
        FigureSet.Collector set = new FigureSet.Collector();
        for (FamilyOrder order : result.orders()) {
            set.addOrOmit(
                    order.fit().map(fit -> figure(order, fit)),
                    order.statement().title().ascii(),
                    order.verdict().reason());
        }
        return set.collected(Optional.empty(), List.of());
    }

    private static Figure figure(FamilyOrder order, OrderFit fit) {
        Fitted points = Fitted.of(order.points());
        Range xs = Range.factor(Arrays.stream(points.units));
        List<Series> series = new ArrayList<>();
        series.add(new Series("order 1", Role.SECOND_REFERENCE, points.line(1.0, xs)));
        series.add(new Series(
                String.format(Locale.ROOT, "fitted: order %.3f ± %.1g", fit.slope(), fit.standardError()),
                Role.SOLUTION,
                points.line(fit.slope(), xs)));
        series.add(new Series("members", Role.MEASURED, Points.of(points.units, points.errors)));
        return new Figure(
                "order-" + order.statement().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "Order of the error: " + order.statement().title().ascii(),
                String.format(
                        Locale.ROOT,
                        "Each dot is one member of the family. The error is of order at least 1 if the dots fall at least as fast as the dotted line"
                                + " from right to left: %s, slope %.3f, standard error %.1g.",
                        order.verdict().status().word(),
                        fit.slope(),
                        fit.standardError()),
                Figure.Shape.COURSE,
                Axis.logarithmic(
                        "unit of the error, " + order.statement().unit().ascii(), "same unit as the error", xs),
                Axis.logarithmic(
                        "error",
                        "largest over the run",
                        Range.factor(
                                series.stream().map(Series::points).flatMapToDouble(line -> Arrays.stream(line.ys())))),
                series,
                List.of(),
                List.of());
    }

    /** The points of a fit, and lines through their centre in logarithms, as least squares gives them. */
    private static final class Fitted {

        private final double[] units;
        private final double[] errors;

        private Fitted(double[] units, double[] errors) {
            this.units = units;
            this.errors = errors;
        }

        static Fitted of(List<ErrorOfMember> points) {
            List<ErrorOfMember> usable =
                    points.stream().filter(ErrorOfMember::isAboveRounding).toList();
            return new Fitted(
                    usable.stream().mapToDouble(ErrorOfMember::unit).toArray(),
                    usable.stream().mapToDouble(ErrorOfMember::error).toArray());
        }

        Points line(double slope, Range xs) {
            double middle = meanLog(units);
            double height = meanLog(errors);
            double[] ends = {xs.low(), xs.high()};
            return Points.of(2, i -> ends[i], i -> Math.exp(height + slope * (Math.log(ends[i]) - middle)));
        }

        private static double meanLog(double[] numbers) {
            return DoubleStream.of(numbers).map(Math::log).average().orElseThrow();
        }
    }
}
