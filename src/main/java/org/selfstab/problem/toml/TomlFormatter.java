package org.selfstab.problem.toml;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.vocabulary.SelfstabException;
import org.tomlj.Toml;

/**
 * The one layout of TOML files: equals signs below each other within a block of entries, one blank line at most and one before each table, no blanks at the ends of
 * lines. Values and comments stay as they are written, to the last character.
 */
public final class TomlFormatter {

    private static final String LINE_BREAK = "\n";

    private final String text;
    private int position;

    private TomlFormatter(String text) {
        this.text = text;
    }

    /**
     * A text in this layout.
     *
     * @param name the file's name in messages
     * @throws SelfstabException if the text is not TOML
     */
    public static String format(String name, String text) {
        TomlFile.parse(name, text);
        String given = TextFile.withoutMark(text);
        String said = said(given);
        String unix = given.replace("\r\n", LINE_BREAK);
        // Line breaks within a string belong to its value.
        String formatted = lay(new TomlFormatter(said(unix).equals(said) ? unix : given).lines());
        if (!said(formatted).equals(said)) {
            throw new IllegalStateException(name + ": formatting would change what it says");
        }
        return formatted;
    }

    private static String said(String toml) {
        return Toml.parse(toml).toJson();
    }

    /** A line of a file, or several that belong to one entry. */
    private sealed interface Line {}

    private record Blank() implements Line {}

    private record Comment(String words) implements Line {}

    private record Header(String words) implements Line {}

    /**
     * An entry.
     *
     * @param value with what stands behind it, its further lines as they are
     */
    private record Entry(String key, String value) implements Line {}

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        while (position < text.length()) {
            lines.add(line());
        }
        return lines;
    }

    private Line line() {
        skipBlanks();
        if (position == text.length() || text.charAt(position) == '\n') {
            position++;
            return new Blank();
        }
        char first = text.charAt(position);
        int from = position;
        if (first == '#' || first == '[') {
            toLineEnd();
            String words = text.substring(from, position).stripTrailing();
            position++;
            return first == '#' ? new Comment(words) : new Header(words);
        }
        while (text.charAt(position) != '=') {
            skipQuotedOrOne();
        }
        String key = text.substring(from, position).strip();
        position++;
        skipBlanks();
        from = position;
        toEntryEnd();
        String value = text.substring(from, position).stripTrailing();
        position++;
        return new Entry(key, value);
    }

    private void skipBlanks() {
        while (position < text.length() && " \t\r".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private void toLineEnd() {
        int end = text.indexOf('\n', position);
        position = end < 0 ? text.length() : end;
    }

    /** To the line break that no bracket and no string encloses. */
    private void toEntryEnd() {
        int depth = 0;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '\n' && depth == 0) {
                return;
            }
            if (c == '#') {
                toLineEnd();
            } else {
                depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
                skipQuotedOrOne();
            }
        }
    }

    /** One string, or one character that begins none. */
    private void skipQuotedOrOne() {
        char quote = text.charAt(position);
        if (quote != '"' && quote != '\'') {
            position++;
            return;
        }
        String three = String.valueOf(quote).repeat(3);
        String end = text.startsWith(three, position) ? three : String.valueOf(quote);
        position += end.length();
        while (!text.startsWith(end, position)) {
            position += quote == '"' && text.charAt(position) == '\\' ? 2 : 1;
        }
        position += end.length();
        // A string in three quotes may end with two more of its own.
        while (end.length() == 3 && position < text.length() && text.charAt(position) == quote) {
            position++;
        }
    }

    private static String lay(List<Line> lines) {
        StringBuilder laid = new StringBuilder();
        boolean blank = false;
        int blockEnd = 0;
        int width = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line instanceof Blank) {
                blank = true;
                continue;
            }
            boolean apart = blank || (line instanceof Header && !(i > 0 && lines.get(i - 1) instanceof Comment));
            if (apart && !laid.isEmpty()) {
                laid.append(LINE_BREAK);
            }
            blank = false;
            if (i >= blockEnd) {
                blockEnd = blockEnd(lines, i);
                width = widestKey(lines.subList(i, blockEnd));
            }
            laid.append(written(line, width)).append(LINE_BREAK);
        }
        return laid.toString();
    }

    private static String written(Line line, int width) {
        if (line instanceof Entry entry) {
            return entry.key() + " ".repeat(width - length(entry.key())) + " = " + entry.value();
        }
        return line instanceof Comment comment ? comment.words() : ((Header) line).words();
    }

    /** Where the entries and comments that begin with a line end: at a blank line or a header. */
    private static int blockEnd(List<Line> lines, int from) {
        int end = from + 1;
        while (end < lines.size() && (lines.get(end) instanceof Entry || lines.get(end) instanceof Comment)) {
            end++;
        }
        return end;
    }

    private static int widestKey(List<Line> block) {
        return block.stream()
                .mapToInt(line -> line instanceof Entry entry ? length(entry.key()) : 0)
                .max()
                .orElse(0);
    }

    private static int length(String key) {
        return key.codePointCount(0, key.length());
    }
}
