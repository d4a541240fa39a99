package org.selfstab.expression.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.FDSFactory;
import org.hipparchus.analysis.differentiation.FieldDerivativeStructure;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.Symbol;
import org.selfstab.symbolic.SymbolicLossDerivatives;

/** Derivatives of every function of one argument against jets over 60-digit numbers, and the error function itself. */
class ActivationDerivativesTest {

    private static final Symbol X = Expression.symbol("x");
    private static final DfpField FIELD = new DfpField(60);

    @ParameterizedTest
    @EnumSource(ElementaryFunction.class)
    void agreeWithJetsToFiftyDigits(ElementaryFunction function) {
        Expression loss = Expression.apply(function, X);
        agree(function, SymbolicLossDerivatives.of(List.of(X), loss));
        agree(function, ExpressionDerivatives.of(List.of(X), loss));
    }

    private static void agree(ElementaryFunction function, LossDerivatives derivatives) {
        for (BigFraction at : List.of(new BigFraction(3, 7), new BigFraction(9, 4))) {
            FieldDerivativeStructure<Dfp> jet = function.value(new FDSFactory<>(FIELD, 1, 4).variable(0, dfp(at)));
            compare(derivatives.gradient(0), at, jet.getPartialDerivative(1));
            compare(derivatives.hessian(0, 0), at, jet.getPartialDerivative(2));
            compare(derivatives.third(0, 0, 0), at, jet.getPartialDerivative(3));
            compare(derivatives.fourth(0, 0, 0, 0), at, jet.getPartialDerivative(4));
        }
    }

    private static Dfp dfp(BigFraction value) {
        return FieldInterpreter.evaluate(Expression.constant(value), FIELD);
    }

    private static void compare(Expression derivative, BigFraction at, Dfp expected) {
        Expression closed = derivative.substitute(Map.of("x", Expression.constant(at)));
        Dfp error = FieldInterpreter.evaluate(closed, FIELD).subtract(expected).abs();
        assertThat(error.toDouble()).as("%s at %s", derivative, at).isLessThan(1e-50);
    }

    /** erf(1) to fifty digits: Digital Library of Mathematical Functions, section 7. */
    @Test
    void theErrorFunctionIsRightToFiftyDigits() {
        Dfp known = FIELD.newDfp("0.84270079294971486934122063508260925929606699796630");
        Dfp erf = FieldInterpreter.evaluate(Expression.apply(ElementaryFunction.ERF, Expression.ONE), FIELD);
        assertThat(erf.subtract(known).abs().toDouble()).isLessThan(1e-49);
    }

    /** {@code erf' = 2/sqrt(pi) exp(-x^2)}, {@code erf''' = 2/sqrt(pi) (4x^2 - 2) exp(-x^2)}. */
    @Test
    void theErrorFunctionsJetIsRight() {
        double x = 0.7;
        DerivativeStructure jet = ElementaryFunction.ERF.value(new DSFactory(1, 4).variable(0, x));
        double slope = 2.0 / Math.sqrt(Math.PI) * Math.exp(-x * x);
        assertThat(jet.getPartialDerivative(1)).isCloseTo(slope, within(1e-14));
        assertThat(jet.getPartialDerivative(3)).isCloseTo(slope * (4.0 * x * x - 2.0), within(1e-13));
    }
}
