package org.selfstab.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.api.Test;

class StraightLineProgramTest {

    private static final Symbol X = Expression.symbol("x");
    private static final Symbol A = Expression.symbol("a");
    private static final Expression SINE = Expression.apply(ElementaryFunction.SIN, X);
    private static final Expression COSINE = Expression.apply(ElementaryFunction.COS, X);

    @Test
    void anExtensionKeepsTheProgramAndReusesIt() {
        StraightLineProgram base = StraightLineProgram.of(List.of(X, A), List.of(List.of(SINE)));
        StraightLineProgram longer = base.extendedBy(List.of(A.times(SINE)), Set.of(A));
        assertThat(longer.instructions()).startsWith(base.instructions().toArray(new Instruction[0]));
        assertThat(longer.sections()).startsWith(base.sections().get(0)).hasSize(3);
        assertThat(longer.instructions().stream().filter(Instruction.Call.class::isInstance))
                .hasSize(1);
    }

    @Test
    void whatDoesNotVaryIsComputedInASectionOfItsOwn() {
        StraightLineProgram program = StraightLineProgram.of(List.of(X, A), List.of(List.of(SINE)))
                .extendedBy(List.of(A.times(COSINE).times(SINE).plus(A.power(2))), Set.of(A));
        StraightLineProgram.Section varying = program.sections().get(2);
        // a, a * (cos x * sin x), a^2 and their sum
        assertThat(varying.end() - varying.begin()).isEqualTo(4);
        assertThat(program.sections().get(1).outputs()).isEmpty();
    }

    @Test
    void onlyTheVaryingSectionNeedsToRunAgain() {
        StraightLineProgram program = StraightLineProgram.of(List.of(X, A), List.of(List.of(SINE)))
                .extendedBy(List.of(A.times(COSINE).plus(SINE)), Set.of(A));
        FieldInterpreter<Binary64> interpreter = new FieldInterpreter<>(program, Binary64Field.getInstance());
        interpreter.setInput(0, new Binary64(0.5));
        interpreter.run(0);
        interpreter.run(1);
        for (double a : new double[] {1.0, -2.0}) {
            interpreter.setInput(1, new Binary64(a));
            interpreter.run(2);
            assertThat(interpreter.output(2, 0).getReal()).isEqualTo(Math.sin(0.5) + a * Math.cos(0.5));
        }
    }
}
