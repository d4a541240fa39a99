package org.selfstab.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.api.Test;

/** A sum in which every term has a minus sign. */
class NegativeSumTest {

    @Test
    void isLoweredToTheNegativeOfTheSumOfTheMagnitudes() {
        Symbol x = Expression.symbol("x");
        Symbol y = Expression.symbol("y");
        Expression sum = x.negate().minus(Expression.TWO.times(y)).minus(Expression.ONE);
        StraightLineProgram program = StraightLineProgram.of(List.of(x, y), List.of(List.of(sum)));
        FieldInterpreter<Binary64> interpreter = new FieldInterpreter<>(program, Binary64Field.getInstance());
        interpreter.setInput(0, new Binary64(3.0));
        interpreter.setInput(1, new Binary64(5.0));
        interpreter.run(0);
        assertThat(interpreter.output(0, 0).getReal()).isEqualTo(-14.0);
    }
}
