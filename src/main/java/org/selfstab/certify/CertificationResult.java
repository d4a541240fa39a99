package org.selfstab.certify;

import java.util.List;
import java.util.Optional;
import org.selfstab.claims.Verification;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.Verdict;

/**
 * What could be certified of a problem's run.
 *
 * @param problem the problem
 * @param verification the run in doubles that proposed the centres
 * @param steps the last step that was enclosed, or -1
 * @param tube the tube and the norms of the third and fourth derivatives in it; empty if not even t = 0 was enclosed
 * @param radii how far the exact points are from the numeric ones; empty if not even t = 0 was enclosed
 * @param claims the decisions; where the enclosure ended before the run did, the first says why and at which step
 */
public record CertificationResult(
        Problem problem,
        Verification verification,
        int steps,
        Optional<TubeNorms> tube,
        Optional<Radii> radii,
        List<CertifiedClaim> claims) {

    public CertificationResult {
        claims = List.copyOf(claims);
    }

    /** Whether the claims are about the whole run, up to its horizon. */
    public boolean isOfTheWholeRun() {
        return claims.stream().noneMatch(claim -> claim.name().equals(CertifiedClaim.RUN));
    }

    /** The claim of that name, of several the first; empty if there is none. */
    public Optional<CertifiedClaim> claim(String name) {
        return claims.stream().filter(claim -> claim.name().equals(name)).findFirst();
    }

    /** The weakest of all decisions. */
    public Verdict.Status status() {
        return Verdict.weakest(claims.stream().map(CertifiedClaim::verdict).toList());
    }
}
