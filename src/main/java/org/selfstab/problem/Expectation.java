package org.selfstab.problem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;
import org.selfstab.vocabulary.Named;
import org.selfstab.vocabulary.Verdict;

/**
 * What a proof companion asserts of one quantity, condition or conclusion.
 *
 * @param name the name in the problem file, for instance {@code coupling.order} or {@code eta_lambda_3}
 * @param quantity the quantity or claim that it is about
 * @param index which eigenvalue or variable, from 1; 0 of other quantities
 * @param asserted what is asserted
 */
public record Expectation(String name, Named quantity, int index, Assertion asserted) {

    static Expectation of(Named quantity, Assertion asserted) {
        return new Expectation(quantity.key(), quantity, 0, asserted);
    }

    static Expectation ofVerdict(Named condition, Verdict.Status verdict) {
        return of(condition, new Assertion.OfVerdict(verdict));
    }

    static Expectation ofBounds(Named quantity, Optional<Expression> atLeast, Optional<Expression> atMost) {
        return of(quantity, new Assertion.OfBounds(atLeast, atMost));
    }

    /** The quantity. */
    public QuantityName named() {
        return new QuantityName(name, quantity, index);
    }

    /** The verdict, if one is asserted. */
    public Optional<Verdict.Status> verdict() {
        return asserted instanceof Assertion.OfVerdict verdict ? Optional.of(verdict.verdict()) : Optional.empty();
    }

    /** The lower bound, if one is asserted. */
    public Optional<Expression> atLeast() {
        return asserted instanceof Assertion.OfBounds bounds ? bounds.atLeast() : Optional.empty();
    }

    /** The upper bound, if one is asserted. */
    public Optional<Expression> atMost() {
        return asserted instanceof Assertion.OfBounds bounds ? bounds.atMost() : Optional.empty();
    }

    /** The value, if one is asserted that is not a plain number. */
    public Optional<Expression> formula() {
        return asserted instanceof Assertion.OfValue equal && !(equal.value() instanceof Constant)
                ? Optional.of(equal.value())
                : Optional.empty();
    }

    /** The expressions in it, of the problem's parameters. */
    List<Expression> expressions() {
        if (asserted instanceof Assertion.OfValue equal) {
            return List.of(equal.value());
        }
        if (asserted instanceof Assertion.OfBehaviour behaviour) {
            return Stream.of(behaviour.atLeast(), behaviour.atMost())
                    .flatMap(Optional::stream)
                    .toList();
        }
        return Stream.of(atLeast(), atMost()).flatMap(Optional::stream).toList();
    }
}
