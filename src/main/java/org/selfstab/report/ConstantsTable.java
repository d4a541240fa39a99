package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.order.OrderStatement;
import org.selfstab.numeric.Extremum;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;

/**
 * The constants of a run as rows for people: the table of theory.md section 9 for one run.
 *
 * @param rows the rows, in the order of the theory
 */
public record ConstantsTable(List<Row> rows) {

    /**
     * One constant.
     *
     * @param symbol its symbol
     * @param definition what it is
     * @param extreme its value and the step that attains it; empty where it is undefined
     */
    public record Row(Notation symbol, Notation definition, Optional<Extremum> extreme) {}

    /** The rows of a run. */
    public static ConstantsTable of(RunConstants constants) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                Quantities.EPSILON.symbol(),
                Notation.formula("max eta sqrt(alpha)", "max η √(α)", "\\max \\eta \\sqrt{\\alpha}"),
                constants.epsilon()));
        rows.add(row(
                Quantities.DELTA.symbol(),
                Notation.formula("max sqrt(2 alpha/beta)", "max √(2 α/β)", "\\max \\sqrt{2 \\alpha/\\beta}"),
                constants.delta()));
        rows.add(row(
                Quantities.COUPLING_CONSTANT.symbol(),
                Notation.formula(
                                "max |v - v*| / (eps delta)",
                                "max |v − v*| / (ε δ)",
                                "\\max |v - v^*|/(\\epsilon \\delta)")
                        .then(", coupling (24)"),
                constants.coupling()));
        rows.add(row(Quantities.LOSS_CONSTANT.symbol(), inUnits(OrderStatement.LOSS), constants.loss()));
        rows.add(row(Quantities.SHARPNESS_CONSTANT.symbol(), inUnits(OrderStatement.SHARPNESS), constants.sharpness()));
        rows.add(row(
                Quantities.IMPLICIT_BIAS_CONSTANT.symbol(),
                inUnits(OrderStatement.IMPLICIT_BIAS),
                constants.following()));
        rows.add(row(Quantities.DESCENT_CONSTANT.symbol(), inUnits(OrderStatement.DESCENT), constants.descent()));
        rows.add(row(Quantities.AXIS_DISTANCE.symbol(), Notation.words("distance from the axis"), constants.minX()));
        rows.add(row(
                Quantities.SECOND_EIGENVALUE.symbol(),
                Notation.words("eigengap: below 2"),
                constants.maxSecondEigenvalue()));
        rows.add(row(
                Quantities.SMALLEST_ALIGNMENT.symbol(),
                Notation.words("alignment: in (0, 1]"),
                constants.minAlignment()));
        return new ConstantsTable(rows);
    }

    /** An error and the unit that its constant counts. */
    private static Notation inUnits(OrderStatement error) {
        return error.title().then(", in units of ").then(error.unit());
    }

    private static Row row(Notation symbol, Notation definition, Optional<Extremum> extreme) {
        return new Row(symbol, definition, extreme);
    }

    /** A number to six significant digits. */
    public static String digits(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.6g", value);
    }

    /** A number to four significant digits. */
    public static String brief(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
