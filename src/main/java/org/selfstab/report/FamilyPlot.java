package org.selfstab.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.selfstab.claims.ErrorOfMember;
import org.selfstab.claims.FamilyMember;
import org.selfstab.claims.FamilyResult;
import org.selfstab.claims.OrderFit;
import org.selfstab.claims.OrderStatement;
import org.selfstab.claims.RunConstants;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Extremum;

/** The constants of a family over eps, double logarithmic, with their limits at eps = 0, as pgfplots draws them. */
public final class FamilyPlot {

    private static final String DATA = "orders.csv";
    private static final List<String> COLOURS = List.of(
            PgfPicture.BLUE,
            PgfPicture.VERMILLION,
            PgfPicture.GREEN,
            PgfPicture.PURPLE,
            PgfPicture.ORANGE,
            PgfPicture.SKY,
            PgfPicture.BLACK);
    private static final List<String> MARKS =
            List.of("*", "square*", "triangle*", "diamond*", "o", "square", "triangle");

    private FamilyPlot() {}

    /**
     * Writes {@code pgfplots/orders.csv} and {@code pgfplots/orders.tex}.
     *
     * @param folder the problem's folder
     * @throws IOException if a file cannot be written
     */
    public static void write(Path folder, RunRecord run, FamilyResult result) throws IOException {
        Path place = folder.resolve(ReportFolder.PICTURES);
        PendingFile.write(place.resolve(DATA), csv(result));
        Recorded.describe(place.resolve(DATA), "orders-plot", run);
        picture(result).write(place);
    }

    private static String csv(FamilyResult result) {
        StringBuilder text = new StringBuilder("number,epsilon");
        for (OrderStatement statement : OrderStatement.values()) {
            text.append(',').append(column(statement, "unit"));
            text.append(',').append(column(statement, "error"));
            text.append(',').append(column(statement, "constant"));
        }
        text.append('\n');
        for (FamilyMember member : result.members()) {
            text.append(PgfPicture.number(member.number())).append(',').append(PgfPicture.number(epsilon(member)));
            for (OrderStatement statement : OrderStatement.values()) {
                Optional<ErrorOfMember> found = statement.error(member);
                Stream.<ToDoubleFunction<ErrorOfMember>>of(
                                ErrorOfMember::unit, ErrorOfMember::error, ErrorOfMember::constant)
                        .map(number -> found.map(number::applyAsDouble).orElse(Double.NaN))
                        .forEach(number -> text.append(',').append(PgfPicture.number(number)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static double epsilon(FamilyMember member) {
        return member.comparableConstants()
                .flatMap(RunConstants::epsilon)
                .map(Extremum::value)
                .orElse(Double.NaN);
    }

    private static String column(OrderStatement statement, String what) {
        return statement.name().toLowerCase(Locale.ROOT) + "_" + what;
    }

    private static PgfPicture picture(FamilyResult result) {
        String comment = new LatexCaption(result.problem())
                .line(
                        "constants of the conclusions, errors over the units that they are O(.) of; lines: extrapolated to eps = 0")
                .line("evidence: numeric runs in " + result.arithmetic()
                        + "; bounded constants are not a proof of O(.)")
                .write();
        PgfPicture picture = new PgfPicture("orders", comment)
                .data(DATA)
                .axis("xmode=log, ymode=log, legend columns=2, xlabel={$\\epsilon$}, ylabel={constant}");
        SortedMap<Double, double[]> thresholds = new TreeMap<>();
        OrderStatement[] statements = OrderStatement.values();
        for (int i = 0; i < statements.length; i++) {
            double[] small = result.orders().get(i).usablePoints().stream()
                    .mapToDouble(ErrorOfMember::epsilon)
                    .sorted()
                    .toArray();
            if (small.length == 0) {
                continue;
            }
            String colour = COLOURS.get(i);
            Optional<OrderFit> fit = result.orders().get(i).fit();
            picture.plot(
                    "epsilon",
                    column(statements[i], "constant"),
                    new PgfPicture.PlotLine(legend(result, statements[i]), colour, "only marks, mark=" + MARKS.get(i)));
            fit.filter(FamilyPlot::isLimitShown)
                    .ifPresent(f -> picture.curve(
                            level(small, f.limit()),
                            new PgfPicture.PlotLine("", colour, "densely dashed, forget plot")));
            thresholds.merge(result.problem().thresholds().of(statements[i].constant()), small, FamilyPlot::ends);
        }
        thresholds.forEach((threshold, small) -> picture.curve(
                level(small, threshold),
                new PgfPicture.PlotLine(
                        String.format(Digits.LOCALE, "threshold $%.4g$", threshold),
                        PgfPicture.BLACK,
                        "dotted, very thick")));
        return picture;
    }

    /** Of constants that tend to 0 a logarithmic axis shows no limit. */
    private static boolean isLimitShown(OrderFit fit) {
        return fit.byEpsilon() && fit.limit() > fit.limitError();
    }

    private static double[] ends(double[] one, double[] other) {
        return new double[] {Math.min(one[0], other[0]), Math.max(one[one.length - 1], other[other.length - 1])};
    }

    /** A horizontal line over ascending abscissas. */
    private static String level(double[] ascending, double height) {
        return "(" + ascending[0] + ", " + height + ") (" + ascending[ascending.length - 1] + ", " + height + ")";
    }

    /** What it is, and where its constant goes. */
    private static String legend(FamilyResult result, OrderStatement statement) {
        return statement.title().latex()
                + result.order(statement)
                        .fit()
                        .filter(FamilyPlot::isLimitShown)
                        .map(fit -> String.format(Digits.LOCALE, ", limit $%.4g$", fit.limit()))
                        .orElse("");
    }
}
