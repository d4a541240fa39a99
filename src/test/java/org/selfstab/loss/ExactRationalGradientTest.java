package org.selfstab.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.junit.jupiter.api.Test;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldConstants;
import org.selfstab.expression.Symbol;

class ExactRationalGradientTest {

    private static final Symbol X = SharpValley.X;
    private static final Symbol Y = SharpValley.Y;
    private static final SharpValley VALLEY = SharpValley.of(BigFraction.ONE, new BigFraction(1, 100));
    private static final BigFraction STEP_SIZE = new BigFraction(3, 10);

    @Test
    void exactValues() {
        ExactRationalGradient exact = ExactRationalGradient.of(VALLEY).orElseThrow();
        List<BigFraction> theta = List.of(new BigFraction(1, 3), new BigFraction(20, 3));
        assertThat(exact.dimension()).isEqualTo(2);
        // (20/3 + 1/3)/18 - 7/100 and 20/9 + 3/18 - 1/100 and 1/18 - 1/100
        assertThat(exact.value(theta)).isEqualTo(new BigFraction(287, 900));
        assertThat(exact.gradient(theta)).containsExactly(new BigFraction(2141, 900), new BigFraction(41, 900));
    }

    @Test
    void exactIteratesAreThoseOfManyDigits() {
        DfpField digits = new DfpField(150);
        FieldConstants<Dfp> constants = new FieldConstants<>(digits);
        ExactRationalGradient exact = ExactRationalGradient.of(VALLEY).orElseThrow();
        InterpretedLoss<Dfp> rounded = InterpretedLoss.of(VALLEY, digits);
        List<BigFraction> theta = List.of(new BigFraction(7, 100), new BigFraction(20, 3));
        FieldVector<Dfp> approximate =
                new ArrayFieldVector<>(digits, new Dfp[] {constants.of(theta.get(0)), constants.of(theta.get(1))});
        for (int step = 0; step < 6; step++) {
            List<BigFraction> from = theta;
            List<BigFraction> gradient = exact.gradient(from);
            theta = List.of(descended(from, gradient, 0), descended(from, gradient, 1));
            approximate =
                    approximate.subtract(rounded.at(approximate).gradient().mapMultiply(constants.of(STEP_SIZE)));
        }
        Dfp error = constants.of(theta.get(1)).subtract(approximate.getEntry(1)).abs();
        assertThat(error.getReal()).isLessThan(1e-140);
        assertThat(theta.get(0).getDenominator().bitLength()).isGreaterThan(200);
    }

    @Test
    void rationalFunctionsAreExactToo() {
        FormalDerivatives loss =
                new FormalDerivatives(List.of(X, Y), X.dividedBy(Y.power(2).plus(Expression.ONE)));
        ExactRationalGradient exact = ExactRationalGradient.of(loss).orElseThrow();
        List<BigFraction> theta = List.of(BigFraction.ONE, BigFraction.TWO);
        assertThat(exact.gradient(theta)).containsExactly(new BigFraction(1, 5), new BigFraction(-4, 25));
    }

    @Test
    void polesAreReported() {
        FormalDerivatives loss = new FormalDerivatives(List.of(X, Y), X.dividedBy(Y));
        ExactRationalGradient exact = ExactRationalGradient.of(loss).orElseThrow();
        assertThatThrownBy(() -> exact.gradient(List.of(BigFraction.ONE, BigFraction.ZERO)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("pole");
    }

    @Test
    void irrationalLossesHaveNone() {
        for (Expression irrational : List.of(
                Expression.apply(ElementaryFunction.EXP, X),
                X.sqrt(),
                X.power(new BigFraction(2, 3)),
                Expression.pi().times(X))) {
            assertThat(ExactRationalGradient.of(new FormalDerivatives(List.of(X, Y), irrational)))
                    .as("%s", irrational)
                    .isEmpty();
        }
    }

    private static BigFraction descended(List<BigFraction> theta, List<BigFraction> gradient, int i) {
        return theta.get(i).subtract(STEP_SIZE.multiply(gradient.get(i)));
    }
}
