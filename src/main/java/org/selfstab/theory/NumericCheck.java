package org.selfstab.theory;

import org.selfstab.claims.observation.RunReadings;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunOptions;

/**
 * A claim on a number that one run of an example gives.
 *
 * @param claim what it says, in words
 * @param problem the example, with what the check sets
 * @param options the projection and the form of the predicted dynamics
 * @param quantity the number
 * @param accepted the values that agree with the claim
 */
public record NumericCheck(
        String claim, Problem problem, RunOptions options, RunReadings quantity, AcceptedRange accepted)
        implements Check {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitNumeric(this);
    }
}
