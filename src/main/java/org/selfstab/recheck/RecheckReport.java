package org.selfstab.recheck;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.selfstab.recheck.CheckedClaim.Outcome;

/**
 * What the checker says of a certificate.
 *
 * @param kind what the claims are about
 * @param problem the problem that the claims are about
 * @param box of claims about a box the numbers that each name takes, in words; else empty
 * @param approach how many iterates of plain gradient descent before t = 0 were verified
 * @param doubtful from which to which of these that the projection lies inside was not shown; empty if it was for all
 * @param lastStep the last step that was verified, or -1
 * @param tube the smallest and largest radius of the tube; empty without one
 * @param claims each claim; where a step could not be verified all are rejected
 */
public record RecheckReport(
        CertificateKind kind,
        StatedProblem problem,
        Map<String, String> box,
        int approach,
        Optional<Range> doubtful,
        int lastStep,
        Optional<Range> tube,
        List<CheckedClaim> claims) {

    public RecheckReport {
        box = Collections.unmodifiableMap(new LinkedHashMap<>(box));
        claims = List.copyOf(claims);
    }

    /** What is said of a certificate that is not of a run. */
    static RecheckReport of(
            CertificateKind kind, StatedProblem problem, Map<String, String> box, List<CheckedClaim> claims) {
        return new RecheckReport(kind, problem, box, 0, Optional.empty(), -1, Optional.empty(), claims);
    }

    /** Numbers from one to another. */
    public record Range(double least, double most) {

        Range include(double number) {
            return new Range(Math.min(least, number), Math.max(most, number));
        }
    }

    /** Whether no claim was rejected, and something is shown. */
    public boolean isConfirmed() {
        return claims.stream().anyMatch(CheckedClaim::confirmed) && !isRejected();
    }

    /** Whether a claim was rejected, or there is none. */
    public boolean isRejected() {
        return claims.isEmpty() || claims.stream().anyMatch(claim -> claim.outcome() == Outcome.REJECTED);
    }

    /** Why the first claim that was rejected was. */
    public Optional<String> firstObjection() {
        return claims.isEmpty()
                ? Optional.of("the certificate has no claims")
                : claims.stream()
                        .filter(claim -> claim.outcome() == Outcome.REJECTED)
                        .map(CheckedClaim::reason)
                        .findFirst();
    }

    /** How many claims are confirmed, and over which steps. */
    public String summary() {
        long confirmed = count(Outcome.CONFIRMED);
        long empty = count(Outcome.EMPTY);
        return confirmed + " of " + claims.size() + " claims confirmed" + (empty == 0 ? "" : ", " + empty + " empty")
                + (lastStep < 0 ? "" : " over t = 0 to " + lastStep);
    }

    private long count(Outcome outcome) {
        return claims.stream().filter(claim -> claim.outcome() == outcome).count();
    }

    /** Whether that t = 0 is the first step at the edge is assumed. */
    public boolean assumesFirstAtEdge() {
        return lastStep >= 0 && doubtful.isPresent();
    }

    /** Whether claims are about points {@code dagger_t}; that no point of the stable set far away is nearer is assumed. */
    public boolean assumesNearest() {
        return lastStep >= 0;
    }
}
