package org.selfstab.theory;

import java.util.List;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/**
 * An equation between two expressions, claimed for all values of their symbols at which both sides are defined.
 *
 * @param claim what it says, in words
 * @param positive the symbols that stand for positive numbers only
 * @param left the left side, definitions put in and derivatives taken
 * @param right the right side, likewise
 */
public record IdentityCheck(String claim, List<Symbol> positive, Expression left, Expression right) implements Check {

    public IdentityCheck {
        positive = List.copyOf(positive);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitIdentity(this);
    }
}
