package org.selfstab.loss;

import java.util.function.Function;
import java.util.function.Supplier;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.autodiff.LossDerivatives;

/**
 * The program of one loss, lengthened when a third or fourth derivative is first asked for: to derive these is costly,
 * and most runs do without the fourth. Several threads may use it at once.
 *
 * @param <E> the evaluations of the program
 */
final class LossProgram<E extends Evaluation<?>> {

    /**
     * A program of some order.
     *
     * @param evaluations makes a fresh evaluation of the program, from any thread
     */
    record Stage<E>(DerivativeOrder order, StraightLineProgram program, Supplier<E> evaluations) {}

    /** A program of more instructions than these takes seconds to translate. */
    private static final int LONG = 100_000;

    private final LossDerivatives derivatives;
    private final Function<StraightLineProgram, Supplier<E>> translation;
    private volatile Stage<E> longest;

    /**
     * The program up to the Hessian, or to D3L where that is long.
     *
     * @param derivatives the loss, of nothing but its variables
     * @param translation turns a program into something that makes evaluations of it
     */
    LossProgram(LossDerivatives derivatives, Function<StraightLineProgram, Supplier<E>> translation) {
        this.derivatives = derivatives;
        this.translation = translation;
        this.longest = shortest();
    }

    /** Where the Hessian is long already, D3L comes with it: every run needs it, and what is too long is refused before it is translated. */
    private Stage<E> shortest() {
        StraightLineProgram upToSecond = DerivativeOrder.upToSecond(derivatives);
        return upToSecond.instructions().size() <= LONG
                ? translated(DerivativeOrder.SECOND, upToSecond)
                : translated(DerivativeOrder.THIRD, DerivativeOrder.SECOND.next(upToSecond, derivatives));
    }

    int dimension() {
        return derivatives.variables().size();
    }

    /** The longest program built so far. */
    Stage<E> longest() {
        return longest;
    }

    /** A program of at least the order, which is derived first where that has not happened yet. */
    Stage<E> atLeast(DerivativeOrder order) {
        Stage<E> present = longest;
        return present.order().compareTo(order) >= 0 ? present : lengthened(order);
    }

    private synchronized Stage<E> lengthened(DerivativeOrder order) {
        DerivativeOrder reached = longest.order();
        StraightLineProgram program = longest.program();
        if (reached.compareTo(order) >= 0) {
            return longest;
        }
        while (reached.compareTo(order) < 0) {
            program = reached.next(program, derivatives);
            reached = reached.next();
        }
        longest = translated(reached, program);
        return longest;
    }

    private Stage<E> translated(DerivativeOrder order, StraightLineProgram program) {
        return new Stage<>(order, program, translation.apply(program));
    }
}
