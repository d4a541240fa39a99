package org.selfstab.claims.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.claims.OptimizerForms;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;

/** Closed forms of an optimizer are short, and have the values of the method itself. */
class FactoredOptimizerTest {

    private static ProblemBuilder valley() {
        return Problems.straightValley("1/1000").parameter("p", "1/5").parameter("q", "1/2");
    }

    private static Problem problem(String method, boolean decays) {
        ProblemBuilder problem =
                switch (method) {
                    case "heavy ball" -> valley().optimizer("heavy_ball", "momentum", "1/2");
                    case "Nesterov" -> valley().optimizer("nesterov", "momentum", "1/2");
                    case "quasi-hyperbolic" -> valley().optimizer("quasi_hyperbolic", "momentum", "1/2", "nu", "3/5");
                    default ->
                        valley().linear(
                                        "[['1 - p + p*q', 'p*(1 - q)'], ['q', '1 - q']]",
                                        "['-eta*(1 - p + p*q)', '-q*eta']",
                                        "['1', '0']");
                };
        return decays
                ? problem.settings("weight_decay", "1/50", "decoupled", "true").problem()
                : problem.problem();
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
        Problem problem = valley().parameter("z", "1/3")
                .linear("[['1 + z', '-z'], ['1', '0']]", "['-eta', '0']", "['1', '0']")
                .problem();
        OptimizerForms forms = FactoredOptimizer.of(problem);

        assertThat(forms.argument()).hasToString("zz");
        assertThat(1 / value(forms.transfer().substitute(Map.of("zz", Expression.MINUS_ONE)), problem))
                .isCloseTo(2 * (4.0 / 3) / 0.3, within(1e-12));
    }
}
