package org.selfstab.recheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.CheckedClaim.Outcome;
import org.selfstab.recheck.Extremes.Quantity;

/**
 * Verifies claims: their bounds must contain what follows from the steps, their thresholds must be those of the problem, and their
 * verdicts must follow from both.
 */
final class ClaimChecker {

    private static final String RUN = "run";
    private static final String EDGE_REACHED = "edge.reached";
    private static final String NON_WORST_CASE = "condition.non_worst_case";
    private static final String MEMORY = "condition.memory";
    private static final double AT_EDGE = 2.0;
    private static final String HOLDS = "HOLDS";
    private static final String FAILS = "FAILS";
    private static final String UNDECIDED = "UNDECIDED";

    private final Decimals decimals;
    private final Extremes extremes;
    private final DecimalInterval eta;
    private final Map<String, Double> thresholds;
    private final int maxSteps;

    ClaimChecker(Decimals decimals, Extremes extremes, EnclosedProblem problem) {
        this.decimals = decimals;
        this.extremes = extremes;
        this.eta = problem.eta();
        this.thresholds = problem.stated().thresholds();
        this.maxSteps = problem.stated().maxSteps();
    }

    private double threshold(String name) {
        Double threshold = thresholds.get(name);
        RejectedException.unless(threshold != null, "the problem has no threshold " + name);
        return threshold;
    }

    /** Bounds of which each may be missing. */
    private record Bounds(Optional<BigDecimal> lower, Optional<BigDecimal> upper) {

        static Bounds of(DecimalInterval interval) {
            return interval.isFinite()
                    ? new Bounds(Optional.of(interval.lower()), Optional.of(interval.upper()))
                    : new Bounds(Optional.empty(), Optional.empty());
        }

        boolean isWithin(Written.Claim claim) {
            boolean above = claim.lower().isEmpty()
                    || (lower.isPresent() && new BigDecimal(claim.lower().get()).compareTo(lower.get()) <= 0);
            boolean below = claim.upper().isEmpty()
                    || (upper.isPresent() && new BigDecimal(claim.upper().get()).compareTo(upper.get()) >= 0);
            return above && below;
        }

        Optional<Double> lowerNumber() {
            return lower.map(BigDecimal::doubleValue);
        }

        Optional<Double> upperNumber() {
            return upper.map(BigDecimal::doubleValue);
        }

        @Override
        public String toString() {
            return "[" + lowerNumber().map(String::valueOf).orElse("-oo") + ", "
                    + upperNumber().map(String::valueOf).orElse("oo") + "]";
        }
    }

    /** A claim that has to stand in the certificate: its quantity on the run and in the tube. */
    private record Expected(
            String name, String quantity, double threshold, boolean atMost, Bounds onRun, Optional<Bounds> inTube) {}

    /** Whether a run is said to have ended before its horizon. */
    static boolean endsEarly(List<Written.Claim> claims) {
        return !claims.isEmpty() && claims.get(0).name().equals(RUN) && isEmpty(claims.get(0));
    }

    /** Verifies all claims, in the order in which they stand, after those that state nothing; what is missing or too much is rejected too. */
    List<CheckedClaim> check(List<Written.Claim> claims, boolean hasSteps) {
        List<CheckedClaim> checked = new ArrayList<>();
        List<Written.Claim> rest = claims;
        while (!rest.isEmpty() && isEmpty(rest.get(0))) {
            checked.add(result(rest.get(0), Optional.empty()));
            rest = rest.subList(1, rest.size());
        }
        List<Expected> expected = expected(hasSteps);
        for (int i = 0; i < rest.size(); i++) {
            checked.add(
                    i < expected.size()
                            ? check(rest.get(i), expected.get(i))
                            : result(rest.get(i), Optional.of("no claim is expected here")));
        }
        for (Expected missing : expected.subList(Math.min(rest.size(), expected.size()), expected.size())) {
            checked.add(new CheckedClaim(
                    missing.name(),
                    missing.quantity(),
                    "",
                    Outcome.REJECTED,
                    "the claim is missing from the certificate"));
        }
        return checked;
    }

