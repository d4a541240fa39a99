package org.selfstab.vocabulary;

import java.util.Optional;

/**
 * A quantity of the theory: all that is said of it anywhere, but its value. Those of the program are in {@link Quantities}.
 *
 * @param key its name in problem files; of an eigenvalue or a coordinate without its index, of steps to something without that
 * @param symbol how it is written
 * @param words what it is
 * @param unit its unit, L of the loss and theta of the parameters, for instance {@code L/theta^2}, or {@code step}; {@code 1} if it has none, or that of
 *     an expression in the problem file
 * @param formula the number of the formula in theory.md that defines it; empty if none does
 * @param kind where it comes from
 * @param limit what a run's value is held against, if it is; a problem file may set it anew in {@code [thresholds]}
 */
public record Quantity(
        String key,
        Notation symbol,
        String words,
        String unit,
        Optional<String> formula,
        Kind kind,
        Optional<Limit> limit)
        implements Named {

    /** Where a quantity comes from, and with it what {@code [expect]} may state of it. */
    public enum Kind {
        /** A number: of t = 0, or of the run. */
        NUMBER,
        /** A number over the problem's family: the order of an error, or the largest constant of its members. */
        OVER_FAMILY,
        /** An eigenvalue: the name ends with its index. */
        EIGENVALUE,
        /** A coordinate: the name ends with the variable's. */
        COORDINATE,
        /** A number of steps: the name has what the steps lead to in parentheses. */
        STEPS_TO,
        /** What an observable does along the run: the name ends with the observable's; one of {@link Behaviour}. */
        OBSERVABLE,
        /** A number of an observable's values: the name ends with the observable's and which number. */
        OBSERVED,
        /** A list of stages. */
        STAGES,
        /** What becomes of the oscillation: one of {@link DriftVerdict}. */
        DRIFT,
        /** A number that a condition or conclusion looks at; {@code [expect]} states the verdict instead. */
        MEASURE
    }

    /**
     * What a value is held against. The theory states O(.) and "bounded below"; a single run can only be held against a number.
     *
     * @param sense on which side of the limit the value has to be
     * @param byDefault the limit of problem files that state none
     * @param largest the largest limit that the theory admits; all are positive
     */
    public record Limit(Bound.Sense sense, double byDefault, double largest) {

        /** A limit that the theory bounds from neither side but by zero. */
        static Limit of(Bound.Sense sense, double byDefault) {
            return new Limit(sense, byDefault, Double.MAX_VALUE);
        }

        /** Whether the theory leaves the choice of this limit. */
        public boolean admits(double value) {
            return value > 0 && value <= largest;
        }

        /** The limits that {@link #admits} lets pass, in words. */
        public String range() {
            if (largest == Double.MAX_VALUE) {
                return "positive";
            }
            double whole = Math.rint(largest);
            return "positive and " + (largest < whole ? "below " : "at most ") + Math.round(whole);
        }
    }

    /** What it is, in which unit, and by which formula, for who writes a number of it: {@code small parameter (theory.md (6))}. */
    public String description() {
        return words
                + (hasUnit() ? ", in units of " + unit : "")
                + formula.map(number -> " (theory.md (" + number + "))").orElse("");
    }

    /** Whether its number depends on the units of the loss, of the parameters or of time. */
    public boolean hasUnit() {
        return !unit.equals("1");
    }

    /** Whether {@code [expect]} may state something of it. */
    public boolean isExpectable() {
        return kind != Kind.MEASURE;
    }

    /** A quantity is known by its key: it is a key of maps, and all of its text would be hashed. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity quantity && key.equals(quantity.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
