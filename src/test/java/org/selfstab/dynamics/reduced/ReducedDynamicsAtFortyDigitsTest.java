package org.selfstab.dynamics.reduced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.dynamics.ReducedLevel;
import org.selfstab.dynamics.ReducedState;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.vocabulary.Stage;

/**
 * The reduced equation over Dfp at 40 digits: integrated by Taylor polynomials through Hipparchus's field integrator, and by the closed
 * forms (theory.md (16)-(20)). Neither uses the other.
 */
class ReducedDynamicsAtFortyDigitsTest {

    /** 40 digits and guard digits beyond, as in {@link DecimalBackend}. */
    private static final DfpField FIELD = new DfpField(48);

    private static final double TOLERANCE = 1e-42;

    /** Rounding adds up over some hundred steps of fifty terms. */
    private static final double KEPT = 1e-38;

    /** What is compared with an event or a mean has their errors besides. */
    private static final double FOUND = 1e-36;

    private static Dfp number(String text) {
        return FIELD.newDfp(text);
    }

    private static ReducedLevel<Dfp> level(String energy) {
        return new ReducedLevel<>(number(energy));
    }

    /** At X = 1, going up: an energy of Y^2/2. */
    private static ReducedState<Dfp> startOf(String energy) {
        return new ReducedState<>(FIELD.getZero(), number(energy).multiply(2).sqrt());
    }

    private static OdeSolution<Dfp> solve(OscillationEquation<Dfp> equation, ReducedState<Dfp> start, Dfp end) {
        return new OdeSolver<>(equation, TOLERANCE).solve(start, end);
    }

    private static OdeSolution<Dfp> solve(ReducedState<Dfp> start, Dfp end) {
        return solve(new ReducedEquation<>(FIELD), start, end);
    }

