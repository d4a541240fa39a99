package org.selfstab.document.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ContoursTest {

    private static final Range SIDE = new Range(-2, 2);

    @Test
    void aCircleIsOneClosedCurveOfItsRadius() {
        Points circle = new Contours(SIDE, SIDE, 80, (x, y) -> x * x + y * y).at(1.0);
        int last = circle.size() - 1;
        assertThat(circle.y(last)).isNaN();
        for (int i = 0; i < last; i++) {
            assertThat(circle.isFinite(i)).isTrue();
            assertThat(Math.hypot(circle.x(i), circle.y(i))).isCloseTo(1.0, within(1e-3));
        }
        assertThat(circle.x(last - 1)).isEqualTo(circle.x(0));
        assertThat(circle.y(last - 1)).isEqualTo(circle.y(0));
    }

    @Test
    void theLinesOfASaddleDoNotCross() {
        Points hyperbola = new Contours(SIDE, SIDE, 7, (x, y) -> x * y).at(0.01);
        for (int i = 0; i < hyperbola.size(); i++) {
            if (hyperbola.isFinite(i)) {
                assertThat(hyperbola.x(i) * hyperbola.y(i)).isPositive();
            }
        }
    }

    @Test
    void nothingIsDrawnWhereTheFunctionIsUndefined() {
        Points half = new Contours(SIDE, SIDE, 40, (x, y) -> x > 0 ? x * x + y * y : Double.NaN).at(1.0);
        assertThat(half.isEmpty()).isFalse();
        for (int i = 0; i < half.size(); i++) {
            assertThat(half.x(i)).isPositive();
        }
    }
}
