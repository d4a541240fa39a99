package org.selfstab.theory;

import org.selfstab.claims.observation.OdeReadings;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunOptions;

/**
 * A claim on a number of the reduced equation or the central flow beside one run of an example.
 *
 * @param claim what it says, in words
 * @param problem the example, with what the check sets
 * @param options the projection, the form of the predicted dynamics and the horizon
 * @param quantity the number
 * @param accepted the values that agree with the claim
 */
public record OdeCheck(String claim, Problem problem, RunOptions options, OdeReadings quantity, AcceptedRange accepted)
        implements Check {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitOde(this);
    }
}
