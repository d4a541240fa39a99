package org.selfstab.claims;

import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/**
 * What the runs of a family's members say about a bound that the problem states of their largest constant.
 *
 * @param bound the bound
 * @param largest the largest constant
 * @param verdict whether it keeps the bound; not applicable where it is undefined, undecided where rounding may have moved a member's constant
 *     over the bound
 */
public record FamilyBoundResult(FamilyBound bound, LargestConstant largest, Verdict verdict) {

    static FamilyBoundResult of(FamilyBound bound, FamilyResult family) {
        LargestConstant largest = family.largestConstant(bound.conclusion());
        return new FamilyBoundResult(bound, largest, verdict(bound, largest, family));
    }

    private static Verdict verdict(FamilyBound bound, LargestConstant largest, FamilyResult family) {
        Verdict weakest = largest.member()
                .assessment()
                .conclusion(bound.conclusion())
                .weakest()
                .verdict();
        if (largest.constant().isEmpty()) {
            return NumericVerdict.notApplicable(weakest.reason());
        }
        double threshold = bound.threshold(family.problem());
        Witness witness = weakest.witness().orElseGet(() -> Witness.atStep(0));
        if (Double.isNaN(threshold)) {
            return NumericVerdict.undecided(witness, FamilyBound.NOT_CERTAIN);
        }
        RoundedNumber constant = largest.constant().get();
        Bound asserted = new Bound(constant.value(), threshold, bound.sense());
        return constant.mayPass(threshold)
                ? NumericVerdict.undecided(asserted, witness, constant.doubt())
                : NumericVerdict.of(asserted, witness, "");
    }
}
