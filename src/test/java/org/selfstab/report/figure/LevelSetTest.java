package org.selfstab.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.document.chart.Points;

class LevelSetTest {

    /** theory.md (16): E = Y^2/2 + (X^2 - 1 - log X^2)/2. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.1, 0.3356, 2.5, 20})
    void everyPointHasTheEnergy(double energy) {
        Points level = PhasePortrait.LevelSet.of(energy);
        for (int i = 0; i < level.size(); i++) {
            double x = level.x(i);
            double y = level.y(i);
            assertThat(y * y / 2 + (x * x - 1 - Math.log(x * x)) / 2).isCloseTo(energy, within(1e-10 * (1 + energy)));
        }
        assertThat(level.x(0)).isCloseTo(level.x(level.size() - 1), within(1e-12));
    }
}
