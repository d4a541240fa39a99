package org.selfstab.certify.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Selfstab;
import org.selfstab.Study;
import org.selfstab.certify.BoxClaim;
import org.selfstab.interval.Interval;
import org.selfstab.run.RunListener;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict.Status;

class ObservableInBoxTest {

    private static final Study PRODUCT = Selfstab.parse(
            "product.toml",
            ProblemBuilder.of("Product", "(x*y - 1)^2/2")
                    .parameter("eta", "1/5")
                    .start("x", "4")
                    .start("y", "1/10")
                    .observe("balance", "(x^2 - y^2)^2")
                    .observe("sharp", "S")
                    .observe("fall", "L - previous(L)")
                    .observe("change", "x")
                    .toml());

    private static Status decided(String claim, double from, double to) {
        Map<String, Interval> box = new LinkedHashMap<>();
        box.put("x", new Interval(1.5, 2));
        box.put("y", new Interval(from, to));
        return PRODUCT.certifyBox(box, List.of(BoxClaim.parse(claim)), 400, RunListener.none())
                .status();
    }

    /**
     * A step multiplies x^2 - y^2 by 1 - eta^2 (x y - 1)^2: its square falls but where x y = 1, which y from 0.1 to 0.4 leaves out. At x = 1.5, y = 0.1, S is
     * ((x^2 + y^2) + sqrt((x^2 - y^2)^2 + 4 (2 x y - 1)^2))/2 = 2.465..., so that it is below 5 and not below 2.
     */
    @ParameterizedTest
    @CsvSource({
        "observable.balance.change < 0, 0.1, 0.4, HOLDS",
        "observable.balance.change > 0, 0.1, 0.4, FAILS",
        "observable.balance.change < 0, 0.3, 0.8, UNDECIDED",
        "observable.fall < 0, 0.1, 0.4, HOLDS",
        "observable.change > 1, 0.1, 0.4, HOLDS",
        "observable.change.change > 0, 0.1, 0.4, HOLDS",
        "observable.sharp < 5, 0.1, 0.4, HOLDS",
        "observable.sharp < 2, 0.1, 0.4, FAILS"
    })
    void oneStepFormsAreDecided(String claim, double from, double to, Status status) {
        assertThat(decided(claim, from, to)).isEqualTo(status);
    }

    @Test
    void whatIsNotObservedIsRefused() {
        assertThatThrownBy(() -> decided("observable.q < 0", 0.1, 0.4))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining("[observe] has no q");
    }
}
