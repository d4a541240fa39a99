package org.selfstab.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.reading.RunReadings;
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
     * @param definition what it is
     * @param extreme its value and the step that attains it; empty where it is undefined
     */
    public record Row(Notation symbol, Notation definition, Optional<Extremum> extreme) {}

    /** The rows of a run. */
    public static ConstantsTable of(RunConstants constants) {
        return new ConstantsTable(Arrays.stream(RunReadings.values())
                .map(constant -> new Row(constant.symbol(), constant.definition(), constant.of(constants)))
                .toList());
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
