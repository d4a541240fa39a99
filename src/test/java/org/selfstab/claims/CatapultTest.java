package org.selfstab.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.Selfstab;
import org.selfstab.Study;

/**
 * The grid of Lewkowycz et al. over {@code eta S_0 = k}, beside the two recursions of theory/catapult-recursions.toml: no catapult below 2, one between 2 and 4,
 * divergence above 4.
 */
class CatapultTest {

    private static final Study CATAPULT = Selfstab.read(Path.of("examples/minima/catapult.toml"));
    private static final double ETA = 0.25;

    private static double number(Study study, String name) {
        return ((Reading.OfNumber) study.read(name)).value();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2, 2.5, 3, 3.5, 3.9, 4.1, 4.5, 5})
    void isAsTheRecursionsSay(double k) {
        Study study = CATAPULT.with(Map.of("k", Double.toString(k)));
        double f = 0.01;
        double sharpness = k / ETA;
        double largest = f;
        for (int t = 0; t < 3000 && Math.abs(f) < 1e6; t++) {
            double next = f * (1 - ETA * sharpness + ETA * ETA * f * f);
            sharpness += ETA * f * f * (ETA * sharpness - 4);
            f = next;
            largest = Math.max(largest, Math.abs(f));
        }
        if (k > 4) {
            assertThat(largest).isGreaterThan(1e6);
            assertThat(study.read("limit.sharpness")).isInstanceOf(Reading.Undefined.class);
            return;
        }
        assertThat(number(study, "catapult.loss_spike") / Math.pow(largest / 0.01, 2))
                .isCloseTo(1, within(1e-6));
        assertThat(number(study, "catapult.sharpness_ratio") / (sharpness * ETA / k))
                .isCloseTo(1, within(1e-3));
        assertThat(largest > 0.02).isEqualTo(k > 2);
    }
}
