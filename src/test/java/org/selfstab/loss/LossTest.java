package org.selfstab.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.api.Test;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.LossDerivatives;

class LossTest {

    private static final SharpValley VALLEY = SharpValley.of(new BigFraction(1, 2), new BigFraction(1, 100));
    private static final FormalDerivatives SAME_VALLEY = new FormalDerivatives(VALLEY.variables(), VALLEY.value());
    private static final FormalDerivatives NETWORK = TanhNetwork.derivatives(3, 4);

    @Test
    void knownValuesOfTheSharpValley() {
        LossAtPoint<Binary64> at = CompiledLoss.of(VALLEY).at(vector(2.0, 3.0));
        assertThat(at.value().getReal()).isEqualTo((3.0 + 1.0) * 2.0 - 0.01 * 5.0);
        assertThat(entries(at.gradient())).containsExactly(6.0 + 0.75 * 4.0 - 0.01, 2.0 - 0.01);
        assertThat(entries(at.hessian())).containsExactly(3.0 + 1.5 * 2.0, 2.0, 2.0, 0.0);
        assertThat(entries(at.third(vector(10.0, 20.0)))).containsExactly(15.0 + 20.0, 10.0, 10.0, 0.0);
        assertThat(entries(at.fourth(vector(1.0, 2.0), vector(3.0, 4.0)))).containsOnly(0.0);
    }

    @Test
    void formalAndHandEnteredDerivativesAgree() {
        LossAtPoint<Binary64> byHand = CompiledLoss.of(VALLEY).at(vector(0.3, 6.1));
        LossAtPoint<Binary64> formal = CompiledLoss.of(SAME_VALLEY).at(vector(0.3, 6.1));
        assertClose(
                allDerivatives(formal, vector(1.0, -2.0), vector(0.5, 3.0)),
                allDerivatives(byHand, vector(1.0, -2.0), vector(0.5, 3.0)),
                1e-15);
    }

    @Test
    void compiledAgreesWithInterpretedInDoublesAndInFiftyDigits() {
        double[] theta = new Random(7).doubles(9, -1.0, 1.0).toArray();
        double[] a = new Random(8).doubles(9, -1.0, 1.0).toArray();
        double[] b = new Random(9).doubles(9, -1.0, 1.0).toArray();
        List<Double> compiled = allDerivatives(CompiledLoss.of(NETWORK).at(vector(theta)), vector(a), vector(b));
        DfpField fiftyDigits = new DfpField(50);
        List<Double> interpreted = allDerivatives(
                InterpretedLoss.of(NETWORK, Binary64Field.getInstance()).at(vector(theta)), vector(a), vector(b));
        List<Double> precise = allDerivatives(
                InterpretedLoss.of(NETWORK, fiftyDigits).at(vector(fiftyDigits.getZero(), theta)),
                vector(fiftyDigits.getZero(), a),
                vector(fiftyDigits.getZero(), b));
        assertThat(compiled).hasSize(1 + 9 + 3 * 81);
        assertClose(compiled, precise, 2e-14);
        assertClose(interpreted, precise, 2e-14);
    }

    @Test
    void jetsOfTheValueAreTheDerivatives() {
        DSFactory factory = new DSFactory(2, 4);
        FieldVector<DerivativeStructure> jets =
                new ArrayFieldVector<>(new DerivativeStructure[] {factory.variable(0, 0.4), factory.variable(1, 1.7)});
        FormalDerivatives loss = new FormalDerivatives(VALLEY.variables(), wavy());
        DerivativeStructure value =
                InterpretedLoss.of(loss, factory.getDerivativeField()).at(jets).value();
        LossAtPoint<Binary64> at = CompiledLoss.of(loss).at(vector(0.4, 1.7));
        assertThat(at.value().getReal()).isCloseTo(value.getValue(), within(1e-14));
        assertClose(entries(at.gradient()), partials(value, new int[][] {{1, 0}, {0, 1}}), 1e-14);
        assertClose(entries(at.hessian()), partials(value, new int[][] {{2, 0}, {1, 1}, {1, 1}, {0, 2}}), 1e-14);
        assertClose(
                entries(at.third(vector(0.0, 1.0))),
                partials(value, new int[][] {{2, 1}, {1, 2}, {1, 2}, {0, 3}}),
                1e-13);
        assertClose(
                entries(at.fourth(vector(0.0, 1.0), vector(1.0, 0.0))),
                partials(value, new int[][] {{3, 1}, {2, 2}, {2, 2}, {1, 3}}),
                1e-13);
    }

