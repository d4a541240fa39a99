package org.selfstab.suite;

/** What became of a claim. */
public enum Outcome {
    PASSED("pass"),
    FAILED("FAIL"),
    UNDECIDED("undecided");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word in reports. */
    public String word() {
        return word;
    }
}
