package org.selfstab.expression.syntax;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;

/** Reads {@code sum(i, from, to, body)} and writes it out: the body is read once for each value of the index. */
final class IndexedSum {

    private static final String FORM = "write sum(i, from, to, body)";

    private final RecursiveDescent grammar;
    private final TokenStream tokens;
    private final Scope scope;

    IndexedSum(RecursiveDescent grammar, TokenStream tokens, Scope scope) {
        this.grammar = grammar;
        this.tokens = tokens;
        this.scope = scope;
    }

    Expression read(Token name) {
        Token opening = tokens.next();
        Token index = index();
        comma();
        int from = bound(opening);
        comma();
        int place = tokens.peek().offset();
        int to = bound(opening);
        comma();
        checkCount(name, place, from, to);
        Expression total = to < from ? empty() : total(name, opening, index, from, to);
        tokens.close(opening, ")");
        return total;
    }

    private Token index() {
        Token index = tokens.next();
        if (index.kind() != Token.Kind.NAME) {
            throw new ExpressionSyntaxException(index.offset(), "the index of a sum must be a name", FORM);
        }
        scope.open(index);
        return index;
    }

    private void comma() {
        Token found = tokens.peek();
        if (!found.isMark(",")) {
            throw new ExpressionSyntaxException(found.offset(), "a sum has four arguments", FORM);
        }
        tokens.next();
    }

    private int bound(Token opening) {
        int place = tokens.peek().offset();
        return Integers.of(grammar.nested(opening, grammar::expression), place, "a bound of a sum");
    }

    private void checkCount(Token name, int place, int from, int to) {
        long count = (long) to - from + 1;
        if (count > ExpressionParser.MAX_NODES) {
            throw new ExpressionSyntaxException(
                    name.offset(),
                    "a sum of " + count + " terms",
                    "at most " + ExpressionParser.MAX_NODES + " are written out");
        }
        if (count < 1 && !scope.hasIndices()) {
            throw new ExpressionSyntaxException(
                    place,
                    "a sum from " + from + " to " + to + " is empty",
                    "the second bound must not be the smaller");
        }
    }

    /** Empty for some value of an outer index, as in {@code sum(i,1,3, sum(j,i+1,3, ...))}. */
    private Expression empty() {
        tokens.skipToClosing();
        return Expression.ZERO;
    }

    private Expression total(Token name, Token opening, Token index, int from, int to) {
        List<Expression> terms = new ArrayList<>();
        int body = tokens.position();
        for (int value = from; value <= to; value++) {
            tokens.returnTo(body);
            scope.bind(index, value);
            terms.add(grammar.nested(opening, grammar::expression));
        }
        scope.close(index);
        return Guard.at(name.offset(), () -> Domain.kept(terms, Expression::sum));
    }
}