    @Test
    void derivativesMayBeAskedForInAnyOrder() {
        double[] theta = new Random(3).doubles(9, -1.0, 1.0).toArray();
        FieldVector<Binary64> a = vector(new Random(4).doubles(9).toArray());
        FieldVector<Binary64> b = vector(new Random(5).doubles(9).toArray());
        CompiledLoss loss = CompiledLoss.of(NETWORK);
        LossAtPoint<Binary64> at = loss.at(vector(theta));
        List<Double> ascending = allDerivatives(at, a, b);
        LossAtPoint<Binary64> again = CompiledLoss.of(NETWORK).at(vector(theta));
        List<Double> fourth = entries(again.fourth(a, b));
        entries(again.third(b));
        List<Double> third = entries(again.third(a));
        List<Double> gradient = entries(again.gradient());
        List<Double> hessian = entries(again.hessian());
        List<Double> descending = new ArrayList<>(List.of(again.value().getReal()));
        descending.addAll(gradient);
        descending.addAll(hessian);
        descending.addAll(third);
        descending.addAll(fourth);
        assertThat(descending).isEqualTo(ascending);
        assertThat(allDerivatives(at, a, b)).isEqualTo(ascending);
    }

    @Test
    void higherDerivativesAreDerivedWhenFirstAskedFor() {
        CountingDerivatives counting = new CountingDerivatives(SAME_VALLEY, new AtomicInteger(), new AtomicInteger());
        CompiledLoss loss = CompiledLoss.of(counting);
        LossAtPoint<Binary64> at = loss.at(vector(1.0, 2.0));
        at.hessian();
        assertThat(counting.thirds().get()).isZero();
        at.third(vector(1.0, 0.0));
        loss.at(vector(2.0, 2.0)).third(vector(1.0, 0.0));
        assertThat(counting.thirds().get()).isEqualTo(3);
        assertThat(counting.fourths().get()).isZero();
        at.fourth(vector(1.0, 0.0), vector(1.0, 0.0));
        assertThat(counting.thirds().get()).isEqualTo(3);
        assertThat(counting.fourths().get()).isEqualTo(3);
    }

    @Test
    void pointsStayValidAndDoNotDisturbOneAnother() {
        CompiledLoss loss = CompiledLoss.of(NETWORK);
        double[] first = new Random(11).doubles(9).toArray();
        double[] second = new Random(12).doubles(9).toArray();
        FieldVector<Binary64> given = vector(first);
        LossAtPoint<Binary64> atFirst = loss.at(given);
        LossAtPoint<Binary64> atSecond = loss.at(vector(second));
        given.setEntry(0, new Binary64(99.0));
        atFirst.point().setEntry(0, new Binary64(99.0));
        FieldVector<Binary64> a = vector(second);
        atSecond.fourth(a, a);
        List<Double> late = allDerivatives(atFirst, a, a);
        assertThat(late).isEqualTo(allDerivatives(CompiledLoss.of(NETWORK).at(vector(first)), a, a));
        atFirst.gradient().setEntry(0, new Binary64(99.0));
        assertThat(allDerivatives(atFirst, a, a)).isEqualTo(late);
        assertThat(entries(atFirst.point())).isEqualTo(entries(vector(first)));
    }

