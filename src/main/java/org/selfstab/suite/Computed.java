package org.selfstab.suite;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.selfstab.claims.Verdict;
import org.selfstab.dynamics.Stage;

/** What was computed of one quantity. */
public sealed interface Computed {

    /** The value, for people. */
    String text();

    /** What more there is to say; may be empty. */
    String reason();

    /** The outcome of a claim that this cannot be compared with. */
    Outcome withoutComparison();

    /**
     * A number.
     *
     * @param value the number
     * @param reason what more there is to say
     */
    record OfNumber(double value, String reason) implements Computed {
        @Override
        public String text() {
            return Numbers.text(value);
        }

        @Override
        public Outcome withoutComparison() {
            return Outcome.FAILED;
        }
    }

    /**
     * A number that the data do not determine well enough to decide anything.
     *
     * @param value the number
     * @param reason why not
     */
    record Uncertain(double value, String reason) implements Computed {
        @Override
        public String text() {
            return "about " + Numbers.text(value);
        }

        @Override
        public Outcome withoutComparison() {
            return Outcome.UNDECIDED;
        }
    }

    /**
     * A verdict.
     *
     * @param status the decision
     * @param reason what it rests on
     */
    record OfVerdict(Verdict.Status status, String reason) implements Computed {
        @Override
        public String text() {
            return status.word().toLowerCase(Locale.ROOT);
        }

        @Override
        public Outcome withoutComparison() {
            return Outcome.FAILED;
        }
    }

    /**
     * Stages in order.
     *
     * @param stages the stages
     */
    record OfStages(List<Stage> stages) implements Computed {

        public OfStages {
            stages = List.copyOf(stages);
        }

        @Override
        public String text() {
            return stages.stream().map(Stage::title).collect(Collectors.joining(", ", "[", "]"));
        }

        @Override
        public String reason() {
            return "";
        }

        @Override
        public Outcome withoutComparison() {
            return Outcome.FAILED;
        }
    }

    /**
     * Nothing: the quantity is undefined here, which agrees with no claim on its value.
     *
     * @param reason why
     */
    record Undefined(String reason) implements Computed {
        @Override
        public String text() {
            return "undefined";
        }

        @Override
        public Outcome withoutComparison() {
            return Outcome.FAILED;
        }
    }
}
