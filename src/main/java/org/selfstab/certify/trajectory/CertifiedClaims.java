package org.selfstab.certify.trajectory;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.certify.CertifiedClaim;
import org.selfstab.interval.Interval;
import org.selfstab.problem.Thresholds;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.Verdict;

/** Decides conditions and conclusions of theory.md section 7 from a run's bounds. */
final class CertifiedClaims {

    private static final double AT_EDGE = 2.0;
    /** The part of a width over the tube by which bounds are moved outwards. */
    private static final double ROOM = 0x1p-6;
    /** The same of bounds that rest on the fourth derivative, of which there is no mean value form, or of these themselves: its enclosures differ by more. */
    private static final double ROOM_OF_FOURTH = 0x1p-2;

    private static final Notation SMALLEST_ALPHA = Notation.formula("min alpha", "min α", "\\min \\alpha");
    private static final Notation PROJECTED_SHARPNESS = Notation.formula(
            "max eta S(proj_M(theta_t))", "max η S(proj_M(θ_t))", "\\max \\eta S(\\mathrm{proj}_M(\\theta_t))");

    private final TrajectoryBounds run;
    private final Tube tube;
    private final Interval eta;
    private final Thresholds thresholds;
    private final boolean hasEigengap;
    private final String onRun;
    private final List<CertifiedClaim> claims = new ArrayList<>();

    /**
     * The claims of a run.
     *
     * @param hasEigengap whether a bound on {@code lambda_2} is what the theory asks for, as it is of optimizers of one copy
     */
    CertifiedClaims(
            TrajectoryBounds run, Tube tube, Interval eta, Thresholds thresholds, boolean hasEigengap, int steps) {
        this.run = run;
        this.tube = tube;
        this.eta = eta;
        this.thresholds = thresholds;
        this.hasEigengap = hasEigengap;
        this.onRun = "on the exact run, t = 0 to " + steps;
    }

    /** The claim that alpha is positive, of an alpha that is not certainly so. */
    static CertifiedClaim positiveAlpha(EnclosedExtreme alpha) {
        return new CertifiedClaim(
                Claims.PROGRESSIVE_SHARPENING.key(),
                SMALLEST_ALPHA,
                alpha.value(),
                CertifiedVerdict.atLeast(alpha, Double.MIN_VALUE, "at the exact dagger_t"));
    }

    /**
     * The claim that the plain optimizer gets to the edge, refuted by S at the points nearest to all iterates.
     *
     * @param sharpness the largest {@code eta S} there, below 2
     */
    static CertifiedClaim edgeNeverReached(EnclosedExtreme sharpness, String optimizer, int steps) {
        double upper = sharpness.value().upper();
        // half the way to 2, so that a checker confirms it whose derivatives are enclosed less closely
        double stated = Math.max(upper, 0.5 * (upper + AT_EDGE));
        EnclosedExtreme decided = sharpness.withValue(new Interval(Double.NEGATIVE_INFINITY, stated));
        return new CertifiedClaim(
                Claims.EDGE_REACHED.key(),
                PROJECTED_SHARPNESS,
                decided.value(),
                CertifiedVerdict.atLeast(decided, AT_EDGE, "on exact " + optimizer + ", steps 0 to " + steps));
    }

    /** The same claim where it could not be refuted. */
    static CertifiedClaim edgeUndecided(String reason) {
        return new CertifiedClaim(
                Claims.EDGE_REACHED.key(), PROJECTED_SHARPNESS, Interval.entire(), CertifiedVerdict.undecided(reason));
    }

    /** The claim that the run was enclosed up to its horizon, which stands only where it was not. */
    static CertifiedClaim notToItsHorizon(String reason) {
        return new CertifiedClaim(
                CertifiedClaim.RUN,
                Notation.words("the run up to its horizon"),
                Interval.entire(),
                CertifiedVerdict.undecided(reason));
    }

    List<CertifiedClaim> all() {
        claims.clear();
        atMost(Claims.EDGE_REACHED, Quantities.BELOW_EDGE, run.belowEdge());
        inTube(Claims.PROGRESSIVE_SHARPENING, SMALLEST_ALPHA, tube.alpha(), run.smallestAlpha(), Double.MIN_VALUE);
        inTube(
                Claims.PROGRESSIVE_SHARPENING,
                Quantities.SMALLEST_ALIGNMENT.symbol(),
                tube.gamma(),
                run.smallestGamma(),
                thresholds.of(Quantities.SMALLEST_ALIGNMENT));
        atMost(Claims.PROGRESSIVE_SHARPENING, Quantities.ALPHA_RATIO, run.alphaRatio());
        atMost(Claims.PROGRESSIVE_SHARPENING, Quantities.BETA_RATIO, run.betaRatio());
        if (hasEigengap) {
            eigengap();
        }
        smoothness();
        atMost(Claims.NON_WORST_CASE, Quantities.CURVATURE_OFF_U, run.secondOffU());
        atMost(Claims.NON_WORST_CASE, Quantities.THIRD_ORDER_OFF_U, run.thirdOffU());
        atLeast(Claims.AXIS_DISTANCE, Quantities.AXIS_DISTANCE, run.axisDistance());
        atMost(Claims.SMALL_START, Quantities.START_DISTANCE, run.smallStart());
        atMost(Claims.MEMORY, Quantities.MEMORY_GROWTH, run.memory().growth());
        atMost(Claims.MEMORY, Quantities.MEMORY_SIGN, run.memory().signChange());
        conclusion(Claims.COUPLING, run.coupling());
        conclusion(Claims.LOSS, run.loss());
        conclusion(Claims.SHARPNESS, run.sharpness());
        if (run.canMove()) {
            conclusion(Claims.IMPLICIT_BIAS, run.implicitBias());
            conclusion(Claims.DESCENT, run.descent());
        }
        return List.copyOf(claims);
    }

