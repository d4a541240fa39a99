package org.selfstab.cli.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a line, by the rules of quoting of a POSIX shell (IEEE Std 1003.1-2017, XCU 2.2): blanks separate words; '...' keeps everything
 * as it is; in "..." a backslash keeps ", \, $ and `; elsewhere a backslash keeps any character; # at the beginning of a word begins a comment.
 * What a shell would act upon is refused, as nothing acts on it here.
 */
public final class Words {

    private static final String KEPT_BY_BACKSLASH_IN_QUOTES = "\"\\$`";

    private final String line;
    private final List<String> words = new ArrayList<>();
    private int next;

    private Words(String line) {
        this.line = line;
    }

    /**
     * The words of a line, none if it is blank or a comment.
     *
     * @throws LineException if a quote is not closed, or for a character without quotes that is special to a shell; but in what follows
     *     an = within a word, as in {@code --set beta=2*eta}, the characters of file name patterns are taken for arithmetic
     */
    public static List<String> of(String line) throws LineException {
        Words scanner = new Words(line);
        scanner.scan();
        return List.copyOf(scanner.words);
    }

    private void scan() throws LineException {
        skipBlanks();
        while (next < line.length() && line.charAt(next) != '#') {
            words.add(word());
            skipBlanks();
        }
    }

    private void skipBlanks() {
        while (next < line.length() && isBlank(line.charAt(next))) {
            next++;
        }
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }

    private String word() throws LineException {
        if (line.charAt(next) == '~') {
            throw refusal("a home folder has no short name here", "write its name out");
        }
        StringBuilder word = new StringBuilder();
        while (next < line.length() && !isBlank(line.charAt(next))) {
            switch (line.charAt(next)) {
                case '\'' -> appendSingleQuoted(word);
                case '"' -> appendDoubleQuoted(word);
                case '\\' -> appendEscaped(word);
                default -> appendPlain(word);
            }
        }
        return word.toString();
    }

    private void appendSingleQuoted(StringBuilder word) throws LineException {
        int end = line.indexOf('\'', next + 1);
        if (end < 0) {
            throw unclosed(next);
        }
        word.append(line, next + 1, end);
        next = end + 1;
    }

    private void appendDoubleQuoted(StringBuilder word) throws LineException {
        int begin = next++;
        while (next < line.length() && line.charAt(next) != '"') {
            refuseExpansion();
            if (line.charAt(next) == '\\' && keepsInQuotes(next + 1)) {
                next++;
            }
            word.append(line.charAt(next++));
        }
        if (next == line.length()) {
            throw unclosed(begin);
        }
        next++;
    }

    private boolean keepsInQuotes(int position) {
        return position < line.length() && KEPT_BY_BACKSLASH_IN_QUOTES.indexOf(line.charAt(position)) >= 0;
    }

    private void appendEscaped(StringBuilder word) throws LineException {
        if (next + 1 == line.length()) {
            throw new LineException(
                    next + 1, "a command ends with its line", "write all of it on one line, without \\ at the end");
        }
        word.append(line.charAt(next + 1));
        next += 2;
    }

    private void appendPlain(StringBuilder word) throws LineException {
        refuseExpansion();
        switch (line.charAt(next)) {
            case '|' ->
                throw refusal("there are no pipes between commands here", "write each command on a line of its own");
            case '<', '>' -> throw refusal("nothing is redirected here", "redirect the shell as a whole");
            case '&' -> throw refusal("commands run one after the other here", "write each on a line of its own");
            case ';' -> throw refusal("there is one command on a line", "write the next on a line of its own");
            case '*', '?', '[' -> refusePattern(word);
            default -> {}
        }
        word.append(line.charAt(next++));
    }

    private void refuseExpansion() throws LineException {
        if (line.charAt(next) == '$' || line.charAt(next) == '`') {
            throw refusal("there are no variables and no commands within commands here", "write out what is meant");
        }
    }

    private void refusePattern(CharSequence before) throws LineException {
        if (before.chars().noneMatch(character -> character == '=')) {
            throw refusal("there are no patterns of file names here", "name each file");
        }
    }

    private LineException refusal(String reason, String remedy) {
        char character = line.charAt(next);
        return new LineException(
                next + 1,
                character + " is special: " + reason,
                remedy + ", or, if it belongs to a word, write '" + character + "'");
    }

    private LineException unclosed(int begin) {
        char quote = line.charAt(begin);
        return new LineException(
                begin + 1,
                "the quote " + quote + " is not closed",
                "close it, or write \\" + quote + " if it belongs to a word");
    }
}
