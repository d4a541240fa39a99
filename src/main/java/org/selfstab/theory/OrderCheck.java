package org.selfstab.theory;

import org.selfstab.claims.OrderStatement;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunOptions;

/**
 * A claim on the order of an error over the family of an example.
 *
 * @param claim what it says, in words
 * @param problem the example, which has a family
 * @param options the projection and the form of the predicted dynamics
 * @param quantity the error
 * @param accepted the orders that agree with the claim
 */
public record OrderCheck(
        String claim, Problem problem, RunOptions options, OrderStatement quantity, AcceptedRange accepted)
        implements Check {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitOrder(this);
    }
}
