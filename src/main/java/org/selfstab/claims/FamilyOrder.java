package org.selfstab.claims;

import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.Verdict;

/**
 * What a family says about the order of one error.
 *
 * @param statement which error
 * @param observed its order in the statement's unit
 * @param isOfOne whether it is asserted of one unstable eigenvalue alone, and the members follow several
 * @param silent how many members the statement asserts nothing of, within the theory, if all others have no complete run; otherwise 0
 */
public record FamilyOrder(OrderStatement statement, ObservedOrder observed, boolean isOfOne, int silent) {

    /** The errors of all members that have one, in the members' order. */
    public List<ErrorOfMember> points() {
        return observed.points();
    }

    /** Those of them above rounding, through which the fit goes. */
    public List<ErrorOfMember> usablePoints() {
        return observed.usable();
    }

    /** The fit through those above rounding; empty if they do not allow one. */
    public Optional<OrderFit> fit() {
        return observed.fit();
    }

    /** Whether the order is at least 1. */
    public Verdict verdict() {
        return assertsNothing() ? NumericVerdict.notApplicable(whyNothing()) : observed.verdict();
    }

    /** Whether the statement asserts nothing of any member whose run is complete. */
    public boolean assertsNothing() {
        return silent > 0;
    }

    private String whyNothing() {
        int incomplete = observed.members() - silent;
        return (isOfOne
                        ? "it is stated for one unstable eigenvalue"
                        : "no member moves along the stable set, so that nothing is asserted")
                + (incomplete == 0
                        ? ""
                        : "; " + incomplete + " of " + observed.members() + " members are without a complete run");
    }
}
