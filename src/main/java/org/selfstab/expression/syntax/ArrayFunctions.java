package org.selfstab.expression.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Domain;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Index;
import org.selfstab.expression.IndexCombination;
import org.selfstab.expression.Table;

/**
 * Functions of vectors and matrices: networks and losses as people write them.
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
    private final AxisSums sums;

    ArrayFunctions(RecursiveDescent grammar, TokenStream tokens, Scope scope) {
        this.grammar = grammar;
        this.tokens = tokens;
        this.scope = scope;
        this.sums = new AxisSums(grammar, scope);
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
        return value.entry();
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
        List<IndexCombination> indices = new ArrayList<>(tokens.at("[") ? grammar.indices(name) : List.of());
        List<Integer> sizes = new ArrayList<>();
        for (ArrayShape.Range range : shape.ranges().subList(indices.size(), shape.rank())) {
            Index axis = ArrayValue.axis(sizes.size(), range.size());
            indices.add(
                    range.size() == 1
                            ? IndexCombination.of(range.from())
                            : new IndexCombination(range.from() - 1, Map.of(axis, 1)));
            sizes.add(range.size());
        }
        Table table = scope.tableOf(name.text(), name.offset());
        IndexCombination place = table.place(indices);
        ArrayValue value =
                new ArrayValue(List.copyOf(sizes), Expression.element(table, place.offset(), place.strides()));
        grammar.work().operate(name.offset(), value.count());
        return value;
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
            ArrayValue sums = affine(layer, arguments.get(i), i + 1 < arguments.size() ? arguments.get(i + 1) : null);
            layer = isLast
                    ? sums
                    : new ArrayValue(sums.sizes(), applied(activation).apply(sums.entry()));
        }
        return layer;
    }

    private static UnaryOperator<Expression> applied(String activation) {
        return activation.equals("linear")
                ? sum -> sum
                : sum -> Domain.kept(sum, argument -> BuiltIns.activation(activation, argument));
    }

    private ArrayValue affine(ArrayValue layer, Argument weights, Argument bias) {
        ArrayValue column = layer.asColumn();
        ArrayValue matrix =
                weights.value.rank() == 1 && column.rows() > 1 ? weights.value.asRow() : weights.value.asColumn();
        if (matrix.columns() != column.rows()) {
            throw weights.refused(
                    "these weights are " + weights.value.shape() + ", and the layer before has " + column.rows()
                            + (column.rows() == 1 ? " output" : " outputs"),
                    "weights W[i,j] take output j of the layer before to input i of the next");
        }
        ArrayValue sums = product(matrix, column, weights.offset).flat();
        if (bias == null || isZero(bias.value)) {
            return sums;
        }
        if (bias.value.rank() == 2 || bias.value.count() != sums.count()) {
            throw bias.refused(
                    "these biases are " + bias.value.shape() + ", and the layer has " + sums.count()
                            + (sums.count() == 1 ? " output" : " outputs"),
                    "write 0 for no biases");
        }
        return plus(sums, bias.value.entry(), bias.offset);
    }

    private static boolean isZero(ArrayValue value) {
        return value.rank() == 0 && value.entry().isZero();
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
        return result.flat();
    }

    private ArrayValue product(ArrayValue left, ArrayValue right, int offset) {
        List<Integer> sizes = List.of(left.rows(), right.columns());
        long products = (long) left.rows() * left.columns() * right.columns();
        grammar.work().operate(offset, 2 * products);
        Index inner = sums.index(left.columns(), left.entry(), right.entry());
        Expression term = times(left.atColumn(inner), right.atRow(inner), offset);
        return new ArrayValue(sizes, sums.total(inner, term, offset));
    }

    private Expression squared(List<Argument> arguments) {
        ArrayValue difference = difference(arguments.get(0), arguments.get(1));
        Expression square = Domain.kept(difference.entry(), d -> d.power(2));
        int offset = arguments.get(0).offset;
        return Domain.kept(total(new ArrayValue(difference.sizes(), square), offset), t -> t.dividedBy(Expression.TWO));
    }

    private ArrayValue difference(Argument one, Argument other) {
        if (isZero(other.value)) {
            return one.value;
        }
        requireSameShape(one, other);
        return plus(one.value, negated(other.value.entry()), one.offset);
    }

    private static void requireSameShape(Argument one, Argument other) {
        boolean areVectors = one.value.rank() < 2 && other.value.rank() < 2;
        boolean sameSize = one.value.count() == other.value.count();
        if (!(sameSize && (areVectors || one.value.sizes().equals(other.value.sizes())))) {
            throw other.refused(
                    "this is " + other.value.shape() + " beside " + one.value.shape(), "both must have one shape");
        }
    }

    private Expression logistic(List<Argument> arguments) {
        Argument output = arguments.get(0);
        Argument label = arguments.get(1);
        requireSameShape(output, label);
        for (Expression value :
                IndexValues.of(label.value.entry(), label.offset).all()) {
            if (value instanceof Constant && !value.equals(Expression.ONE) && !value.equals(Expression.MINUS_ONE)) {
                throw label.refused("a label of logistic is " + value, "labels are -1 and 1; of 0 and 1 take 2*y - 1");
            }
        }
        grammar.work().operate(label.offset, output.value.count());
        Expression term = Domain.kept(
                times(negated(label.value.entry()), output.value.entry(), label.offset),
                margin -> Expression.apply(ElementaryFunction.SOFTPLUS, margin));
        return total(new ArrayValue(output.value.sizes(), term), output.offset);
    }

    /** Written with differences to the output of the class, of which one is 0, so that no exponential overflows where the loss is small. */
    private Expression crossEntropy(List<Argument> arguments) {
        ArrayValue outputs = arguments.get(0).value;
        Argument label = arguments.get(1);
        if (label.value.rank() != 0) {
            throw label.refused("the class is " + label.value.shape(), "give one number, 1 for the first output");
        }
        Expression ofClass = ofClass(outputs, label);
        ArrayValue differences = plus(outputs, negated(ofClass), label.offset);
        Expression exponential =
                Domain.kept(differences.entry(), difference -> Expression.apply(ElementaryFunction.EXP, difference));
        return Domain.kept(
                total(new ArrayValue(outputs.sizes(), exponential), label.offset),
                total -> Expression.apply(ElementaryFunction.LOG, total));
    }

    /** The output of a class; for a class that depends on indices the sum over all outputs, each times 1 or 0. */
    private Expression ofClass(ArrayValue outputs, Argument label) {
        Expression number = label.value.entry();
        for (Expression value : IndexValues.of(number, label.offset).all()) {
            requireClass(outputs, Integers.of(value, label.offset, "the class of cross_entropy"), label);
        }
        if (number instanceof Constant) {
            return outputs.at(Integers.of(number, label.offset, "the class of cross_entropy") - 1);
        }
        Expression isChosen = IndexValues.kronecker(number, outputs.number(), label.offset);
        Expression chosen = times(isChosen, outputs.entry(), label.offset);
        return sums.total(new ArrayValue(outputs.sizes(), chosen), label.offset);
    }

    private static void requireClass(ArrayValue outputs, int number, Argument label) {
        int count = outputs.count();
        if (count < 2 || number < 1 || number > count) {
            throw label.refused(
                    "class " + number + " of " + count + (count == 1 ? " output" : " outputs"),
                    "classes are 1, 2, ... up to the number of outputs, at least 2");
        }
    }

    private static Expression negated(Expression operand) {
        return Domain.kept(operand, Expression::negate);
    }

    /** Adds to each entry. */
    private ArrayValue plus(ArrayValue value, Expression added, int offset) {
        grammar.work().operate(offset, 2L * value.count());
        return new ArrayValue(
                value.sizes(), Guard.at(offset, () -> Domain.kept(List.of(value.entry(), added), Expression::sum)));
    }

    private static Expression times(Expression one, Expression other, int offset) {
        return Guard.at(offset, () -> Domain.kept(List.of(one, other), Expression::product));
    }

    private Expression total(ArrayValue value, int offset) {
        grammar.work().operate(offset, value.count());
        return sums.total(value, offset);
    }
}
