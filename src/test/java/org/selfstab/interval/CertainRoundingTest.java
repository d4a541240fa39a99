package org.selfstab.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.syntax.ExpressionParser;

class CertainRoundingTest {

    /** Beside Hipparchus's decimal numbers, an independent implementation. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqrt(2)/2",
                "1/3",
                "0",
                "-7/3",
                "exp(-20)",
                "log(3)*tanh(1/7)",
                "sqrt(2/1000000)/2",
                "2^(1/2)",
                "sin(1)/10^30"
            })
    void theNearestDoubleIsThatOfManyDigits(String text) {
        double precise =
                FieldInterpreter.evaluate(closed(text), new DfpField(60)).toDouble();

        assertThat(CertainRounding.nearestDouble(closed(text))).contains(precise);
    }

    @ParameterizedTest
    @CsvSource({"sqrt(2),1", "-sqrt(2),-2", "5/(3/10*sqrt(1/1000000)),16666", "exp(20),485165195"})
    void theFloorIsTheIntegerBelow(String text, BigInteger floor) {
        assertThat(CertainRounding.floor(closed(text))).contains(floor);
    }

    @Test
    void atAnIntegerTheFloorIsInDoubt() {
        assertThat(CertainRounding.floor(closed("sqrt(2)*sqrt(3)*sqrt(6)"))).isEmpty();
    }

    @Test
    void halfwayBetweenTwoDoublesTheNearestIsInDoubt() {
        String oneAndHalfAnUlp = "1 + (sqrt(2)*sqrt(3)*sqrt(6)/6)*2^(-53)";

        assertThat(CertainRounding.nearestDouble(closed(oneAndHalfAnUlp))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/(sqrt(2)*sqrt(3) - sqrt(6))", "sqrt(1 - sqrt(2))"})
    void withoutEnclosureThereIsNoRounding(String text) {
        assertThat(CertainRounding.nearestDouble(closed(text))).isEqualTo(Optional.empty());
    }

    private static Expression closed(String text) {
        return new ExpressionParser(List.of()).parse(text).expression();
    }
}
