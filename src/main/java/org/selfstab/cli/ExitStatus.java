package org.selfstab.cli;

import org.selfstab.vocabulary.Verdict;

/** The exit statuses of every command. */
final class ExitStatus {

    static final int HOLDS = 0;
    static final int FAILS = 1;
    static final int BAD_INPUT = 2;
    static final int UNDECIDED = 3;
    static final int BUG = 70;

    /** Of a process that is ended by Ctrl-C. */
    static final int INTERRUPTED = 130;

    private ExitStatus() {}

    /** The status of one verdict. */
    static int of(Verdict.Status status) {
        return switch (status) {
            case HOLDS -> HOLDS;
            case FAILS -> FAILS;
            case UNDECIDED, NOT_APPLICABLE -> UNDECIDED;
        };
    }

    /** The status of several answers together: bad input before a failure, a failure before the undecided. */
    static int worst(int first, int second) {
        return badness(first) >= badness(second) ? first : second;
    }

    private static int badness(int status) {
        return status == UNDECIDED ? 0 : status == HOLDS ? -1 : status;
    }
}
