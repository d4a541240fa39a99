package org.selfstab.expression.syntax;

import java.util.Map;
import java.util.function.IntPredicate;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Suggestion;

/** Cuts a text into tokens, one at a time, so that an error early in a long text is found early. */
final class Lexer {

    private static final String SPACES = " \t\r\n";
    private static final String MARKS = "+-*/^()[],";

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
    private int offset;

    Lexer(String text) {
        this.text = text;
    }

    /** The next token; once it is {@link Token.Kind#END} or {@link Token.Kind#INVALID}, always the same. */
    Token next() {
        offset = passing(offset, c -> SPACES.indexOf(c) >= 0);
        if (offset == text.length()) {
            return new Token(Token.Kind.END, "", offset);
        }
        char first = text.charAt(offset);
        if (isDigit(first)) {
            return token(Token.Kind.NUMBER, endOfNumber());
        }
        if (isLetter(first)) {
            return token(Token.Kind.NAME, passing(offset, c -> isLetter(c) || isDigit(c) || c == '_'));
        }
        if (first == '"') {
            return quoted();
        }
        return MARKS.indexOf(first) >= 0 && !text.startsWith("**", offset)
                ? token(Token.Kind.MARK, offset + 1)
                : new Token(Token.Kind.INVALID, "", offset);
    }

    /** The letters between quotation marks; without a second mark it is no token. */
    private Token quoted() {
        int end = passing(offset + 1, c -> isLetter(c) || c == '_');
        if (at(end) != '"') {
            return new Token(Token.Kind.INVALID, "", offset);
        }
        Token token = new Token(Token.Kind.STRING, text.substring(offset + 1, end), offset);
        offset = end + 1;
        return token;
    }

    private Token token(Token.Kind kind, int end) {
        Token token = new Token(kind, text.substring(offset, end), offset);
        offset = end;
        return token;
    }

    /** Digits, then a point and digits if both are there, then an exponent if it is complete. */
    private int endOfNumber() {
        int end = passing(offset, Lexer::isDigit);
        if (at(end) == '.' && isDigit(at(end + 1))) {
            end = passing(end + 1, Lexer::isDigit);
        }
        if (at(end) != 'e' && at(end) != 'E') {
            return end;
        }
        int digits = at(end + 1) == '+' || at(end + 1) == '-' ? end + 2 : end + 1;
        return isDigit(at(digits)) ? passing(digits, Lexer::isDigit) : end;
    }

    private char at(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private int passing(int from, IntPredicate accepted) {
        int end = from;
        while (end < text.length() && accepted.test(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Why no token begins where the next one would. */
    ExpressionSyntaxException invalid() {
        if (text.startsWith("**", offset)) {
            return new ExpressionSyntaxException(offset, "** is not an operator", "write ^ for a power");
        }
        if (text.charAt(offset) == '.') {
            return new ExpressionSyntaxException(
                    offset, "a number has digits on both sides of its point", "write 0.5 or 3.0");
        }
        String character = Character.toString(text.codePointAt(offset));
        String shown = Character.isISOControl(text.codePointAt(offset))
                ? String.format(Digits.LOCALE, "U+%04X", text.codePointAt(offset))
                : Suggestion.shortened(character);
        String instead = INSTEAD.get(character);
        return new ExpressionSyntaxException(
                offset,
                shown + " has no place in an expression",
                instead == null
                        ? "expressions are made of numbers, names and + - * / ^ ( ) [ ] ,"
                        : "write " + instead);
    }
}
