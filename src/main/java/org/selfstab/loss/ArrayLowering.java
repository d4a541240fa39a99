package org.selfstab.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Application;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Element;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionLimitException;
import org.selfstab.expression.ExpressionVisitor;
import org.selfstab.expression.Index;
import org.selfstab.expression.NearestDouble;
import org.selfstab.expression.Pi;
import org.selfstab.expression.Power;
import org.selfstab.expression.Product;
import org.selfstab.expression.Shared;
import org.selfstab.expression.Sum;
import org.selfstab.expression.SumOver;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.Table;
import org.selfstab.loss.ArrayProgram.Constants;
import org.selfstab.loss.ArrayProgram.Function;
import org.selfstab.loss.ArrayProgram.Node;
import org.selfstab.loss.ArrayProgram.Sums;
import org.selfstab.loss.ArrayProgram.Term;
import org.selfstab.loss.ArrayProgram.Variables;

/** Turns a loss into an {@link ArrayProgram}; equal parts exist once. A visit returns the number of a node. */
final class ArrayLowering implements ExpressionVisitor<Integer> {

    private static final int NONE = ArrayProgram.NONE;

    private final Map<Symbol, Integer> variables = new HashMap<>();
    private final Map<Index, Integer> axes = new HashMap<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final IdentityHashMap<Expression, Integer> lowered = new IdentityHashMap<>();
    private final Map<Table, TableEntries> tables = new HashMap<>();

