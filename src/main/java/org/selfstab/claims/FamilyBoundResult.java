package org.selfstab.claims;

import java.util.Optional;

/**
 * What the runs of a family's members say about a bound that the problem states of their largest constant.
 *
 * @param bound the bound
 * @param largest the largest constant
 * @param verdict whether it keeps the bound; not applicable where it is undefined, undecided where rounding may have moved a member's constant
 *     over the bound, or may have decided the conclusion on it
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
        if (largest.value().isEmpty()) {
            return NumericVerdict.notApplicable(weakest.reason());
        }
        double threshold = bound.threshold(family.problem());
        Witness witness = weakest.witness().orElseGet(() -> Witness.atStep(0));
        Optional<String> doubt = doubt(bound, threshold, family);
        if (doubt.isPresent()) {
            return NumericVerdict.undecided(witness, doubt.get());
        }
        double value = largest.value().get();
        if (!(largest.error() < Math.abs(value - threshold)) && largest.error() > 0) {
            return NumericVerdict.undecided(
                    new Bound(value, threshold, bound.sense()),
                    witness,
                    "rounding may have moved it past the bound; --precision 50 tells");
        }
        return bound.sense() == Bound.Sense.AT_MOST
                ? NumericVerdict.atMost(value, threshold, witness, "")
                : NumericVerdict.atLeast(value, threshold, witness, "");
    }

    private static Optional<String> doubt(FamilyBound bound, double threshold, FamilyResult family) {
        if (Double.isNaN(threshold)) {
            return Optional.of("the bound has no enclosure that tells between which doubles it lies");
        }
        return family.members().stream()
                .flatMap(member -> doubt(bound.conclusion(), threshold, member)
                        .map(reason -> family.family().parameter() + " = " + member.value() + ": " + reason)
                        .stream())
                .findFirst();
    }

    private static Optional<String> doubt(Conclusion conclusion, double threshold, FamilyMember member) {
        Verdict verdict = member.assessment().conclusion(conclusion).weakest().verdict();
        if (verdict.status() == Verdict.Status.UNDECIDED) {
            return Optional.of(verdict.reason());
        }
        return member.verification().constants().flatMap(constants -> constants
                .ofWorstStep(conclusion)
                .flatMap(constant -> constants.accuracy().doubtOf(conclusion, constant, threshold)));
    }
}