    private CheckedClaim check(Written.Claim claim, Expected expected) {
        Optional<String> objection = objection(claim, expected);
        return objection.isPresent() && isUndecidedHereToo(claim, expected)
                ? new CheckedClaim(
                        claim.name(),
                        claim.quantity(),
                        claim.verdict(),
                        Outcome.EMPTY,
                        "undecided here too, with other bounds: the steps give "
                                + expected.inTube().orElse(expected.onRun()))
                : result(claim, objection);
    }

    /** Both leave the claim open, so that nothing rests on the bounds, which near zero may differ by more than the prover's room. */
    private boolean isUndecidedHereToo(Written.Claim claim, Expected expected) {
        Bounds bounds = expected.inTube().orElse(expected.onRun());
        return isOf(claim, expected)
                && claim.verdict().equals(UNDECIDED)
                && claim.threshold().equals(thresholdThatCounts(claim, expected))
                && (isUndefined(claim, expected)
                        || verdict(bounds.lowerNumber(), bounds.upperNumber(), expected)
                                .equals(UNDECIDED));
    }

    private static boolean isOf(Written.Claim claim, Expected expected) {
        return claim.name().equals(expected.name()) && claim.quantity().equals(expected.quantity());
    }

    private boolean isUndefined(Written.Claim claim, Expected expected) {
        return expected.inTube().isPresent() && !claim.verdict().equals(FAILS) && extremes.tubeIsUndefined();
    }

    private Optional<Double> thresholdThatCounts(Written.Claim claim, Expected expected) {
        return isUndefined(claim, expected) ? Optional.empty() : Optional.of(expected.threshold());
    }

    private static CheckedClaim result(Written.Claim claim, Optional<String> objection) {
        Outcome outcome = objection.isPresent() ? Outcome.REJECTED : isEmpty(claim) ? Outcome.EMPTY : Outcome.CONFIRMED;
        String shown = isEmpty(claim) ? "nothing is stated" : bounds(claim);
        return new CheckedClaim(claim.name(), claim.quantity(), claim.verdict(), outcome, objection.orElse(shown));
    }

    private static boolean isEmpty(Written.Claim claim) {
        return claim.verdict().equals(UNDECIDED)
                && claim.lower().isEmpty()
                && claim.upper().isEmpty();
    }

    private static String bounds(Written.Claim claim) {
        return "in [" + claim.lower().map(String::valueOf).orElse("-oo") + ", "
                + claim.upper().map(String::valueOf).orElse("oo") + "]"
                + claim.threshold().map(threshold -> ", threshold " + threshold).orElse("");
    }

    private Optional<String> objection(Written.Claim claim, Expected expected) {
        if (!isOf(claim, expected)) {
            return Optional.of("expected the claim " + expected.name() + ": " + expected.quantity());
        }
        if (!claim.threshold().equals(thresholdThatCounts(claim, expected))) {
            return Optional.of("the threshold is not the problem's, " + expected.threshold());
        }
        Bounds bounds = claim.verdict().equals(FAILS)
                ? expected.onRun()
                : expected.inTube().orElse(expected.onRun());
        if (!bounds.isWithin(claim)) {
            return Optional.of("the stated bounds do not follow from the steps, which give " + bounds);
        }
        String implied = isUndefined(claim, expected) ? UNDECIDED : verdict(claim.lower(), claim.upper(), expected);
        return claim.verdict().equals(implied)
                ? Optional.empty()
                : Optional.of("the bounds and the threshold do not say " + claim.verdict());
    }

    /** The verdict that bounds imply. */
    private static String verdict(Optional<Double> lower, Optional<Double> upper, Expected expected) {
        double threshold = expected.threshold();
        Optional<Double> good = expected.atMost() ? upper : lower;
        Optional<Double> bad = expected.atMost() ? lower : upper;
        boolean holds = good.isPresent() && (expected.atMost() ? good.get() <= threshold : good.get() >= threshold);
        boolean fails = bad.isPresent() && (expected.atMost() ? bad.get() > threshold : bad.get() < threshold);
        return holds ? HOLDS : fails ? FAILS : UNDECIDED;
    }

