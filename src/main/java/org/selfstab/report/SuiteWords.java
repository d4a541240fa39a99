package org.selfstab.report;

import java.util.List;
import org.selfstab.vocabulary.Verdict;

/** What has become of a claim, in the words of test runners. */
final class SuiteWords {

    /** What a judgement may be, in the order in which it is counted. */
    static final List<Verdict.Status> STATUSES =
            List.of(Verdict.Status.HOLDS, Verdict.Status.FAILS, Verdict.Status.UNDECIDED);

    private SuiteWords() {}

    static String of(Verdict.Status status) {
        return switch (status) {
            case HOLDS -> "pass";
            case FAILS -> "FAIL";
            case UNDECIDED, NOT_APPLICABLE -> "undecided";
        };
    }
}
