package org.selfstab.vocabulary;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is decided about one statement, and on what evidence.
 *
 * @param status the decision
 * @param evidence what it rests on
 * @param bound the value found beside the threshold it was held against; empty where none could be found
 * @param witness where the statement fails or is closest to failing; always present if it fails on a run
 * @param reason one sentence for people: why undecided, which hypothesis is not met, what the value means
 */
public record Verdict(
        Status status, Evidence evidence, Optional<Bound> bound, Optional<Witness> witness, String reason) {

    /** The decisions, the strongest first. */
    public enum Status {
        /** The statement holds. */
        HOLDS,
        /** A hypothesis of the statement is not met, so that it says nothing here. */
        NOT_APPLICABLE,
        /** Neither the statement nor its negation could be shown. */
        UNDECIDED,
        /** The statement fails; a witness says where. */
        FAILS;

        /** The word in reports, for instance {@code NOT APPLICABLE}. */
        public String word() {
            return name().replace('_', ' ');
        }

        /** The weakest of several statements together; HOLDS for none. */
        public static Status weakest(Stream<Status> statuses) {
            return statuses.max(Comparator.naturalOrder()).orElse(HOLDS);
        }

        /** The word within a sentence and in problem files, for instance {@code not applicable}. */
        public String inWords() {
            return word().toLowerCase(Locale.ROOT);
        }
    }

    /** What a decision rests on, the strongest first. */
    public enum Evidence {
        /** A proof that Coq accepted. */
        FORMAL,
        /** An identity proved by computer algebra. */
        SYMBOLIC,
        /** Bounds by interval arithmetic. */
        CERTIFIED,
        /** A run in floating-point numbers; no proof. */
        NUMERIC
    }

    public Verdict {
        Objects.requireNonNull(status);
        Objects.requireNonNull(evidence);
    }

    /** The weakest status of several statements together; HOLDS for none. */
    public static Status weakest(Collection<Verdict> verdicts) {
        return Status.weakest(verdicts.stream().map(Verdict::status));
    }
}
