package org.selfstab.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The largest constant with which a conclusion holds on the members of a family.
 *
 * @param value the constant; empty if a member has none, or did not reach its horizon
 * @param member the member whose constant it is, the last of several, or the first without one
 * @param error how far rounding may have moved it: the largest of the members' errors, possibly infinite
 */
public record LargestConstant(Optional<Double> value, FamilyMember member, double error) {

    /** The largest constant of a family's members, at least one. */
    static LargestConstant of(Conclusion conclusion, FamilyResult family) {
        List<FamilyMember> members = family.members();
        Optional<FamilyMember> without = members.stream()
                .filter(member -> constantOf(conclusion, member).isEmpty())
                .findFirst();
        if (without.isPresent()) {
            return new LargestConstant(Optional.empty(), without.get(), 0);
        }
        FamilyMember largest = members.stream()
                .max(Comparator.comparing(
                        member -> constantOf(conclusion, member).orElseThrow()))
                .orElseThrow();
        double error = members.stream()
                .mapToDouble(
                        member -> member.assessment().conclusion(conclusion).error())
                .max()
                .orElseThrow();
        return new LargestConstant(constantOf(conclusion, largest), largest, error);
    }

    private static Optional<Double> constantOf(Conclusion conclusion, FamilyMember member) {
        return member.comparableConstants().flatMap(complete -> FamilyConclusion.constantOf(conclusion, member));
    }
}
