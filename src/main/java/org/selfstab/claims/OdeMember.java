package org.selfstab.claims;

import java.util.Optional;
import org.selfstab.expression.Expression;

/**
 * What a member of a family gave beside the reduced equation; evidence: numeric runs.
 *
 * @param value the swept parameter's value, exact
 * @param number its value as a number
 * @param edge the edge of stability of the member's optimizer
 * @param verification the run up to the problem's horizon
 * @param horizon its comparison, for X and Y; empty if it did not come to its horizon or has none
 * @param periods a longer run from the same start, for what is observed over whole periods; empty if the first is not complete
 * @param rounding below which errors in units of delta are rounding
 */
public record OdeMember(
        Expression value,
        double number,
        double edge,
        Verification verification,
        Optional<OdeComparison> horizon,
        Optional<OdePeriods> periods,
        double rounding) {

    /** The comparison over the longer run. */
    public Optional<OdeComparison> overPeriods() {
        return periods.flatMap(OdePeriods::comparison);
    }

    /** A number predicted and observed over the longer run. */
    public Optional<OdeComparison.Quantity> quantity(String key) {
        return overPeriods().map(comparison -> comparison.quantity(key));
    }

    /** {@code sigma^2/delta^2} of the central flow over the longer run, where whole windows fit in. */
    public Optional<CentralFlowResult.Ratio> variance() {
        return periods.flatMap(longer -> longer.centralFlow().ratios().stream()
                .filter(ratio -> ratio.key().equals(CentralFlowResult.VARIANCE))
                .findFirst());
    }
}
