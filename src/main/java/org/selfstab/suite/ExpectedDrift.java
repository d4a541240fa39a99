package org.selfstab.suite;

import java.util.Arrays;
import java.util.List;
import org.selfstab.claims.Reading;
import org.selfstab.vocabulary.DriftVerdict;
import org.selfstab.vocabulary.Verdict;

/**
 * What is asserted to become of the oscillation.
 *
 * @param verdict the verdict
 */
public record ExpectedDrift(DriftVerdict verdict) implements Expected {

    @Override
    public String text() {
        return verdict.inWords();
    }

    @Override
    public Judgement against(Reading computed) {
        if (computed instanceof Reading.OfDrift found) {
            return judgement(found.verdict() == verdict ? Verdict.Status.HOLDS : Verdict.Status.FAILS, computed);
        }
        return notComparable(computed);
    }

    /** Every other verdict. */
    @Override
    public List<Expected> mutants() {
        return Arrays.stream(DriftVerdict.values())
                .filter(other -> other != verdict)
                .<Expected>map(ExpectedDrift::new)
                .toList();
    }

    @Override
    public String survival(Expected mutant) {
        return "this check cannot fail: it still passes as " + mutant.text();
    }
}