    @Test
    void threadsMayShareALoss() throws Exception {
        CompiledLoss loss = CompiledLoss.of(NETWORK);
        CompiledLoss reference = CompiledLoss.of(NETWORK);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Double>>> results = IntStream.range(0, 64)
                    .mapToObj(seed -> threads.submit(() -> derivativesAtRandomPoint(loss, seed)))
                    .toList();
            for (int seed = 0; seed < results.size(); seed++) {
                assertThat(results.get(seed).get()).isEqualTo(derivativesAtRandomPoint(reference, seed));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void outsideTheDomainValuesAreNotFiniteAndNothingIsThrown() {
        Symbol x = SharpValley.X;
        Symbol y = SharpValley.Y;
        DfpField digits = new DfpField(50);
        for (Expression undefined : List.of(
                x.power(-1),
                Expression.apply(ElementaryFunction.LOG, x),
                Expression.apply(ElementaryFunction.LOG, x.minus(Expression.ONE)),
                x.minus(Expression.ONE).sqrt(),
                x.minus(Expression.ONE).power(new BigFraction(1, 3)),
                x.power(new BigFraction(-1, 3)),
                Expression.apply(
                        ElementaryFunction.EXP,
                        x.plus(Expression.constant(100_000_000)).power(3)))) {
            LossDerivatives loss = new FormalDerivatives(List.of(x, y), undefined.plus(y));
            double compiled = CompiledLoss.of(loss).at(vector(0.0, 1.0)).value().getReal();
            double interpreted = InterpretedLoss.of(loss, Binary64Field.getInstance())
                    .at(vector(0.0, 1.0))
                    .value()
                    .getReal();
            Dfp precise = InterpretedLoss.of(loss, digits)
                    .at(vector(digits.getZero(), 0.0, 1.0))
                    .value();
            assertThat(compiled).as("compiled %s", undefined).isNotFinite();
            assertThat(interpreted).as("interpreted %s", undefined).isNotFinite();
            assertThat(precise.isInfinite() || precise.isNaN())
                    .as("50 digits %s", undefined)
                    .isTrue();
        }
    }

    @Test
    void notANumberPropagatesThroughAllDerivativesInEveryField() {
        FormalDerivatives loss = new FormalDerivatives(VALLEY.variables(), everyFunction());
        DfpField digits = new DfpField(50);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(CompiledLoss.of(loss).at(vector(bad, 1.0)).value().getReal())
                    .isNotFinite();
            Dfp precise = InterpretedLoss.of(loss, digits)
                    .at(vector(digits.getZero(), bad, 1.0))
                    .value();
            assertThat(precise.isInfinite() || precise.isNaN()).isTrue();
            InterpretedLoss.of(loss, digits)
                    .at(vector(digits.getZero(), bad, 1.0))
                    .hessian();
        }
    }

    @Test
    void refusesVectorsOfAnotherDimension() {
        CompiledLoss loss = CompiledLoss.of(VALLEY);
        assertThatThrownBy(() -> loss.at(vector(1.0))).hasMessageContaining("1 != 2");
        LossAtPoint<Binary64> at = loss.at(vector(1.0, 2.0));
        assertThatThrownBy(() -> at.third(vector(1.0, 2.0, 3.0))).hasMessageContaining("3 != 2");
    }

    private static Expression wavy() {
        Expression x = SharpValley.X;
        Expression y = SharpValley.Y;
        return Expression.apply(ElementaryFunction.SIN, x.times(y))
                .plus(Expression.apply(ElementaryFunction.EXP, x.dividedBy(y)))
                .plus(Expression.constant(new BigFraction(-7, 3))
                        .times(x.power(2))
                        .times(y.sqrt()))
                .plus(Expression.pi().times(y.power(new BigFraction(5, 3))));
    }

    private static Expression everyFunction() {
        List<Expression> terms = new ArrayList<>();
        for (ElementaryFunction function : ElementaryFunction.values()) {
            terms.add(Expression.apply(function, SharpValley.X).times(SharpValley.Y));
        }
        return Expression.sum(terms);
    }

    private static List<Double> derivativesAtRandomPoint(CompiledLoss loss, int seed) {
        Random random = new Random(seed);
        FieldVector<Binary64> theta = vector(random.doubles(9).toArray());
        FieldVector<Binary64> a = vector(random.doubles(9).toArray());
        FieldVector<Binary64> b = vector(random.doubles(9).toArray());
        return allDerivatives(loss.at(theta), a, b);
    }

    private static <T extends CalculusFieldElement<T>> List<Double> allDerivatives(
            LossAtPoint<T> at, FieldVector<T> a, FieldVector<T> b) {
        List<Double> all = new ArrayList<>(List.of(at.value().getReal()));
        all.addAll(entries(at.gradient()));
        all.addAll(entries(at.hessian()));
        all.addAll(entries(at.third(a)));
        all.addAll(entries(at.fourth(a, b)));
        return all;
    }

    private static List<Double> partials(DerivativeStructure value, int[][] orders) {
        return List.of(orders).stream().map(value::getPartialDerivative).toList();
    }

    private static FieldVector<Binary64> vector(double... entries) {
        return vector(Binary64.ZERO, entries);
    }

    private static <T extends CalculusFieldElement<T>> FieldVector<T> vector(T zero, double... entries) {
        FieldVector<T> vector = new ArrayFieldVector<>(zero.getField(), entries.length);
        for (int i = 0; i < entries.length; i++) {
            vector.setEntry(i, zero.newInstance(entries[i]));
        }
        return vector;
    }

    private static <T extends CalculusFieldElement<T>> List<Double> entries(FieldVector<T> vector) {
        return List.of(vector.toArray()).stream().map(T::getReal).toList();
    }

    private static <T extends CalculusFieldElement<T>> List<Double> entries(FieldMatrix<T> matrix) {
        return IntStream.range(0, matrix.getRowDimension())
                .boxed()
                .flatMap(i -> entries(matrix.getRowVector(i)).stream())
                .toList();
    }

    private static void assertClose(List<Double> actual, List<Double> expected, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i))
                    .as("entry %d", i)
                    .isCloseTo(expected.get(i), within(tolerance * Math.max(1.0, Math.abs(expected.get(i)))));
        }
    }

    /** Counts how often an entry of a higher derivative is asked for. */
    private record CountingDerivatives(LossDerivatives counted, AtomicInteger thirds, AtomicInteger fourths)
            implements LossDerivatives {

        @Override
        public List<Symbol> variables() {
            return counted.variables();
        }

        @Override
        public Expression value() {
            return counted.value();
        }

        @Override
        public Expression gradient(int i) {
            return counted.gradient(i);
        }

        @Override
        public Expression hessian(int i, int j) {
            return counted.hessian(i, j);
        }

        @Override
        public boolean hasFullTensors() {
            return counted.hasFullTensors();
        }

        @Override
        public Expression third(int i, int j, int k) {
            thirds.incrementAndGet();
            return counted.third(i, j, k);
        }

        @Override
        public Expression fourth(int i, int j, int k, int l) {
            fourths.incrementAndGet();
            return counted.fourth(i, j, k, l);
        }

        @Override
        public List<Symbol> firstDirection() {
            return counted.firstDirection();
        }

        @Override
        public List<Symbol> secondDirection() {
            return counted.secondDirection();
        }

        @Override
        public Expression thirdAlong(int i, int j) {
            thirds.incrementAndGet();
            return counted.thirdAlong(i, j);
        }

        @Override
        public Expression fourthAlong(int i, int j) {
            fourths.incrementAndGet();
            return counted.fourthAlong(i, j);
        }

        @Override
        public LossDerivatives substitute(Map<String, Expression> parameters) {
            return new CountingDerivatives(counted.substitute(parameters), thirds, fourths);
        }
    }
}
