package org.selfstab.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.selfstab.claims.constants.RunConstants;
import org.selfstab.claims.order.ErrorOfMember;
import org.selfstab.claims.order.FamilyMember;
import org.selfstab.claims.order.FamilyResult;
import org.selfstab.claims.order.OrderFit;
import org.selfstab.claims.order.OrderStatement;
import org.selfstab.numeric.Extremum;
import org.selfstab.run.RunRecord;

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
        OrderStatement[] statements = OrderStatement.values();
        for (int i = 0; i < statements.length; i++) {
            double[] small = result.orders().get(i).points().stream()
                    .filter(ErrorOfMember::isAboveRounding)
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
            fit.filter(f -> f.byEpsilon() && f.limit() > f.limitError())
                    .ifPresent(f -> picture.curve(
                            "(" + small[0] + ", " + f.limit() + ") (" + small[small.length - 1] + ", " + f.limit()
                                    + ")",
                            new PgfPicture.PlotLine("", colour, "densely dashed, forget plot")));
        }
        return picture;
    }

    /** The symbol with its limit, and the threshold. */
    private static String legend(FamilyResult result, OrderStatement statement) {
        String limit = result.order(statement)
                .fit()
                .map(fit -> String.format(Locale.ROOT, " $\\to %.4g$,", fit.limit()))
                .orElse(",");
        double threshold = result.problem().thresholds().of(statement.constant());
        return String.format(
                Locale.ROOT,
                "%s: %s%s threshold $%.4g$",
                statement.title().latex(),
                statement.symbol().latex(),
                limit,
                threshold);
    }
}
