package org.selfstab.claims;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.selfstab.vocabulary.Behaviour;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.DriftVerdict;
import org.selfstab.vocabulary.Stage;
import org.selfstab.vocabulary.Verdict;

/** What was computed of one quantity. */
public sealed interface Reading {

    /** The value, for people. */
    String text();

    /** What more there is to say; may be empty. */
    String reason();

    /**
     * A number.
     *
     * @param number the number, with its rounding
     * @param reason what more there is to say
     */
    record OfNumber(RoundedNumber number, String reason) implements Reading {

        /** A number beside which its rounding does not count. */
        public OfNumber(double value, String reason) {
            this(RoundedNumber.exact(value), reason);
        }

        /** The number as computed. */
        public double value() {
            return number.value();
        }

        @Override
        public String text() {
            return Digits.text(value());
        }
    }

    /**
     * The order of an error over a family, or of several of which all are meant.
     *
     * @param orders at least one, each with a fit
     */
    record OfOrders(List<FamilyOrder> orders) implements Reading {

        public OfOrders {
            orders = List.copyOf(orders);
        }

        /** The smallest slope. */
        public double slope() {
            return orders.stream()
                    .mapToDouble(order -> order.fit().orElseThrow().slope())
                    .min()
                    .orElseThrow();
        }

        /** Whether the family tells of each whether it is at least 1. */
        public boolean isDecided() {
            return orders.stream().noneMatch(order -> order.verdict().status() == Verdict.Status.UNDECIDED);
        }

        /** Whether all lie in a range: the weakest of the verdicts. */
        public Verdict between(double least, double most) {
            return orders.stream()
                    .map(order -> order.observed().between(least, most))
                    .max(Comparator.comparing(Verdict::status))
                    .orElseThrow();
        }

        @Override
        public String text() {
            return Digits.text(slope());
        }

        @Override
        public String reason() {
            return orders.stream()
                    .map(order -> order.statement().title().ascii() + ": "
                            + order.verdict().reason())
                    .collect(Collectors.joining("; "));
        }
    }

    /**
     * A verdict.
     *
     * @param status the decision
     * @param reason what it rests on
     */
    record OfVerdict(Verdict.Status status, String reason) implements Reading {
        @Override
        public String text() {
            return status.inWords();
        }
    }

    /**
     * What becomes of the oscillation.
     *
     * @param verdict the decision
     * @param reason what it rests on
     */
    record OfDrift(DriftVerdict verdict, String reason) implements Reading {
        @Override
        public String text() {
            return verdict.inWords();
        }
    }

    /**
     * The values of an observable along the run, of which behaviours can be asked.
     *
     * @param course the values
     */
    record OfObservable(ObservedCourse course) implements Reading {

        /** Which of the behaviours that need no number it has. */
        @Override
        public String text() {
            String held = Behaviour.words().stream()
                    .filter(word ->
                            course.finding(Behaviour.of(word).orElseThrow()).status() == Verdict.Status.HOLDS)
                    .collect(Collectors.joining(", "));
            return held.isEmpty() ? "undecided" : held;
        }

        @Override
        public String reason() {
            return "";
        }
    }

    /**
     * Stages in order.
     *
     * @param stages the stages
     */
    record OfStages(List<Stage> stages) implements Reading {

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
    }

    /**
     * Nothing that could be decided: neither agrees with a claim on its value nor contradicts it.
     *
     * @param reason why
     */
    record Undecided(String reason) implements Reading {
        @Override
        public String text() {
            return "undecided";
        }
    }

    /**
     * Nothing: the quantity is undefined here, which agrees with no claim on its value.
     *
     * @param reason why
     */
    record Undefined(String reason) implements Reading {
        @Override
        public String text() {
            return "undefined";
        }
    }
}
