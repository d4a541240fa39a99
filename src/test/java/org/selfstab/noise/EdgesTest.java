package org.selfstab.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.claims.AlmostSureEdge;
import org.selfstab.claims.MeanSquareEdge;
import org.selfstab.claims.TailIndex;
import org.selfstab.expression.Expression;
import org.selfstab.numeric.Xoshiro256;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.problem.RealValue;

/** Mean-square and almost-sure edges beside figures that were computed independently, theory.md section 15. */
class EdgesTest {

    private static final double EXACT = 1e-11;

    private static final List<DMatrixRMaj> ONE_VARIABLE = List.of(matrix(0.6), matrix(0.8), matrix(1.1), matrix(1.5));

    private static final List<DMatrixRMaj> RANK_ONE =
            List.of(square(1, 0), square(0.6, 0.8), square(0.5, -1), square(2, 0.5));

    private static DMatrixRMaj matrix(double... entries) {
        int n = (int) Math.sqrt(entries.length);
        return new DMatrixRMaj(n, n, true, entries);
    }

    private static DMatrixRMaj square(double... phi) {
        DMatrixRMaj column = new DMatrixRMaj(phi.length, 1, true, phi);
        return CommonOps_DDRM.multTransB(column, column, null);
    }

    private static List<DMatrixRMaj> sixItems() {
        List<DMatrixRMaj> items = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            double off = (i - 2) / 5.0;
            items.add(matrix(1 + i / 3.0, off, off, 0.5 + i * i % 5 / 4.0));
        }
        return items;
    }

    /** Of momentum m, 0 for gradient descent. */
    private static Function<Double, MethodMatrices> heavyBall(String momentum) {
        Expression m = Expression.constant(new BigFraction(Double.parseDouble(momentum)));
        return eta -> {
            Expression step = Expression.constant(new BigFraction(eta));
            return method(
                    Double.parseDouble(momentum) == 0 ? Optimizer.gradientDescent(step) : Optimizer.heavyBall(step, m));
        };
    }

    private static MethodMatrices method(Optimizer.Linear linear) {
        Optimizer.Linear closed = linear.with(Map.of());
        return new MethodMatrices(
                closed.a().stream().map(EdgesTest::doubles).toArray(double[][]::new),
                doubles(closed.b()),
                doubles(closed.c()));
    }

    private static double[] doubles(List<Expression> entries) {
        return entries.stream().mapToDouble(RealValue::of).toArray();
    }

    /** Of {@code (a exp(b t) - exp(-t/2))^2/2}, t = 0, 1, 2, 3, at its minimum, at nine and eleven tenths of the edge; none where the operator overflows. */
    @ParameterizedTest
    @CsvSource({"1, 0.9, 0.880190776", "1, 1.1, 1.158329065", "2, 0.9, 0.729427957", "2, 1.1, 1.363830649"})
    void theSecondMomentGrowsByTheRadiusOfItsOperator(int batch, double ofEdge, double growth) {
        List<DMatrixRMaj> items = IntStream.range(0, 4)
                .mapToObj(t -> square(Math.exp(-t / 2.0), t * Math.exp(-t / 2.0)))
                .toList();
        Linearization at = Linearization.of(items, new Drawing(4, batch, false));
        double edge = MeanSquareEdgeFinder.of(at, heavyBall("0")).stepSize();
        Function<Double, SecondMoment> moments = heavyBall("0").andThen(MeanSquareEdgeFinder.moments(at));
        assertThat(moments.apply(ofEdge * edge).growth().orElseThrow()).isEqualTo(growth, within(1e-9));
        assertThat(moments.apply(1e200).growth()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0,   1.793721973094, 2.185445113",
        "2, 0,   1.926163723917, 2.068384480",
        "3, 0,   1.974766867800, 2.023621495",
        "4, 0,   2,              2",
        "1, 0.5, 2.230483271375, 2.717588811",
        "2, 0.5, 2.690582959641, 2.889245586",
        "3, 0.5, 2.889245585875, 2.960723905",
        "4, 0.5, 3,              3",
        "1, 0.9, 1.193092621664, 1.453646930",
        "2, 0.9, 2.198649951784, 2.360990077",
        "3, 0.9, 3.057666517658, 3.133311476",
        "4, 0.9, 3.8,            3.8"
    })
    void inOneVariable(int batch, String momentum, double edge, double etaBatchSharpness) {
        MeanSquareEdge found = meanSquare(ONE_VARIABLE, batch, momentum);

        assertThat(found.stepSize()).isEqualTo(edge, within(EXACT));
        assertThat(found.closedForm())
                .hasValueSatisfying(closed -> assertThat(closed).isEqualTo(edge, within(EXACT)));
        assertThat(found.stepSize() * found.batchSharpness()).isEqualTo(etaBatchSharpness, within(1e-9));
        assertThat(found.batches()).isPresent();
    }

    private static MeanSquareEdge meanSquare(List<DMatrixRMaj> items, int batch, String momentum) {
        return MeanSquareEdgeFinder.of(
                Linearization.of(items, new Drawing(items.size(), batch, false)), heavyBall(momentum));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.604902110168",
        "2, 0.963135291056",
        "3, 1.199495618297",
        "4, 1.366965327114",
    })
    void ofItemsOfRankOne(int batch, double edge) {
        MeanSquareEdge found = meanSquare(RANK_ONE, batch, "0");

        assertThat(found.stepSize()).isEqualTo(edge, within(EXACT));
        assertThat(found.closedForm())
                .hasValueSatisfying(closed -> assertThat(closed).isEqualTo(edge, within(EXACT)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0,   0.954815639417",
        "2, 0,   1.032164823306",
        "3, 0,   1.058483097370",
        "6, 0,   1.084530710541",
        "1, 0.5, 1.148341608111",
        "2, 0.5, 1.409778281859",
        "6, 0.5, 1.626796065811",
        "1, 0.9, 0.562174007205",
        "2, 0.9, 1.029305508768",
        "6, 0.9, 2.060608350027"
    })
    void ofSixItems(int batch, String momentum, double edge) {
        assertThat(meanSquare(sixItems(), batch, momentum).stepSize()).isEqualTo(edge, within(EXACT));
    }

    /** What iteration takes the place of where the operator is large. */
    @Test
    void iterationComesToTheSpectralRadius() {
        Linearization at = Linearization.of(sixItems(), new Drawing(6, 2, false));
        SecondMoment moment = new SecondMoment(heavyBall("0.5").apply(1.2), at.mean(), at.covariance());

        assertThat(moment.iteratedRadius()).isEqualTo(moment.radius(), within(1e-10));
    }

    /** So many batches that they are not gone through. */
    @Test
    void ofManyItems() {
        Xoshiro256 random = new Xoshiro256(1);
        List<DMatrixRMaj> items = new ArrayList<>();
        for (int k = 0; k < 30; k++) {
            items.add(square(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()));
        }
        MeanSquareEdge found = meanSquare(items, 12, "0");

        assertThat(found.batches()).isEmpty();
        assertThat(found.closedForm())
                .hasValueSatisfying(closed -> assertThat(closed).isEqualTo(found.stepSize(), within(EXACT)));
    }

    @ParameterizedTest
    @CsvSource({"1, 2.254732792197", "2, 2.086739474942", "3, 2.027790621489", "4, 2"})
    void almostSurelyInOneVariable(int batch, double edge) {
        Linearization at = Linearization.of(ONE_VARIABLE, new Drawing(4, batch, false));

        AlmostSureEdge found = AlmostSureEdgeFinder.of(at, heavyBall("0"), 1.7, 0);

        assertThat(found.stepSize()).isEqualTo(edge, within(EXACT));
        assertThat(found.standardError()).isEmpty();
    }

    /** By random products, though there is a sum: momentum 0 written as one with memory. */
    @Test
    void randomProductsComeToTheExactEdge() {
        Linearization at = Linearization.of(ONE_VARIABLE, new Drawing(4, 1, false));
        Function<Double, MethodMatrices> methods =
                eta -> method(Optimizer.heavyBall(Expression.constant(new BigFraction(eta)), Expression.ZERO));

        AlmostSureEdge found = AlmostSureEdgeFinder.of(at, methods, 1.7937, 7);

        double error = found.standardError().orElseThrow();
        assertThat(error).isBetween(1e-5, 5e-3);
        assertThat(found.stepSize()).isEqualTo(2.254732792197, within(5 * error));
    }

    /** The variance that neutralizes a curvature, theory.md (43), for eta = 3/10. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0.05, 0.1658333",
        "0.5, 1, 3",
        "0.5, 4, 8",
        "0.9, 0.05, 0.0332018",
        "0.9, 1, 0.6140351",
        "0.9, 4, 1.8245614"
    })
    void gainOfHeavyBall(String momentum, double curvature, double variance) {
        assertThat(1 / heavyBall(momentum).apply(0.3).gain(curvature)).isEqualTo(variance, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0.1658168", "1, 2.8888889", "4, 3.2592593"})
    void gainOfNesterov(double curvature, double variance) {
        MethodMatrices nesterov = method(Optimizer.nesterov(
                Expression.constant(new BigFraction(3, 10)), Expression.constant(new BigFraction(1, 2))));

        assertThat(1 / nesterov.gain(curvature)).isEqualTo(variance, within(1e-6));
        assertThat(nesterov.gain(6)).isInfinite();
    }

    /** What is known from the items alone is the mean over all batches. */
    @Property(tries = 60)
    void momentsOfBatchesAreMeansOverThem(
            @ForAll @IntRange(min = 2, max = 5) int items,
            @ForAll @IntRange(min = 1, max = 5) int size,
            @ForAll boolean replaced) {
        Drawing drawing = new Drawing(items, replaced ? size : Math.min(size, items), replaced);
        Xoshiro256 random = new Xoshiro256(items * 10L + size);
        List<DMatrixRMaj> hessians = new ArrayList<>();
        for (int k = 0; k < items; k++) {
            double off = random.nextGaussian() / 4;
            hessians.add(matrix(2 + random.nextDouble(), off, off, 2 + random.nextDouble()));
        }
        Linearization at = Linearization.of(hessians, drawing);
        DMatrixRMaj squares = new DMatrixRMaj(2, 2);
        DMatrixRMaj cubes = new DMatrixRMaj(2, 2);
        double[] total = new double[1];
        drawing.forEach((batch, probability) -> {
            DMatrixRMaj h = at.batch(batch);
            DMatrixRMaj square = CommonOps_DDRM.mult(h, h, null);
            CommonOps_DDRM.addEquals(squares, probability, square);
            CommonOps_DDRM.addEquals(cubes, probability, CommonOps_DDRM.mult(h, square, null));
            total[0] += probability;
        });

        assertThat(total[0]).isEqualTo(1, within(1e-12));
        assertThat(MatrixFeatures_DDRM.isIdentical(at.meanSquare(), squares, 1e-11))
                .isTrue();
        assertThat(MatrixFeatures_DDRM.isIdentical(at.meanCube(), cubes, 1e-10)).isTrue();
        assertThat(MatrixFeatures_DDRM.isIdentical(at.covariance(), at.enumeratedCovariance(), 1e-12))
                .isTrue();
    }

    @Test
    void flatDirectionsAreLeftOut() {
        List<DMatrixRMaj> flat =
                List.of(matrix(0.6, 0, 0, 0), matrix(0.8, 0, 0, 0), matrix(1.1, 0, 0, 0), matrix(1.5, 0, 0, 0));

        assertThat(meanSquare(flat, 1, "0").stepSize()).isEqualTo(1.793721973094, within(EXACT));
    }

    @Test
    void saysWhyThereIsNone() {
        Drawing whole = new Drawing(2, 1, false);
        assertThatThrownBy(() -> Linearization.of(List.of(matrix(1, 0, 0, -1), matrix(1, 0, 0, -1)), whole))
                .isInstanceOf(NoEdgeException.class)
                .hasMessageContaining("no minimum");
        assertThatThrownBy(() -> Linearization.of(List.of(matrix(1, 0, 0, 1), matrix(1, 0, 0, -1)), whole))
                .hasMessageContaining("items are curved in directions in which the loss is flat");
    }

    /** By the transfer operator on 4000 directions of the plane, a second way. */
    @ParameterizedTest
    @CsvSource({"2.3, 1.583265", "1.9, 5.723444"})
    void theTailIndexOfHeavyBallIsThatOfTheTransferOperator(double eta, double expected) {
        TailIndex index = TailIndexFinder.of(
                        new Linearization(ONE_VARIABLE, matrix(1), new Drawing(4, 1, false)),
                        heavyBall("0.5").apply(eta),
                        1)
                .orElseThrow();

        double error = index.standardError().orElseThrow();
        assertThat(error).isLessThan(0.01);
        assertThat(index.value()).isEqualTo(expected, within(4 * error));
    }

    /** In two variables, where the batches' Hessians do not commute. */
    @Test
    void theTailIndexIsTwoAtTheMeanSquareEdge() {
        List<DMatrixRMaj> items = sixItems();
        DMatrixRMaj mean = matrix(11 / 6.0, 0.1, 0.1, 0.5 + 10 / 24.0);
        TailIndex index = TailIndexFinder.of(
                        new Linearization(items, mean, new Drawing(6, 1, false)),
                        new MethodMatrices(new double[][] {{1}}, new double[] {-0.954815639417}, new double[] {1}),
                        1)
                .orElseThrow();

        assertThat(index.value()).isEqualTo(2, within(4 * index.standardError().orElseThrow()));
    }

    @Test
    void withoutBatchesThatGrowThereIsNoTail() {
        assertThat(TailIndexFinder.of(
                        new Linearization(ONE_VARIABLE, matrix(1), new Drawing(4, 1, false)),
                        heavyBall("0").apply(0.5),
                        1))
                .isEmpty();
    }
}
