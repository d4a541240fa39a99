package org.selfstab.problem.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.selfstab.vocabulary.Location;
import org.tomlj.TomlParseError;
import org.tomlj.TomlPosition;

/** The text of a problem file and the places in it. */
public final class SourceText {

    private static final Pattern LONG_WORD = Pattern.compile("(\\S{64})\\S+");

    private final String file;
    private final String text;
    private final ContentLines parsed;
    private final List<Integer> lineStarts = new ArrayList<>();

    SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        this.parsed = new ContentLines(text);
        lineStarts.add(0);
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            lineStarts.add(i + 1);
        }
    }

    public Location start() {
        return new Location(file, 1, 1);
    }

    /** What the parser is given. */
    String toParse() {
        return parsed.text();
    }

    /** Where in the file a place of what was parsed is. */
    Location at(TomlPosition position) {
        return new Location(file, parsed.numberOf(position.line()), position.column());
    }

    /** What the parser says, with the places that it names in the file, and long keys cut. */
    String message(TomlParseError error) {
        return parsed.inWholeText(LONG_WORD.matcher(error.getMessage()).replaceAll("$1..."));
    }

    /** The characters of the unquoted value that begins at a place. */
    public String bareValueAt(Location place) {
        return text.substring(offsetOf(place)).split("[\\s,#\\]}]", 2)[0];
    }

    /**
     * Where the characters of a quoted string stand in the file: exactly, up to the first escape in it, from where on the
     * place is that of the whole string.
     *
     * @param place where the string's quotes begin
     * @param value the string
     */
    public IntFunction<Location> insideString(Location place, String value) {
        QuotedString quoted = new QuotedString(text, offsetOf(place));
        return offset -> {
            int found = quoted.offsetOf(value, offset);
            return found < 0 ? place : locationOf(found);
        };
    }

    private int offsetOf(Location place) {
        int line = Math.min(place.line(), lineStarts.size());
        return Math.min(lineStarts.get(line - 1) + place.column() - 1, text.length());
    }

    private Location locationOf(int offset) {
        int line = 0;
        while (line + 1 < lineStarts.size() && lineStarts.get(line + 1) <= offset) {
            line++;
        }
        return new Location(file, line + 1, offset - lineStarts.get(line) + 1);
    }

    /** A TOML string in its file, to find where one of its characters is written. */
    private static final class QuotedString {

        private final String text;
        private final int content;
        private final boolean hasEscapes;

        /**
         * Finds the string's first character.
         *
         * @param text the file
         * @param begin where the opening quotes are
         */
        QuotedString(String text, int begin) {
            this.text = text;
            this.hasEscapes = text.startsWith("\"", begin);
            boolean multiLine = text.startsWith("\"\"\"", begin) || text.startsWith("'''", begin);
            this.content = multiLine ? afterLineEnd(begin + 3) : begin + 1;
        }

        /** The line end right after the opening quotes is not part of the string. */
        private int afterLineEnd(int offset) {
            if (text.startsWith("\r\n", offset)) {
                return offset + 2;
            }
            return text.startsWith("\n", offset) ? offset + 1 : offset;
        }

        /** The file's offset of the string's character at an index, or -1 if an escape comes before it. */
        int offsetOf(String value, int index) {
            int offset = content;
            for (int i = 0; i < index; i++) {
                if (startsEscape(offset)) {
                    return -1;
                }
                offset += value.charAt(i) == '\n' && text.startsWith("\r\n", offset) ? 2 : 1;
            }
            return startsEscape(offset) ? -1 : offset;
        }

        private boolean startsEscape(int offset) {
            return offset >= text.length() || (hasEscapes && text.charAt(offset) == '\\');
        }
    }
}
