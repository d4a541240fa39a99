package org.selfstab.expression.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Domain;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;

/**
 * Functions of vectors and matrices, written out in their entries: networks and losses as people write them.
 *
 * <ul>
 *   <li>{@code matmul(A, B, ...)}: the matrix product;
 *   <li>{@code mlp(x, "tanh", W1, b1, W2, b2, ...)}: layers {@code h = act(W h + b)}, the last one linear;
 *   <li>{@code squared(f, y)}: {@code |f - y|^2/2}, of any shape; {@code squared(W, 0)} is half the sum of squares;
 *   <li>{@code logistic(f, y)}: {@code log(1 + exp(-y f))} for labels y of -1 and 1;
 *   <li>{@code cross_entropy(f, c)}: {@code log(sum_j exp(f_j)) - f_c} for a class c of 1, 2, ....
 * </ul>
 */
final class ArrayFunctions {

    /** Names with the number of arguments at least. */
    private static final Map<String, Integer> LEAST_ARGUMENTS =
            Map.of("matmul", 2, "mlp", 4, "squared", 2, "logistic", 2, "cross_entropy", 2);

    private final RecursiveDescent grammar;
    private final TokenStream tokens;
    private final Scope scope;

    ArrayFunctions(RecursiveDescent grammar, TokenStream tokens, Scope scope) {
        this.grammar = grammar;
        this.tokens = tokens;
        this.scope = scope;
    }

    static boolean isOne(String name) {
        return LEAST_ARGUMENTS.containsKey(name);
    }

    static List<String> names() {
        return LEAST_ARGUMENTS.keySet().stream().sorted().toList();
    }

    /** A call as a number. */
    Expression number(Token name) {
        ArrayValue value = value(name);
        if (value.rank() != 0) {
            throw new ExpressionSyntaxException(
                    name.offset(),
                    name.text() + " gives " + value.shape() + " where a number is wanted",
                    "put it into squared(..., ...) or another loss");
        }
        return value.entries().get(0);
    }

    private ArrayValue value(Token name) {
        Token opening = tokens.next();
        List<Argument> arguments = new ArrayList<>();
        String activation = null;
        do {
            if (arguments.size() == 1 && activation == null && name.text().equals("mlp")) {
                activation = activation();
            } else {
                arguments.add(argument(opening));
            }
        } while (tokens.take(","));
        tokens.close(opening, ")");
        int given = arguments.size() + (activation == null ? 0 : 1);
        if (given < LEAST_ARGUMENTS.get(name.text())) {
            throw new ExpressionSyntaxException(
                    name.offset(),
                    name.text() + " has " + given + (given == 1 ? " argument" : " arguments"),
                    name.text().equals("logistic")
                            ? "it takes an output and a label of -1 or 1; the function 1/(1 + exp(-x)) is sigmoid"
                            : "it takes at least " + LEAST_ARGUMENTS.get(name.text()));
        }
        return switch (name.text()) {
            case "matmul" -> product(arguments);
            case "mlp" -> network(arguments, activation);
            case "squared" -> ArrayValue.number(squared(two(name, arguments)));
            case "logistic" -> ArrayValue.number(logistic(two(name, arguments)));
            default -> ArrayValue.number(crossEntropy(two(name, arguments)));
        };
    }

    /** An argument with its place. */
    private record Argument(ArrayValue value, int offset) {

        ExpressionSyntaxException refused(String problem, String remedy) {
            return new ExpressionSyntaxException(offset, problem, remedy);
        }
    }

    /** An array, a part of one, a function of arrays, or else an expression. */
    private Argument argument(Token opening) {
        Token first = tokens.peek();
        int place = tokens.position();
        if (first.kind() == Token.Kind.NAME) {
            tokens.next();
            ArrayValue value = scope.arrayOf(first.text()) != null
                    ? array(first)
                    : isOne(first.text()) && tokens.at("(") ? value(first) : null;
            if (value != null && (tokens.at(",") || tokens.at(")"))) {
                return new Argument(value, first.offset());
            }
            tokens.returnTo(place);
        }
        return new Argument(ArrayValue.number(grammar.nested(opening, grammar::expression)), first.offset());
    }

    /** A whole array, a row of one, or an element. */
    private ArrayValue array(Token name) {
        ArrayShape shape = scope.arrayOf(name.text());
        List<Integer> first = tokens.at("[") ? grammar.indices(name) : List.of();
        List<Expression> entries = shape.indicesBehind(first).stream()
                .map(indices -> scope.resolve(ArrayShape.element(name.text(), indices), name.offset()))
                .toList();
        grammar.countNodes(name, entries.size());
        return new ArrayValue(
                shape.ranges().subList(first.size(), shape.rank()).stream()
                        .map(ArrayShape.Range::size)
                        .toList(),
                entries);
    }

