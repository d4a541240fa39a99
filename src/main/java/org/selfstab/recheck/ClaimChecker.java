package org.selfstab.recheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.Extremes.Quantity;

/**
 * Verifies claims: their bounds must contain what follows from the steps, their thresholds must be those of the problem, and their
 * verdicts must follow from both.
 */
final class ClaimChecker {

    /** The name of what is left open where a run is not verified to its horizon. */
    static final String RUN = "run";

    private static final String TO_HORIZON = "the run up to its horizon";
    private static final String EDGE_REACHED = "edge.reached";
    private static final String PROJECTED_SHARPNESS = "max eta S(proj_M(theta_t))";
    private static final String NON_WORST_CASE = "condition.non_worst_case";
    private static final String MEMORY = "condition.memory";
    private static final double AT_EDGE = 2.0;

    private final Decimals decimals;
    private final Extremes extremes;
    private final EnclosedOptimizer optimizer;
    /** {@code 2/S_c}, of gradient descent the step size. */
    private final DecimalInterval eta;

    private final Map<String, Double> thresholds;
    private final int maxSteps;

    ClaimChecker(Decimals decimals, Extremes extremes, EnclosedProblem problem) {
        this.decimals = decimals;
        this.extremes = extremes;
        this.optimizer = problem.optimizer();
        this.eta = optimizer.step();
        this.thresholds = problem.stated().thresholds();
        this.maxSteps = problem.stated().maxSteps();
    }

    private double threshold(String name) {
        Double threshold = thresholds.get(name);
        RejectedException.unless(threshold != null, "the problem has no threshold " + name);
        return threshold;
    }

    /** Whether a run is said to have ended before its horizon. */
    static boolean endsEarly(List<CertificateRecords.Claim> claims) {
        return !claims.isEmpty() && isLeftOpen(claims.get(0), RUN, TO_HORIZON);
    }

    private static boolean isLeftOpen(CertificateRecords.Claim claim, String name, String quantity) {
        return ExpectedClaim.isEmpty(claim)
                && claim.name().equals(name)
                && claim.quantity().equals(quantity);
    }

    /**
     * Verifies all claims, in the order in which they stand, after those that the prover leaves open before any bound; what is missing or too much is
     * rejected too.
     */
    List<CheckedClaim> check(List<CertificateRecords.Claim> claims, boolean hasSteps) {
        int first = endsEarly(claims) ? 1 : 0;
        if (!hasSteps && first < claims.size() && isLeftOpen(claims.get(first), EDGE_REACHED, PROJECTED_SHARPNESS)) {
            first++;
        }
        List<CheckedClaim> checked = new ArrayList<>();
        claims.subList(0, first).forEach(claim -> checked.add(ExpectedClaim.empty(claim)));
        checked.addAll(ExpectedClaim.check(claims.subList(first, claims.size()), expected(hasSteps)));
        return checked;
    }

    /** What was verified of the constant of that name over the steps; empty where the run asserts nothing of it, or nothing at all. */
    Optional<Bounds> onRun(String name, boolean hasSteps) {
        return expected(hasSteps).stream()
                .filter(expected -> expected.name().equals(name))
                .map(ExpectedClaim::onRun)
                .findFirst();
    }

