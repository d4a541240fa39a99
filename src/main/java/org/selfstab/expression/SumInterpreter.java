package org.selfstab.expression;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1;

/**
 * The value in doubles of an expression whose sums over indices are sums, with its derivative along (1, ..., 1). The terms of an outermost sum are
 * computed side by side, some hundreds at a time, so that going through the nodes costs little beside the arithmetic. Intermediate values are
 * arrays of one entry for each term, or of one for all.
 */
public final class SumInterpreter implements ExpressionVisitor<SumInterpreter.Terms> {

    private static final int SIDE_BY_SIDE = 512;

    private final ToDoubleFunction<Symbol> symbols;
    private final IdentityHashMap<Table, Terms> tables = new IdentityHashMap<>();

    /** What the indices around the present node are, in each term or in all. */
    private final Map<Index, int[]> indices = new HashMap<>();

    private final double[] derivatives = new double[5];

    private SumInterpreter(ToDoubleFunction<Symbol> symbols) {
        this.symbols = symbols;
    }

    /**
     * The value of an expression for some values of its symbols, and its derivative where all symbols grow at speed 1, that of abs at its kink from one side: what
     * is not smooth there is said where it is read, and where a run comes to it.
     */
    public static UnivariateDerivative1 value(Expression expression, ToDoubleFunction<Symbol> symbols) {
        Terms result = expression.accept(new SumInterpreter(symbols));
        return new UnivariateDerivative1(result.values[0], result.slopes[0]);
    }

    /** Values side by side with their derivatives. */
    public static final class Terms {

        private final double[] values;
        private final double[] slopes;

        /** Which depend on symbols: of what does not the derivative is 0 even where a function has none, as sqrt at an entry 0 of the data. */
        private final boolean[] vary;

        private Terms(int count) {
            values = new double[count];
            slopes = new double[count];
            vary = new boolean[count];
        }

        private static Terms constant(double value) {
            return one(value, 0, false);
        }

        private static Terms one(double value, double slope, boolean varies) {
            Terms one = new Terms(1);
            one.set(0, value, slope, varies);
            return one;
        }

        private int count() {
            return values.length;
        }

        /** The place of an entry, where there may be one for all. */
        private int at(int i) {
            return values.length == 1 ? 0 : i;
        }

        private void set(int i, double value, double slope, boolean varies) {
            values[i] = value;
            slopes[i] = varies ? slope : 0;
            vary[i] = varies;
        }
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
    public Terms visitConstant(Constant constant) {
        return Terms.constant(NearestDouble.of(constant.value()));
    }

    @Override
    public Terms visitPi(Pi pi) {
        return Terms.constant(Math.PI);
    }

    @Override
    public Terms visitSymbol(Symbol symbol) {
        return Terms.one(symbols.applyAsDouble(symbol), 1, true);
    }

    @Override
    public Terms visitIndex(Index index) {
        int[] values = indices.get(index);
        Terms result = new Terms(values.length);
        Arrays.setAll(result.values, i -> values[i]);
        return result;
    }

    @Override
    public Terms visitElement(Element element) {
        Terms entries = tables.computeIfAbsent(element.table(), this::entries);
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
        Terms result = new Terms(width);
        for (int i = 0; i < width; i++) {
            result.set(i, entries.values[places[i]], entries.slopes[places[i]], entries.vary[places[i]]);
        }
        return result;
    }

    private Terms entries(Table table) {
        Terms result = new Terms(table.entries().size());
        for (int i = 0; i < result.count(); i++) {
            Terms entry = table.entries().get(i).accept(new SumInterpreter(symbols));
            result.set(i, entry.values[0], entry.slopes[0], entry.vary[0]);
        }
        return result;
    }

    @Override
    public Terms visitSum(Sum sum) {
        return sum.terms().stream()
                .map(term -> term.accept(this))
                .reduce(SumInterpreter::sum)
                .orElseThrow();
    }

    /** May change and return the first, as {@link #product} may. */
    private static Terms sum(Terms one, Terms other) {
        Terms result = room(one, other);
        for (int i = 0; i < result.count(); i++) {
            int a = one.at(i);
            int b = other.at(i);
            result.set(
                    i, one.values[a] + other.values[b], one.slopes[a] + other.slopes[b], one.vary[a] || other.vary[b]);
        }
        return result;
    }

    private static Terms room(Terms one, Terms other) {
        return one.count() >= other.count() ? one : new Terms(other.count());
    }

    @Override
    public Terms visitProduct(Product product) {
        Terms factors = product.factors().stream()
                .map(factor -> factor.accept(this))
                .reduce(SumInterpreter::product)
                .orElseThrow();
        return product(factors, Terms.constant(NearestDouble.of(product.coefficient())));
    }

    private static Terms product(Terms one, Terms other) {
        Terms result = room(one, other);
        for (int i = 0; i < result.count(); i++) {
            int a = one.at(i);
            int b = other.at(i);
            result.set(
                    i,
                    one.values[a] * other.values[b],
                    one.values[a] * other.slopes[b] + one.slopes[a] * other.values[b],
                    one.vary[a] || other.vary[b]);
        }
        return result;
    }

    @Override
    public Terms visitPower(Power power) {
        double exponent = NearestDouble.of(power.exponent());
        return mapped(power.base().accept(this), base -> FunctionDerivatives.power(base, exponent, derivatives));
    }

    @Override
    public Terms visitApplication(Application application) {
        return mapped(application.argument().accept(this), argument -> {
            FunctionDerivatives.of(application.function(), argument, derivatives);
            if (application.function() == ElementaryFunction.ABS) {
                derivatives[1] = Math.copySign(1.0, argument);
            }
        });
    }

    /** Changes and returns values, by what writes a function's value and derivatives. */
    private Terms mapped(Terms arguments, DoubleConsumer function) {
        for (int i = 0; i < arguments.count(); i++) {
            function.accept(arguments.values[i]);
            arguments.set(i, derivatives[0], derivatives[1] * arguments.slopes[i], arguments.vary[i]);
        }
        return arguments;
    }

    /** Side by side if no sum around it is, else term by term. */
    @Override
    public Terms visitSumOver(SumOver sum) {
        Index index = sum.index();
        boolean isOutermost = indices.values().stream().allMatch(values -> values.length == 1);
        int step = isOutermost ? SIDE_BY_SIDE : 1;
        Terms total = Terms.constant(0);
        for (int from = index.from(); from <= index.to(); from += step) {
            int end = Math.min(index.to(), from + step - 1);
            indices.put(index, IntStream.rangeClosed(from, end).toArray());
            Terms terms = sum.body().accept(this);
            total = sum(total, isOutermost ? added(terms, end - from + 1) : terms);
        }
        indices.remove(index);
        return total;
    }

    private static Terms added(Terms terms, int count) {
        int times = terms.count() == 1 ? count : 1;
        boolean varies = false;
        for (boolean one : terms.vary) {
            varies |= one;
        }
        return Terms.one(
                times * DoubleStream.of(terms.values).sum(),
                times * DoubleStream.of(terms.slopes).sum(),
                varies);
    }
}
