package org.selfstab.certify;

import java.util.List;
import java.util.stream.Stream;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.Verdict;

/**
 * What could be certified of a family.
 *
 * @param problem the problem
 * @param family the parameter swept
 * @param members what could be certified of each, in the order of the family's values
 * @param claims the decisions on all members
 */
public record FamilyCertification(
        Problem problem, Family family, List<CertificationResult> members, List<FamilyClaim> claims) {

    public FamilyCertification {
        members = List.copyOf(members);
        claims = List.copyOf(claims);
    }

    /** The weakest of all decisions, on each member and on all. */
    public Verdict.Status status() {
        return Verdict.weakest(Stream.concat(
                        members.stream().flatMap(member -> member.claims().stream()),
                        claims.stream().map(FamilyClaim::claim))
                .map(CertifiedClaim::verdict)
                .toList());
    }
}
