package org.selfstab.expression.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

class LatexWriterTest {

    private static final Symbol X = Expression.symbol("x1");
    private static final Symbol Y = Expression.symbol("y");
    private static final Symbol ETA = Expression.symbol("eta");
    private static final Symbol EPSILON = Expression.symbol("epsilon");

    @Test
    void quotientsAreFractions() {
        assertLatex(Expression.TWO.dividedBy(ETA), "\\frac{2}{\\eta}");
        assertLatex(Y.times(X.power(2)).dividedBy(Expression.constant(-6)), "-\\frac{y x_{1}^{2}}{6}");
        assertLatex(X.power(-2), "\\frac{1}{x_{1}^{2}}");
    }

    @Test
    void higherDegreesComeFirstAndAPositiveTermLeads() {
        assertLatex(Expression.ONE.plus(X).plus(Y.power(3)), "y^{3} + x_{1} + 1");
        assertLatex(Expression.TWO.dividedBy(ETA).minus(Expression.constant(3)), "\\frac{2}{\\eta} - 3");
        assertLatex(Y.negate().minus(X), "-x_{1} - y");
    }

    @Test
    void rootsAndPowers() {
        assertLatex(Expression.TWO.times(EPSILON).sqrt().times(ETA), "\\eta \\sqrt{2 \\epsilon}");
        assertLatex(X.plus(Y).power(new BigFraction(3, 2)), "\\left(x_{1} + y\\right)^{3/2}");
        assertLatex(Expression.constant(3).times(X.minus(Y)), "3 \\left(x_{1} - y\\right)");
    }

    @Test
    void functions() {
        Expression sine = Expression.apply(ElementaryFunction.SIN, Y);
        assertLatex(sine.power(2), "\\sin^{2}\\left(y\\right)");
        Expression exp = Expression.apply(ElementaryFunction.EXP, Y.dividedBy(Expression.TWO));
        assertLatex(exp, "e^{\\frac{y}{2}}");
        assertLatex(exp.power(4), "e^{2 y}");
        assertLatex(Expression.apply(ElementaryFunction.ABS, Y), "\\left|y\\right|");
        assertLatex(Expression.apply(ElementaryFunction.LOGCOSH, Y), "\\operatorname{logcosh}\\left(y\\right)");
    }

    @Test
    void names() {
        assertLatex(Expression.symbol("theta_max"), "\\theta_{\\mathrm{max}}");
        assertLatex(Expression.symbol("lambda2"), "\\lambda_{2}");
        assertLatex(Expression.symbol("rate"), "\\mathrm{rate}");
        assertLatex(Expression.symbol("w[x1]"), "w_{x_{1}}");
    }

    private static void assertLatex(Expression expression, String latex) {
        assertThat(LatexWriter.latex(expression)).isEqualTo(latex);
    }
}
