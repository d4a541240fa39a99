package org.selfstab.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hipparchus.stat.regression.SimpleRegression;
import org.selfstab.claims.order.ErrorOfMember;
import org.selfstab.claims.order.FamilyResult;
import org.selfstab.claims.order.OrderFit;
import org.selfstab.claims.order.OrderStatement;
import org.selfstab.run.RunRecord;

/** The errors of a family over their units, double logarithmic, with the fitted lines, as pgfplots draws them. */
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
        Path place = folder.resolve(PgfPicture.FOLDER);
        PendingFile.write(place.resolve(DATA), csv(result));
        Recorded.describe(place.resolve(DATA), "orders-plot", run);
        picture(result).write(place);
    }

    private static String csv(FamilyResult result) {
        StringBuilder text = new StringBuilder("number");
        for (OrderStatement statement : OrderStatement.values()) {
            text.append(',').append(unit(statement)).append(',').append(error(statement));
        }
        text.append('\n');
        result.members().forEach(member -> {
            text.append(PgfPicture.number(member.number()));
            for (OrderStatement statement : OrderStatement.values()) {
                Optional<ErrorOfMember> found = statement.error(member);
                text.append(',')
                        .append(PgfPicture.number(found.map(ErrorOfMember::unit).orElse(Double.NaN)));
                text.append(',')
                        .append(PgfPicture.number(
                                found.map(ErrorOfMember::error).orElse(Double.NaN)));
            }
            text.append('\n');
        });
        return text.toString();
    }

    private static String unit(OrderStatement statement) {
        return statement.name().toLowerCase(Locale.ROOT) + "_unit";
    }

    private static String error(OrderStatement statement) {
        return statement.name().toLowerCase(Locale.ROOT) + "_error";
    }

    private static PgfPicture picture(FamilyResult result) {
        String comment = new LatexCaption(result.problem())
                .line(
                        "errors of the conclusions over the units that they are O(.) of; lines: least squares, with their slopes")
                .line("evidence: numeric runs in " + result.arithmetic() + "; a slope is not a proof of O(.)")
                .write();
        PgfPicture picture = new PgfPicture("orders", comment)
                .data(DATA)
                .axis("xmode=log, ymode=log, legend columns=2, xlabel={unit}, ylabel={error}");
        OrderStatement[] statements = OrderStatement.values();
        for (int i = 0; i < statements.length; i++) {
            List<ErrorOfMember> points = points(result, statements[i]);
            if (points.isEmpty()) {
                continue;
            }
            String colour = COLOURS.get(i);
            Optional<OrderFit> fit = result.orders().get(i).fit();
            String slope = fit.map(f -> String.format(Locale.ROOT, ", slope %.3f", f.slope()))
                    .orElse("");
            picture.plot(
                    unit(statements[i]),
                    error(statements[i]),
                    new PgfPicture.PlotLine(
                            statements[i].title().latex() + slope, colour, "only marks, mark=" + MARKS.get(i)));
            fit.ifPresent(f -> picture.curve(line(points), new PgfPicture.PlotLine("", colour, "forget plot")));
        }
        return picture;
    }

    private static List<ErrorOfMember> points(FamilyResult result, OrderStatement statement) {
        List<ErrorOfMember> points = new ArrayList<>();
        result.members().forEach(member -> statement
                .error(member)
                .filter(ErrorOfMember::isAboveRounding)
                .ifPresent(points::add));
        points.sort(Comparator.comparingDouble(ErrorOfMember::unit));
        return points;
    }

    /** The fitted line from the smallest to the largest unit. */
    private static String line(List<ErrorOfMember> ascending) {
        SimpleRegression regression = new SimpleRegression();
        ascending.forEach(point -> regression.addData(Math.log(point.unit()), Math.log(point.error())));
        return at(regression, ascending.get(0).unit()) + " "
                + at(regression, ascending.get(ascending.size() - 1).unit());
    }

    private static String at(SimpleRegression regression, double unit) {
        return "(" + unit + ", " + Math.exp(regression.predict(Math.log(unit))) + ")";
    }
}
