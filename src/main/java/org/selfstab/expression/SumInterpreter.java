package org.selfstab.expression;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The value in doubles of an expression whose sums over indices are sums. The terms of an outermost sum are computed side by side, some hundreds at
 * a time, so that going through the nodes costs little beside the arithmetic. Intermediate values are arrays of one entry for each term, or of one
 * for all.
 */
public final class SumInterpreter implements ExpressionVisitor<double[]> {

    private static final int SIDE_BY_SIDE = 512;

    private final ToDoubleFunction<Symbol> symbols;
    private final IdentityHashMap<Table, double[]> tables = new IdentityHashMap<>();

    /** What the indices around the present node are, in each term or in all. */
    private final Map<Index, int[]> indices = new HashMap<>();

    private SumInterpreter(ToDoubleFunction<Symbol> symbols) {
        this.symbols = symbols;
    }

    /** The value of an expression for some values of its symbols. */
    public static double value(Expression expression, ToDoubleFunction<Symbol> symbols) {
        return expression.accept(new SumInterpreter(symbols))[0];
    }

    /** How many operations that takes. */
    public static double operations(Expression expression) {
        return operations(expression, new IdentityHashMap<>());
    }

    private static double operations(Expression expression, IdentityHashMap<Expression, Double> known) {
        Double before = known.get(expression);
        if (before != null) {
            return before;
        }
        List<Expression> parts = expression instanceof Element ? List.of() : expression.children();
        double inside =
                parts.stream().mapToDouble(part -> operations(part, known)).sum();
        double all = 1 + (expression instanceof SumOver sum ? sum.index().size() * inside : inside);
        known.put(expression, all);
        return all;
    }

    @Override
    public double[] visitConstant(Constant constant) {
        return new double[] {NearestDouble.of(constant.value())};
    }

    @Override
    public double[] visitPi(Pi pi) {
        return new double[] {Math.PI};
    }

    @Override
    public double[] visitSymbol(Symbol symbol) {
        return new double[] {symbols.applyAsDouble(symbol)};
    }

    @Override
    public double[] visitIndex(Index index) {
        return IntStream.of(indices.get(index)).asDoubleStream().toArray();
    }

    @Override
    public double[] visitElement(Element element) {
        double[] entries = tables.computeIfAbsent(element.table(), this::entries);
        int width = element.indices().stream()
                .mapToInt(index -> indices.get(index).length)
                .max()
                .orElse(1);
        int[] places = new int[width];
        Arrays.fill(places, element.offset());
        for (Map.Entry<Index, Integer> stride : element.place().strides().entrySet()) {
            int[] index = indices.get(stride.getKey());
            for (int i = 0; i < width; i++) {
                places[i] += stride.getValue() * index[index.length == 1 ? 0 : i];
            }
        }
        return IntStream.of(places).mapToDouble(place -> entries[place]).toArray();
    }

    private double[] entries(Table table) {
        return table.entries().stream()
                .mapToDouble(entry -> value(entry, symbols))
                .toArray();
    }

    @Override
    public double[] visitSum(Sum sum) {
        return folded(sum.terms(), Double::sum);
    }

    @Override
    public double[] visitProduct(Product product) {
        double coefficient = NearestDouble.of(product.coefficient());
        return mapped(folded(product.factors(), (a, b) -> a * b), value -> coefficient * value);
    }

    private double[] folded(List<Expression> parts, DoubleBinaryOperator operator) {
        double[] result = parts.get(0).accept(this);
        for (Expression part : parts.subList(1, parts.size())) {
            result = combined(result, part.accept(this), operator);
        }
        return result;
    }

    /** May change and return the first. */
    private static double[] combined(double[] one, double[] other, DoubleBinaryOperator operator) {
        double[] result = one.length >= other.length ? one : new double[other.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = operator.applyAsDouble(one[one.length == 1 ? 0 : i], other[other.length == 1 ? 0 : i]);
        }
        return result;
    }

    @Override
    public double[] visitPower(Power power) {
        double exponent = NearestDouble.of(power.exponent());
        return mapped(power.base().accept(this), base -> Math.pow(base, exponent));
    }

    @Override
    public double[] visitApplication(Application application) {
        return mapped(application.argument().accept(this), application.function()::value);
    }

    /** Changes and returns values. */
    private static double[] mapped(double[] values, DoubleUnaryOperator operator) {
        for (int i = 0; i < values.length; i++) {
            values[i] = operator.applyAsDouble(values[i]);
        }
        return values;
    }

    /** Side by side if no sum around it is, else term by term. */
    @Override
    public double[] visitSumOver(SumOver sum) {
        Index index = sum.index();
        boolean isOutermost = indices.values().stream().allMatch(values -> values.length == 1);
        int step = isOutermost ? SIDE_BY_SIDE : 1;
        double[] total = {0.0};
        for (int from = index.from(); from <= index.to(); from += step) {
            int end = Math.min(index.to(), from + step - 1);
            indices.put(index, IntStream.rangeClosed(from, end).toArray());
            double[] terms = sum.body().accept(this);
            total = isOutermost
                    ? new double[] {total[0] + sum(terms, end - from + 1)}
                    : combined(total, terms, Double::sum);
        }
        indices.remove(index);
        return total;
    }

    private static double sum(double[] terms, int count) {
        double sum = 0.0;
        for (double term : terms) {
            sum += term;
        }
        return terms.length == 1 ? count * sum : sum;
    }
}
