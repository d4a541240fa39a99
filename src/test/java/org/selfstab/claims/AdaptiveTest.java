package org.selfstab.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.Study;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict;

/** The coupling of adaptive optimizers, theory.md (59): figures of an independent implementation. */
public class AdaptiveTest {

    private static final Map<String, String> LOSSES = Map.of(
            "valley", "(y + x/2)*x^2/2 - e*(x + y)",
            "rotated", "((3*x + 4*y)/5 + (4*x - 3*y)/10)*((4*x - 3*y)/5)^2/2 - e*(3*x + 4*y)/5",
            "valley2d", "(sqrt(y^2 + w^2) + 3*exp(x/2))*x^2/2 - e*(x + y)");

    private static ProblemBuilder ofLoss(String loss, String inverse, int steps) {
        ProblemBuilder problem = ProblemBuilder.of("adaptive", LOSSES.get(loss))
                .parameter("e", "1/" + inverse)
                .parameter("eta", "3*e/10");
        ProblemBuilder started =
                switch (loss) {
                    case "rotated" -> problem.start("x", "24/5").start("y", "32/5");
                    case "valley2d" ->
                        problem.start("x", "0").start("y", "5*cos(9/10)").start("w", "5*sin(9/10)");
                    default -> problem.start("x", "e/8").start("y", "8");
                };
        return started.optimizer("rmsprop", "beta2", "1 - e")
                .atEdge()
                .kick("1/2")
                .horizon(Integer.toString(steps));
    }

    private static Study study(String loss, String setting, String value, String inverse, int steps) {
        return ofLoss(loss, inverse, steps).settings(setting, value).study();
    }

