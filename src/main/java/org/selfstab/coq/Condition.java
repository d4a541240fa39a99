package org.selfstab.coq;

/** A condition on a term, under which a part of a formula is defined. */
record Condition(Kind kind, Term term) {

    enum Kind {
        NONZERO,
        POSITIVE,
        NOT_NEGATIVE
    }

    String text() {
        return switch (kind) {
            case NONZERO -> term.text() + " <> 0";
            case POSITIVE -> "0 < " + term.text();
            case NOT_NEGATIVE -> "0 <= " + term.text();
        };
    }

    /** The same of the same number otherwise written. */
    Condition of(Term other) {
        return new Condition(kind, other);
    }

    /** The tactic that shows it by the form of the term. */
    String tactic() {
        return switch (kind) {
            case NONZERO -> "nonzero";
            case POSITIVE -> "pos";
            case NOT_NEGATIVE -> "nonneg";
        };
    }
}
