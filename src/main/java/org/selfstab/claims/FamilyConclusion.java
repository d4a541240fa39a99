package org.selfstab.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Claim;

/**
 * A conclusion on every member of a family: what the member says for which it is weakest, and of equally weak ones the member whose constant is
 * the largest.
 *
 * @param conclusion the conclusion
 * @param member that member
 */
public record FamilyConclusion(Claim conclusion, FamilyMember member) {

    /** The conclusion over the members, at least one. */
    static FamilyConclusion of(Claim conclusion, List<FamilyMember> members) {
        Comparator<FamilyMember> weaker = Comparator.comparing(
                member -> member.assessment().conclusion(conclusion).status());
        Comparator<FamilyMember> larger = Comparator.comparingDouble(
                member -> constantOf(conclusion, member).orElse(Double.NEGATIVE_INFINITY));
        return new FamilyConclusion(
                conclusion, members.stream().max(weaker.thenComparing(larger)).orElseThrow());
    }

    /** The smallest constant with which a conclusion holds on a member's run, of several the largest; empty where it is undefined. */
    public static Optional<Double> constantOf(Claim conclusion, FamilyMember member) {
        return member.assessment().conclusion(conclusion).measures().stream()
                .map(measured -> measured.verdict().bound().map(Bound::value))
                .reduce(Optional.of(0.0), (a, b) -> a.flatMap(x -> b.map(y -> Math.max(x, y))));
    }

    /** The weakest of the verdicts on the member's constants. */
    public Measured weakest() {
        return member.assessment().conclusion(conclusion).weakest();
    }
}
