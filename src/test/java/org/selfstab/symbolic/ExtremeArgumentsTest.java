package org.selfstab.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;

/** Elementary functions of huge and tiny arguments in decimals end, enclose and are right; values by mpmath at 60 digits. */
class ExtremeArgumentsTest {

    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final int DIGITS = 30;

    @ParameterizedTest
    @CsvSource({
        "atan(exp(-23000)), 1.68622772306890670757035025838956456508521325e-9989",
        "softplus(30000), 3.00000000000000000000000000000000000000000000e+4",
        "softplus(-20000), 1.28932360839009374835163108090272331889173191e-8686",
        "logcosh(12000), 1.19993068528194400546905827678785418234319245e+4",
        "tanh(1000000), 1.00000000000000000000000000000000000000000000",
        "tanh(-1/100000000000000000000), -9.99999999999999999999999999999999999999966667e-21",
        "sinh(exp(-22000)), 3.32198852887278964983560676429354556172144369e-9555",
        "cosh(12000), 1.70904242360527680734123477577368704930801582e+5211",
        "sinh(-12000), -1.70904242360527680734123477577368704930801582e+5211",
        "atan(exp(23000)), 1.57079632679489661923132169163975144209858470",
        "exp(-23000)^(1/3), 2.56431914670300112104250938429005440640402938e-3330",
        "log(exp(-23000)), -2.30000000000000000000000000000000000000000000e+4",
        "logcosh(exp(-10000)), 6.44661804195046874175815540451361659445865957e-8687",
        "softplus(exp(-20000)), 6.93147180559945309417232121458176568075500134e-1",
        "sigmoid(-20000), 1.28932360839009374835163108090272331889173191e-8686",
        "sin(exp(-20000)), 1.28932360839009374835163108090272331889173191e-8686",
        "tan(exp(-22000)), 3.32198852887278964983560676429354556172144369e-9555",
        "exp(exp(-20000)), 1.00000000000000000000000000000000000000000000",
        "logcosh(-100000000), 9.99999993068528194400546905827678785418234319e+7",
        "cos(1000), 5.62379076290702991078249226605395968755811822e-1",
        "softplus(100000000), 1.00000000000000000000000000000000000000000000e+8",
        "exp(-exp(10)), 1.06524495171403553676493410355152531152158470e-9566",
    })
    void theEnclosureContainsTheValueAndTheDecimalIsCloseToIt(String text, BigDecimal value) {
        Expression expression = expression(text);
        DecimalInterval enclosure = assertTimeoutPreemptively(
                GENEROUS, () -> FieldInterpreter.evaluate(expression, new DecimalIntervalField(DIGITS)));
        Dfp decimal =
                assertTimeoutPreemptively(GENEROUS, () -> FieldInterpreter.evaluate(expression, new DfpField(DIGITS)));

        // The value itself is rounded to 45 digits.
        BigDecimal rounding = value.abs().scaleByPowerOfTen(-44);
        assertThat(enclosure.upper()).isGreaterThanOrEqualTo(value.subtract(rounding));
        assertThat(enclosure.lower()).isLessThanOrEqualTo(value.add(rounding));
        assertThat(new BigDecimal(decimal.toString()))
                .isCloseTo(value, within(value.abs().scaleByPowerOfTen(-20)));
    }

    /** What lies below or beyond what is held still ends, with bounds that say less. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "softplus(-30000)",
                "atan(exp(-25001))",
                "tanh(exp(-25001))",
                "sin(exp(-25001))",
                "logcosh(exp(-20000))",
                "logcosh(exp(-25001))",
                "cosh(exp(-25001))",
                "exp(-1000000000)",
                "exp(1000000000)",
                "cosh(1000000)",
                "sin(10^30)",
                "tan(10^15)",
                "exp(-100000000)^(1/3)",
                "exp(-23000)^(-2)",
                "log(1+exp(-23000))",
            })
    void endsWithBoundsOrNone(String text) {
        DecimalInterval enclosure = assertTimeoutPreemptively(
                GENEROUS, () -> FieldInterpreter.evaluate(expression(text), new DecimalIntervalField(DIGITS)));

        assertThat(!enclosure.isFinite() || enclosure.lower().compareTo(enclosure.upper()) <= 0)
                .isTrue();
    }

    private static Expression expression(String text) {
        return new ExpressionParser(List.of()).parse(text).expression();
    }
}
