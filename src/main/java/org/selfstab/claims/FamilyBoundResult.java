package org.selfstab.claims;

/**
 * What the runs of a family's members say about a bound that the problem states of their largest constant.
 *
 * @param bound the bound
 * @param largest the largest constant
 * @param verdict whether it keeps the bound; not applicable where it is undefined
 */
public record FamilyBoundResult(FamilyBound bound, LargestConstant largest, Verdict verdict) {

    static FamilyBoundResult of(FamilyBound bound, FamilyResult family) {
        LargestConstant largest = LargestConstant.of(bound.conclusion(), family);
        double threshold = bound.threshold(family.problem());
        Measured weakest =
                largest.member().assessment().conclusion(bound.conclusion()).weakest();
        if (largest.value().isEmpty()) {
            return new FamilyBoundResult(
                    bound,
                    largest,
                    NumericVerdict.notApplicable(weakest.verdict().reason()));
        }
        Witness witness = weakest.verdict().witness().orElseGet(() -> Witness.atStep(0));
        double value = largest.value().get();
        if (!(largest.error() < Math.abs(value - threshold)) && largest.error() > 0) {
            return new FamilyBoundResult(
                    bound,
                    largest,
                    NumericVerdict.undecided(
                            new Bound(value, threshold, bound.sense()),
                            witness,
                            "rounding may have moved it past the bound; --precision 50 tells"));
        }
        Verdict verdict = bound.sense() == Bound.Sense.AT_MOST
                ? NumericVerdict.atMost(value, threshold, witness, "")
                : NumericVerdict.atLeast(value, threshold, witness, "");
        return new FamilyBoundResult(bound, largest, verdict);
    }
}
