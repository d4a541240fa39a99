package org.selfstab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** (D2) and (D12) of theory.md section 18: the area J of orbits of the reduced equation, at 40 digits. */
class ReducedLevelAreaTest {

    private static final DfpField FIELD = new DfpField(44);

    private static ReducedLevel<Dfp> level(Dfp energy) {
        return new ReducedLevel<>(energy);
    }

    /** Central differences with a step of 1e-10 are exact to about its square. */
    @ParameterizedTest
    @ValueSource(strings = "0.3")
    void theDerivativeOfTheAreaIsThePeriod(String text) {
        Dfp energy = FIELD.newDfp(text);
        Dfp step = FIELD.newDfp("1e-10");
        Dfp slope = level(energy.add(step))
                .area()
                .subtract(level(energy.subtract(step)).area())
                .divide(step.multiply(2));

        assertThat(slope.subtract(level(energy).period()).abs().toDouble()).isLessThan(1e-17);
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.976", "1, 0.927", "3, 0.840", "10, 0.752"})
    void theMeanOfYSquaredFallsBehindTheEnergy(String text, double ratio) {
        Binary64 energy = new Binary64(Double.parseDouble(text));
        ReducedLevel<Binary64> level = new ReducedLevel<>(energy);

        assertThat(level.area().divide(level.period()).divide(energy).getReal()).isEqualTo(ratio, within(6e-4));
    }

    /** {@code J = sqrt(2) pi E (1 + E/12 + O(E^2))}, {@code T = sqrt(2) pi (1 + E/6 + O(E^2))}. */
    @ParameterizedTest
    @ValueSource(strings = "1e-3")
    void smallOrbitsFollowTheSeries(String text) {
        Dfp energy = FIELD.newDfp(text);
        Dfp unit = FIELD.getTwo().sqrt().multiply(FIELD.getPi());
        double area = level(energy)
                .area()
                .divide(unit)
                .divide(energy)
                .subtract(1)
                .divide(energy)
                .toDouble();
        double period =
                level(energy).period().divide(unit).subtract(1).divide(energy).toDouble();

        assertThat(area).isEqualTo(1.0 / 12, within(energy.toDouble()));
        assertThat(period).isEqualTo(1.0 / 6, within(energy.toDouble()));
    }
}
