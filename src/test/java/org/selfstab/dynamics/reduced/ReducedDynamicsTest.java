package org.selfstab.dynamics.reduced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.dynamics.ReducedLevel;
import org.selfstab.dynamics.ReducedState;
import org.selfstab.vocabulary.Stage;

/** The reduced equation integrated, beside its closed forms (theory.md (15)-(21)); neither uses the other. */
class ReducedDynamicsTest {

    private static final double TOLERANCE = 1e-15;

    private static Binary64 number(double value) {
        return new Binary64(value);
    }

    private static ReducedState<Binary64> state(double x, double y) {
        return new ReducedState<>(number(Math.log(x)), number(y));
    }

    /** At X = 1, going up: an energy of y^2/2. */
    private static ReducedState<Binary64> startOf(double energy) {
        return state(1, Math.sqrt(2 * energy));
    }

    private static OdeSolution<Binary64> solve(ReducedState<Binary64> start, double end) {
        return new OdeSolver<>(new ReducedEquation<>(Binary64Field.getInstance()), TOLERANCE).solve(start, number(end));
    }

    private static ReducedLevel<Binary64> level(double energy) {
        return new ReducedLevel<>(number(energy));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.1, 0.5, 2, 5})
    void theEnergyIsHeldOver100Periods(double energy) {
        double period = level(energy).period().getReal();
        OdeSolution<Binary64> solution = solve(startOf(energy), 100 * period);

        assertThat(solution.last().energy().getReal()).isCloseTo(energy, within(1e-12));
        for (int i = 0; i <= 1000; i++) {
            assertThat(solution.at(number(100 * period * i / 1000)).energy().getReal())
                    .isCloseTo(energy, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.1, 0.5, 2, 5, 12})
    void thePeriodByEventsIsTheQuadrature(double energy) {
        double period = level(energy).period().getReal();

        double byEvents = solve(state(level(energy).smallestX().getReal(), 0), 3 * period)
                .period()
                .orElseThrow()
                .getReal();

        assertThat(byEvents).isCloseTo(period, within(1e-10));
    }

    /** T(E) = 2 pi/sqrt(2) (1 + E/6 + O(E^2)), by Lindstedt's series: the limit (17), and how it is approached. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-14, 1e-10, 1e-6})
    void thePeriodOfSmallOscillationsIsTheLinearisedOne(double energy) {
        double linearised = 2 * Math.PI / Math.sqrt(2);

        assertThat(level(energy).period().getReal() / linearised - 1).isCloseTo(energy / 6, within(1e-12));
    }

    /** (19) over q = log X, its square roots at both ends substituted away, at 40 digits by mpmath. */
    @ParameterizedTest
    @CsvSource({
        "2, 5.933974355519927707",
        "1000, 89.66588182636335556",
        "1e6, 2828.439071262422170",
        "559082410.683589, 66877.94388551212057",
        "4.3777864133138857e12, 5917963.442489302301",
        "2.3294735110570256e16, 431691881.8840148297"
    })
    void thePeriodOfLargeOscillations(double energy, double period) {
        assertThat(level(energy).period().getReal()).isCloseTo(period, within(1e-13 * period));
    }

    /** In decimals by the same points, to what doubles know. */
    @Test
    void thePeriodOfLargeOscillationsInDecimals() {
        Dfp energy = new DfpField(20).newDfp("4.3777864133138857e12");

        assertThat(new ReducedLevel<>(energy).period().getReal()).isCloseTo(5917963.442489302, within(1e-6));
    }

    /** The time from -|Y|_max to |Y|_max with X near 0 is all of it in the limit. */
    @ParameterizedTest
    @ValueSource(doubles = {1e25, 1e100, 1e290})
    void thePeriodOfHugeOscillations(double energy) {
        double limit = 2 * Math.sqrt(2 * energy);

        assertThat(level(energy).period().getReal()).isCloseTo(limit, within(1e-11 * limit));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-3, 0.5, 2, 5})
    void theExtremesByLambertWAreTheIntegrators(double energy) {
        ReducedLevel<Binary64> level = level(energy);
        OdeSolution<Binary64> solution =
                solve(startOf(energy), 1.5 * level.period().getReal());

        assertThat(entry(solution, Stage.RETURN_TO_STABILITY).x().getReal())
                .isCloseTo(level.largestX().getReal(), within(1e-10));
        assertThat(entry(solution, Stage.BLOW_UP).x().getReal())
                .isCloseTo(level.smallestX().getReal(), within(1e-10));
        assertThat(entry(solution, Stage.PROGRESSIVE_SHARPENING).y().getReal())
                .isCloseTo(-level.largestY().getReal(), within(1e-10));
    }

    private static ReducedState<Binary64> entry(OdeSolution<Binary64> solution, Stage stage) {
        return solution.entries().stream()
                .filter(entry -> entry.stage() == stage)
                .findFirst()
                .orElseThrow()
                .state();
    }

    /** (20) by the quadrature and by the integrator's dense output (the trapezoidal rule over a whole period). */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 3})
    void averagesOverAPeriod(double energy) {
        ReducedLevel<Binary64> level = level(energy);
        double period = level.period().getReal();
        OdeSolution<Binary64> solution = solve(startOf(energy), period);
        int points = 2000;
        double x2 = 0;
        double y2 = 0;
        double x2y2 = 0;
        double x4 = 0;
        for (int i = 0; i < points; i++) {
            ReducedState<Binary64> at = solution.at(number(period * i / points));
            double squared = Math.pow(at.x().getReal(), 2);
            x2 += squared / points;
            y2 += Math.pow(at.y().getReal(), 2) / points;
            x2y2 += squared * Math.pow(at.y().getReal(), 2) / points;
            x4 += squared * squared / points;
        }
        double meanY2 = level.average(s -> s.y().multiply(s.y())).getReal();

        assertThat(level.average(s -> s.x().multiply(s.x())).getReal()).isCloseTo(1, within(1e-12));
        assertThat(level.average(s -> s.x().multiply(s.y()).multiply(s.x()).multiply(s.y()))
                        .getReal())
                .isCloseTo(meanY2, within(1e-12));
        assertThat(level.average(s -> s.x().multiply(s.x()).multiply(s.x()).multiply(s.x()))
                        .getReal())
                .isCloseTo(1 + 2 * meanY2, within(1e-11));
        assertThat(x2).isCloseTo(1, within(1e-10));
        assertThat(y2).isCloseTo(meanY2, within(1e-10));
        assertThat(x2y2).isCloseTo(y2, within(1e-10));
        assertThat(x4).isCloseTo(1 + 2 * y2, within(1e-10));
    }

    @Test
    void theStagesFollowOneAnother() {
        List<Stage> entered = solve(startOf(0.5), 9.9).entries().stream()
                .map(OdeSolution.StageEntry::stage)
                .toList();
        List<Stage> cycle = List.of(
                Stage.RETURN_TO_STABILITY, Stage.PROGRESSIVE_SHARPENING, Stage.BLOW_UP, Stage.SELF_STABILIZATION);
        List<Stage> expected = new ArrayList<>();
        for (int i = 0; i < entered.size(); i++) {
            expected.add(cycle.get(i % 4));
        }

        assertThat(entered).hasSize(8).isEqualTo(expected);
        assertThat(state(0.5, -1).stage()).isEqualTo(Stage.PROGRESSIVE_SHARPENING);
        assertThat(state(0.5, 1).stage()).isEqualTo(Stage.BLOW_UP);
        assertThat(state(2, 1).stage()).isEqualTo(Stage.SELF_STABILIZATION);
        assertThat(state(2, -1).stage()).isEqualTo(Stage.RETURN_TO_STABILITY);
    }

    /** With constant alpha and beta the driven equation is the frozen one at tau = epsilon t. */
    @Test
    void theDrivenEquationWithConstantCoefficientsIsTheReducedOne() {
        double eta = 0.3;
        double alpha = 0.01;
        double epsilon = eta * Math.sqrt(alpha);
        ForcedEquation<Binary64> driven =
                new ForcedEquation<>(number(eta), List.of(number(alpha), number(alpha)), List.of(number(2), number(2)));
        OdeSolution<Binary64> inSteps = new OdeSolver<>(driven, TOLERANCE).solve(state(0.4, 0.3), number(10 / epsilon));
        OdeSolution<Binary64> inTau = solve(state(0.4, 0.3), 10);

        for (int i = 0; i <= 27; i++) {
            double tau = 0.37 * i;
            ReducedState<Binary64> one = inSteps.at(number(tau / epsilon));
            ReducedState<Binary64> other = inTau.at(number(tau));
            assertThat(one.logX().getReal()).isCloseTo(other.logX().getReal(), within(1e-11));
            assertThat(one.y().getReal()).isCloseTo(other.y().getReal(), within(1e-11));
        }
    }

    @Test
    void coefficientsThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ForcedEquation<>(number(1), List.of(number(1), number(0)), List.of(number(1), number(1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForcedEquation<>(number(1), List.of(number(1)), List.of(number(1))));
        assertThatIllegalArgumentException().isThrownBy(() -> level(0));
    }
}
