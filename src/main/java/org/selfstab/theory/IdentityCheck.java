package org.selfstab.theory;

import java.util.List;
import java.util.Optional;
import org.selfstab.coq.Equation;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/**
 * An equation between two expressions, claimed for all values of their symbols at which both sides are defined.
 *
 * @param claim what it says, in words
 * @param positive the symbols that stand for positive numbers only
 * @param left the left side, definitions put in and derivatives taken
 * @param right the right side, likewise
 * @param source as it is written in the file, with its definitions and derivatives; empty if it is in none
 */
public record IdentityCheck(
        String claim, List<Symbol> positive, Expression left, Expression right, Optional<Equation> source)
        implements Check {

    public IdentityCheck {
        positive = List.copyOf(positive);
    }

    /** An equation that no file has. */
    IdentityCheck(String claim, List<Symbol> positive, Expression left, Expression right) {
        this(claim, positive, left, right, Optional.empty());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitIdentity(this);
    }
}
