package org.selfstab.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.selfstab.claims.ErrorOfMember;
import org.selfstab.claims.FamilyOrder;
import org.selfstab.claims.FamilyResult;
import org.selfstab.claims.OrderFit;
import org.selfstab.document.chart.Axis;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Range;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;
import org.selfstab.document.chart.TickFormat;
import org.selfstab.vocabulary.Digits;

/** The figures of a family, theory.md section 8: of each error the constant over eps, with its threshold and its limit at eps = 0. */
public final class FamilyFigures {

    /** From this ratio of constants and threshold on the axis is logarithmic. */
    private static final double NEAR = 3.0;

    /** A limit below the least constant by more than this factor would flatten the constants on a logarithmic axis. */
    private static final double FAR = 1000.0;

    private FamilyFigures() {}

    /** One figure for each error that has a fit. */
    public static FigureSet of(FamilyResult result) {
        FigureSet.Collector set = new FigureSet.Collector();
        for (FamilyOrder order : result.orders()) {
            double threshold =
                    result.problem().thresholds().of(order.statement().constant());
            set.addOrOmit(
                    order.fit().map(fit -> new OfError(order, fit, threshold).figure()),
                    order.statement().title().unicode(),
                    order.verdict().reason());
        }
        return set.collected(Optional.empty(), List.of());
    }

    /** The figure of one error. */
    private record OfError(FamilyOrder order, OrderFit fit, double threshold) {

        Figure figure() {
            double[] small = of(fit::abscissa);
            double[] constants = of(ErrorOfMember::constant);
            Range across = Range.factor(Arrays.stream(small));
            List<Series> series = new ArrayList<>();
            series.add(Series.level("threshold " + TickFormat.brief(threshold), Role.REFERENCE, threshold, across));
            if (isLimitShown()) {
                series.add(Series.level("limit " + limit(), Role.PREDICTED, fit.limit(), across));
            }
            series.add(new Series("members", Role.MEASURED, Points.of(small, constants)));
            return new Figure(
                    "order-" + order.statement().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    "Constant of " + order.statement().title().unicode(),
                    caption(),
                    Figure.Shape.COURSE,
                    Axis.logarithmic(
                            fit.byEpsilon()
                                    ? "ε"
                                    : "unit " + order.statement().unit().unicode(),
                            fit.byEpsilon() ? "dimensionless" : "same unit as the error",
                            across),
                    constants(series),
                    series,
                    List.of(),
                    List.of());
        }

        private Axis constants(List<Series> series) {
            String symbol = order.statement().symbol().unicode();
            double[] shown = series.stream()
                    .map(Series::points)
                    .flatMapToDouble(line -> Arrays.stream(line.ys()))
                    .toArray();
            return isLogarithmic()
                    ? Axis.logarithmic(symbol, "dimensionless", Range.factor(Arrays.stream(shown)))
                    : Axis.linear(symbol, "dimensionless", Range.all(Arrays.stream(shown)));
        }

        private String caption() {
            String symbol = order.statement().symbol().unicode();
            return String.format(
                    Digits.LOCALE,
                    "Each dot is one member: the smallest %1$s with which its error is at most %1$s %2$s. Where %1$s stays bounded as ε falls, to the left,"
                            + " the error is of order at least 1: %3$s. Extrapolated to ε = 0 it is %4$s; the fitted order is %5$.3f ± %6$.1g.%7$s",
                    symbol,
                    order.statement().unit().unicode(),
                    order.verdict().status().word(),
                    limit(),
                    fit.slope(),
                    fit.standardError(),
                    isLimitShown() ? "" : " The logarithmic axis has no place for that limit.");
        }

        /** Where the threshold is so far from the constants that on a linear axis they would all lie on its end. */
        private boolean isLogarithmic() {
            double largest = Arrays.stream(of(ErrorOfMember::constant)).max().orElseThrow();
            return Math.max(threshold, largest) > NEAR * Math.min(threshold, least());
        }

        /** A limit that is not positive, or so small that it would flatten the constants, is told in the caption only. */
        private boolean isLimitShown() {
            return !isLogarithmic() || fit.limit() > least() / FAR;
        }

        private double least() {
            return Arrays.stream(of(ErrorOfMember::constant)).min().orElseThrow();
        }

        private String limit() {
            return TickFormat.brief(fit.limit()) + " ± " + TickFormat.rough(fit.limitError());
        }

        private double[] of(ToDoubleFunction<ErrorOfMember> number) {
            return order.usablePoints().stream().mapToDouble(number).toArray();
        }
    }
}
