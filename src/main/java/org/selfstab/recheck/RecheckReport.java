package org.selfstab.recheck;

import java.util.List;
import org.selfstab.problem.Problem;

/**
 * What the checker says of a certificate.
 *
 * @param problem the problem that the claims are about
 * @param lastStep the last step that was verified, or -1
 * @param claims each claim, verified or not; where a step could not be verified none is
 */
public record RecheckReport(Problem problem, int lastStep, List<CheckedClaim> claims) {

    public RecheckReport {
        claims = List.copyOf(claims);
    }

    /** Whether all claims were verified. */
    public boolean isConfirmed() {
        return claims.stream().allMatch(CheckedClaim::confirmed);
    }
}
