package org.selfstab.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.expression.syntax.ExpressionParser;

class ExpandedTermsTest {

    @ParameterizedTest
    @CsvSource({
        "x,                      1",
        "3*x*y^2,                1",
        "x + y + 1,              3",
        "(x + y)*(x - y),        4",
        "(x + y)^3,              4",
        "(x + y + z)^2,          6",
        "(x + y)*(1 + z)^2 + 1,  7",
        "1/(x + y)^3 + 1,        4",
        "sin((x + y)^5),         6",
        "sqrt((x + y)^5) + x,    6",
    })
    void countsTheTermsThatMultiplyingOutMayMake(String text, double terms) {
        assertThat(ExpandedTerms.of(
                        new ExpressionParser(Set.of("x", "y", "z")).parse(text).expression()))
                .isEqualTo(terms);
    }
}
