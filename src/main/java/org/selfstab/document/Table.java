package org.selfstab.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.selfstab.vocabulary.Notation;

/**
 * A table.
 *
 * @param caption what it is about
 * @param facts names and values, above it
 * @param columns its columns
 * @param lines its lines
 * @param notes sentences below it
 * @param filter whether readers of a page choose among the rows by their words and by their status
 * @param place where it is shown
 */
public record Table(
        String caption,
        List<Document.Fact> facts,
        List<Column> columns,
        List<Line> lines,
        List<String> notes,
        Filter filter,
        Place place) {

    public Table {
        facts = List.copyOf(facts);
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** Whether readers can choose among rows. */
    public enum Filter {
        NONE,
        BY_WORDS_AND_STATUS
    }

    /** Where a table is shown. */
    public enum Place {
        EVERYWHERE,
        /** On pages, HTML and Markdown, alone: it would bury the rest of a text or a paper. */
        PAGES
    }

    /**
     * A column.
     *
     * @param head what stands above it
     * @param isNumeric whether it is set to the right
     */
    public record Column(Cell head, boolean isNumeric) {

        /** A column of words, or of what is read like words. */
        public static Column words(String head) {
            return new Column(Cell.words(head), false);
        }

        /** A column of numbers. */
        public static Column numbers(String head) {
            return new Column(Cell.words(head), true);
        }

        /** A column of numbers below a symbol. */
        public static Column numbers(Notation head) {
            return new Column(Cell.formula(head), true);
        }
    }

    /** A line. */
    public sealed interface Line {
        /** This in other words. */
        Line reworded(UnaryOperator<Notation> formulas, UnaryOperator<String> words);
    }

    /**
     * What the rows below it are about.
     *
     * @param title in words
     * @param statement what is stated; empty if that is said elsewhere
     */
    public record Heading(String title, Optional<Notation> statement) implements Line {

        @Override
        public Heading reworded(UnaryOperator<Notation> formulas, UnaryOperator<String> words) {
            return new Heading(words.apply(title), statement.map(formulas));
        }

        /** In plain text. */
        String text() {
            return title + statement.map(formula -> ": " + formula.ascii()).orElse("");
        }

        /** On a page. */
        String unicode() {
            return title + statement.map(formula -> ": " + formula.unicode()).orElse("");
        }
    }

    /**
     * A row.
     *
     * @param cells one for each column, or fewer
     * @param remarks sentences below it, over all columns
     */
    public record Row(List<Cell> cells, List<String> remarks) implements Line {

        public Row {
            cells = List.copyOf(cells);
            remarks = remarks.stream().filter(remark -> !remark.isEmpty()).toList();
        }

        /** A row with a sentence below it, which may be empty. */
        public Row(List<Cell> cells, String remark) {
            this(cells, List.of(remark));
        }

        @Override
        public Row reworded(UnaryOperator<Notation> formulas, UnaryOperator<String> words) {
            return new Row(
                    cells.stream().map(cell -> cell.reworded(formulas, words)).toList(),
                    remarks.stream().map(words).toList());
        }
    }

    /** This in other words. */
    Table reworded(UnaryOperator<Notation> formulas, UnaryOperator<String> words) {
        return new Table(
                words.apply(caption),
                facts.stream().map(fact -> fact.reworded(formulas, words)).toList(),
                columns.stream()
                        .map(column -> new Column(column.head().reworded(formulas, words), column.isNumeric()))
                        .toList(),
                lines.stream().map(line -> line.reworded(formulas, words)).toList(),
                notes.stream().map(words).toList(),
                filter,
                place);
    }

    /** A table without notes. */
    public static Table of(String caption, List<Column> columns, List<? extends Line> lines) {
        return new Table(caption, List.of(), columns, List.copyOf(lines), List.of(), Filter.NONE, Place.EVERYWHERE);
    }

    /** A table whose columns are as their cells are. */
    public static Table titled(String caption, List<String> heads, List<? extends Line> lines) {
        return of(caption, heads.stream().map(Column::words).toList(), lines);
    }

    public static Row row(Cell... cells) {
        return new Row(List.of(cells), List.of());
    }

    /** The same with one more sentence below it. */
    public Table note(String sentence) {
        List<String> more = new ArrayList<>(notes);
        more.add(sentence);
        return new Table(caption, facts, columns, lines, more, filter, place);
    }

    /** The same with rows among which readers of a page choose. */
    public Table filtered() {
        return new Table(caption, facts, columns, lines, notes, Filter.BY_WORDS_AND_STATUS, place);
    }

    /** The same with names and values above it. */
    public Table with(List<Document.Fact> above) {
        return new Table(caption, above, columns, lines, notes, filter, place);
    }

    /** The same on pages alone. */
    public Table onPages() {
        return new Table(caption, facts, columns, lines, notes, filter, Place.PAGES);
    }

    /** The rows, without headings. */
    public List<Row> rows() {
        return lines.stream().filter(Row.class::isInstance).map(Row.class::cast).toList();
    }
}
