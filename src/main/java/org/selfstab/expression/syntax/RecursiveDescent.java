package org.selfstab.expression.syntax;

import com.google.common.math.LongMath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Domain;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.IndexCombination;
import org.selfstab.expression.Table;

/**
 * Recursive descent by binding strength: sums, products, signs, powers, operands. Nothing but the names in the scope and
 * the built-in functions gets through.
 */
final class RecursiveDescent {

    private final TokenStream tokens;
    private final Scope scope;
    private final Map<String, SpecialForm> forms;
    private final TreeMap<Integer, ExpressionParser.ParsedExpression.SyntaxWarning> warnings = new TreeMap<>();
    private final boolean keepsSums;
    private final ReadingWork work;
    private int depth;

    /**
     * A reader of an expression.
     *
     * @param keepsSums whether sums over indices stay sums
     */
    RecursiveDescent(TokenStream tokens, Scope scope, Map<String, SpecialForm> forms, boolean keepsSums) {
        this.tokens = tokens;
        this.scope = scope;
        this.forms = forms;
        this.keepsSums = keepsSums;
        this.work = new ReadingWork(keepsSums);
    }

    boolean keepsSums() {
        return keepsSums;
    }

    ReadingWork work() {
        return work;
    }

    /** A place in the text to come back to when the reading from there on turns out not to serve. */
    Runnable returningHere() {
        int place = tokens.position();
        int depthHere = depth;
        Runnable workHere = work.returningHere();
        return () -> {
            tokens.returnTo(place);
            depth = depthHere;
            workHere.run();
        };
    }

    List<ExpressionParser.ParsedExpression.SyntaxWarning> warnings() {
        return List.copyOf(warnings.values());
    }

    /** A whole expression: {@code term (('+' | '-') term)*}. */
    Expression expression() {
        Expression first = product();
        if (!tokens.at("+") && !tokens.at("-")) {
            return first;
        }
        OperandList chain = OperandList.sum();
        chain.add(tokens.peek().offset(), first);
        while (tokens.at("+") || tokens.at("-")) {
            Token operator = operator();
            Expression term = product();
            chain.add(operator.offset(), operator.isMark("-") ? negated(term) : term);
        }
        return chain.toExpression();
    }

    private Expression product() {
        Expression first = signed();
        if (!tokens.at("*") && !tokens.at("/")) {
            return first;
        }
        OperandList chain = OperandList.product();
        chain.add(tokens.peek().offset(), first);
        while (tokens.at("*") || tokens.at("/")) {
            Token operator = operator();
            Expression factor = signed();
            chain.add(operator.offset(), operator.isMark("/") ? reciprocal(operator, factor) : factor);
        }
        return chain.toExpression();
    }

    private static Expression negated(Expression operand) {
        return Domain.kept(operand, Expression::negate);
    }

    private static Expression reciprocal(Token operator, Expression divisor) {
        return Guard.at(operator.offset(), () -> Domain.kept(divisor, d -> d.power(BigFraction.MINUS_ONE)));
    }

    private Expression signed() {
        if (!tokens.at("-")) {
            return power();
        }
        Token minus = operator();
        return negated(nested(minus, this::signed));
    }

    private Expression power() {
        Expression base = operand();
        if (!tokens.at("^")) {
            return base;
        }
        Token operator = operator();
        Expression exponent = nested(operator, this::signed);
        return Guard.at(operator.offset(), () -> raised(base, exponent));
    }

    private static Expression raised(Expression base, Expression exponent) {
        return exponent instanceof Constant constant
                ? Domain.kept(base, b -> b.power(constant.value()))
                : Domain.kept(List.of(base, NumberNeeded.unlessClosed(exponent)), RecursiveDescent::realPower);
    }

    private static Expression realPower(List<Expression> baseAndExponent) {
        Expression logarithm = Expression.apply(ElementaryFunction.LOG, baseAndExponent.get(0));
        return Domain.kept(
                List.of(logarithm, baseAndExponent.get(1)),
                factors -> Expression.apply(ElementaryFunction.EXP, Expression.product(factors)));
    }

    private Expression operand() {
        Token token = tokens.next();
        work.count(token, 1);
        return switch (token.kind()) {
            case NUMBER -> NumberLiteral.parse(token);
            case NAME -> named(token);
            default -> parenthesised(token);
        };
    }

