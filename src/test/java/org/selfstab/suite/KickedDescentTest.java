package org.selfstab.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.selfstab.ProblemBuilder;
import org.selfstab.Study;
import org.selfstab.claims.Reading;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.problem.QuantityName;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Named;
import org.selfstab.vocabulary.Quantities;

/** What is said of plain gradient descent is said of the run that is verified: from the kicked start. */
class KickedDescentTest {

    /**
     * The orbit of period two: {@code x^2/2 = e} stops y, and {@code eta (y - x^2) = 2} turns x round. From x = 0 no iterate leaves the axis.
     */
    private static final String QUARTIC = ProblemBuilder.of("A valley that softens", "y*x^2/2 - x^4/4 - e*y")
            .parameter("eta", "3/10")
            .parameter("e", "1/100")
            .start("x", "0")
            .start("y", "2/eta")
            .atEdge()
            .horizon("6000")
            .toml();

    private static Reading observed(String text, Named quantity, String name) {
        Problem problem = ProblemReader.read("quartic", text, Map.of()).problem();
        return Study.of(problem).read(new QuantityName(name, quantity, 0));
    }

    @Test
    void theOrbitOfPeriodTwoIsThatOfTheKickedRun() {
        Reading kicked = observed(QUARTIC + "kick = \"1/2\"\n", Quantities.TWO_CYCLE, "two_cycle");
        assertThat(kicked).isInstanceOfSatisfying(Reading.OfNumber.class, number -> assertThat(number.value())
                .isCloseTo(Math.sqrt(0.02), within(1e-8)));
        assertThat(observed(QUARTIC, Quantities.TWO_CYCLE, "two_cycle")).isInstanceOf(Reading.Undefined.class);
    }

    /** At the edge the copies of an optimizer oscillate, as those of the run: heavy ball from rest would leave the orbit at once. */
    @Test
    void theOrbitOfPeriodTwoIsThatOfTheOptimizersRun() {
        String text = ProblemBuilder.of("A valley", "y*x^2/2 - e*y")
                        .parameter("eta", "3/10")
                        .parameter("e", "1/1000")
                        .start("x", "sqrt(2*e)")
                        .start("y", "2*(1 + momentum)/eta")
                        .atEdge()
                        .horizon("20")
                        .toml()
                + "[optimizer]\nmethod = \"heavy_ball\"\nmomentum = \"1/2\"\n";
        assertThat(observed(text, Quantities.TWO_CYCLE, "two_cycle"))
                .isInstanceOfSatisfying(Reading.OfNumber.class, number -> assertThat(number.value())
                        .isCloseTo(Math.sqrt(0.002), within(1e-10)));
    }

    /** Without progressive sharpening a start cannot be kicked: the iterates are those from the problem's start. */
    @Test
    void whereTheStartCannotBeKickedTheStartCounts() {
        String text = QUARTIC.replace("1/100", "0").replace("x = \"0\"", "x = \"1/10\"") + "kick = \"1/2\"\n";
        assertThat(observed(text, Claims.DIVERGES, "run.diverges").text()).isEqualTo("fails");
    }
}
