package org.selfstab.claims;

import java.util.Optional;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/**
 * One quantity of a condition or a conclusion and what is decided about it.
 *
 * @param quantity its formula, for instance {@code max eta lambda_2}
 * @param verdict its value, threshold, evidence and witness
 * @param constant of a conclusion, the value with its rounding, which decides any other bound of it, too; empty where it is undefined
 */
public record Measured(Notation quantity, Verdict verdict, Optional<RoundedNumber> constant) {

    /** A quantity of a condition, or one that is undefined. */
    public Measured(Notation quantity, Verdict verdict) {
        this(quantity, verdict, Optional.empty());
    }

    /** A conclusion's constant that has to be at most a threshold; undecided where rounding may have moved it past that. */
    public static Measured atMost(
            Notation quantity, RoundedNumber constant, double threshold, Witness witness, String reason) {
        Verdict verdict = constant.mayPass(threshold)
                ? NumericVerdict.undecided(
                        new Bound(constant.value(), threshold, Bound.Sense.AT_MOST), witness, constant.doubt())
                : NumericVerdict.atMost(constant.value(), threshold, witness, reason);
        return new Measured(quantity, verdict, Optional.of(constant));
    }
}
