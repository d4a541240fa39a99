package org.selfstab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.vocabulary.SelfstabException;

class GridTest {

    private static List<String> texts(String axis) {
        return GridAxis.parse(axis).values().stream().map(GridValue::text).toList();
    }

    @Test
    void linearPointsAreExact() {
        assertThat(texts("zeta=0:1:5")).containsExactly("0", "0.25", "0.5", "0.75", "1");
        assertThat(texts("zeta=0:1:4")).containsExactly("0", "1/3", "2/3", "1");
        assertThat(texts("zeta=-1/10:1e-1:3")).containsExactly("-0.1", "0", "0.1");
        assertThat(texts("a=sqrt(2):2*sqrt(2):3")).containsExactly("sqrt(2)", "3*sqrt(2)/2", "2*sqrt(2)");
    }

    @Test
    void logarithmicPointsAreRoundedToTwelveDigitsBetweenExactEnds() {
        assertThat(texts("epsilon=1e-4:1e-2:5:log"))
                .containsExactly("0.0001", "0.000316227766017", "0.001", "0.00316227766017", "0.01");
        assertThat(texts("epsilon=1/3:3:3:log")).containsExactly("1/3", "1", "3");
        assertThat(texts("n=1:1e6:3:LOG")).containsExactly("1", "1000", "1000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1e-30:1e30:7:log", "a=1/7:22/7:9", "a=-1e-9:1e12:5", "a=pi:4:3", "a=1e-3:2:5:log"})
    void theTextOfAValueReadsBackAsTheValue(String axis) {
        for (GridValue value : GridAxis.parse(axis).values()) {
            GridValue again = GridValue.of(
                    new ExpressionParser(List.of()).parse(value.text()).expression());
            assertThat(again).isEqualTo(value);
            assertThat(Double.parseDouble(value.decimal())).isEqualTo(value.number());
        }
    }

    @Test
    void ratiosAreEqualToTheRounding() {
        List<GridValue> values = GridAxis.parse("a=1e-5:1:13:log").values();
        for (int k = 0; k < values.size(); k++) {
            double exact = Math.pow(10, -5 + k * 5 / 12.0);
            assertThat(Math.abs(values.get(k).number() / exact - 1)).isLessThan(1e-11);
            assertThat(new BigDecimal(values.get(k).text()).precision()).isLessThanOrEqualTo(12);
        }
    }

    @Test
    void anAxisReadsItselfBack() {
        for (String text : List.of("zeta=0:1:5", "epsilon=0.0001:0.01:5:log", "a=1/3:sqrt(2):4")) {
            assertThat(GridAxis.parse(text)).hasToString(text);
        }
    }

    @Test
    void theLastAxisMovesFastest() {
        Grid grid = Grid.parse(List.of("a=1:2:2", "b=3:5:3"));
        assertThat(grid.size()).isEqualTo(6);
        assertThat(grid.point(0).values()).extracting(GridValue::text).containsExactly("1", "3");
        assertThat(grid.point(2).values()).extracting(GridValue::text).containsExactly("1", "5");
        assertThat(grid.point(3).values()).extracting(GridValue::text).containsExactly("2", "3");
        assertThat(grid.point(5).keySet()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zeta            | --grid 'zeta' is no range of values; it takes NAME=FROM:TO:N",
                "=0:1:5          | it takes NAME=FROM:TO:N",
                "zeta=0:1        | it takes NAME=FROM:TO:N",
                "zeta=0:1:2:log:3| it takes NAME=FROM:TO:N",
                "zeta=0:1:1      | at least 2 points; to fix a parameter use --set zeta=",
                "zeta=0:1:0      | at least 2 points",
                "zeta=0:1:-3     | the number of points is '-3'; it must be from 2 to 1000000",
                "zeta=0:1:2.5    | the number of points is '2.5'; it must be from 2 to 1000000",
                "zeta=0:1:1000001| from 2 to 1000000",
                "zeta=1:0:5      | FROM is greater than TO; exchange them",
                "zeta=0:1:5:log  | log needs FROM greater than 0",
                "zeta=-1:1:5:log | log needs FROM greater than 0",
                "zeta=0:1:5:lin  | 'lin' after the number of points; only log may follow there",
                "zeta=0:y:5      | TO 'y': y is not declared",
                "zeta=1/0:2:5    | FROM '1/0': division by exactly zero",
                "zeta=sqrt(0-1):2:5 | FROM and TO are not both finite; give real numbers",
                "zeta=1:1:3      | the points 1 and 1 are the same number",
                "zeta=1:1+1e-20:3| are the same number",
                "zeta=1:1+1e-13:9:log | are the same number",
            })
    void badAxesAreExplained(String axis, String message) {
        assertThatThrownBy(() -> GridAxis.parse(axis))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining(message);
    }

    @Test
    void badGridsAreExplained() {
        assertThatThrownBy(() -> Grid.parse(List.of("a=0:1:3", "a=0:2:3")))
                .isInstanceOf(SelfstabException.class)
                .hasMessage("--grid a is given twice; a parameter has one range of values");
        assertThatThrownBy(() -> Grid.parse(List.of("a=0:1:1001", "b=0:1:1000")))
                .hasMessageContaining("more than 1000000 points");
        Grid grid = Grid.parse(List.of("zeta=0:1:3"));
        assertThatThrownBy(() -> grid.requireParameters(Set.of("mu", "zetta"), Set.of()))
                .hasMessage("--grid zeta: not a parameter of the problem; did you mean zetta?");
        assertThatThrownBy(() -> grid.requireParameters(Set.of("zeta"), Set.of("zeta")))
                .hasMessage("--grid zeta: --set fixes this parameter; give one of the two");
    }
}
