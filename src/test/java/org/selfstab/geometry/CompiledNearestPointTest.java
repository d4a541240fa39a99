package org.selfstab.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.selfstab.AnalyticLosses;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.Norm;

/** The projection in compiled doubles against the one over any field, two implementations of the same formulas. */
class CompiledNearestPointTest {

    /** A loss and points near its edge for the step size 3/10. */
    private static final class Case {
        private final double[] centre;
        private final StableSetProjection<Binary64> anyField;
        private final StableSetProjection<Binary64> compiled;

        Case(LossDerivatives derivatives, double... centre) {
            this.centre = centre;
            Binary64 edge = new Binary64(2.0 / 0.3);
            CompiledLoss loss = CompiledLoss.of(derivatives);
            GeometryEvaluator<Binary64> evaluator = new GeometryEvaluator<>(loss, new DoubleEigensolver());
            this.anyField = new NearestPointProjection<>(evaluator, edge);
            this.compiled = new CompiledNearestPoint(loss, edge.getReal());
        }
    }

    private static final List<Case> CASES = List.of(
            new Case(AnalyticLosses.valley("1", "1/100"), 0.0, 20.0 / 3),
            new Case(AnalyticLosses.diskValley("1/100"), 0.0, 2.2, 2.8),
            new Case(
                    AnalyticLosses.of(
                            "(y + x*z + sin(a)*b)*x^2/2 + (a^2 + b^2 + z^2)*(1 + y/9)/2 - (x + y + z*a*b)/100",
                            "x",
                            "y",
                            "z",
                            "a",
                            "b"),
                    0.0,
                    20.0 / 3,
                    0.1,
                    -0.1,
                    0.2),
            new Case(AnalyticLosses.of("3*x^2 + x^4 - x/100", "x"), 0.1));

    @Property(tries = 1000, seed = "20261124")
    void bothFindTheSamePointOrFailAlike(
            @ForAll("cases") Case problem, @ForAll("displacements") List<Double> displacement) {
        double[] start = problem.centre.clone();
        for (int i = 0; i < start.length; i++) {
            start[i] += displacement.get(i);
        }
        FieldVector<Binary64> theta = DecimalVectors.binary64(start);

        Optional<Projection<Binary64>> expected = projected(problem.anyField, theta);
        Optional<Projection<Binary64>> found = projected(problem.compiled, theta);

        Statistics.collect(expected.isPresent());
        Statistics.coverage(counts -> counts.check(true).percentage(percentage -> percentage >= 50));
        assertThat(found.isPresent()).isEqualTo(expected.isPresent());
        expected.ifPresent(point -> {
            assertThat(found.get().onBoundary()).isEqualTo(point.onBoundary());
            assertThat(Norm.of(found.get()
                                    .geometry()
                                    .point()
                                    .subtract(point.geometry().point()))
                            .getReal())
                    .isLessThan(1e-12);
        });
    }

    private static Optional<Projection<Binary64>> projected(
            StableSetProjection<Binary64> projection, FieldVector<Binary64> theta) {
        try {
            return Optional.of(projection.project(theta, SignConvention.largestComponentPositive()));
        } catch (ProjectionException | UndefinedGeometryException undefined) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.of(CASES);
    }

    @Provide
    Arbitrary<List<Double>> displacements() {
        return Arbitraries.doubles().between(-0.3, 0.3).list().ofSize(5);
    }

    @Test
    void aPointWhereTheGeometryIsUndefinedIsRefused() {
        CompiledLoss loss = CompiledLoss.of(AnalyticLosses.of("(x^2 + y^2)/2", "x", "y"));
        var projection = new CompiledNearestPoint(loss, 2.0 / 0.3);

        assertThatThrownBy(() -> projection.project(
                        DecimalVectors.binary64(0.1, 0.1), SignConvention.largestComponentPositive()))
                .isInstanceOf(UndefinedGeometryException.class)
                .hasMessageContaining("not simple");
    }
}
