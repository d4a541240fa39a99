package org.selfstab.claims.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.claims.BalancedOscillation;
import org.selfstab.claims.DriftOptions;
import org.selfstab.claims.DriftResult;
import org.selfstab.vocabulary.DriftVerdict;

/** The slow drift of RMSProp with one second moment, theory.md (58) and (58a). */
class AdaptiveDriftTest {

    private static DriftResult drift(ProblemBuilder problem) {
        return problem.atEdge().kick("3/5").study().drift(DriftOptions.defaults());
    }

    /** A loss of x and y, and more variables that start at 0. */
    private static ProblemBuilder small(String loss, String y, String... more) {
        ProblemBuilder problem = Problems.inPlane(loss, "sqrt(s)/20", "0", y)
                .parameter("s", "1/10")
                .parameter("e", "s*3/10000");
        for (String variable : more) {
            problem = problem.start(variable, "0");
        }
        return problem;
    }

    /** One second moment, whose forgetting is so many times s. */
    private static ProblemBuilder scalar(ProblemBuilder problem, String forgetting) {
        return problem.optimizer("rmsprop", "beta2", "1 - s*" + forgetting, "groups", "scalar");
    }

    private static String[] words(String list) {
        return list == null ? new String[0] : list.split(", ", -1);
    }

    /** What is predicted is what the exact iterates do, where skewness, a stiff direction, a curved edge and a curved floor add to what nu does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (y + x/2)*x^2/2 - e*y - sqrt(s)/50*q                                  | 1   | q    | 1/200
            (y + y^2/5 + x/4 + w/3)*x^2/2 + w^2/3 + x^4/40 - e*y - sqrt(s)/100*q  | 1   | w, q | 1/200
            (exp(y/2) + x/4)*x^2/2 - e*y + e*y^2/3                                | 1/5 |      | 1/300
            """)
    void predictionIsWhatTheIteratesDo(String loss, String y, String more, String forgetting) {
        DriftResult result = drift(scalar(small(loss, y, words(more)), forgetting));

        assertThat(result.verdict()).as(result.reason()).isEqualTo(DriftVerdict.DAMPED);
        assertThat(result.comparison().orElseThrow().ratio().orElseThrow()).isEqualTo(1, within(1e-3));
    }

    /** {@code |mu|^2 - 1} of the exact map by a program of its own with 40 digits, and that Gamma is that of (58). */
    @ParameterizedTest
    @CsvSource({
        "1/500, 1, -0.0080200002",
        "1/500, 1/2, -0.0071908625",
        "1/200, 1/2, -0.0033827856",
        "1/200, 1/5, -0.00058202964"
    })
    void balancedOscillationHasTheMultipliersOfTheMap(String a, String h, double growth) {
        DriftResult result = drift(scalar(
                Problems.inPlane("y*x^2/2 - a/8*y - f*w", "sqrt(a/h)", "0", "1")
                        .start("w", "0")
                        .parameter("a", a)
                        .parameter("h", h)
                        .parameter("f", "sqrt((1 - h)*a/(4*h))")
                        .parameter("s", "1"),
                "1/100"));

        DriftResult.Start start = result.start().orElseThrow();
        BalancedOscillation balanced = start.balanced().orElseThrow();
        assertThat(balanced.growthOfMap()).isEqualTo(growth, within(4e-6));
        assertThat(start.rates().growth()).isEqualTo(balanced.growth(), within(2e-4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rmsprop |                            | NOT_APPLICABLE | one second moment for all parameters, and here there are 2
            adam    | groups, scalar, beta1, 1/2 | NOT_APPLICABLE | Adam averages them
            """)
    void otherOptimizersAreNotCovered(String method, String settings, DriftVerdict verdict, String reason) {
        DriftResult result = drift(small("(y + x/2)*x^2/2 - e*y", "1")
                .optimizer(method, "beta2", "99/100")
                .settings(words(settings)));

        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.reason()).contains(reason);
        assertThat(result.start()).isEmpty();
    }

    /** Curvature off u of the order of eps acts one order earlier, by (D16) of linear optimizers. */
    @Test
    void intermediateCurvatureIsUndecided() {
        DriftResult result = drift(scalar(small("(y + x/2 + w/3)*x^2/2 - e*y + w^2/100", "1", "w"), "1/200"));

        assertThat(result.verdict()).isEqualTo(DriftVerdict.UNDECIDED);
        assertThat(result.reason()).contains("the curvature off u is intermediate at the start");
    }

    /** Without anything that curves or drives it nothing raises the eigenvalue. */
    @Test
    void fallingEigenvalueIsNotApplicable() {
        DriftResult result = drift(scalar(small("(y + x/2)*x^2/2 + y/10", "1"), "1/200"));

        assertThat(result.verdict()).as(result.reason()).isEqualTo(DriftVerdict.NOT_APPLICABLE);
    }
}