    private Expression parenthesised(Token opening) {
        if (!opening.isMark("(")) {
            String found = opening.kind() == Token.Kind.END
                    ? "the expression ends too early"
                    : "unexpected " + TokenStream.quoted(opening);
            throw new ExpressionSyntaxException(opening.offset(), found, "expected a number, a name or '('");
        }
        Expression inner = nested(opening, this::expression);
        tokens.close(opening, ")");
        return inner;
    }

    private Expression named(Token name) {
        if (tokens.at("(")) {
            return call(name);
        }
        return tokens.at("[") ? indexed(name) : scope.resolve(name.text(), name.offset());
    }

    /** {@code w[k]} means the declared name wk, and {@code W[i,j]} Wi_j. */
    private Expression indexed(Token name) {
        List<IndexCombination> indices = indices(name);
        ArrayShape shape = scope.arrayOf(name.text());
        if (shape != null && indices.size() < shape.rank()) {
            throw new ExpressionSyntaxException(
                    name.offset(), name.text() + " is " + name.text() + shape, "write both of its indices");
        }
        if (indices.stream().allMatch(index -> index.strides().isEmpty())) {
            List<Integer> numbers =
                    indices.stream().map(IndexCombination::offset).toList();
            return scope.element(name, numbers);
        }
        Table table = shape == null ? ofNames(name, indices) : scope.tableOf(name.text(), name.offset());
        IndexCombination place = table.place(indices);
        return Expression.element(table, place.offset(), place.strides());
    }

    /** The names {@code w1}, {@code w2}, ... that some indices lead to, if all of them are known. */
    private Table ofNames(Token name, List<IndexCombination> indices) {
        long count = indices.stream()
                .mapToLong(index -> index.greatest() - index.least() + 1)
                .reduce(1, LongMath::saturatedMultiply);
        if (count > ExpressionParser.MAX_NODES) {
            throw new NumberNeeded(indices);
        }
        ArrayShape shape = new ArrayShape(indices.stream()
                .map(index -> new ArrayShape.Range((int) index.least(), (int) index.greatest()))
                .toList());
        if (!shape.indices().stream().allMatch(element -> scope.isKnown(ArrayShape.element(name.text(), element)))) {
            throw new NumberNeeded(indices);
        }
        return scope.table(name.text(), shape, name.offset());
    }

    /** The indices in brackets, at most as many as the array has, in its ranges. */
    List<IndexCombination> indices(Token name) {
        ArrayShape shape = scope.arrayOf(name.text());
        Token opening = tokens.next();
        List<IndexCombination> indices = new ArrayList<>();
        do {
            int place = tokens.peek().offset();
            Expression written = nested(opening, this::expression);
            IndexCombination index = IndexCombination.of(written)
                    .orElseGet(() -> IndexCombination.of(Integers.of(written, place, "an index")));
            if (index.least() < 0) {
                refuseUnlessClosed(index);
                throw new ExpressionSyntaxException(place, "the index is " + index.offset(), "indices begin at 0");
            }
            if (indices.size() == (shape == null ? ArrayShape.MAX_RANK : shape.rank())
                    || (shape != null && !shape.ranges().get(indices.size()).contains(index))) {
                refuseUnlessClosed(index);
                throw new ExpressionSyntaxException(
                        place,
                        "index " + (indices.size() + 1) + " of " + name.text() + " is " + index.offset(),
                        shape == null
                                ? "at most " + ArrayShape.MAX_RANK + " are read"
                                : "it is " + name.text() + shape);
            }
            indices.add(index);
        } while (tokens.take(","));
        tokens.close(opening, "]");
        return indices;
    }

    /** What does not fit for some value of an index is reported for that value. */
    private static void refuseUnlessClosed(IndexCombination index) {
        if (!index.strides().isEmpty()) {
            throw new NumberNeeded(List.of(index));
        }
    }

