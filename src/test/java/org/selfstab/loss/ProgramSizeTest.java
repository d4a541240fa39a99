package org.selfstab.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.symbolic.LossDerivatives;

/** What a step costs grows as the loss does: counted in instructions, each of which runs once. */
class ProgramSizeTest {

    private static int instructionsOfGradient(int terms) {
        LossDerivatives loss = ChainedLoss.ofTerms(terms);
        return StraightLineProgram.of(loss.variables(), List.of(ChainedLoss.gradient(loss)))
                .instructions()
                .size();
    }

    private static int instructionsUpTo(DerivativeOrder order, int terms) {
        LossDerivatives loss = ChainedLoss.ofTerms(terms);
        StraightLineProgram program = DerivativeOrder.upToSecond(loss);
        for (DerivativeOrder reached = DerivativeOrder.SECOND; reached != order; reached = reached.next()) {
            program = reached.next(program, loss);
        }
        return program.instructions().size();
    }

    /** Ten times the terms, at most ten times the instructions; at least eight times, or terms would have been lost. */
    @Test
    void gradientsAreLinearInTheNumberOfTerms() {
        int small = instructionsOfGradient(20);
        assertThat(instructionsOfGradient(200)).isBetween(8 * small, 10 * small);
    }

    @Test
    void allDerivativesAreLinearInTheNumberOfTerms() {
        int small = instructionsUpTo(DerivativeOrder.FOURTH, 10);
        assertThat(instructionsUpTo(DerivativeOrder.FOURTH, 100)).isBetween(8 * small, 10 * small);
    }
}