    private ArrayLowering(List<Symbol> variables, Expression loss) {
        variables.forEach(variable -> this.variables.put(variable, this.variables.size()));
        number(loss, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /**
     * The program of a loss.
     *
     * @param loss an expression without symbols other than the variables
     * @throws IllegalArgumentException if it contains another symbol
     */
    static ArrayProgram lower(List<Symbol> variables, Expression loss) {
        ArrayLowering lowering = new ArrayLowering(variables, loss);
        int result = lowering.lower(loss);
        return new ArrayProgram(
                variables.size(),
                lowering.sizes.stream().mapToInt(Integer::intValue).toArray(),
                lowering.needed(result));
    }

    /** Numbers axes, those of outer sums first. */
    private void number(Expression expression, Set<Expression> seen) {
        if (!seen.add(expression) || expression instanceof Element) {
            return;
        }
        if (expression instanceof SumOver sum && axes.putIfAbsent(sum.index(), axes.size()) == null) {
            sizes.add(sum.index().size());
        }
        if (axes.size() > Long.SIZE - 1) {
            throw new ExpressionLimitException(
                    "more than " + (Long.SIZE - 1) + " sums over different indices", "use fewer indices");
        }
        expression.children().forEach(child -> number(child, seen));
    }

    /** The nodes that a result needs, in order. */
    private List<Node> needed(int result) {
        boolean[] isNeeded = new boolean[nodes.size()];
        isNeeded[result] = true;
        for (int i = result; i >= 0; i--) {
            if (isNeeded[i]) {
                mark(nodes.get(i), isNeeded);
            }
        }
        int[] place = new int[nodes.size()];
        List<Node> kept = new ArrayList<>();
        for (int i = 0; i <= result; i++) {
            if (isNeeded[i]) {
                place[i] = kept.size();
                kept.add(renumbered(nodes.get(i), place));
            }
        }
        return kept;
    }

    private static void mark(Node node, boolean[] isNeeded) {
        if (node instanceof Function function) {
            isNeeded[function.argument()] = true;
        }
        if (node instanceof Sums sums) {
            for (Term term : sums.terms()) {
                isNeeded[term.left()] = true;
                if (term.right() != NONE) {
                    isNeeded[term.right()] = true;
                }
            }
        }
    }

    private static Node renumbered(Node node, int[] place) {
        if (node instanceof Function function) {
            return new Function(function.axes(), function.function(), place[function.argument()]);
        }
        if (node instanceof Sums sums) {
            return new Sums(
                    sums.axes(),
                    sums.terms().stream()
                            .map(term -> new Term(
                                    term.factor(),
                                    place[term.left()],
                                    term.right() == NONE ? NONE : place[term.right()]))
                            .toList());
        }
        return node;
    }

    private int lower(Expression expression) {
        Integer known = lowered.get(expression);
        if (known == null) {
            known = expression.accept(this);
            lowered.put(expression, known);
        }
        return known;
    }

    private int node(Node node) {
        return numbers.computeIfAbsent(node, fresh -> {
            nodes.add(fresh);
            return nodes.size() - 1;
        });
    }

    private int constant(double value) {
        return node(new Constants(0, List.of(value), 0, strides(Map.of())));
    }

    private List<Integer> strides(Map<Integer, Integer> ofAxes) {
        Integer[] strides = new Integer[sizes.size()];
        Arrays.setAll(strides, axis -> ofAxes.getOrDefault(axis, 0));
        return List.of(strides);
    }

    private long axes(Set<Index> indices) {
        long set = 0;
        for (Index index : indices) {
            Integer axis = axes.get(index);
            if (axis == null) {
                throw new IllegalArgumentException("a free index: " + index.name());
            }
            set |= 1L << axis;
        }
        return set;
    }

    private long axes(int node) {
        return nodes.get(node).axes();
    }

    private long size(long set) {
        long size = 1;
        for (int axis = 0; axis < sizes.size(); axis++) {
            size *= ArrayProgram.has(set, axis) ? sizes.get(axis) : 1;
        }
        return size;
    }

    private int function(PointwiseFunction function, int argument) {
        return node(new Function(axes(argument), function, argument));
    }

    private int product(int left, int right) {
        return node(new Sums(axes(left) | axes(right), List.of(term(1, left, right))));
    }

    private static Term term(double factor, int left, int right) {
        return right != NONE && right < left ? new Term(factor, right, left) : new Term(factor, left, right);
    }

    @Override
    public Integer visitConstant(Constant constant) {
        return constant(NearestDouble.of(constant.value()));
    }

    @Override
    public Integer visitPi(Pi pi) {
        return constant(Math.PI);
    }

    @Override
    public Integer visitSymbol(Symbol symbol) {
        return node(new Variables(0, List.of(variable(symbol)), 0, strides(Map.of())));
    }

    private int variable(Symbol symbol) {
        Integer number = variables.get(symbol);
        if (number == null) {
            throw new IllegalArgumentException("not a variable of the loss: " + symbol.name());
        }
        return number;
    }

    @Override
    public Integer visitIndex(Index index) {
        List<Double> values = new ArrayList<>();
        for (int value = index.from(); value <= index.to(); value++) {
            values.add((double) value);
        }
        return node(new Constants(axes(Set.of(index)), values, 0, strides(Map.of(axes.get(index), 1))));
    }

    /** What a table holds: constants, and 0 elsewhere; variables, and {@link #NONE} elsewhere; and other expressions by their places. */
    private record TableEntries(
            List<Double> constants, List<Integer> variables, Map<Expression, List<Integer>> others) {

        boolean hasConstants() {
            return constants.stream().anyMatch(constant -> constant != 0);
        }

        boolean hasVariables() {
            return variables.stream().anyMatch(variable -> variable != NONE);
        }
    }

    private TableEntries entries(Table table) {
        List<Double> constants = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        Map<Expression, List<Integer>> others = new HashMap<>();
        for (Expression entry : table.entries()) {
            boolean isVariable = entry instanceof Symbol;
            boolean isConstant = entry instanceof Constant;
            if (!isVariable && !isConstant) {
                others.computeIfAbsent(entry, fresh -> new ArrayList<>()).add(constants.size());
            }
            constants.add(isConstant ? NearestDouble.of(((Constant) entry).value()) : 0.0);
            numbers.add(isVariable ? variable((Symbol) entry) : NONE);
        }
        return new TableEntries(List.copyOf(constants), List.copyOf(numbers), others);
    }

    /** Constants and variables by their places, and each other expression times the array that is 1 where it stands. */
    @Override
    public Integer visitElement(Element element) {
        TableEntries entries = tables.get(element.table());
        if (entries == null) {
            entries = entries(element.table());
            tables.put(element.table(), entries);
        }
        int offset = element.offset();
        Map<Integer, Integer> ofAxes = new HashMap<>();
        for (Index index : element.indices()) {
            offset += element.stride(index) * index.from();
            ofAxes.merge(axes.get(index), element.stride(index), Integer::sum);
        }
        long set = axes(Set.copyOf(element.indices()));
        List<Integer> strides = strides(ofAxes);
        List<Integer> parts = new ArrayList<>();
        if (entries.hasVariables()) {
            parts.add(node(new Variables(set, entries.variables(), offset, strides)));
        }
        if (entries.hasConstants() || (parts.isEmpty() && entries.others().isEmpty())) {
            parts.add(node(new Constants(set, entries.constants(), offset, strides)));
        }
        for (Map.Entry<Expression, List<Integer>> other : entries.others().entrySet()) {
            Double[] ones = new Double[entries.constants().size()];
            Arrays.fill(ones, 0.0);
            other.getValue().forEach(place -> ones[place] = 1.0);
            int where = node(new Constants(set, List.of(ones), offset, strides));
            parts.add(product(lower(other.getKey()), where));
        }
        return parts.size() == 1
                ? parts.get(0)
                : node(new Sums(
                        set, parts.stream().map(part -> term(1, part, NONE)).toList()));
    }

    @Override
    public Integer visitSum(Sum sum) {
        long set = axes(sum.freeIndices());
        return node(
                new Sums(set, sum.terms().stream().map(term -> term(term, set)).toList()));
    }

    @Override
    public Integer visitProduct(Product product) {
        long set = axes(product.freeIndices());
        return node(new Sums(set, List.of(term(product, set))));
    }

    @Override
    public Integer visitSumOver(SumOver sum) {
        long set = axes(sum.freeIndices());
        return node(new Sums(set, List.of(term(sum, set))));
    }

    /**
     * A term of a sum: sums over indices and products within become its own sum and product, unless an index is free elsewhere in the
     * sum.
     *
     * @param free the axes of the sum
     */
    private Term term(Expression term, long free) {
        double factor = 1;
        long summed = 0;
        Expression rest = term;
        while (rest instanceof SumOver || isMultiple(rest)) {
            if (rest instanceof SumOver sum) {
                summed |= axes(Set.of(sum.index()));
                rest = sum.body();
            } else {
                Product multiple = (Product) rest;
                factor *= NearestDouble.of(multiple.coefficient());
                rest = multiple.factors().get(0);
            }
        }
        if ((summed & free) != 0) {
            return term(1, lower(term), NONE);
        }
        if (rest instanceof Constant constant) {
            return term(factor * NearestDouble.of(constant.value()) * size(summed), constant(1), NONE);
        }
        List<Integer> factors = new ArrayList<>();
        if (rest instanceof Product product) {
            factor *= NearestDouble.of(product.coefficient());
            product.factors().forEach(part -> addFactors(part, factors));
        } else {
            addFactors(rest, factors);
        }
        return contracted(factor, factors, summed);
    }

    private static boolean isMultiple(Expression expression) {
        return expression instanceof Product product && product.factors().size() == 1;
    }

    private void addFactors(Expression factor, List<Integer> factors) {
        int number = isSquare(factor) ? lower(((Power) factor).base()) : lower(factor);
        factors.add(number);
        if (isSquare(factor)) {
            factors.add(number);
        }
    }

    private static boolean isSquare(Expression factor) {
        return factor instanceof Power power && power.exponent().equals(new BigFraction(2));
    }

    /** A sum of products of any number of factors as one of two: others are multiplied before, summed as soon as can be, the smallest first. */
    private Term contracted(double factor, List<Integer> factors, long summed) {
        List<Integer> rest = new ArrayList<>(factors);
        double scale = factor;
        long unused = summed & ~union(rest);
        scale *= size(unused);
        long open = summed & ~unused;
        while (true) {
            for (int i = 0; i < rest.size() && rest.size() > 1; i++) {
                long own = open & axes(rest.get(i)) & ~union(without(rest, i));
                if (own != 0) {
                    int alone = rest.get(i);
                    rest.set(i, node(new Sums(axes(alone) & ~own, List.of(term(1, alone, NONE)))));
                    open &= ~own;
                }
            }
            if (rest.size() <= 2) {
                return term(scale, rest.get(0), rest.size() == 2 ? rest.get(1) : NONE);
            }
            int[] pair = smallestPair(rest);
            int right = rest.remove(pair[1]);
            int left = rest.remove(pair[0]);
            long all = axes(left) | axes(right);
            long own = open & all & ~union(rest);
            open &= ~own;
            rest.add(node(new Sums(all & ~own, List.of(term(1, left, right)))));
        }
    }

    private int[] smallestPair(List<Integer> factors) {
        int[] best = {0, 1};
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < factors.size(); i++) {
            for (int j = i + 1; j < factors.size(); j++) {
                long all = axes(factors.get(i)) | axes(factors.get(j));
                long work = size(all);
                if (work < smallest) {
                    smallest = work;
                    best = new int[] {i, j};
                }
            }
        }
        return best;
    }

    private long union(List<Integer> factors) {
        return factors.stream().mapToLong(this::axes).reduce(0, (a, b) -> a | b);
    }

    private static List<Integer> without(List<Integer> factors, int i) {
        List<Integer> others = new ArrayList<>(factors);
        others.remove(i);
        return others;
    }

    @Override
    public Integer visitPower(Power power) {
        BigFraction exponent = power.exponent();
        int numerator = exponent.getNumerator().intValueExact();
        int denominator = exponent.getDenominator().intValueExact();
        Optional<Integer> integer = denominator == 1 ? Optional.of(numerator) : Optional.empty();
        if (integer.isPresent() && isSechSquared(power.base(), integer.get())) {
            int argument = lower(((Application) power.base()).argument());
            return integerPower(
                    function(PointwiseFunction.of(PointwiseFunction.Kind.SECH_SQUARED), argument), -integer.get() / 2);
        }
        if (exponent.signum() < 0) {
            return function(
                    PointwiseFunction.of(PointwiseFunction.Kind.RECIPROCAL),
                    lower(power.base().power(exponent.negate())));
        }
        int base = lower(power.base());
        if (integer.isPresent()) {
            return integerPower(base, integer.get());
        }
        if (numerator == 1 && denominator == 2) {
            return function(PointwiseFunction.of(PointwiseFunction.Kind.SQUARE_ROOT), base);
        }
        // Not powers of a root: they would have no derivative at 0, where x^(5/2) has one.
        return function(PointwiseFunction.power(NearestDouble.of(exponent)), base);
    }

    /** Whether a power is {@code cosh(x)^-2} or a power of it. */
    private static boolean isSechSquared(Expression base, int exponent) {
        return base instanceof Application application
                && application.function() == ElementaryFunction.COSH
                && exponent < 0
                && exponent % 2 == 0;
    }

    /** Repeated squaring. */
    private int integerPower(int base, int exponent) {
        if (exponent == 1) {
            return base;
        }
        int half = integerPower(base, exponent / 2);
        int square = product(half, half);
        return exponent % 2 == 0 ? square : product(square, base);
    }

    @Override
    public Integer visitApplication(Application application) {
        return function(PointwiseFunction.of(application.function()), lower(application.argument()));
    }

    @Override
    public Integer visitShared(Shared shared) {
        return lower(shared.content());
    }
}