    private static void assertClose(Dfp actual, Dfp expected, double tolerance) {
        assertThat(actual.subtract(expected).abs().toDouble()).isLessThan(tolerance);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"1e-4", "0.5", "2"})
    void theEnergyIsHeldOverFivePeriods(String energy) {
        Dfp end = level(energy).period().multiply(5);
        OdeSolution<Dfp> solution = solve(startOf(energy), end);

        assertClose(solution.last().energy(), number(energy), KEPT);
        for (int i = 0; i <= 100; i++) {
            assertClose(solution.at(end.multiply(i).divide(100)).energy(), number(energy), KEPT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "0.5", "2"})
    void theOrbitIsClosedAfterThePeriodOfTheQuadrature(String energy) {
        ReducedState<Dfp> last = solve(startOf(energy), level(energy).period()).last();

        assertClose(last.logX(), FIELD.getZero(), FOUND);
        assertClose(last.y(), startOf(energy).y(), FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-4", "0.5", "2"})
    void thePeriodByEventsIsTheQuadrature(String energy) {
        Dfp period = level(energy).period();

        assertClose(solve(startOf(energy), period.multiply(2.6)).period().orElseThrow(), period, FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-4", "0.5", "2"})
    void theExtremesByLambertWAreTheIntegrators(String energy) {
        ReducedLevel<Dfp> level = level(energy);
        OdeSolution<Dfp> solution = solve(startOf(energy), level.period().multiply(0.9));

        assertClose(entry(solution, Stage.RETURN_TO_STABILITY).x(), level.largestX(), FOUND);
        assertClose(
                entry(solution, Stage.PROGRESSIVE_SHARPENING).y(),
                level.largestY().negate(),
                FOUND);
        assertClose(entry(solution, Stage.BLOW_UP).x(), level.smallestX(), FOUND);
    }

    private static ReducedState<Dfp> entry(OdeSolution<Dfp> solution, Stage stage) {
        return solution.entries().stream()
                .filter(entry -> entry.stage() == stage)
                .findFirst()
                .orElseThrow()
                .state();
    }

    /** (20) by the quadrature, and by the trapezoidal rule on the dense output, which converges geometrically over a whole period. */
    @Test
    void averagesOverAPeriod() {
        ReducedLevel<Dfp> level = level("0.5");
        Dfp meanY2 = level.average(s -> s.y().square());
        assertClose(level.average(s -> s.x().square()), FIELD.getOne(), FOUND);
        assertClose(level.average(s -> s.x().square().multiply(s.y().square())), meanY2, FOUND);
        assertClose(
                level.average(s -> s.x().square().square()), meanY2.multiply(2).add(1), FOUND);

        int points = 160;
        Dfp period = level.period();
        OdeSolution<Dfp> solution = solve(startOf("0.5"), period);
        List<ReducedState<Dfp>> states = IntStream.range(0, points)
                .mapToObj(i -> solution.at(period.multiply(i).divide(points)))
                .toList();
        assertClose(mean(states.stream().map(s -> s.x().square()).toList()), FIELD.getOne(), FOUND);
        assertClose(mean(states.stream().map(s -> s.y().square()).toList()), meanY2, FOUND);
    }

    private static Dfp mean(List<Dfp> values) {
        return values.stream().reduce(FIELD.getZero(), Dfp::add).divide(values.size());
    }

    /** The limit (17) beyond doubles: T(E) = 2 pi/sqrt(2) (1 + E/6 + O(E^2)). */
    @Test
    void thePeriodOfSmallOscillationsIsTheLinearisedOne() {
        Dfp linearised = FIELD.getPi().multiply(2).divide(FIELD.newDfp(2).sqrt());
        Dfp excess = level("1e-12").period().divide(linearised).subtract(1);

        assertThat(excess.toDouble() / 1e-12 * 6).isCloseTo(1, within(1e-11));
    }

    /** With constant alpha and beta the equation along the run is the frozen one at tau = epsilon t, across its steps. */
    @Test
    void theDrivenEquationWithConstantCoefficientsIsTheReducedOne() {
        Dfp eta = number("0.3");
        Dfp alpha = number("0.01");
        List<Dfp> alphas = new ArrayList<>();
        List<Dfp> betas = new ArrayList<>();
        for (int t = 0; t <= 100; t++) {
            alphas.add(alpha);
            betas.add(number("2"));
        }
        ReducedState<Dfp> start = new ReducedState<>(number("-0.4"), number("0.3"));
        Dfp end = number("100");
        Dfp tau = end.multiply(eta).multiply(alpha.sqrt());

        ReducedState<Dfp> driven =
                solve(new ForcedEquation<>(eta, alphas, betas), start, end).last();
        ReducedState<Dfp> frozen = solve(start, tau).last();

        assertClose(driven.logX(), frozen.logX(), KEPT);
        assertClose(driven.y(), frozen.y(), KEPT);
    }

    /** Drifting alpha and beta: doubles by Runge-Kutta beside 40 digits by Taylor polynomials, and these at two tolerances. */
    @Test
    void theDrivenEquationOfDoublesAndOfFortyDigitsAgree() {
        int steps = 160;
        List<Dfp> alphas = new ArrayList<>();
        List<Dfp> betas = new ArrayList<>();
        for (int t = 0; t <= steps; t++) {
            alphas.add(number("0.001").multiply(1 + t / 512.0));
            betas.add(number("1").subtract(t / 1024.0));
        }
        Dfp eta = number("0.3");
        ReducedState<Dfp> start = new ReducedState<>(number("-0.5"), number("0.25"));
        ForcedEquation<Dfp> equation = new ForcedEquation<>(eta, alphas, betas);
        OdeSolution<Dfp> precise = solve(equation, start, number("160"));

        ReducedState<Dfp> coarser =
                new OdeSolver<>(equation, 1e-32).solve(start, number("160")).last();
        assertClose(coarser.logX(), precise.last().logX(), 1e-28);
        assertClose(coarser.y(), precise.last().y(), 1e-28);

        OdeSolution<Binary64> inDoubles = new OdeSolver<>(
                        new ForcedEquation<>(real(eta), reals(alphas), reals(betas)), 1e-13)
                .solve(new ReducedState<>(real(start.logX()), real(start.y())), new Binary64(steps));
        for (int t = 0; t <= steps; t += 7) {
            ReducedState<Dfp> at = precise.at(FIELD.newDfp(t));
            ReducedState<Binary64> inDouble = inDoubles.at(new Binary64(t));
            assertThat(inDouble.logX().getReal()).isCloseTo(at.logX().toDouble(), within(1e-9));
            assertThat(inDouble.y().getReal()).isCloseTo(at.y().toDouble(), within(1e-9));
        }
        assertThat(inDoubles.entries()).hasSameSizeAs(precise.entries());
        for (int i = 0; i < precise.entries().size(); i++) {
            assertThat(inDoubles.entries().get(i).time().getReal())
                    .isCloseTo(precise.entries().get(i).time().toDouble(), within(1e-7));
        }
    }

    private static Binary64 real(Dfp value) {
        return new Binary64(value.toDouble());
    }

    private static List<Binary64> reals(List<Dfp> values) {
        return values.stream().map(ReducedDynamicsAtFortyDigitsTest::real).toList();
    }

    /** The closed forms hold 40 digits by themselves: the extremes lie on the level. */
    @Test
    void theExtremesLieOnTheLevel() {
        for (Dfp x : List.of(level("0.5").smallestX(), level("0.5").largestX())) {
            assertClose(new ReducedState<>(x.log(), FIELD.getZero()).energy(), number("0.5"), 1e-40);
        }
    }
}
