package org.selfstab.problem;

import java.util.function.Supplier;
import org.selfstab.expression.ExpressionLimitException;
import org.selfstab.vocabulary.SelfstabException;

/** Exact expressions that have no value. */
final class ExactFolding {

    private ExactFolding() {}

    /**
     * The result of an exact computation.
     *
     * @param what is computed, for messages
     * @throws SelfstabException if it has none
     */
    static <V> V of(String what, Supplier<V> computation) {
        try {
            return computation.get();
        } catch (ExpressionLimitException tooLarge) {
            throw tooLarge.within(what + " has no value: ");
        } catch (ArithmeticException zero) {
            throw new SelfstabException(what + " has no value: division by zero", "no divisor may be zero");
        }
    }
}