    private String activation() {
        Token token = tokens.next();
        String name = token.text();
        boolean isWord = token.kind() == Token.Kind.NAME || token.kind() == Token.Kind.STRING;
        if (!isWord || !(name.equals("linear") || BuiltIns.isActivation(name))) {
            throw new ExpressionSyntaxException(
                    token.offset(),
                    "the second argument of mlp must be an activation",
                    "write \"tanh\", \"softplus\", \"sigmoid\", \"erf\", \"gelu\", \"linear\" or another function of one number");
        }
        if (BuiltIns.isKinked(name)) {
            grammar.warn(token, name + " is not smooth at 0");
        }
        return name;
    }

    private static List<Argument> two(Token name, List<Argument> arguments) {
        if (arguments.size() != 2) {
            throw new ExpressionSyntaxException(
                    name.offset(), name.text() + " has " + arguments.size() + " arguments", "it takes two");
        }
        return arguments;
    }

    private ArrayValue network(List<Argument> arguments, String activation) {
        ArrayValue layer = arguments.get(0).value;
        if (layer.rank() == 2) {
            throw arguments.get(0).refused("the input of mlp is " + layer.shape(), "give one point of it, as in x[k]");
        }
        for (int i = 1; i < arguments.size(); i += 2) {
            boolean isLast = i + 2 >= arguments.size();
            List<Expression> sums =
                    affine(layer, arguments.get(i), i + 1 < arguments.size() ? arguments.get(i + 1) : null);
            UnaryOperator<Expression> function = isLast ? sum -> sum : applied(activation);
            layer = ArrayValue.vector(sums.stream().map(function).toList());
        }
        return layer;
    }

    private static UnaryOperator<Expression> applied(String activation) {
        return activation.equals("linear")
                ? sum -> sum
                : sum -> Domain.kept(sum, argument -> BuiltIns.activation(activation, argument));
    }

    private List<Expression> affine(ArrayValue layer, Argument weights, Argument bias) {
        ArrayValue column = layer.asColumn();
        ArrayValue matrix =
                weights.value.rank() == 1 && column.rows() > 1 ? weights.value.asRow() : weights.value.asColumn();
        if (matrix.columns() != column.rows()) {
            throw weights.refused(
                    "these weights are " + weights.value.shape() + ", and the layer before has " + column.rows()
                            + (column.rows() == 1 ? " output" : " outputs"),
                    "weights W[i,j] take output j of the layer before to input i of the next");
        }
        List<Expression> sums = product(matrix, column, weights.offset).entries();
        if (bias == null || isZero(bias.value)) {
            return sums;
        }
        if (bias.value.rank() == 2 || bias.value.entries().size() != sums.size()) {
            throw bias.refused(
                    "these biases are " + bias.value.shape() + ", and the layer has " + sums.size()
                            + (sums.size() == 1 ? " output" : " outputs"),
                    "write 0 for no biases");
        }
        return IntStream.range(0, sums.size())
                .mapToObj(i -> sum(List.of(sums.get(i), bias.value.entries().get(i)), bias.offset))
                .toList();
    }

    private static boolean isZero(ArrayValue value) {
        return value.rank() == 0 && value.entries().get(0).equals(Expression.ZERO);
    }

    /** From the right, so that a vector at the end costs vectors only. */
    private ArrayValue product(List<Argument> factors) {
        int last = factors.size() - 1;
        ArrayValue result = factors.get(last).value.asColumn();
        for (int i = last - 1; i >= 0; i--) {
            Argument factor = factors.get(i);
            ArrayValue left = i == 0 && factor.value.rank() < 2 ? factor.value.asRow() : factor.value.asColumn();
            if (left.columns() != result.rows()) {
                throw factor.refused(
                        "this factor is " + factor.value.shape() + ", and the product to its right has " + result.rows()
                                + (result.rows() == 1 ? " row" : " rows"),
                        "a factor must have as many columns");
            }
            result = product(left, result, factor.offset);
        }
        boolean isMatrix = result.rows() > 1 && result.columns() > 1;
        return isMatrix ? result : ArrayValue.vector(result.entries());
    }