    private Expression call(Token name) {
        String function = name.text();
        if (scope.isKnown(function) || function.equals(BuiltIns.PI)) {
            throw new ExpressionSyntaxException(
                    name.end(), function + " is not a function", "write " + function + "*(...) for a product");
        }
        if (function.equals(BuiltIns.SUM) || function.equals(BuiltIns.MEAN)) {
            return new IndexedSum(this, tokens, scope, function.equals(BuiltIns.MEAN)).read(name);
        }
        if (ArrayFunctions.isOne(function)) {
            return new ArrayFunctions(this, tokens, scope).number(name);
        }
        if (forms.containsKey(function)) {
            List<Expression> arguments = arguments(name);
            return Guard.at(name.offset(), () -> forms.get(function).apply(name.offset(), arguments));
        }
        if (BuiltIns.isKinked(function)) {
            warn(
                    name,
                    function
                            + (function.equals(BuiltIns.MAX)
                                    ? " is not smooth where two are equal"
                                    : " is not smooth at 0"));
        }
        if (BuiltIns.isActivation(function)) {
            return Domain.kept(onlyArgument(name), argument -> BuiltIns.activation(function, argument));
        }
        return switch (function) {
            case BuiltIns.MAX -> maximum(name);
            case BuiltIns.NORM -> norm(name);
            case BuiltIns.KRONECKER -> kronecker(name);
            case BuiltIns.FLOOR ->
                throw new ExpressionSyntaxException(
                        name.offset(), "floor is not smooth", "it may stand only around the whole of a horizon");
            default -> throw BuiltIns.noFunction(function, name.offset());
        };
    }

    void warn(Token token, String message) {
        warnings.put(token.offset(), new ExpressionParser.ParsedExpression.SyntaxWarning(token.offset(), message));
    }

    private Expression maximum(Token name) {
        List<Expression> arguments = arguments(name);
        return arguments.stream()
                .reduce((one, other) ->
                        Guard.at(name.offset(), () -> Domain.kept(List.of(one, other), RecursiveDescent::larger)))
                .orElseThrow();
    }

    /** {@code (a + b + |a - b|)/2}. */
    private static Expression larger(List<Expression> two) {
        Expression difference = two.get(0).minus(two.get(1));
        return Expression.sum(List.of(two.get(0), two.get(1), Expression.apply(ElementaryFunction.ABS, difference)))
                .dividedBy(Expression.TWO);
    }

    private Expression norm(Token name) {
        List<Expression> entries = arguments(name);
        return Guard.at(name.offset(), () -> Domain.kept(entries, RecursiveDescent::normOf));
    }

    private static Expression normOf(List<Expression> entries) {
        return Expression.sum(entries.stream().map(entry -> entry.power(2)).toList())
                .sqrt();
    }

    private Expression kronecker(Token name) {
        List<Expression> arguments = arguments(name);
        if (arguments.size() != 2) {
            throw new ExpressionSyntaxException(
                    name.offset(), name.text() + " has " + arguments.size() + " arguments", "it takes two");
        }
        return IndexValues.kronecker(arguments.get(0), arguments.get(1), name.offset());
    }

    private Expression onlyArgument(Token name) {
        List<Expression> arguments = arguments(name);
        if (arguments.size() != 1) {
            throw new ExpressionSyntaxException(
                    name.offset(), name.text() + " has " + arguments.size() + " arguments", "it takes one");
        }
        return arguments.get(0);
    }

    private List<Expression> arguments(Token name) {
        Token opening = tokens.next();
        if (tokens.at(")")) {
            throw new ExpressionSyntaxException(
                    tokens.peek().offset(), name.text() + " has no argument", "write " + name.text() + "(...)");
        }
        List<Expression> arguments = new ArrayList<>();
        arguments.add(nested(opening, this::expression));
        while (tokens.take(",")) {
            arguments.add(nested(opening, this::expression));
        }
        tokens.close(opening, ")");
        return arguments;
    }

    private Token operator() {
        Token operator = tokens.next();
        work.count(operator, 1);
        return operator;
    }

    Expression nested(Token opening, Supplier<Expression> part) {
        if (++depth > ExpressionParser.MAX_DEPTH) {
            throw new ExpressionSyntaxException(
                    opening.offset(),
                    "nested deeper than " + ExpressionParser.MAX_DEPTH + " levels",
                    "write a flatter expression");
        }
        Expression result = part.get();
        depth--;
        work.regroup(opening, result);
        return result;
    }
}