    /** The valley with equal second moments. */
    public static Problem valley(String groups, String inverse, int steps) {
        return study("valley", "groups", groups, inverse, steps).problem();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            valley   | groups   | scalar      | 100   | 82  | 6.345e-2 | 1.919e-3 | 0.623 | 0.783 | 0.843 | 0.784
            valley   | groups   | scalar      | 10000 | 824 | 6.094e-3 | 1.830e-5 | 0.802 | 1.027 | 1.099 | 1.027
            valley   | nu       | at edge     | 100   | 48  | 1.037e-1 | 3.120e-3 | 0.400 | 0.829 | 1.053 | 0.829
            valley   | nu_ratio | [1, 1]      | 10000 | 485 | 1.031e-2 | 3.095e-5 | 0.443 | 0.957 | 1.219 | 0.957
            rotated  | nu_ratio | [2, 1]      | 100   | 60  | 8.428e-2 | 3.557e-3 | 1.658 | 0.828 | 2.415 | 0.959
            rotated  | nu_ratio | [2, 1]      | 10000 | 605 | 8.270e-3 | 3.474e-5 | 1.670 | 0.848 | 2.772 | 0.952
            valley2d | groups   | scalar      | 100   | 84  | 6.093e-2 | 1.835e-3 | 0.581 | 0.746 | 0.766 | 0.746
            valley2d | groups   | scalar      | 10000 | 851 | 5.889e-3 | 1.768e-5 | 0.749 | 0.984 | 0.986 | 0.984
            valley2d | nu_ratio | [2, 1, 0.5] | 100   | 48  | 1.032e-1 | 3.097e-3 | 0.403 | 0.822 | 1.054 | 0.824
            valley2d | nu_ratio | [2, 1, 0.5] | 10000 | 486 | 1.027e-2 | 3.083e-5 | 0.442 | 0.952 | 1.215 | 0.952
            """)
    void constantsAreThoseOfTheTable(
            String loss,
            String setting,
            String value,
            String inverse,
            int steps,
            double epsilon,
            double delta,
            double coupling,
            double secondMoments,
            double elevation,
            double sharpness) {
        VerificationResult result = study(loss, setting, value, inverse, steps).verify(RunOptions.defaults());
        RunConstants found = result.verification().constants().orElseThrow();

        double digit = 6e-4;
        assertThat(found.epsilon().orElseThrow().value() / epsilon).isCloseTo(1, within(digit));
        assertThat(found.delta().orElseThrow().value() / delta).isCloseTo(1, within(digit));
        assertThat(found.coupling().orElseThrow().value()).isCloseTo(coupling, within(digit));
        assertThat(found.moments().orElseThrow().value()).isCloseTo(secondMoments, within(digit));
        assertThat(found.loss().orElseThrow().value()).isCloseTo(elevation, within(digit));
        assertThat(found.sharpness().orElseThrow().value()).isCloseTo(sharpness, within(digit));
        assertThat(result.assessment().ofConclusions()).isEqualTo(Verdict.Status.HOLDS);
        assertThat(result.assessment().ofConditions()).isEqualTo(Verdict.Status.HOLDS);
    }

    /** The largest errors of Adam's prediction (59a) in their own units, by an implementation in NumPy; eta such that the second moments are those of RMSProp with 3 e/10. */
    @ParameterizedTest
    @CsvSource({
        "1/2, scalar, 1/100, 40, 0.000173894233, 0.00520894652, 1.10370751e-06, 0.0151890408",
        "1/2, parameter, 1/1000, 83, 3.31209157e-06, 0.000752381879, 5.21462243e-09, 0.00223353253",
        "9/10, scalar, 1/1000, 29, 4.48385264e-05, 0.00455353536, 8.68595016e-08, 0.0825033745"
    })
    void adamsErrorsAreThoseOfAnotherImplementation(
            String momentum,
            String groups,
            String e,
            int steps,
            double coupling,
            double moments,
            double elevation,
            double sharpness) {
        VerificationResult result = adam(momentum, groups, e, steps).verify(RunOptions.defaults());
        RunConstants found = result.verification().constants().orElseThrow();
        double epsilon = found.epsilon().orElseThrow().value();
        double delta = found.delta().orElseThrow().value();
        double ofEdge = momentum.equals("1/2") ? 3 : 19;
        double digits = 1e-7;
        assertThat(found.coupling().orElseThrow().value() * epsilon * delta / coupling)
                .isCloseTo(1, within(digits));
        assertThat(found.moments().orElseThrow().value() * epsilon * epsilon / moments)
                .isCloseTo(1, within(digits));
        assertThat(found.loss().orElseThrow().value() * epsilon * delta * delta * ofEdge / elevation)
                .isCloseTo(1, within(digits));
        assertThat(found.sharpness().orElseThrow().value() * epsilon * epsilon / sharpness)
                .isCloseTo(1, within(digits));
        assertThat(result.assessment().ofConclusions()).isEqualTo(Verdict.Status.HOLDS);
    }

    private static Study adam(String momentum, String groups, String e, int steps) {
        return Problems.adaptiveValley(e)
                .parameter("eta", "3*e/10*(1 + beta1)/(1 - beta1)")
                .optimizer("adam", "beta1", momentum, "groups", groups)
                .atEdge()
                .kick("1/2")
                .horizon(Integer.toString(steps))
                .study();
    }

    @Test
    void moreDigitsGiveTheSameConstants() {
        Study study = study("rotated", "nu_ratio", "[2, 1]", "100", 20);
        RunConstants inDouble =
                study.verify(RunOptions.defaults()).verification().constants().orElseThrow();
        RunConstants precise = study.verify(RunOptions.defaults().withDigits(30))
                .verification()
                .constants()
                .orElseThrow();

        assertThat(precise.coupling().orElseThrow().value())
                .isCloseTo(inDouble.coupling().orElseThrow().value(), within(1e-9));
        assertThat(precise.moments().orElseThrow().value())
                .isCloseTo(inDouble.moments().orElseThrow().value(), within(1e-9));
    }

    /** Scaled in the ratio 3/2 the start is below the edge, and RMSProp comes to it. */
    @Test
    void comesToTheEdgeFromBelow() {
        Study study = Problems.adaptiveValley("1/100")
                .settings("groups", "scalar", "nu", "['6/5*1.44e-4']")
                .kick("1/2")
                .horizon("80")
                .study();
        VerificationResult result = study.verify(RunOptions.defaults());

        assertThat(result.verification().edgeStep().orElseThrow()).isBetween(40, 44);
        assertThat(result.assessment().conclusion(Claims.COUPLING).status()).isEqualTo(Verdict.Status.HOLDS);
    }

    /** The reduced equation is the one of gradient descent, so that its errors fall with eps. */
    @Test
    void theReducedEquationHoldsOnAFamily() {
        Study study = Problems.adaptiveValley("1/100")
                .atEdge()
                .kick("4/5")
                .horizon("60")
                .family("e", "1/50", "1/100", "1/200")
                .study();

        OdeFamilyResult result = study.odeFamily(RunOptions.defaults());

        assertThat(result.order(OdeError.ALONG_RUN).verdict().status()).isEqualTo(Verdict.Status.HOLDS);
    }

    @Test
    void otherCommandsSayThatTheyAreForOtherOptimizers() {
        Study study = study("valley", "groups", "scalar", "100", 20);

        assertThatThrownBy(() -> study.derive(Map.of()))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining("derive is for linear optimizers, and the optimizer is scalar RMSProp");
        assertThatThrownBy(study::explore).hasMessageContaining("explore is for linear optimizers");
    }

    /** Two valleys, each with its second moment, the second a little below the edge: it comes there at once, and the run of one direction ends with that. */
    @ParameterizedTest
    @CsvSource({"13, 2", "12.99, 1.9984615384615385"})
    void anotherEigenvalueAtTheEdgeIsSaid(String height, double second) {
        VerificationResult result = Problems.twoAdaptiveValleys(height, "13", "[['x1', 'y1'], ['x2', 'y2']]")
                .kick("1/2")
                .horizon("60")
                .study()
                .verify(RunOptions.defaults());

        assertThat(result.verification().end())
                .isInstanceOfSatisfying(RunEnd.EdgesMeet.class, meeting -> assertThat(meeting.second())
                        .isCloseTo(second, within(1e-6)));
        assertThat(result.assessment().condition(Claims.EIGENGAP).status()).isEqualTo(Verdict.Status.FAILS);
        assertThat(result.assessment().ofConclusions()).isEqualTo(Verdict.Status.NOT_APPLICABLE);
    }
}