    private ArrayValue product(ArrayValue left, ArrayValue right, int offset) {
        List<Expression> entries = new ArrayList<>();
        for (int i = 0; i < left.rows(); i++) {
            for (int j = 0; j < right.columns(); j++) {
                int row = i;
                int column = j;
                entries.add(sum(
                        IntStream.range(0, left.columns())
                                .mapToObj(k -> times(left.entry(row, k), right.entry(k, column), offset))
                                .toList(),
                        offset));
            }
        }
        return new ArrayValue(List.of(left.rows(), right.columns()), entries);
    }

    private Expression squared(List<Argument> arguments) {
        List<Expression> differences = differences(arguments.get(0), arguments.get(1));
        List<Expression> squares = differences.stream()
                .map(difference -> Domain.kept(difference, d -> d.power(2)))
                .toList();
        return half(sum(squares, arguments.get(0).offset));
    }

    private static Expression half(Expression whole) {
        return Domain.kept(whole, w -> w.dividedBy(Expression.TWO));
    }

    private List<Expression> differences(Argument one, Argument other) {
        if (isZero(other.value)) {
            return one.value.entries();
        }
        requireSameShape(one, other);
        return IntStream.range(0, one.value.entries().size())
                .mapToObj(i -> sum(
                        List.of(
                                one.value.entries().get(i),
                                negated(other.value.entries().get(i))),
                        one.offset))
                .toList();
    }

    private static void requireSameShape(Argument one, Argument other) {
        boolean areVectors = one.value.rank() < 2 && other.value.rank() < 2;
        boolean sameSize = one.value.entries().size() == other.value.entries().size();
        if (!(sameSize && (areVectors || one.value.sizes().equals(other.value.sizes())))) {
            throw other.refused(
                    "this is " + other.value.shape() + " beside " + one.value.shape(), "both must have one shape");
        }
    }

    private Expression logistic(List<Argument> arguments) {
        requireSameShape(arguments.get(0), arguments.get(1));
        List<Expression> outputs = arguments.get(0).value.entries();
        List<Expression> labels = arguments.get(1).value.entries();
        for (Expression label : labels) {
            if (label instanceof Constant && !label.equals(Expression.ONE) && !label.equals(Expression.MINUS_ONE)) {
                throw arguments
                        .get(1)
                        .refused("a label of logistic is " + label, "labels are -1 and 1; of 0 and 1 take 2*y - 1");
            }
        }
        return sum(
                IntStream.range(0, outputs.size())
                        .mapToObj(i -> Domain.kept(
                                times(negated(labels.get(i)), outputs.get(i), arguments.get(1).offset),
                                margin -> Expression.apply(ElementaryFunction.SOFTPLUS, margin)))
                        .toList(),
                arguments.get(0).offset);
    }

    /** Written with differences to the output of the class, of which one is 0, so that no exponential overflows where the loss is small. */
    private Expression crossEntropy(List<Argument> arguments) {
        Argument label = arguments.get(1);
        List<Expression> outputs = arguments.get(0).value.entries();
        if (label.value.rank() != 0) {
            throw label.refused("the class is " + label.value.shape(), "give one number, 1 for the first output");
        }
        int chosen = Integers.of(label.value.entries().get(0), label.offset, "the class of cross_entropy");
        if (outputs.size() < 2 || chosen < 1 || chosen > outputs.size()) {
            throw label.refused(
                    "class " + chosen + " of " + outputs.size() + (outputs.size() == 1 ? " output" : " outputs"),
                    "classes are 1, 2, ... up to the number of outputs, at least 2");
        }
        Expression ofClass = outputs.get(chosen - 1);
        List<Expression> exponentials = outputs.stream()
                .map(output -> Domain.kept(
                        sum(List.of(output, negated(ofClass)), label.offset),
                        difference -> Expression.apply(ElementaryFunction.EXP, difference)))
                .toList();
        return Domain.kept(sum(exponentials, label.offset), total -> Expression.apply(ElementaryFunction.LOG, total));
    }

    private static Expression negated(Expression operand) {
        return Domain.kept(operand, Expression::negate);
    }

    private Expression times(Expression one, Expression other, int offset) {
        grammar.countNodes(new Token(Token.Kind.MARK, "*", offset), 1);
        return Guard.at(offset, () -> Domain.kept(List.of(one, other), Expression::product));
    }

    private Expression sum(List<Expression> terms, int offset) {
        grammar.countNodes(new Token(Token.Kind.MARK, "+", offset), terms.size());
        return Guard.at(offset, () -> Domain.kept(terms, Expression::sum));
    }
}
