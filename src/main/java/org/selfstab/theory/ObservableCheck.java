package org.selfstab.theory;

import java.util.List;
import java.util.Optional;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.vocabulary.Behaviour;

/**
 * What one step of gradient descent does to an observable, claimed for all points and all values of the parameters.
 *
 * @param claim what it says, in words
 * @param now the observable, of variables and parameters
 * @param next the observable a step later, of the same
 * @param behaviour whether a step never changes it, or never in the other direction; empty if {@code equal} is all that is claimed
 * @param change what a step adds to it; empty if {@code behaviour} is all that is claimed
 * @param positive the symbols that stand for positive numbers only
 * @param where what is positive at the points that are claimed
 */
public record ObservableCheck(
        String claim,
        Expression now,
        Expression next,
        Optional<Behaviour> behaviour,
        Optional<Expression> change,
        List<Symbol> positive,
        List<Expression> where)
        implements Check {

    /** What can be claimed of steps at all points. */
    static final List<Behaviour> BEHAVIOURS = List.of(Behaviour.CONSERVED, Behaviour.DECREASES, Behaviour.INCREASES);

    public ObservableCheck {
        positive = List.copyOf(positive);
        where = List.copyOf(where);
    }

    /** Its change in a step, in the form that is claimed if there is one. */
    Expression changeInForm() {
        return change.orElseGet(() -> next.minus(now));
    }

    /** The same with another behaviour. */
    ObservableCheck with(Behaviour other) {
        return new ObservableCheck(claim, now, next, Optional.of(other), change, positive, where);
    }

    /** The same with other points. */
    ObservableCheck where(List<Expression> other) {
        return new ObservableCheck(claim, now, next, behaviour, change, positive, other);
    }

    /** That a step adds to it what is claimed, as an equation. */
    Optional<IdentityCheck> equation() {
        return change.map(value -> new IdentityCheck(claim, positive, next.minus(now), value));
    }

    /** That no step changes it, as an equation. */
    IdentityCheck conservation() {
        return new IdentityCheck(claim, positive, next, now);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitObservable(this);
    }
}
