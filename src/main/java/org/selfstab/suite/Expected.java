package org.selfstab.suite;

import java.util.List;
import org.selfstab.claims.Reading;
import org.selfstab.vocabulary.Verdict;

/** What is asserted of one quantity, with numbers for the problem's parameters. */
public sealed interface Expected
        permits ExpectedNumber, ExpectedStatus, ExpectedStages, ExpectedDrift, ExpectedBehaviour {

    /** The assertion, for people. */
    String text();

    /** This assertion beside what was computed. */
    Judgement against(Reading computed);

    /** Assertions that must not pass where this one does; made without looking at any computed value. */
    List<Expected> mutants();

    /** What to tell of a mutant that passes nevertheless. */
    String survival(Expected mutant);

    /** The judgement beside something of another kind, or nothing: orders and what is undecided decide nothing. */
    default Judgement notComparable(Reading computed) {
        boolean open = computed instanceof Reading.OfOrders || computed instanceof Reading.Undecided;
        return judgement(open ? Verdict.Status.UNDECIDED : Verdict.Status.FAILS, computed);
    }

    /** The judgement of this assertion with a status. */
    default Judgement judgement(Verdict.Status status, Reading computed) {
        return new Judgement(status, computed.text(), text(), computed.reason());
    }
}
