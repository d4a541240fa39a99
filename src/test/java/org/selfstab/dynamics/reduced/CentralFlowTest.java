package org.selfstab.dynamics.reduced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.AnalyticLosses;
import org.selfstab.dynamics.Rates;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.SignConvention;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.run.CentralFlowEnd;
import org.selfstab.run.CentralFlowRun;

/** The central flow (22) against closed forms and against the geometry along it. */
class CentralFlowTest {

    private static final double ETA = 0.3;
    private static final double EDGE = 2.0 / ETA;
    private static final Rates<Binary64> RATES =
            new Rates<>(new Binary64(EDGE), new Binary64(ETA), new Binary64(ETA), new Binary64(ETA));
    /**
     * The disk valley relaxes along u at the rate {@code eta S/(1 + kappa_3^2/beta) = 2/(1 + 4.5^2) = 0.094} a step, since sigma^2
     * answers to {@code grad L . u}: after so many steps 7e-9 is left.
     */
    private static final int RELAXED = 200;

    /** The valley's skewness is kappa_3 = 3 z and gradS = (3 z, 1): after the relaxation sigma^2 = 2 e (1 + O(e)). */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void staysAtTheEdgeOfTheValleyWithTheVarianceOfTheOscillation(double z) {
        double e = 1e-3;
        GeometryEvaluator<Binary64> valley = evaluator(AnalyticLosses.valley(Double.toString(z), "1/1000"));
        CentralFlowRun run = flow(valley).run(vector(0, EDGE), 200);

        assertThat(run.end()).isEqualTo(new CentralFlowEnd.ReachedHorizon(200));
        assertThat(run.events()).isEmpty();
        assertHeldAtEdge(run);
        CentralFlowRun.CentralFlowSample late = run.samples().get(200);
        LocalGeometry<Binary64> geometry = valley.evaluate(late.theta(), SignConvention.largestComponentPositive());
        assertThat(late.sigmaSquared() / (2 * e)).isCloseTo(1, within(20 * e));
        assertThat(late.averagedLoss()).isEqualTo(late.loss() + late.sigmaSquared() / ETA);
        // The relaxed flow: the mean offset of the oscillation along u, up to the slow motion.
        assertThat(geometry.gradientAlongU().getReal())
                .isCloseTo(-late.sigmaSquared() * geometry.kappa3().getReal() / 2, within(20 * e * e));
    }

    /** A picture's flow is off by less than a tenth of a pixel, 1e-4 of what the fine flow covers, also where it comes to the edge on the way. */
    @ParameterizedTest
    @ValueSource(doubles = {1.0, 0.99})
    void aPictureShowsNoDifferenceToTheFineFlow(double part) {
        GeometryEvaluator<Binary64> valley = evaluator(AnalyticLosses.valley("0.5", "1/100"));
        FieldVector<Binary64> start = vector(0, part * EDGE);
        List<CentralFlowRun.CentralFlowSample> fine =
                flow(valley).run(start, 100).samples();
        List<CentralFlowRun.CentralFlowSample> coarse =
                CentralFlow.forPictures(valley, RATES).run(start, 100).samples();
        assertThat(coarse).hasSize(101);

        for (ToDoubleFunction<CentralFlowRun.CentralFlowSample> ordinate :
                List.<ToDoubleFunction<CentralFlowRun.CentralFlowSample>>of(
                        CentralFlowRun.CentralFlowSample::sigmaSquared,
                        CentralFlowRun.CentralFlowSample::loss,
                        CentralFlowRun.CentralFlowSample::averagedLoss)) {
            DoubleSummaryStatistics covered =
                    fine.stream().mapToDouble(ordinate).summaryStatistics();
            double tenth = 1e-4 * (covered.getMax() - covered.getMin());
            assertThat(coarse.stream().mapToDouble(ordinate).toArray())
                    .containsExactly(fine.stream().mapToDouble(ordinate).toArray(), within(tenth));
        }
    }

    /** Without skewness the two papers agree; on the axis, where u does not turn, exactly. */
    @Test
    void isDeltaSquaredWhereThereIsNoSkewness() {
        assertDeltaSquared(evaluator(AnalyticLosses.of("y*x^2/2 - y/100", "x", "y")), 0, 1e-16);
    }

    /** The valley's iterates are off the axis by e/S, where u has turned: kappa_3 is of order e and not zero. */
    @Test
    void isDeltaSquaredUpToTheTurnOfUOnceRelaxed() {
        assertDeltaSquared(evaluator(AnalyticLosses.valley("0", "1/100")), 20, 0.02 * 1e-4);
    }

    private static void assertDeltaSquared(GeometryEvaluator<Binary64> evaluator, int from, double tolerance) {
        CentralFlowRun run = flow(evaluator).run(vector(0, EDGE), 50);
        for (CentralFlowRun.CentralFlowSample sample : run.samples().subList(from, 51)) {
            LocalGeometry<Binary64> geometry =
                    evaluator.evaluate(sample.theta(), SignConvention.largestComponentPositive());
            assertThat(sample.sigmaSquared()).isCloseTo(geometry.deltaSquared().getReal(), within(tolerance));
        }
    }

