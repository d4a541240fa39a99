package org.selfstab.certify.trajectory;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.certify.CertifiedClaim;
import org.selfstab.problem.Thresholds;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.UnstableQuantities;
import org.selfstab.vocabulary.Verdict;

/** Decides (38), (41) and the conditions of theory.md section 11 from the bounds of a run of several unstable eigenvalues. */
final class UnstableClaims {

    /** The name of what is claimed of Sigma. */
    private static final String COVARIANCE = "sigma";

    private final UnstableBounds run;
    private final Thresholds thresholds;
    private final int k;
    private final boolean hasEigengap;
    private final String onRun;
    private final List<CertifiedClaim> claims = new ArrayList<>();

    /**
     * The claims of a run.
     *
     * @param hasEigengap whether a bound on {@code lambda_{k+1}} is what the theory asks for, as it is of optimizers of one copy
     */
    UnstableClaims(UnstableBounds run, Thresholds thresholds, int k, boolean hasEigengap, int steps) {
        this.run = run;
        this.thresholds = thresholds;
        this.k = k;
        this.hasEigengap = hasEigengap;
        this.onRun = "on the exact run, t = 0 to " + steps;
    }

    List<CertifiedClaim> all() {
        claims.clear();
        atMost(Claims.EDGE_REACHED, Quantities.BELOW_EDGE.symbol(), Quantities.BELOW_EDGE, run.belowEdge());
        String only = onRun + "; each Sigma_t is the only solution of (38)";
        atLeast(UnstableQuantities.SMALLEST_VARIANCE, run.leastVariance(), Double.MIN_VALUE, only);
        atLeast(UnstableQuantities.SMALLEST_OF_COVARIANCE, run.leastOfCovariance(), 0.0, only);
        atMost(Claims.PROGRESSIVE_SHARPENING, UnstableQuantities.ALPHA_RATIO, Quantities.ALPHA_RATIO, run.alphaRatio());
        if (hasEigengap) {
            atMost(Claims.EIGENGAP, UnstableQuantities.next(k), Quantities.SECOND_EIGENVALUE, run.next());
        }
        atMost(Claims.SMALL_START, UnstableQuantities.START, Quantities.START_DISTANCE, run.start());
        conclusion(Claims.COUPLING, run.coupling());
        conclusion(Claims.LOSS, run.loss());
        conclusion(Claims.SHARPNESS, run.sharpness());
        return List.copyOf(claims);
    }

    private void atMost(Claim claim, Notation quantity, Quantity measured, EnclosedExtreme value) {
        add(claim.key(), quantity, value, CertifiedVerdict.atMost(value, thresholds.of(measured), onRun));
    }

    private void atLeast(Notation quantity, EnclosedExtreme value, double threshold, String where) {
        add(COVARIANCE, quantity, value, CertifiedVerdict.atLeast(value, threshold, where));
    }

    private void conclusion(Claim conclusion, EnclosedExtreme value) {
        Quantity measure = conclusion.measure();
        add(measure.key(), measure.symbol(), value, CertifiedVerdict.atMost(value, thresholds.of(measure), onRun));
    }

    private void add(String name, Notation quantity, EnclosedExtreme value, Verdict verdict) {
        claims.add(new CertifiedClaim(name, quantity, value.value(), verdict));
    }
}
