package org.selfstab.claims.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.selfstab.Problems;
import org.selfstab.claims.CrossCheck;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.ExpressionDerivatives;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.symbolic.SymbolicLossDerivatives;

class CrossCheckTest {

    private static final Symbol X = Expression.symbol("x");

    @Test
    void sameDerivativesAgreeToTheGuardDigits() {
        CrossCheck check = CrossChecker.compared(Problems.diskValley("1/100"), List.of(List.of(0.1, 3.0, 2.0)));
        assertThat(check.agrees()).isTrue();
        assertThat(check.largest()).isLessThan(1e-90);
        assertThat(check.description())
                .startsWith("the same by automatic differentiation")
                .contains("at 1 points");
    }

    /** A fourth derivative off by 1e-20, relatively, is found. */
    @Test
    void aSmallMistakeIsFound() {
        Expression loss = Expression.apply(ElementaryFunction.SIN, X);
        Expression tiny = Expression.constant(10).power(-20);
        CrossCheck check = CrossChecker.compared(
                ExpressionDerivatives.of(List.of(X), loss.plus(tiny.times(X.power(4)))),
                SymbolicLossDerivatives.of(List.of(X), loss),
                List.of(List.of(0.0)));
        assertThat(check.agrees()).isFalse();
        assertThat(check.description()).startsWith("DIFFERENT");
    }

    @Test
    void whereOneIsUndefinedTheyDiffer() {
        CrossCheck check = CrossChecker.compared(
                ExpressionDerivatives.of(List.of(X), Expression.apply(ElementaryFunction.LOG, X)),
                SymbolicLossDerivatives.of(List.of(X), X),
                List.of(List.of(-1.0)));
        assertThat(check.agrees()).isFalse();
    }

    @Test
    void whatComputerAlgebraCannotDeriveIsNotCompared() {
        Problem problem = ProblemReader.read(Path.of("src/test/resources/cases/deep14.toml"))
                .problem();
        CrossCheck check = CrossChecker.compared(problem, List.of(List.of(0.1, 4.0)));
        assertThat(check.agrees()).isTrue();
        assertThat(check.description()).startsWith("not cross-checked: the derivatives");
    }
}
