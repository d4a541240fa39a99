package org.selfstab.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NotationTest {

    private static final Notation SQUARE = Notation.formula("x^2", "x²", "x^2");

    @Test
    void setsAFormulaBetweenDollarSignsInLatexOnly() {
        assertThat(SQUARE).isEqualTo(new Notation("x^2", "x²", "$x^2$"));
    }

    @Test
    void joinsWordsAndFormulas() {
        assertThat(Notation.words("mean ").then(SQUARE).then(" (20)"))
                .isEqualTo(new Notation("mean x^2 (20)", "mean x² (20)", "mean $x^2$ (20)"));
    }

    @Test
    void isItsPlainTextWhereItIsPrinted() {
        assertThat(String.format("%s = 1", SQUARE)).isEqualTo("x^2 = 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x_1", "x^2", "a < b", "$x$", "5 %", "|x|", "\\eta", "{a}"})
    void takesNoFormulaForWords(String formula) {
        assertThatIllegalArgumentException().isThrownBy(() -> Notation.words(formula));
    }
}
