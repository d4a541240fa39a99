package org.selfstab.recheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.selfstab.recheck.CheckedClaim.Outcome;

/**
 * A claim that has to stand in a certificate.
 *
 * @param name the condition or conclusion
 * @param quantity the quantity, for people
 * @param threshold what it is held against
 * @param atMost whether it has to be at most the threshold; else at least
 * @param onRun what was verified of it on the run, by which it is refuted
 * @param inTube what was verified in the tube, by which it is shown; empty where the run's bounds show it too
 * @param isUndefined whether it is not defined in all of the tube, so that it is refuted there or undecided
 */
record ExpectedClaim(
        String name,
        String quantity,
        double threshold,
        boolean atMost,
        Bounds onRun,
        Optional<Bounds> inTube,
        boolean isUndefined) {

    private static final String HOLDS = "HOLDS";
    private static final String FAILS = "FAILS";
    private static final String UNDECIDED = "UNDECIDED";

    /** A claim of the run alone. */
    static ExpectedClaim onRun(String name, String quantity, double threshold, boolean atMost, Bounds bounds) {
        return new ExpectedClaim(name, quantity, threshold, atMost, bounds, Optional.empty(), false);
    }

    /** A claim without a threshold, which nothing decides. */
    static ExpectedClaim leftOpen(String name, String quantity, boolean atMost, Bounds bounds) {
        return new ExpectedClaim(name, quantity, Double.NaN, atMost, bounds, Optional.empty(), true);
    }

    /** Whether a claim says nothing. */
    static boolean isEmpty(CertificateRecords.Claim claim) {
        return claim.verdict().equals(UNDECIDED)
                && claim.lower().isEmpty()
                && claim.upper().isEmpty();
    }

    /** A claim that says nothing, and that nothing was expected of. */
    static CheckedClaim empty(CertificateRecords.Claim claim) {
        return result(claim, Outcome.EMPTY, "nothing is stated");
    }

    /** Verifies claims in their order; what is missing or too much is rejected too. */
    static List<CheckedClaim> check(List<CertificateRecords.Claim> claims, List<ExpectedClaim> expected) {
        List<CheckedClaim> checked = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            checked.add(
                    i < expected.size()
                            ? expected.get(i).check(claims.get(i))
                            : rejected(claims.get(i), "no claim is expected here"));
        }
        for (ExpectedClaim missing : expected.subList(Math.min(claims.size(), expected.size()), expected.size())) {
            checked.add(new CheckedClaim(
                    missing.name(),
                    missing.quantity(),
                    "",
                    Outcome.REJECTED,
                    "the claim is missing from the certificate"));
        }
        return checked;
    }

    /**
     * Confirms a claim whose threshold is this one's, whose bounds were verified and whose verdict follows from both. One that is left open here
     * too says nothing: near zero, bounds may differ by more than the prover's room.
     */
    CheckedClaim check(CertificateRecords.Claim claim) {
        if (!claim.name().equals(name) || !claim.quantity().equals(quantity)) {
            return rejected(claim, "expected the claim " + name + ": " + quantity);
        }
        boolean isRefutation = claim.verdict().equals(FAILS);
        boolean isLeftOpen = isUndefined && !isRefutation;
        if (!claim.threshold().equals(isLeftOpen ? Optional.empty() : Optional.of(threshold))) {
            return rejected(claim, "the threshold is not the problem's, " + threshold);
        }
        Bounds verified = isRefutation ? onRun : inTube.orElse(onRun);
        if (verified.areWithin(claim)) {
            String implied = isLeftOpen ? UNDECIDED : verdict(claim.lower(), claim.upper());
            return claim.verdict().equals(implied)
                    ? isEmpty(claim) ? empty(claim) : result(claim, Outcome.CONFIRMED, bounds(claim))
                    : rejected(claim, "the bounds and the threshold do not say " + claim.verdict());
        }
        boolean isUndecidedHereToo = claim.verdict().equals(UNDECIDED)
                && (isLeftOpen
                        || verdict(verified.lowerNumber(), verified.upperNumber())
                                .equals(UNDECIDED));
        return isUndecidedHereToo
                ? result(claim, Outcome.EMPTY, "undecided here too, with other bounds: the steps give " + verified)
                : rejected(claim, "the stated bounds do not follow from the steps, which give " + verified);
    }

    /** The verdict that bounds imply. */
    private String verdict(Optional<Double> lower, Optional<Double> upper) {
        Optional<Double> good = atMost ? upper : lower;
        Optional<Double> bad = atMost ? lower : upper;
        boolean holds = good.isPresent() && (atMost ? good.get() <= threshold : good.get() >= threshold);
        boolean fails = bad.isPresent() && (atMost ? bad.get() > threshold : bad.get() < threshold);
        return holds ? HOLDS : fails ? FAILS : UNDECIDED;
    }

    /**
     * Each claim as a check decides it; all are rejected where something was objected before, or where the problem lacks what the check needs.
     *
     * @param check decides all of the claims
     */
    static List<CheckedClaim> judged(
            List<CertificateRecords.Claim> claims, Objections objections, Supplier<List<CheckedClaim>> check) {
        if (objections.first().isEmpty()) {
            try {
                return check.get();
            } catch (RejectedException rejected) {
                objections.include(rejected.getMessage());
            }
        }
        return rejected(claims, objections.first().orElseThrow());
    }

    /** Rejects all claims, for one reason. */
    static List<CheckedClaim> rejected(List<CertificateRecords.Claim> claims, String reason) {
        return claims.stream().map(claim -> rejected(claim, reason)).toList();
    }

    private static CheckedClaim rejected(CertificateRecords.Claim claim, String reason) {
        return result(claim, Outcome.REJECTED, reason);
    }

    private static CheckedClaim result(CertificateRecords.Claim claim, Outcome outcome, String reason) {
        return new CheckedClaim(claim.name(), claim.quantity(), claim.verdict(), outcome, reason);
    }

    private static String bounds(CertificateRecords.Claim claim) {
        return "in [" + claim.lower().map(String::valueOf).orElse("-oo") + ", "
                + claim.upper().map(String::valueOf).orElse("oo") + "]"
                + claim.threshold().map(threshold -> ", threshold " + threshold).orElse("");
    }
}