    private List<Expected> expected(boolean hasSteps) {
        String sharpening = "condition.progressive_sharpening";
        if (extremes.doubtfulAlpha().isPresent()) {
            Bounds alpha = Bounds.of(extremes.doubtfulAlpha().get());
            return List.of(new Expected(sharpening, "min alpha", Double.MIN_VALUE, false, alpha, Optional.empty()));
        }
        if (!hasSteps) {
            return extremes.approach() > maxSteps ? List.of(edgeNeverReached()) : List.of();
        }
        DecimalInterval epsilon = extremes.of(Quantity.EPSILON);
        DecimalInterval delta = extremes.of(Quantity.DELTA);
        DecimalInterval leastAlpha = extremes.least(Quantity.LEAST_ALPHA);
        DecimalInterval leastBeta = extremes.least(Quantity.LEAST_BETA);
        List<Expected> expected = new ArrayList<>(List.of(
                atMost(EDGE_REACHED, "max (2 - eta S(dagger_t))/eps^2", "edge.reached", belowEdge(epsilon)),
                new Expected(
                        sharpening,
                        "min alpha",
                        Double.MIN_VALUE,
                        false,
                        Bounds.of(leastAlpha),
                        Optional.of(Bounds.of(extremes.least(Quantity.LEAST_TUBE_ALPHA)))),
                new Expected(
                        sharpening,
                        "min gamma",
                        threshold("condition.progressive_sharpening.gamma"),
                        false,
                        Bounds.of(extremes.least(Quantity.LEAST_GAMMA)),
                        Optional.of(Bounds.of(extremes.least(Quantity.LEAST_TUBE_GAMMA)))),
                atMost(
                        sharpening,
                        "max alpha/min alpha",
                        "condition.progressive_sharpening.alpha_ratio",
                        extremes.of(Quantity.ALPHA).divide(leastAlpha)),
                atMost(
                        sharpening,
                        "max beta/min beta",
                        "condition.progressive_sharpening.beta_ratio",
                        extremes.of(Quantity.BETA).divide(leastBeta)),
                new Expected(
                        "condition.eigengap",
                        "max eta lambda_2",
                        threshold("condition.eigengap"),
                        true,
                        new Bounds(extremes.secondAtLeast(), extremes.secondAtMost()),
                        Optional.of(new Bounds(Optional.empty(), extremes.tubeSecondAtMost()))),
                new Expected(
                        "condition.smoothness",
                        "max rho_4/(eta rho_3^2)",
                        threshold("condition.smoothness"),
                        true,
                        smoothness(),
                        Optional.empty()),
                atMost(
                        NON_WORST_CASE,
                        "max eta |H w|/(eps |w|)",
                        "condition.non_worst_case.curvature",
                        extremes.of(Quantity.SECOND_OFF_U).multiply(eta).divide(epsilon)),
                atMost(
                        NON_WORST_CASE,
                        "max |P D3L(w,w)|/(eps rho_3 |w|^2)",
                        "condition.non_worst_case.third_order",
                        extremes.of(Quantity.THIRD_OFF_U).divide(epsilon)),
                new Expected(
                        "condition.axis_distance",
                        "min |x*|/delta",
                        threshold("condition.axis_distance"),
                        false,
                        Bounds.of(extremes.least(Quantity.LEAST_X).divide(delta)),
                        Optional.empty()),
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
                                .divide(epsilon.square().divide(eta)))));
        if (extremes.canMove()) {
            expected.addAll(implicitBias(epsilon));
        }
        return expected;
    }

    /** (27a) and (27b). */
    private List<Expected> implicitBias(DecimalInterval epsilon) {
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
    private Expected edgeNeverReached() {
        Bounds above = new Bounds(
                Optional.empty(), Bounds.of(extremes.of(Quantity.APPROACH)).upper());
        return new Expected(EDGE_REACHED, "max eta S(proj_M(theta_t))", AT_EDGE, false, above, Optional.empty());
    }

    private DecimalInterval belowEdge(DecimalInterval epsilon) {
        DecimalInterval distance =
                extremes.of(Quantity.BELOW_EDGE).max(decimals.field().getZero());
        return distance.divide(epsilon.square());
    }

    private Expected atMost(String name, String quantity, String threshold, DecimalInterval value) {
        return new Expected(name, quantity, threshold(threshold), true, Bounds.of(value), Optional.empty());
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
    void requireRadii(Written.End end) {
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
