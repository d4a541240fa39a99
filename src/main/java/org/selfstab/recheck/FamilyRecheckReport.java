package org.selfstab.recheck;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the checker says of the certificate of a family.
 *
 * @param family the family that the claims are about
 * @param members one report for each member that stands in the certificate, in its order; the parameter's value is in its problem
 * @param claims each claim on all members; where a member was not verified all are rejected
 */
public record FamilyRecheckReport(StatedFamily family, List<RecheckResult> members, List<CheckedClaim> claims)
        implements CheckedCertificate {

    public FamilyRecheckReport {
        members = List.copyOf(members);
        claims = List.copyOf(claims);
    }

    @Override
    public boolean isConfirmed() {
        return all().stream().anyMatch(CheckedClaim::confirmed) && !isRejected();
    }

    @Override
    public boolean isRejected() {
        return members.isEmpty()
                || members.stream().anyMatch(RecheckResult::isRejected)
                || RecheckResult.isRejected(claims);
    }

    @Override
    public Optional<String> firstObjection() {
        if (members.isEmpty()) {
            return Optional.of("the certificate has no members");
        }
        return members.stream()
                .flatMap(member -> member.firstObjection().stream().map(reason -> shown(member) + ": " + reason))
                .findFirst()
                .or(() -> RecheckResult.firstObjection(claims));
    }

    /** A member's value of the swept parameter, for people. */
    public String shown(RecheckResult member) {
        return family.shown(member.problem().parameters().getOrDefault(family.parameter(), "none"));
    }

    @Override
    public String summary() {
        return "of " + members.size() + " members and their family " + RecheckResult.counted(all());
    }

    private List<CheckedClaim> all() {
        return Stream.concat(members.stream().flatMap(member -> member.claims().stream()), claims.stream())
                .toList();
    }
}
