package org.selfstab.claims;

import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Extremum;

/**
 * The largest of values that are known up to rounding, each with its own bound: exactly it lies between the other two.
 *
 * @param value the largest value as computed
 * @param lowest what it is at least: the largest of the values less their rounding
 * @param highest what it is at most: the largest of the values with their rounding
 */
public record UncertainExtreme(Extremum value, Extremum lowest, Extremum highest) {

    /** How far rounding may take the largest value up, not negative. */
    public double rounding() {
        return highest.value() - value.value();
    }

    /** The value with its bounds. */
    public RoundedNumber rounded() {
        String doubt = String.format(
                Digits.LOCALE,
                "rounding leaves it between %.4g and %.4g; --precision 50 decides",
                lowest.value(),
                highest.value());
        return new RoundedNumber(value.value(), lowest.value(), highest.value(), doubt);
    }

    public UncertainExtreme dividedBy(double unit) {
        return new UncertainExtreme(value.dividedBy(unit), lowest.dividedBy(unit), highest.dividedBy(unit));
    }

    /** The same of a constant that is not negative. */
    public UncertainExtreme notNegative() {
        return new UncertainExtreme(notNegative(value), notNegative(lowest), notNegative(highest));
    }

    private static Extremum notNegative(Extremum extreme) {
        return extreme.value() < 0 ? new Extremum(0, extreme.step()) : extreme;
    }
}
