package org.selfstab.claims.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.claims.OptimizerForms;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.problem.RealValue;

/** Closed forms of an optimizer are short, and have the values of the method itself. */
class FactoredOptimizerTest {

    private static final String VALLEY = """
            title     = "Valley"
            variables = ["x", "y"]
            loss      = "y*x^2/2 - y/1000"
            [parameters]
            eta = "3/10"
            p   = "1/5"
            q   = "1/2"
            [start]
            x = "1/50"
            y = "p*q"
            [optimizer]
            """;

    private static final String LOOK_AHEAD = """
            method = 'linear'
            A = [['1 - p + p*q', 'p*(1 - q)'], ['q', '1 - q']]
            B = ['-eta*(1 - p + p*q)', '-q*eta']
            C = ['1', '0']
            """;

    private static final Map<String, String> METHODS = Map.of(
            "heavy ball", "method = 'heavy_ball'\nmomentum = '1/2'\n",
            "Nesterov", "method = 'nesterov'\nmomentum = '1/2'\n",
            "quasi-hyperbolic", "method = 'quasi_hyperbolic'\nmomentum = '1/2'\nnu = '3/5'\n",
            "look-ahead", LOOK_AHEAD);

    private static Problem problem(String method, boolean decays) {
        String decay = decays ? "weight_decay = '1/50'\ndecoupled = true\n" : "";
        String text = VALLEY + METHODS.get(method).replace('\'', '"') + decay.replace('\'', '"');
        return ProblemReader.read("valley", text, Map.of()).problem();
    }

    private static double value(Expression form, Problem problem) {
        return RealValue.of(form.substitute(problem.parameters().values()));
    }

    @ParameterizedTest
    @CsvSource({
        "heavy ball, false", "Nesterov, false", "quasi-hyperbolic, false", "look-ahead, false",
        "heavy ball, true", "Nesterov, true", "quasi-hyperbolic, true", "look-ahead, true"
    })
    void areShortAndHaveTheValuesOfTheMethod(String method, boolean decays) {
        Problem problem = problem(method, decays);
        OptimizerForms forms = FactoredOptimizer.of(problem);

        assertThat(value(forms.growthRate(), problem)).isCloseTo(RealValue.of(problem.growthRate()), within(1e-13));
        assertThat(value(forms.driftRate(), problem)).isCloseTo(RealValue.of(problem.driftRate()), within(1e-13));
        assertThat(value(forms.edge(), problem)).isCloseTo(RealValue.of(problem.bareEdge()), within(1e-12));
        assertThat(1 / value(forms.transfer().substitute(Map.of("z", Expression.MINUS_ONE)), problem))
                .isCloseTo(RealValue.of(problem.bareEdge()), within(1e-12));
        assertThat(forms.growthRate().toString()).hasSizeLessThan(220);
        assertThat(forms.driftRate().toString()).hasSizeLessThan(180);
    }

    /** With the momentum z, G would divide by 0 where its argument is called so too. */
    @Test
    void theArgumentIsNoParameter() {
        String method = """
                method = "linear"
                A = [["1 + z", "-z"], ["1", "0"]]
                B = ["-eta", "0"]
                C = ["1", "0"]
                """;
        Problem problem = ProblemReader.read(
                        "valley", (VALLEY + method).replace("q   =", "z = \"1/3\"\nq   ="), Map.of())
                .problem();
        OptimizerForms forms = FactoredOptimizer.of(problem);

        assertThat(forms.argument()).hasToString("zz");
        assertThat(1 / value(forms.transfer().substitute(Map.of("zz", Expression.MINUS_ONE)), problem))
                .isCloseTo(2 * (4.0 / 3) / 0.3, within(1e-12));
    }
}
