package org.selfstab.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.Claim;

/**
 * The largest constant with which a conclusion holds on the members of a family.
 *
 * @param constant the constant, which rounding of another member's may have moved, too; empty if a member has none, or did not reach its horizon
 * @param member the member whose constant it is, the last of several, or the first without one
 */
public record LargestConstant(Optional<RoundedNumber> constant, FamilyMember member) {

    /** The largest constant of a family's members, at least one. */
    static LargestConstant of(Claim conclusion, FamilyResult family) {
        List<FamilyMember> members = family.members();
        Optional<FamilyMember> without = members.stream()
                .filter(member -> constantOf(conclusion, member).isEmpty())
                .findFirst();
        if (without.isPresent()) {
            return new LargestConstant(Optional.empty(), without.get());
        }
        FamilyMember largest = members.stream()
                .max(Comparator.comparing(
                        member -> constantOf(conclusion, member).orElseThrow().value()))
                .orElseThrow();
        Optional<RoundedNumber> constant = members.stream()
                .map(member -> constantOf(conclusion, member)
                        .orElseThrow()
                        .of(family.family().parameter() + " = " + member.value()))
                .reduce(RoundedNumber::max);
        return new LargestConstant(constant, largest);
    }

    private static Optional<RoundedNumber> constantOf(Claim conclusion, FamilyMember member) {
        return member.comparableConstants()
                .flatMap(complete -> member.assessment().conclusion(conclusion).constant());
    }

    /** The constant as computed. */
    public Optional<Double> value() {
        return constant.map(RoundedNumber::value);
    }
}
