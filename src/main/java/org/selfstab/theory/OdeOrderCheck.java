package org.selfstab.theory;

import org.selfstab.claims.OdeError;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunOptions;

/**
 * A claim on the order in epsilon of an error of the reduced equation or the central flow over the family of an example.
 *
 * @param claim what it says, in words
 * @param problem the example, which has a family
 * @param options the projection and the form of the predicted dynamics
 * @param error the error
 * @param accepted the orders that agree with the claim
 */
public record OdeOrderCheck(String claim, Problem problem, RunOptions options, OdeError error, AcceptedRange accepted)
        implements Check {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitOdeOrder(this);
    }
}
