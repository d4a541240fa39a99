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
 * @param doubtful from which to which of these, or of t = 0, it was not shown whether the projection lies inside; empty if it was for all
 * @param doubtfulNearest from which to which step {@code dagger_t} is not shown to be the nearest point of all of the stable set; empty if it is for all
 * @param lastStep the last step that was verified, or -1
 * @param unstable how many unstable eigenvalues the run follows, or 0 of what is not a run
 * @param tube the smallest and largest radius of the tube; empty without one
 * @param claims each claim; where a step could not be verified all are rejected
 */
public record RecheckResult(
        CertificateKind kind,
        StatedProblem problem,
        Map<String, String> box,
        int approach,
        Optional<Range> doubtful,
        Optional<Range> doubtfulNearest,
        int lastStep,
        int unstable,
        Optional<Range> tube,
        List<CheckedClaim> claims)
        implements CheckedCertificate {

    public RecheckResult {
        box = Collections.unmodifiableMap(new LinkedHashMap<>(box));
        claims = List.copyOf(claims);
    }

    /** What is said of a certificate that is not of a run. */
    static RecheckResult of(
            CertificateKind kind, StatedProblem problem, Map<String, String> box, List<CheckedClaim> claims) {
        return new RecheckResult(
                kind, problem, box, 0, Optional.empty(), Optional.empty(), -1, 0, Optional.empty(), claims);
    }

    /** Numbers from one to another. */
    public record Range(double least, double most) {

        Range include(double number) {
            return new Range(Math.min(least, number), Math.max(most, number));
        }
    }

    @Override
    public boolean isConfirmed() {
        return claims.stream().anyMatch(CheckedClaim::confirmed) && !isRejected();
    }

    @Override
    public boolean isRejected() {
        return isRejected(claims);
    }

    /** Whether one of some claims was rejected, or there is none. */
    static boolean isRejected(List<CheckedClaim> claims) {
        return claims.isEmpty() || claims.stream().anyMatch(claim -> claim.outcome() == Outcome.REJECTED);
    }

    @Override
    public Optional<String> firstObjection() {
        return firstObjection(claims);
    }

    /** Why the first of some claims that was rejected was. */
    static Optional<String> firstObjection(List<CheckedClaim> claims) {
        return claims.isEmpty()
                ? Optional.of("the certificate has no claims")
                : claims.stream()
                        .filter(claim -> claim.outcome() == Outcome.REJECTED)
                        .map(CheckedClaim::reason)
                        .findFirst();
    }

    @Override
    public String summary() {
        return counted(claims) + (lastStep < 0 ? "" : " over t = 0 to " + lastStep);
    }

    /** How many of some claims are confirmed and how many state nothing. */
    static String counted(List<CheckedClaim> claims) {
        long empty = count(claims, Outcome.EMPTY);
        return count(claims, Outcome.CONFIRMED) + " of " + claims.size() + (claims.size() == 1 ? " claim" : " claims")
                + " confirmed" + (empty == 0 ? "" : ", " + empty + " empty");
    }

    private static long count(List<CheckedClaim> claims, Outcome outcome) {
        return claims.stream().filter(claim -> claim.outcome() == outcome).count();
    }

    /** Whether it is left open how the run goes on to its horizon, so that claims are about its beginning only. */
    public boolean endsEarly() {
        return lastStep >= 0 && claims.stream().anyMatch(claim -> claim.name().equals(ClaimChecker.RUN));
    }

    /** Whether that t = 0 is the first step at the edge is assumed. */
    public boolean assumesFirstAtEdge() {
        return lastStep >= 0 && doubtful.isPresent();
    }

    /** Whether claims are about a point {@code dagger_t} of which it is assumed that no point of the stable set far away is nearer. */
    public boolean assumesNearest() {
        return lastStep >= 0 && doubtfulNearest.isPresent();
    }
}
