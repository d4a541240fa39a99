package org.selfstab.problem.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of a TOML text that hold more than a comment, each with its number in the text. They mean the same as the text. The parser needs a time that
 * grows with the third power of the blank lines and comments in a row, minutes for two thousand, so it reads these lines instead.
 */
final class ContentLines {

    /** Blank or a comment, if TOML allows its characters; others are left to the parser to complain of. */
    private static final Pattern WITHOUT_CONTENT =
            Pattern.compile("[ \\t]*(#[^\\x00-\\x08\\x0A-\\x1F\\x7F]*)?(\\r?\\n)?");

    private static final Pattern PLACE = Pattern.compile("(?<=\\bline )\\d+(?=, column \\d)");

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> numbers = new ArrayList<>();
    private final int lastNumber;

    /** Picks the lines of a text. */
    ContentLines(String toml) {
        MultiLineString string = new MultiLineString();
        int number = 1;
        int begin = 0;
        for (int end = toml.indexOf('\n') + 1; end > 0; end = toml.indexOf('\n', begin) + 1) {
            pick(toml.substring(begin, end), number, string);
            begin = end;
            number++;
        }
        pick(toml.substring(begin), number, string);
        this.lastNumber = number;
    }

    private void pick(String line, int number, MultiLineString string) {
        if (string.isOpen() || !WITHOUT_CONTENT.matcher(line).matches()) {
            string.read(line);
            text.append(line);
            numbers.add(number);
        }
    }

    /** The lines. */
    String text() {
        return text.toString();
    }

    /** The number, in the whole text, of one of these lines, which are counted from 1; of those after the end that of the text's last line. */
    int numberOf(int line) {
        return line <= numbers.size() ? numbers.get(line - 1) : lastNumber;
    }

    /** A message of the parser, with the numbers of lines in the whole text. */
    String inWholeText(String message) {
        return PLACE.matcher(message).replaceAll(place -> String.valueOf(numberOf(Integer.parseInt(place.group()))));
    }

    /** Where strings of several lines begin and end. */
    private static final class MultiLineString {

        private static final String BASIC = "\"\"\"";
        private static final String LITERAL = "'''";

        private String delimiter = "";

        boolean isOpen() {
            return !delimiter.isEmpty();
        }

        void read(String line) {
            int i = 0;
            while (i < line.length()) {
                if (isOpen()) {
                    i = afterEnd(line, i);
                } else if (line.startsWith(BASIC, i) || line.startsWith(LITERAL, i)) {
                    delimiter = line.substring(i, i + BASIC.length());
                    i += BASIC.length();
                } else if (line.charAt(i) == '#') {
                    i = line.length();
                } else {
                    i = line.charAt(i) == '"' || line.charAt(i) == '\'' ? afterString(line, i) : i + 1;
                }
            }
        }

        /** After the delimiter that ends the string, which one or two quotes of the string's own may precede; the line's end if there is none. */
        private int afterEnd(String line, int from) {
            for (int i = from; i < line.length(); i++) {
                if (line.startsWith(delimiter, i)) {
                    int end = i + delimiter.length();
                    while (end < line.length() && end < i + 5 && line.charAt(end) == delimiter.charAt(0)) {
                        end++;
                    }
                    delimiter = "";
                    return end;
                }
                i += delimiter.equals(BASIC) && line.charAt(i) == '\\' ? 1 : 0;
            }
            return line.length();
        }

        private static int afterString(String line, int begin) {
            char quote = line.charAt(begin);
            for (int i = begin + 1; i < line.length(); i++) {
                if (line.charAt(i) == quote) {
                    return i + 1;
                }
                i += quote == '"' && line.charAt(i) == '\\' ? 1 : 0;
            }
            return line.length();
        }
    }
}