    private List<ExpectedClaim> expected(boolean hasSteps) {
        String sharpening = "condition.progressive_sharpening";
        if (extremes.doubtfulAlpha().isPresent()) {
            Bounds alpha = Bounds.of(extremes.doubtfulAlpha().get());
            return List.of(ExpectedClaim.onRun(sharpening, "min alpha", Double.MIN_VALUE, false, alpha));
        }
        if (!hasSteps) {
            return extremes.approach() > maxSteps ? List.of(edgeNeverReached()) : List.of();
        }
        DecimalInterval epsilon = extremes.of(Quantity.EPSILON);
        DecimalInterval delta = extremes.of(Quantity.DELTA);
        DecimalInterval leastAlpha = extremes.least(Quantity.LEAST_ALPHA);
        DecimalInterval leastBeta = extremes.least(Quantity.LEAST_BETA);
        List<ExpectedClaim> expected = new ArrayList<>(List.of(
                atMost(EDGE_REACHED, "max (2 - eta S(dagger_t))/eps^2", "edge.reached", belowEdge(epsilon)),
                inTube(
                        sharpening,
                        "min alpha",
                        Double.MIN_VALUE,
                        false,
                        Bounds.of(leastAlpha),
                        Bounds.of(extremes.least(Quantity.LEAST_TUBE_ALPHA))),
                inTube(
                        sharpening,
                        "min gamma",
                        threshold("condition.progressive_sharpening.gamma"),
                        false,
                        Bounds.of(extremes.least(Quantity.LEAST_GAMMA)),
                        Bounds.of(extremes.least(Quantity.LEAST_TUBE_GAMMA))),
                atMost(
                        sharpening,
                        "max alpha/min alpha",
                        "condition.progressive_sharpening.alpha_ratio",
                        extremes.of(Quantity.ALPHA).divide(leastAlpha)),
                atMost(
                        sharpening,
                        "max beta/min beta",
                        "condition.progressive_sharpening.beta_ratio",
                        extremes.of(Quantity.BETA).divide(leastBeta))));
        if (optimizer.copies() == 1) {
            expected.add(inTube(
                    "condition.eigengap",
                    "max eta lambda_2",
                    threshold("condition.eigengap"),
                    true,
                    new Bounds(extremes.secondAtLeast(), extremes.secondAtMost()),
                    new Bounds(Optional.empty(), extremes.tubeSecondAtMost())));
        }
        expected.addAll(List.of(
                ExpectedClaim.onRun(
                        "condition.smoothness",
                        "max rho_4/(eta rho_3^2)",
                        threshold("condition.smoothness"),
                        true,
                        smoothness()),
                atMost(
                        NON_WORST_CASE,
                        "max eta |H w|/(eps |w|)",
                        "condition.non_worst_case.curvature",
                        extremes.of(Quantity.SECOND_OFF_U)
                                .multiply(optimizer.drift())
                                .divide(epsilon)),
                atMost(
                        NON_WORST_CASE,
                        "max |P D3L(w,w)|/(eps rho_3 |w|^2)",
                        "condition.non_worst_case.third_order",
                        extremes.of(Quantity.THIRD_OFF_U).divide(epsilon)),
                ExpectedClaim.onRun(
                        "condition.axis_distance",
                        "min |x*|/delta",
                        threshold("condition.axis_distance"),
                        false,
                        Bounds.of(extremes.least(Quantity.LEAST_X).divide(delta))),
                atMost(
                        "condition.small_start",
                        "|v_0|/delta",
                        "condition.small_start",
                        extremes.of(Quantity.START).divide(delta)),
                atMost(
                        MEMORY,
                        "max |beta_{s->t}|/sqrt(beta_s beta_t)",
                        "condition.memory.growth",
                        extremes.pushes().growth()),
                atMost(
                        MEMORY,
                        "max -beta_{s->t}/sqrt(beta_s beta_t)",
                        "condition.memory.sign_change",
                        extremes.pushes().signChange()),
                atMost(
                        "coupling.constant",
                        "C_1",
                        "coupling.constant",
                        extremes.of(Quantity.DEVIATION).divide(epsilon.multiply(delta))),
                atMost(
                        "loss.constant",
                        "C_L",
                        "loss.constant",
                        extremes.of(Quantity.LOSS_ERROR)
                                .divide(epsilon.multiply(delta.square()).divide(eta))),
                atMost(
                        "sharpness.constant",
                        "C_S",
                        "sharpness.constant",
                        extremes.of(Quantity.SHARPNESS_ERROR)
                                .divide(epsilon.square().divide(optimizer.growth())))));
        if (extremes.canMove()) {
            expected.addAll(implicitBias(epsilon));
        }
        return expected;
    }

