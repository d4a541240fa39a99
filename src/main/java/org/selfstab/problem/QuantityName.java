package org.selfstab.problem;

import org.selfstab.vocabulary.Named;
import org.selfstab.vocabulary.Quantity;

/**
 * A quantity by its name in problem files, {@code [expect]}, and on the command line.
 *
 * @param text the name, for instance {@code coupling.order} or {@code eta_lambda_3}
 * @param quantity the quantity or claim
 * @param index which eigenvalue, or of which variable a coordinate, from 1; 0 of other quantities
 */
public record QuantityName(String text, Named quantity, int index) {

    /** The name of a quantity that is no eigenvalue. */
    public static QuantityName of(Named quantity) {
        return new QuantityName(quantity.key(), quantity, 0);
    }

    /**
     * The number below which the loss is after the steps of {@code steps_to(loss < c)}.
     *
     * @throws IllegalStateException if it is another quantity
     */
    public double lossBelow() {
        return QuantityNames.lossBelow(text)
                .orElseThrow(() -> new IllegalStateException(text + " is no number of steps to a loss"));
    }

    /** Which number of an observable's values it is. */
    public ObservedNumber observedNumber() {
        return ObservedNumber.of(text.substring(text.lastIndexOf('.') + 1))
                .orElseThrow(() -> new IllegalStateException(text + " is no number of an observable"));
    }

    /** Whether it is observed over the problem's family. */
    public boolean isOverFamily() {
        return quantity instanceof Quantity number && number.kind() == Quantity.Kind.OVER_FAMILY;
    }
}
