package org.selfstab.problem;

import java.util.List;
import java.util.Optional;
import org.selfstab.expression.Expression;
import org.selfstab.vocabulary.Behaviour;
import org.selfstab.vocabulary.DriftVerdict;
import org.selfstab.vocabulary.Stage;
import org.selfstab.vocabulary.Verdict;

/** What a proof companion asserts of one quantity. Expressions are of the problem's parameters. */
public sealed interface Assertion {

    /** Calls the visitor's method for this kind of assertion. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A verdict.
     *
     * @param verdict the verdict
     */
    record OfVerdict(Verdict.Status verdict) implements Assertion {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitVerdict(this);
        }
    }

    /**
     * Bounds of a number, at least one.
     *
     * @param atLeast the lower bound, if one is asserted
     * @param atMost the upper bound, if one is asserted
     */
    record OfBounds(Optional<Expression> atLeast, Optional<Expression> atMost) implements Assertion {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBounds(this);
        }
    }

    /**
     * The value of a number.
     *
     * @param value the value
     * @param tolerance the largest relative difference accepted, from 0 to {@value #LARGEST_TOLERANCE}; of a value that is 0 the largest
     *     absolute one
     */
    record OfValue(Expression value, double tolerance) implements Assertion {

        /** The tolerance of values without one: closed forms beside double precision. */
        public static final double DEFAULT_TOLERANCE = 1e-9;

        /** What differs by more than a tenth is said better by bounds. */
        public static final double LARGEST_TOLERANCE = 0.1;

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitValue(this);
        }
    }

    /**
     * The stages passed through, in order.
     *
     * @param stages at least one
     */
    record OfStages(List<Stage> stages) implements Assertion {

        public OfStages {
            stages = List.copyOf(stages);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitStages(this);
        }
    }

    /**
     * What becomes of the oscillation.
     *
     * @param verdict the verdict
     */
    record OfDrift(DriftVerdict verdict) implements Assertion {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDrift(this);
        }
    }

    /**
     * What an observable does along the run.
     *
     * @param behaviour what it does
     * @param atLeast of what is bounded, the lower bound, if one is asserted
     * @param atMost of what is bounded, the upper bound, if one is asserted; what it is eventually below
     */
    record OfBehaviour(Behaviour behaviour, Optional<Expression> atLeast, Optional<Expression> atMost)
            implements Assertion {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBehaviour(this);
        }
    }

    /**
     * One method for each kind of assertion.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /** For a verdict. */
        R visitVerdict(OfVerdict asserted);

        /** For bounds. */
        R visitBounds(OfBounds asserted);

        /** For a value. */
        R visitValue(OfValue asserted);

        /** For stages. */
        R visitStages(OfStages asserted);

        /** For what becomes of the oscillation. */
        R visitDrift(OfDrift asserted);

        /** For what an observable does. */
        R visitBehaviour(OfBehaviour asserted);
    }
}
