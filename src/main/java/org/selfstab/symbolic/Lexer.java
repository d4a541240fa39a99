package org.selfstab.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into tokens; stops at the first characters that are none. */
final class Lexer {

    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]*+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]++(?:\\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*+");
    private static final Pattern MARK = Pattern.compile("[-+*/^()\\[\\],]");

    /** Marks that people write, with what to write instead. */
    private static final Map<String, String> INSTEAD = Map.of(
            "\u2212",
            "-",
            "\u00d7",
            "*",
            "\u00b7",
            "*",
            "\u00f7",
            "/",
            "\u03c0",
            "pi",
            "\u221a",
            "sqrt(...)",
            "\u00b2",
            "^2",
            "\u00b3",
            "^3",
            "{",
            "(",
            "}",
            ")");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int offset;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens of a text; the last one, and only it, is {@link Token.Kind#END} or {@link Token.Kind#INVALID}. */
    static List<Token> tokens(String text) {
        return new Lexer(text).run();
    }

    private List<Token> run() {
        do {
            skipSpace();
        } while (offset < text.length() && (accept(Token.Kind.NUMBER, NUMBER) || acceptNameOrMark()));
        if (offset == text.length()) {
            add(Token.Kind.END, "");
        } else {
            add(Token.Kind.INVALID, invalidMessage());
        }
        return tokens;
    }

    private void skipSpace() {
        Matcher space = at(SPACE);
        if (space.lookingAt()) {
            offset = space.end();
        }
    }

    private boolean acceptNameOrMark() {
        return accept(Token.Kind.NAME, NAME) || (!text.startsWith("**", offset) && accept(Token.Kind.MARK, MARK));
    }

    private boolean accept(Token.Kind kind, Pattern pattern) {
        Matcher matcher = at(pattern);
        if (!matcher.lookingAt()) {
            return false;
        }
        add(kind, matcher.group());
        offset = matcher.end();
        return true;
    }

    private Matcher at(Pattern pattern) {
        return pattern.matcher(text).region(offset, text.length());
    }

    private void add(Token.Kind kind, String tokenText) {
        tokens.add(new Token(kind, tokenText, offset));
    }

    private String invalidMessage() {
        if (text.startsWith("**", offset)) {
            return "** is not an operator; write ^ for a power";
        }
        if (text.charAt(offset) == '.') {
            return "a number has digits on both sides of its point; write 0.5 or 3.0";
        }
        String character = Character.toString(text.codePointAt(offset));
        String shown = Character.isISOControl(text.codePointAt(offset))
                ? String.format("U+%04X", text.codePointAt(offset))
                : Spelling.shortened(character);
        String instead = INSTEAD.get(character);
        return shown + " has no place in an expression; "
                + (instead == null
                        ? "expressions are made of numbers, names and + - * / ^ ( ) [ ] ,"
                        : "write " + instead);
    }
}
