package org.selfstab.expression.syntax;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.vocabulary.Suggestion;

/** The tokens of a text and a place among them; looking at an invalid token is an error. */
final class TokenStream {

    private final Lexer lexer;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    TokenStream(String text) {
        this.lexer = new Lexer(text);
    }

    Token peek() {
        if (position == tokens.size()) {
            tokens.add(lexer.next());
        }
        Token token = tokens.get(position);
        if (token.kind() == Token.Kind.INVALID) {
            throw lexer.invalid();
        }
        return token;
    }

    boolean at(String mark) {
        return peek().isMark(mark);
    }

    /** Goes past a mark, if it is here. */
    boolean take(String mark) {
        if (!at(mark)) {
            return false;
        }
        next();
        return true;
    }

    Token next() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            position++;
        }
        return token;
    }

    /** Takes a closing mark. */
    void close(Token opening, String mark) {
        if (!at(mark)) {
            Token found = peek();
            refuseMissingOperator(found);
            throw new ExpressionSyntaxException(
                    found.offset(),
                    "the '" + opening.text() + "' at character " + (opening.offset() + 1) + " is not closed",
                    "expected '"
                            + mark + "' "
                            + (found.kind() == Token.Kind.END ? "at the end" : "before " + quoted(found)));
        }
        next();
    }

    /** Takes the end of the text. */
    void end() {
        Token found = peek();
        if (found.kind() == Token.Kind.END) {
            return;
        }
        refuseMissingOperator(found);
        throw new ExpressionSyntaxException(
                found.offset(), "unexpected " + quoted(found) + " after a complete expression", "remove it");
    }

    private void refuseMissingOperator(Token found) {
        if (found.beginsOperand() && position > 0) {
            Token before = tokens.get(position - 1);
            throw new ExpressionSyntaxException(
                    found.offset(),
                    "two operands without an operator between them",
                    "write " + Suggestion.shortened(before.text()) + "*" + Suggestion.shortened(found.text()));
        }
    }

    static String quoted(Token token) {
        return "'" + Suggestion.shortened(token.text()) + "'";
    }

    int position() {
        return position;
    }

    void returnTo(int earlier) {
        position = earlier;
    }

    /** Passes over tokens up to the mark that closes the present parenthesis, without reading it. */
    void skipToClosing() {
        int open = 0;
        while (peek().kind() != Token.Kind.END && !(open == 0 && at(")"))) {
            open += at("(") ? 1 : at(")") ? -1 : 0;
            next();
        }
    }
}