    /** A lower bound over the tube; refuted where a point of the trajectory itself violates it. */
    private void inTube(
            Claim name, Notation quantity, EnclosedExtreme inTube, EnclosedExtreme atDaggers, double threshold) {
        Verdict refutation = CertifiedVerdict.atLeast(atDaggers, threshold, onRun);
        boolean refuted = refutation.status() == Verdict.Status.FAILS;
        EnclosedExtreme stated = refuted
                ? atDaggers
                : withRoom(
                        inTube,
                        threshold,
                        ROOM * inTube.value().width(),
                        ROOM * inTube.value().width());
        Verdict verdict = refuted ? refutation : tubeVerdict(CertifiedVerdict.atLeast(stated, threshold, inTube()));
        add(name.key(), quantity, stated, verdict);
    }

    private void eigengap() {
        double threshold = thresholds.of(Quantities.SECOND_EIGENVALUE);
        Verdict refutation = CertifiedVerdict.atMost(run.secondEigenvalue(), threshold, onRun);
        boolean refuted = refutation.status() == Verdict.Status.FAILS;
        EnclosedExtreme value = refuted ? run.secondEigenvalue() : tube.secondEigenvalue();
        Verdict verdict = refuted ? refutation : tubeVerdict(CertifiedVerdict.atMost(value, threshold, inTube()));
        add(Claims.EIGENGAP.key(), Quantities.SECOND_EIGENVALUE.symbol(), value, verdict);
    }

    /**
     * The tube contains the {@code dagger_t}, so that {@code rho_3} is at least {@code |D3L(u,u,.)| = |grad S|} there and {@code rho_4} at least
     * {@code |D4L(v,v,v,v)|}: the ratio is bounded from both sides.
     */
    private void smoothness() {
        double upper =
                smoothnessRatio(tube.fourthNorm(), run.gradS().value().lower()).upper();
        double lower =
                smoothnessRatio(run.fourth(), tube.thirdNorm().value().upper()).lower();
        Interval ratio = new Interval(lower, upper);
        double threshold = thresholds.of(Quantities.SMOOTHNESS);
        EnclosedExtreme at = lower > threshold ? run.fourth() : tube.fourthNorm();
        double room = ROOM_OF_FOURTH * Math.max(ratio.width(), Math.abs(upper));
        EnclosedExtreme value = withRoom(at.withValue(ratio), threshold, ROOM_OF_FOURTH * Math.abs(lower), room);
        add(
                Claims.SMOOTHNESS.key(),
                Quantities.SMOOTHNESS.symbol(),
                value,
                CertifiedVerdict.atMost(value, threshold, inTube()));
    }

    /**
     * Bounds over the tube a little farther apart, so that a checker confirms them that encloses derivatives less closely; of those that
     * decide at most half of what they are from the threshold is given up.
     *
     * @param roomBelow by how much the lower bound is moved
     * @param roomAbove by how much the upper bound is moved
     */
    private static EnclosedExtreme withRoom(
            EnclosedExtreme extreme, double threshold, double roomBelow, double roomAbove) {
        Interval value = extreme.value();
        double width = value.width();
        if (!Double.isFinite(width)) {
            return extreme;
        }
        double below = value.lower() >= threshold ? Math.min(roomBelow, 0.5 * (value.lower() - threshold)) : roomBelow;
        double above = value.upper() <= threshold ? Math.min(roomAbove, 0.5 * (threshold - value.upper())) : roomAbove;
        double lower = value.lower() - below;
        // a quantity that cannot be negative stays so
        return extreme.withValue(
                new Interval(value.lower() >= 0.0 ? Math.max(0.0, lower) : lower, value.upper() + above));
    }

    private Interval smoothnessRatio(EnclosedExtreme fourth, double third) {
        return Double.isInfinite(third)
                ? Interval.entire()
                : fourth.value().divide(eta.multiply(Interval.of(third).square()));
    }

    private void atMost(Claim claim, Quantity measured, EnclosedExtreme value) {
        add(claim.key(), measured.symbol(), value, CertifiedVerdict.atMost(value, thresholds.of(measured), onRun));
    }

    private void atLeast(Claim claim, Quantity measured, EnclosedExtreme value) {
        add(claim.key(), measured.symbol(), value, CertifiedVerdict.atLeast(value, thresholds.of(measured), onRun));
    }

    private void conclusion(Claim conclusion, EnclosedExtreme value) {
        double threshold = thresholds.of(conclusion.measure());
        add(
                conclusion.measure().key(),
                conclusion.measure().symbol(),
                value,
                CertifiedVerdict.atMost(value, threshold, onRun));
    }

    private Verdict tubeVerdict(Verdict verdict) {
        return tube.undefinedAt()
                .map(t -> CertifiedVerdict.undecided("no simple top eigenvalue could be proved " + inTube() + " at t = "
                        + t + "; a narrower one may do"))
                .orElse(verdict);
    }

    private String inTube() {
        return "within " + tube.radius() + " of each dagger_t";
    }

    private void add(String name, Notation quantity, EnclosedExtreme value, Verdict verdict) {
        claims.add(new CertifiedClaim(name, quantity, value.value(), verdict));
    }
}
