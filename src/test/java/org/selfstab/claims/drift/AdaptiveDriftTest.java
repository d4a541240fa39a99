package org.selfstab.claims.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.Selfstab;
import org.selfstab.claims.BalancedOscillation;
import org.selfstab.claims.DriftOptions;
import org.selfstab.claims.DriftResult;
import org.selfstab.vocabulary.DriftVerdict;

/** The slow drift of RMSProp with one second moment, theory.md (58) and (58a). */
class AdaptiveDriftTest {

    private static DriftResult drift(String loss, String variables, String parameters, String optimizer, String start) {
        return Selfstab.parse("drift.toml", """
                        title = "Drift"
                        variables = [%s]
                        loss = "%s"
                        [parameters]
                        %s
                        [optimizer]
                        %s
                        [start]
                        %s
                        [run]
                        at_edge = true
                        kick = "3/5"
                        """.formatted(variables, loss, parameters, optimizer, start))
                .drift(DriftOptions.defaults());
    }

    private static final String SMALL = "s = \"1/10\"\neta = \"sqrt(s)/20\"\ne = \"s*3/10000\"";

    /** One second moment, whose forgetting is so many times s. */
    private static String scalar(String forgetting) {
        return "method = \"rmsprop\"\nbeta2 = \"1 - s*" + forgetting + "\"\ngroups = \"scalar\"";
    }

    /** What is predicted is what the exact iterates do, where skewness, a stiff direction, a curved edge and a curved floor add to what nu does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (y + x/2)*x^2/2 - e*y - sqrt(s)/50*q                                  | 'x','y','q'     | 1/200 | x = 0\\ny = 1\\nq = 0
            (y + y^2/5 + x/4 + w/3)*x^2/2 + w^2/3 + x^4/40 - e*y - sqrt(s)/100*q  | 'x','y','w','q' | 1/200 | x = 0\\ny = 1\\nw = 0\\nq = 0
            (exp(y/2) + x/4)*x^2/2 - e*y + e*y^2/3                                | 'x','y'         | 1/300 | x = 0\\ny = "1/5"
            """)
    void predictionIsWhatTheIteratesDo(String loss, String variables, String forgetting, String start) {
        DriftResult result = drift(loss, variables, SMALL, scalar(forgetting), start.replace("\\n", "\n"));

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
        DriftResult result = drift(
                "y*x^2/2 - a/8*y - f*w",
                "'x','y','w'",
                "a = \"" + a + "\"\nh = \"" + h + "\"\neta = \"sqrt(a/h)\"\nf = \"sqrt((1 - h)*a/(4*h))\"\ns = 1",
                scalar("1/100"),
                "x = 0\ny = 1\nw = 0");

        DriftResult.Start start = result.start().orElseThrow();
        BalancedOscillation balanced = start.balanced().orElseThrow();
        assertThat(balanced.growthOfMap()).isEqualTo(growth, within(4e-6));
        assertThat(start.rates().growth()).isEqualTo(balanced.growth(), within(2e-4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            method = "rmsprop"\\nbeta2 = "99/100"                                     | NOT_APPLICABLE | one second moment for all parameters, and here there are 2
            method = "adam"\\nbeta1 = "1/2"\\nbeta2 = "99/100"\\ngroups = "scalar"    | NOT_APPLICABLE | Adam averages them
            """)
    void otherOptimizersAreNotCovered(String optimizer, DriftVerdict verdict, String reason) {
        DriftResult result =
                drift("(y + x/2)*x^2/2 - e*y", "'x','y'", SMALL, optimizer.replace("\\n", "\n"), "x = 0\ny = 1");

        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.reason()).contains(reason);
        assertThat(result.start()).isEmpty();
    }

    /** Curvature off u of the order of eps acts one order earlier, by (D16) of linear optimizers. */
    @Test
    void intermediateCurvatureIsUndecided() {
        DriftResult result = drift(
                "(y + x/2 + w/3)*x^2/2 - e*y + w^2/100", "'x','y','w'", SMALL, scalar("1/200"), "x = 0\ny = 1\nw = 0");

        assertThat(result.verdict()).isEqualTo(DriftVerdict.UNDECIDED);
        assertThat(result.reason()).contains("the curvature off u is intermediate at the start");
    }

    /** Without anything that curves or drives it nothing raises the eigenvalue. */
    @Test
    void fallingEigenvalueIsNotApplicable() {
        DriftResult result = drift("(y + x/2)*x^2/2 + y/10", "'x','y'", SMALL, scalar("1/200"), "x = 0\ny = 1");

        assertThat(result.verdict()).as(result.reason()).isEqualTo(DriftVerdict.NOT_APPLICABLE);
    }
}
