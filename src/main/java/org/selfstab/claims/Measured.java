package org.selfstab.claims;

/**
 * One quantity of a condition or a conclusion and what is decided about it.
 *
 * @param quantity its formula in plain text, for instance {@code max eta lambda_2}
 * @param verdict its value, threshold, evidence and witness
 * @param error how far rounding may have moved the value, in its own unit, where it may have driven the iterates along u by more than eps delta;
 *     infinite where the value may be that of another run altogether, 0 where the run is no such one
 */
public record Measured(String quantity, Verdict verdict, double error) {

    /** A quantity of a run that rounding has not driven away. */
    public Measured(String quantity, Verdict verdict) {
        this(quantity, verdict, 0);
    }
}
