package org.selfstab.claims;

import org.selfstab.expression.Expression;

/**
 * One point of the fit of an order: a member's error beside the unit that it is asserted to be O(.) of.
 *
 * @param value the swept parameter's value
 * @param epsilon the member's eps
 * @param unit the unit, positive
 * @param error the error, in the same unit of measurement as {@code unit}
 * @param step the step that attains it
 * @param rounding below which the error would be rounding
 */
public record ErrorOfMember(Expression value, double epsilon, double unit, double error, int step, double rounding) {

    /** The smallest constant that makes the statement true on the member's run. */
    public double constant() {
        return error / unit;
    }

    /** The error relative to the leading term that it corrects, of which the theory asserts O(eps): {@code constant * eps}. */
    public double relative() {
        return constant() * epsilon;
    }

    /** Whether the error is more than rounding, so that its logarithm means something. */
    public boolean isAboveRounding() {
        return error > rounding && unit > 0 && Double.isFinite(error);
    }
}
