package org.selfstab.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Documents as text for a terminal. Nothing is wider than the terminal but the first line, which is the verdict, and words that are wider by themselves. */
public final class TextLayout {

    /** The narrowest lines: below, tables fall apart. */
    static final int LEAST_WIDTH = 80;

    /** The widest lines: beyond, the eye loses the line. */
    static final int MOST_WIDTH = 120;

    private static final String INDENT = "  ";
    private static final String GAP = "  ";
    private static final String REMARK = INDENT.repeat(3);
    private static final int LEAST_NAME = 8;
    private static final int LEAST_CELL = 16;

    private static final Pattern BLANK = Pattern.compile("(?<![=<>]) (?![=<>]+ )");

    private final int width;
    private final StringBuilder text = new StringBuilder();

    /**
     * A layout.
     *
     * @param width of a line, in characters; at least 80 and at most 120 are used
     */
    public TextLayout(int width) {
        this.width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, width));
    }

    /** The document, ended by a line break. */
    public String write(Document document) {
        line(document.title() + ": " + document.summary());
        List<Document.Fact> facts = new ArrayList<>(document.facts());
        document.notes().forEach(note -> facts.add(Document.Fact.of("note", note)));
        write(facts);
        List<Table> tables = document.tablesEverywhere();
        for (Table table : tables) {
            text.append('\n');
            write(table);
        }
        text.append(tables.isEmpty() ? "" : "\n");
        paragraph(INDENT, INDENT + INDENT, "evidence: " + document.evidence());
        return text.toString();
    }

    private void write(List<Document.Fact> facts) {
        int name = facts.stream().mapToInt(fact -> fact.name().length()).reduce(LEAST_NAME, Math::max);
        String hanging = INDENT + " ".repeat(name + 1);
        for (Document.Fact fact : facts) {
            paragraph(
                    INDENT + padded(fact.name(), name) + " ",
                    hanging,
                    fact.value().text());
        }
    }

    private void write(Table table) {
        if (!table.caption().isEmpty()) {
            paragraph(INDENT, INDENT + INDENT, table.caption());
        }
        write(table.facts());
        Remarks remarks = new Remarks(table);
        Grid grid = new Grid(table, remarks);
        for (int block = 0; block < grid.blocks.size(); block++) {
            text.append(block == 0 ? "" : "\n");
            write(table, grid, block, remarks);
        }
        remarks.below(table).forEach(note -> paragraph(INDENT, INDENT + INDENT, note));
    }

    /** The columns of one block; headings and remarks stand in the first. */
    private void write(Table table, Grid grid, int block, Remarks remarks) {
        List<Integer> columns = grid.blocks.get(block);
        grid.row(grid.heads, columns);
        int row = 0;
        for (Table.Line line : table.lines()) {
            if (line instanceof Table.Row cells) {
                grid.row(grid.cells.get(row++), columns);
                if (block == 0) {
                    remarks.own(cells).forEach(remark -> paragraph(REMARK, REMARK, remark));
                }
            } else if (block == 0 && line instanceof Table.Heading heading) {
                paragraph(INDENT, INDENT + INDENT, heading.text());
            }
        }
    }

    /** A table's cells as text, and how wide its columns are. */
    private final class Grid {

        private final List<Table.Column> columns = new ArrayList<>();
        private final List<String> heads = new ArrayList<>();
        private final List<List<String>> cells = new ArrayList<>();
        private final int[] widths;

        /** The column that tells the rows apart: verdicts do not. */
        private final int name;

        private final List<List<Integer>> blocks;

        Grid(Table table, Remarks remarks) {
            columns.addAll(table.columns());
            table.columns().forEach(column -> heads.add(column.head().text()));
            table.rows()
                    .forEach(row -> cells.add(
                            new ArrayList<>(row.cells().stream().map(Cell::text).toList())));
            refer(table, remarks);
            name = IntStream.range(0, table.columns().size())
                    .filter(column -> table.rows().stream().noneMatch(row -> isDecision(row, column)))
                    .findFirst()
                    .orElse(0);
            widths = IntStream.range(0, heads.size())
                    .map(column -> lines().filter(line -> line.size() > column)
                            .mapToInt(line -> line.get(column).length())
                            .max()
                            .orElse(0))
                    .toArray();
            narrow(column -> !isFormula(table, column));
            narrow(column -> true);
            blocks = split();
        }

        private static boolean isDecision(Table.Row row, int column) {
            return column < row.cells().size() && row.cells().get(column) instanceof Cell.Decision;
        }

        /** What is broken last. */
        private static boolean isFormula(Table table, int column) {
            return table.rows().stream()
                    .anyMatch(row -> column < row.cells().size() && row.cells().get(column) instanceof Cell.Formula);
        }

        /** References are a last column. */
        private void refer(Table table, Remarks remarks) {
            List<String> references =
                    table.rows().stream().map(remarks::references).toList();
            if (references.stream().allMatch(String::isEmpty)) {
                return;
            }
            columns.add(Table.Column.words(""));
            heads.add("");
            for (int i = 0; i < cells.size(); i++) {
                while (cells.get(i).size() < heads.size() - 1) {
                    cells.get(i).add("");
                }
                cells.get(i).add(references.get(i));
            }
        }

        private Stream<List<String>> lines() {
            return Stream.concat(Stream.of(heads), cells.stream());
        }

        private int total() {
            return INDENT.length()
                    + Arrays.stream(widths).map(w -> w + GAP.length()).sum()
                    - GAP.length();
        }

        /** The widest of some columns of what is not set to the right are broken into lines, as far as that makes the table fit; none below its longest word. */
        private void narrow(IntPredicate these) {
            for (int excess = total() - width; excess > 0; excess = total() - width) {
                int widest = IntStream.range(0, widths.length)
                        .filter(these)
                        .filter(column -> !columns.get(column).isNumeric() && widths[column] > least(column))
                        .reduce((a, b) -> widths[a] >= widths[b] ? a : b)
                        .orElse(-1);
                if (widest < 0) {
                    return;
                }
                int next = IntStream.range(0, widths.length)
                        .filter(these)
                        .filter(column ->
                                column != widest && !columns.get(column).isNumeric())
                        .map(column -> widths[column])
                        .filter(other -> other < widths[widest])
                        .reduce(LEAST_CELL, Math::max);
                widths[widest] =
                        Math.max(least(widest), Math.max(widths[widest] - excess, Math.min(next, widths[widest] - 1)));
            }
        }

        private int least(int column) {
            return lines().filter(line -> line.size() > column)
                    .flatMap(line -> BLANK.splitAsStream(line.get(column)))
                    .mapToInt(String::length)
                    .reduce(LEAST_CELL, Math::max);
        }

        /** The columns of each block; what tells the rows apart begins each but the first. */
        private List<List<Integer>> split() {
            List<List<Integer>> found = new ArrayList<>();
            List<Integer> block = new ArrayList<>();
            int used = INDENT.length();
            for (int column = 0; column < widths.length; column++) {
                int needed = widths[column] + (block.isEmpty() ? 0 : GAP.length());
                if (used + needed > width && block.size() > 1) {
                    found.add(block);
                    block = new ArrayList<>(List.of(name));
                    used = INDENT.length() + widths[name];
                    needed = widths[column] + GAP.length();
                }
                block.add(column);
                used += needed;
            }
            found.add(block);
            return found;
        }

        /** One row of a block, on as many lines as its longest cell needs. */
        void row(List<String> row, List<Integer> block) {
            List<List<String>> broken = block.stream()
                    .map(column -> column < row.size() ? wrapped(row.get(column), widths[column]) : List.of(""))
                    .toList();
            int height = broken.stream().mapToInt(List::size).max().orElse(1);
            for (int i = 0; i < height; i++) {
                StringBuilder line = new StringBuilder(INDENT);
                for (int k = 0; k < block.size(); k++) {
                    String cell = i < broken.get(k).size() ? broken.get(k).get(i) : "";
                    int column = block.get(k);
                    line.append(k == 0 ? "" : GAP)
                            .append(
                                    columns.get(column).isNumeric()
                                            ? " ".repeat(Math.max(0, widths[column] - cell.length())) + cell
                                            : padded(cell, widths[column]));
                }
                line(line.toString().stripTrailing());
            }
        }
    }

    private void paragraph(String first, String others, String words) {
        List<String> lines = wrapped(words, width - others.length());
        for (int i = 0; i < lines.size(); i++) {
            line((i == 0 ? first : others) + lines.get(i));
        }
    }

    /** A text broken at its blanks but for those of equations; a word that is too long stays whole. */
    private static List<String> wrapped(String words, int width) {
        if (words.length() <= width) {
            return List.of(words);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : BLANK.split(words, -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String padded(String words, int width) {
        return words + " ".repeat(Math.max(0, width - words.length()));
    }

    private void line(String content) {
        text.append(content.lines().collect(Collectors.joining(" "))).append('\n');
    }
}