    /** (27a) and (27b). */
    private List<ExpectedClaim> implicitBias(DecimalInterval epsilon) {
        DecimalInterval unit = epsilon.square().multiply(eta).multiply(extremes.of(Quantity.GRADIENT));
        DecimalInterval shortfall =
                extremes.of(Quantity.SHORTFALL).max(decimals.field().getZero());
        return List.of(
                atMost(
                        "implicit_bias.constant",
                        "C_P",
                        "implicit_bias.constant",
                        extremes.of(Quantity.FROM_PROJECTED).divide(unit)),
                atMost("descent.constant", "C_D", "descent.constant", shortfall.divide(epsilon)));
    }

    /** Bounded above only: the nearest points are somewhere within a distance in which S is not larger. */
    private ExpectedClaim edgeNeverReached() {
        Bounds above = new Bounds(
                Optional.empty(), Bounds.of(extremes.of(Quantity.APPROACH)).upper());
        return ExpectedClaim.onRun(EDGE_REACHED, PROJECTED_SHARPNESS, AT_EDGE, false, above);
    }

    private DecimalInterval belowEdge(DecimalInterval epsilon) {
        DecimalInterval distance =
                extremes.of(Quantity.BELOW_EDGE).max(decimals.field().getZero());
        return distance.divide(epsilon.square());
    }

    private ExpectedClaim atMost(String name, String quantity, String threshold, DecimalInterval value) {
        return ExpectedClaim.onRun(name, quantity, threshold(threshold), true, Bounds.of(value));
    }

    private ExpectedClaim inTube(
            String name, String quantity, double threshold, boolean atMost, Bounds onRun, Bounds inTube) {
        return new ExpectedClaim(
                name, quantity, threshold, atMost, onRun, Optional.of(inTube), extremes.tubeIsUndefined());
    }

    /** Above, rho_4 in the tube over eta |grad S|^2, as rho_3 is at least |grad S|; below, |D4L(v,v,v,v)| over eta times rho_3^2 in the tube. */
    private Bounds smoothness() {
        Bounds above = smoothness(Quantity.TUBE_FOURTH, extremes.of(Quantity.GRAD_S), DecimalInterval::lower);
        Bounds below = smoothness(Quantity.FOURTH, extremes.of(Quantity.TUBE_THIRD), DecimalInterval::upper);
        return new Bounds(below.lower(), above.upper());
    }

    private Bounds smoothness(Quantity fourth, DecimalInterval third, Function<DecimalInterval, BigDecimal> end) {
        if (!third.isFinite()) {
            return Bounds.of(third);
        }
        DecimalInterval square = decimals.field().of(end.apply(third)).square();
        return Bounds.of(extremes.of(fourth).divide(eta.multiply(square)));
    }

    /** Refuses stated distances that are less than those of the steps. */
    void requireRadii(CertificateRecords.End end) {
        requireAtMost(Quantity.ITERATE_RADIUS, end.iterate(), "theta_t");
        RejectedException.unless(
                end.constrained().orElse(Double.MAX_VALUE) >= extremes.daggerRadius(), radius("dagger_t"));
        requireAtMost(Quantity.PREDICTED_RADIUS, end.predicted(), "v*_t");
        RejectedException.unless(end.uniqueness().orElse(0.0) <= extremes.uniqueness(), radius("uniqueness"));
    }

    private void requireAtMost(Quantity quantity, Optional<Double> stated, String what) {
        DecimalInterval largest = extremes.of(quantity);
        boolean holds = stated.isEmpty()
                || (largest.isFinite() && largest.upper().compareTo(new BigDecimal(stated.get())) <= 0);
        RejectedException.unless(holds, radius(what));
    }

    private static String radius(String what) {
        return "the radius stated for " + what + " does not hold for all steps";
    }
}
