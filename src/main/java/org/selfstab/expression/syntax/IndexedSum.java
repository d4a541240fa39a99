package org.selfstab.expression.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Index;

/**
 * Reads {@code sum(i, from, to, body)}, {@code sum(k, data, body)} and the same with {@code mean}, and writes them out: the body is read once for
 * each value of the index.
 */
final class IndexedSum {

    private static final String DATA = "data";

    private final String form;

    private final RecursiveDescent grammar;
    private final TokenStream tokens;
    private final Scope scope;

    private final boolean isMean;

    IndexedSum(RecursiveDescent grammar, TokenStream tokens, Scope scope, boolean isMean) {
        String function = isMean ? BuiltIns.MEAN : BuiltIns.SUM;
        this.form = "write " + function + "(i, from, to, body) or " + function + "(k, data, body)";
        this.isMean = isMean;
        this.grammar = grammar;
        this.tokens = tokens;
        this.scope = scope;
    }

    Expression read(Token name) {
        Token opening = tokens.next();
        Token index = index();
        comma();
        ArrayShape.Range range = isOverData() ? data() : range(name, opening);
        comma();
        boolean isEmpty = range.size() < 1;
        Expression total = isEmpty ? empty() : total(name, opening, index, range);
        tokens.close(opening, ")");
        return isMean && !isEmpty
                ? Guard.at(name.offset(), () -> Domain.kept(total, t -> t.dividedBy(Expression.constant(range.size()))))
                : total;
    }

    private boolean isOverData() {
        Token second = tokens.peek();
        return second.kind() == Token.Kind.NAME && second.text().equals(DATA) && !scope.isKnown(DATA);
    }

    private ArrayShape.Range data() {
        Token word = tokens.next();
        if (scope.points() == 0) {
            throw new ExpressionSyntaxException(
                    word.offset(), "the problem has no data", "add [data] or [data.inline]");
        }
        return new ArrayShape.Range(1, scope.points());
    }

    private ArrayShape.Range range(Token name, Token opening) {
        int from = bound(opening);
        comma();
        int place = tokens.peek().offset();
        int to = bound(opening);
        checkCount(name, place, from, to);
        return new ArrayShape.Range(from, to);
    }

    private Token index() {
        Token index = tokens.next();
        if (index.kind() != Token.Kind.NAME) {
            throw new ExpressionSyntaxException(index.offset(), "the index of a sum must be a name", form);
        }
        scope.open(index);
        return index;
    }

    private void comma() {
        Token found = tokens.peek();
        if (!found.isMark(",")) {
            throw new ExpressionSyntaxException(found.offset(), "an argument is missing", form);
        }
        tokens.next();
    }

    private int bound(Token opening) {
        int place = tokens.peek().offset();
        return Integers.of(grammar.nested(opening, grammar::expression), place, "a bound of a sum");
    }

    private void checkCount(Token name, int place, int from, int to) {
        long count = (long) to - from + 1;
        if (count > (grammar.keepsSums() ? Integer.MAX_VALUE : ExpressionParser.MAX_NODES)) {
            throw new ExpressionSyntaxException(
                    name.offset(),
                    "a sum of " + count + " terms",
                    "at most " + ExpressionParser.MAX_NODES + " are written out");
        }
        if (count < 1 && (isMean || !scope.hasIndices())) {
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

    private Expression total(Token name, Token opening, Token index, ArrayShape.Range range) {
        Runnable toBody = grammar.returningHere();
        if (grammar.keepsSums() && range.size() > 1) {
            Optional<Expression> kept = kept(opening, index, range);
            if (kept.isPresent()) {
                return kept.get();
            }
            toBody.run();
        }
        List<Expression> terms = new ArrayList<>();
        int body = tokens.position();
        for (int value = range.from(); value <= range.to(); value++) {
            tokens.returnTo(body);
            scope.bind(index, Expression.constant(value));
            terms.add(grammar.nested(opening, grammar::expression));
        }
        scope.close(index);
        return Guard.at(name.offset(), () -> Domain.kept(terms, Expression::sum));
    }

    /** As a sum over an index; empty where it must be written out: for a number, or to keep the domain of each of its terms. */
    private Optional<Expression> kept(Token opening, Token name, ArrayShape.Range range) {
        Index index = Expression.index(name.text(), range.from(), range.to());
        scope.bind(name, index);
        Runnable times = grammar.work().times(range.size());
        try {
            Expression body = grammar.nested(opening, grammar::expression);
            return Domain.isEverywhere(body) ? Optional.of(Expression.sumOver(index, body)) : Optional.empty();
        } catch (NumberNeeded needed) {
            if (needed.isOf(index)) {
                return Optional.empty();
            }
            throw needed;
        } finally {
            times.run();
            scope.close(name);
        }
    }
}
