package org.selfstab.report;

import org.selfstab.vocabulary.Verdict;

/** What has become of a claim, in the words of test runners. */
final class SuiteWords {

    private SuiteWords() {}

    static String of(Verdict.Status status) {
        return switch (status) {
            case HOLDS -> "pass";
            case FAILS -> "FAIL";
            case UNDECIDED, NOT_APPLICABLE -> "undecided";
        };
    }
}
