package org.selfstab.problem;

/**
 * A quantity by its name in problem files, {@code [expect]}, and on the command line.
 *
 * @param text the name, for instance {@code coupling.order} or {@code eta_lambda_3}
 * @param quantity what it is
 * @param index which eigenvalue, from 1; 0 of other quantities
 */
public record QuantityName(String text, ExpectedQuantity quantity, int index) {

    /** The name of a quantity that is no eigenvalue. */
    public static QuantityName of(ExpectedQuantity quantity) {
        return new QuantityName(quantity.dottedName(), quantity, 0);
    }
}
