package org.selfstab.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.autodiff.LossDerivatives;

/** What a step costs grows as the loss does: counted in the operations of its program, each of which runs once. */
class ProgramSizeTest {

    private static long operationsOfGradient(int terms) {
        LossDerivatives loss = ChainedLoss.ofTerms(terms);
        return operations(StraightLineProgram.of(loss.variables(), List.of(ChainedLoss.gradient(loss))));
    }

    private static long operationsOfAllDerivatives(int terms) {
        LossDerivatives loss = ChainedLoss.ofTerms(terms);
        StraightLineProgram program = DerivativeOrder.upToSecond(loss);
        program = DerivativeOrder.SECOND.next(program, loss);
        return operations(DerivativeOrder.SECOND.next().next(program, loss));
    }

    private static long operations(StraightLineProgram program) {
        return program.instructions().stream()
                .filter(instruction -> !instruction.isRematerializable())
                .count();
    }

    /** Every ten terms add equally many operations. */
    @Test
    void gradientsAreLinearInTheNumberOfTerms() {
        long ten = operationsOfGradient(10);
        long twenty = operationsOfGradient(20);
        assertThat(operationsOfGradient(40) - twenty).isEqualTo(2 * (twenty - ten));
    }

    /** Nearly: terms whose coefficients happen to coincide share operations. */
    @Test
    void allDerivativesAreLinearInTheNumberOfTerms() {
        long ten = operationsOfAllDerivatives(10);
        long twenty = operationsOfAllDerivatives(20);
        assertThat(operationsOfAllDerivatives(40) - twenty).isCloseTo(2 * (twenty - ten), withinPercentage(1.0));
    }
}
