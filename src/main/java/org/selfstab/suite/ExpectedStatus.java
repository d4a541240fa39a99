package org.selfstab.suite;

import java.util.Arrays;
import java.util.List;
import org.selfstab.claims.Reading;
import org.selfstab.vocabulary.Verdict;

/**
 * A verdict is asserted.
 *
 * @param status the verdict
 */
public record ExpectedStatus(Verdict.Status status) implements Expected {

    @Override
    public String text() {
        return status.inWords();
    }

    /** A condition that could not be decided decides no claim, but that it is undecided. */
    @Override
    public Judgement against(Reading computed) {
        if (!(computed instanceof Reading.OfVerdict found)) {
            return notComparable(computed);
        }
        if (found.status() == status) {
            return judgement(Verdict.Status.HOLDS, computed);
        }
        boolean open = found.status() == Verdict.Status.UNDECIDED;
        return judgement(open ? Verdict.Status.UNDECIDED : Verdict.Status.FAILS, computed);
    }

    @Override
    public List<Expected> mutants() {
        return Arrays.stream(Verdict.Status.values())
                .filter(other -> other != status)
                .<Expected>map(ExpectedStatus::new)
                .toList();
    }

    @Override
    public String survival(Expected mutant) {
        return "this check cannot fail: it still passes as " + mutant.text();
    }
}
