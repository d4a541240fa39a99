package org.selfstab.problem;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.expression.syntax.ExpressionSyntaxException;
import org.selfstab.problem.toml.TextFile;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Suggestion;

/**
 * Exact numbers from a file of comma-separated values: decimals and fractions, without quotation marks; blank lines do not count.
 *
 * @param head the cells of the first line, where it is one of names; otherwise empty
 * @param rows the numbers, all rows of one length
 */
record NumberTable(List<Cell> head, List<List<Expression>> rows) {

    private static final int MAX_NUMBERS = 100_000;

    /** What other dialects write between and about values. */
    private static final Pattern OTHER_DIALECT = Pattern.compile("[;\t\"]");

    /** What is a number, though perhaps one out of range. */
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?");

    private static final CSVFormat UNQUOTED =
            CSVFormat.DEFAULT.builder().setQuote(null).get();

    /** A text of the first line and where it stands. */
    record Cell(String text, Location place) {}

    /**
     * Reads a text.
     *
     * @param file the file's name for messages
     * @param hasHead whether the first line holds names
     * @throws SelfstabException if it is no table of numbers, with line and column
     */
    static NumberTable read(String file, String text, boolean hasHead) {
        List<Cell> head = new ArrayList<>();
        List<List<Expression>> rows = new ArrayList<>();
        ExpressionParser numbers = new ExpressionParser(Set.of());
        int number = 0;
        int width = -1;
        for (String line : TextFile.withoutMark(text).lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            List<Cell> cells = cells(new Location(file, number, 1), line);
            width = width < 0 ? cells.size() : width;
            requireWidth(cells, width);
            if (hasHead && head.isEmpty()) {
                head.addAll(cells);
                continue;
            }
            rows.add(cells.stream().map(cell -> number(cell, numbers)).toList());
            requireFew(cells, (long) rows.size() * width);
        }
        if (rows.isEmpty()) {
            throw new Location(file, 1, 1)
                    .error("the file holds no numbers", "write one row of numbers for each point");
        }
        return new NumberTable(List.copyOf(head), List.copyOf(rows));
    }

    private static List<Cell> cells(Location start, String line) {
        List<Cell> cells = new ArrayList<>();
        int column = 1;
        for (String raw : values(start, line)) {
            int spaces = raw.length() - raw.stripLeading().length();
            Cell cell = new Cell(raw.strip(), new Location(start.file(), start.line(), column + spaces));
            if (OTHER_DIALECT.matcher(cell.text).find()) {
                throw cell.place.error(
                        Suggestion.shortened(cell.text) + " is neither a name nor a number",
                        "separate values by commas, without quotation marks");
            }
            cells.add(cell);
            column += raw.length() + 1;
        }
        return cells;
    }

    private static CSVRecord values(Location start, String line) {
        try (CSVParser parser = CSVParser.parse(line, UNQUOTED)) {
            return parser.getRecords().get(0);
        } catch (IOException malformed) {
            throw start.error("this is no table: " + malformed.getMessage(), "separate numbers by commas");
        }
    }

    private static void requireWidth(List<Cell> cells, int width) {
        if (cells.size() != width) {
            throw cells.get(cells.size() - 1)
                    .place
                    .error(
                            "this line has " + cells.size() + (cells.size() == 1 ? " value" : " values")
                                    + ", the first has " + width,
                            "give every line as many");
        }
    }

    private static void requireFew(List<Cell> cells, long count) {
        if (count > MAX_NUMBERS) {
            throw cells.get(0).place.error("more than " + MAX_NUMBERS + " numbers", "use fewer points");
        }
    }

    private static Expression number(Cell cell, ExpressionParser numbers) {
        if (cell.text.isEmpty()) {
            throw cell.place.error("a number is missing", "write one between the commas");
        }
        try {
            Expression value = numbers.parse(cell.text).expression();
            if (value instanceof Constant) {
                return value;
            }
        } catch (ExpressionSyntaxException wrong) {
            Location place = new Location(cell.place.file(), cell.place.line(), cell.place.column() + wrong.offset());
            throw DECIMAL.matcher(cell.text).matches()
                    ? wrong.at(place)
                    : place.error(
                            Suggestion.shortened(cell.text) + " is not a number",
                            "write a decimal or a fraction, as 0.25 or 1/4");
        }
        throw cell.place.error(
                Suggestion.shortened(cell.text) + " is not rational", "write a decimal or a fraction, as 0.25 or 1/4");
    }
}
