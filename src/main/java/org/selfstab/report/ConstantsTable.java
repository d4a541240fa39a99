package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.selfstab.claims.RunConstants;
import org.selfstab.numeric.Extremum;
import org.selfstab.vocabulary.Notation;

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
     * @param definition what it is, in plain text
     * @param extreme its value and the step that attains it; empty where it is undefined
     */
    public record Row(Notation symbol, String definition, Optional<Extremum> extreme) {}

    /** The rows of a run. */
    public static ConstantsTable of(RunConstants constants) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("eps", "\\epsilon", "max eta sqrt(alpha)", constants.epsilon()));
        rows.add(row("delta", "\\delta", "max sqrt(2 alpha/beta)", constants.delta()));
        rows.add(row("C_1", "C_1", "max |v - v*| / (eps delta), coupling (24)", constants.coupling()));
        rows.add(row("C_L", "C_L", "loss (25), in units of eps delta^2/eta", constants.loss()));
        rows.add(row("C_S", "C_S", "sharpness (26), in units of eps^2/eta", constants.sharpness()));
        rows.add(row("C_P", "C_P", "implicit bias (27a), in units of eps^2 eta |grad L|", constants.following()));
        rows.add(row("C_D", "C_D", "descent (27b), in units of eps", constants.descent()));
        rows.add(row("min |x*|/delta", "\\min |x^*|/\\delta", "distance from the axis", constants.minX()));
        rows.add(
                row("max eta lambda_2", "\\max \\eta\\lambda_2", "eigengap: below 2", constants.maxSecondEigenvalue()));
        rows.add(row("min gamma", "\\min \\gamma", "alignment: in (0, 1]", constants.minAlignment()));
        return new ConstantsTable(rows);
    }

    private static Row row(String symbol, String latex, String definition, Optional<Extremum> extreme) {
        return new Row(Notation.formula(symbol, Signs.of(symbol), latex), definition, extreme);
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
