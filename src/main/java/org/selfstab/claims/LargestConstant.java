package org.selfstab.claims;

import java.util.Optional;

/**
 * The largest constant with which a conclusion holds on the members of a family.
 *
 * @param value the constant; empty if a member has none, or did not reach its horizon
 * @param member the member whose constant it is, the last of several, or the first without one
 */
public record LargestConstant(Optional<Double> value, FamilyMember member) {

    /** The largest constant of a family's members, at least one. */
    static LargestConstant of(Conclusion conclusion, FamilyResult family) {
        Optional<LargestConstant> largest = Optional.empty();
        for (FamilyMember member : family.members()) {
            Optional<Double> constant =
                    member.comparableConstants().flatMap(complete -> FamilyConclusion.constantOf(conclusion, member));
            if (constant.isEmpty()) {
                return new LargestConstant(constant, member);
            }
            double before = largest.flatMap(LargestConstant::value).orElse(0.0);
            if (constant.get() >= before) {
                largest = Optional.of(new LargestConstant(constant, member));
            }
        }
        return largest.orElseThrow();
    }
}