    /** On the axis {@code y = y_0 + eta e t} until the edge: the event's time has a closed form. */
    @Test
    void entersTheEdgeWhereTheSharpnessReachesIt() {
        CentralFlow flow = flow(evaluator(AnalyticLosses.of("y*x^2/2 - y/100", "x", "y")));
        CentralFlowRun run = flow.run(vector(0, EDGE - 0.05), 40);

        assertThat(run.end().isComplete()).isTrue();
        assertThat(run.events()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(CentralFlowRun.CentralFlowEvent.Kind.ENTERED_EDGE);
            assertThat(event.time()).isCloseTo(0.05 / (ETA * 0.01), within(1e-8));
            assertThat(event.sharpness()).isCloseTo(EDGE, within(1e-14));
        });
        for (CentralFlowRun.CentralFlowSample sample : run.samples()) {
            boolean below = sample.t() < 0.05 / (ETA * 0.01);
            assertThat(sample.sigmaSquared()).isCloseTo(below ? 0 : 0.02, within(1e-14));
            double y = Math.min(EDGE - 0.05 + ETA * 0.01 * sample.t(), EDGE);
            assertThat(sample.theta().getEntry(1).getReal()).isCloseTo(y, within(1e-11));
        }
        assertThat(run.largestDrift()).isLessThan(1e-10);
    }

    /**
     * With {@code x = 0} and {@code y = 2/eta} held, {@code sigma^2 = 2 e w} and {@code dw/dt = -eta (c - 2 e/eta)}: the flow leaves
     * where w is 0, and then {@code dy/dt = eta e w < 0}.
     */
    @Test
    void leavesTheEdgeWhereTheVarianceReachesZero() {
        double e = 0.01;
        double c = 0.2;
        double rate = ETA * (c - e * EDGE);
        double leaves = 1 / rate;
        CentralFlow flow = flow(evaluator(AnalyticLosses.of("y*x^2/2 - w*y/100 + w/5", "x", "y", "w")));
        CentralFlowRun run = flow.run(vector(0, EDGE, 1), 40);

        assertThat(run.end().isComplete()).isTrue();
        assertThat(run.largestDrift()).isLessThan(1e-10);
        assertThat(run.events()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(CentralFlowRun.CentralFlowEvent.Kind.LEFT_EDGE);
            assertThat(event.time()).isCloseTo(leaves, within(1e-9));
        });
        for (CentralFlowRun.CentralFlowSample sample : run.samples()) {
            double sigmaSquared = Math.max(0, 2 * e * (1 - rate * sample.t()));
            assertThat(sample.sigmaSquared()).isCloseTo(sigmaSquared, within(1e-12));
            double later = Math.max(0, sample.t() - leaves);
            // y'' = eta e w' with w' = -rate + O(e^2): the parabola is the flow's up to that.
            assertThat(sample.sharpness()).isCloseTo(EDGE - ETA * e * rate * later * later / 2, within(1e-4));
        }
    }

    @Test
    void leavesAtOnceWhereTheSharpnessFalls() {
        CentralFlowRun run =
                flow(evaluator(AnalyticLosses.of("y*x^2/2 + y/100", "x", "y"))).run(vector(0, EDGE), 5);

        assertThat(run.events()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(CentralFlowRun.CentralFlowEvent.Kind.LEFT_EDGE);
            assertThat(event.time()).isZero();
        });
        assertThat(run.samples().get(5).sharpness()).isCloseTo(EDGE - 5 * ETA * 0.01, within(1e-12));
        assertThat(run.samples())
                .allSatisfy(sample -> assertThat(sample.sigmaSquared()).isZero());
    }

    /** A second eigenvalue {@code 6 + w} rises by {@code eta/10} a step while the first is held at the edge. */
    @Test
    void stopsWhereAnotherEigenvalueReachesTheEdge() {
        CentralFlow flow =
                flow(evaluator(AnalyticLosses.of("y*x^2/2 - y/100 + (6 + w)*v^2/2 - w/10", "x", "y", "v", "w")));
        CentralFlowRun run = flow.run(vector(0, EDGE, 0, 0), 100);
        double crossing = (EDGE - 6) / (ETA / 10);

        assertThat(run.end()).isInstanceOfSatisfying(CentralFlowEnd.TopEigenvalueNotSimple.class, end -> {
            assertThat(end.time()).isCloseTo(crossing, within(1e-8));
            assertThat(end.sharpness()).isCloseTo(EDGE, within(1e-10));
            assertThat(end.gap()).isBetween(0.0, 1e-8);
            assertThat(end.description()).contains("the top eigenvalue is not simple");
        });
        assertThat(run.samples()).hasSize((int) crossing + 1);
    }

    @Test
    void stopsAtTheStartWhereTheTopEigenvalueIsDouble() {
        CentralFlow flow = flow(evaluator(AnalyticLosses.of("y*(x^2 + v^2)/2 - y/100", "x", "y", "v")));
        CentralFlowRun run = flow.run(vector(0, EDGE, 0), 10);

        assertThat(run.samples()).isEmpty();
        assertThat(run.end())
                .isInstanceOfSatisfying(CentralFlowEnd.TopEigenvalueNotSimple.class, end -> assertThat(end.time())
                        .isZero());
    }

    @Test
    void needsASharpnessThatChanges() {
        CentralFlowRun run =
                flow(evaluator(AnalyticLosses.of("10*x^2/3 + y^2", "x", "y"))).run(vector(0, 1), 10);

        assertThat(run.end()).isEqualTo(new CentralFlowEnd.NoSelfStabilization(0));
    }

    @Test
    void isNotDefinedAboveTheEdge() {
        CentralFlowRun run =
                flow(evaluator(AnalyticLosses.valley("0", "1/100"))).run(vector(0, 7), 10);

        assertThat(run.samples()).isEmpty();
        assertThat(run.end()).isEqualTo(new CentralFlowEnd.StartsAboveEdge(7, EDGE));
    }

    /** Gradient flow towards {@code y = 1/2}, where the square root ends; it is there before the second step is over. */
    @Test
    void stopsWhereTheLossIsNotDefined() {
        CentralFlowRun run = flow(evaluator(AnalyticLosses.of("x^2 + y + sqrt(y - 1/2)/1000", "x", "y")))
                .run(vector(0, 1), 10);

        assertThat(run.samples()).hasSize(2);
        assertThat(run.end()).isInstanceOfSatisfying(CentralFlowEnd.NotFinite.class, end -> assertThat(end.time())
                .isEqualTo(1));
    }

    /**
     * To leading order the disk valley's flow has {@code sigma^2 = 2 e cos(phi)}, {@code tan(phi/2) = tan(phi_0/2) exp(-eta e t/R)} on
     * the circle of radius R; the difference is of order e.
     */
    @Test
    void isTheClosedFormOfTheDiskValleyUpToOrderE() {
        double coarse = errorOnTheDisk("1/100", 1e-2);
        double middle = errorOnTheDisk("1/1000", 1e-3);
        double fine = errorOnTheDisk("1/10000", 1e-4);

        assertThat(coarse).isLessThan(1e-2);
        assertThat(coarse / middle).isBetween(8.0, 12.0);
        assertThat(middle / fine).isBetween(9.0, 11.0);
    }

    /** The larger of the errors of the angle and of sigma^2 relative to 2 e, once the flow has relaxed along u. */
    private static double errorOnTheDisk(String text, double e) {
        double radius = EDGE - 3;
        double phi0 = 0.9;
        int steps = (int) (0.2 * radius / (ETA * e));
        CentralFlowRun run = flow(evaluator(AnalyticLosses.diskValley(text)))
                .run(vector(0, radius * Math.cos(phi0), radius * Math.sin(phi0)), steps);
        assertThat(run.end().isComplete()).isTrue();
        assertThat(run.events()).isEmpty();
        assertHeldAtEdge(run);

        double largest = 0;
        for (CentralFlowRun.CentralFlowSample sample : run.samples().subList(RELAXED, steps + 1)) {
            double phi = 2 * Math.atan(Math.tan(phi0 / 2) * Math.exp(-ETA * e * sample.t() / radius));
            double y = sample.theta().getEntry(1).getReal();
            double w = sample.theta().getEntry(2).getReal();
            largest = Math.max(largest, Math.abs(Math.atan2(w, y) - phi));
            largest = Math.max(largest, Math.abs(sample.sigmaSquared() / (2 * e) - Math.cos(phi)));
        }
        return largest;
    }

    private static void assertHeldAtEdge(CentralFlowRun run) {
        assertThat(run.largestDrift()).isLessThan(1e-10);
        for (CentralFlowRun.CentralFlowSample sample : run.samples()) {
            assertThat(sample.sharpness()).isCloseTo(EDGE, within(1e-10));
        }
    }

    private static CentralFlow flow(GeometryEvaluator<Binary64> evaluator) {
        return new CentralFlow(evaluator, RATES);
    }

    private static GeometryEvaluator<Binary64> evaluator(LossDerivatives loss) {
        return new GeometryEvaluator<>(CompiledLoss.of(loss), new DoubleEigensolver());
    }

    private static FieldVector<Binary64> vector(double... entries) {
        FieldVector<Binary64> vector = new ArrayFieldVector<>(Binary64Field.getInstance(), entries.length);
        for (int i = 0; i < entries.length; i++) {
            vector.setEntry(i, new Binary64(entries[i]));
        }
        return vector;
    }
}
