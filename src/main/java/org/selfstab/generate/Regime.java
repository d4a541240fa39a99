package org.selfstab.generate;

import java.util.LinkedHashSet;
import java.util.Set;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;

/**
 * Which conditions of theory.md section 7 a prescription is sure to meet over its run, by estimates from the normal form with room for the
 * disguise and for terms of order epsilon; and which prescriptions are too coarse to be built at all.
 *
 * @param whole the prescription, with no hypothesis broken
 */
record Regime(Prescription whole) {

    private static final double SMALL_EPSILON = 0.05;
    /** Off its start the orbit must not come to where the edge is no longer straight. */
    private static final double STRAIGHT = 0.2;

    private static final double LARGEST_CURVATURE = 5;
    private static final double LARGEST_SMOOTHNESS = 50;
    private static final double LARGEST_ENERGY = 1.5;
    private static final double SMALLEST_ALIGNMENT = 0.2;
    private static final double LARGEST_ETA_LAMBDA = 1.8;

    /**
     * Refuses a prescription whose start would be so far off that its nearest point need not be the one meant.
     *
     * @throws ImpossibleRequestException if it is
     */
    static void requireAdmissible(Prescription built) {
        double epsilon = built.epsilonReal();
        double reach = epsilon * (1.0 + Math.sqrt(built.of(Prescribed.ENERGY).real()));
        if (reach > STRAIGHT) {
            throw tooCoarse("epsilon = eta sqrt(alpha) = " + epsilon + " is too large for the energy "
                    + built.of(Prescribed.ENERGY) + ": the start would lie too far from the edge");
        }
        double beta = built.of(Prescribed.BETA).real();
        double skewness = Math.abs(built.of(Prescribed.KAPPA_3).real()) / Math.sqrt(beta);
        if (skewness * epsilon > STRAIGHT) {
            throw tooCoarse("kappa_3 = " + built.of(Prescribed.KAPPA_3) + " is too large for epsilon = " + epsilon
                    + ": one delta along u would change the sharpness by its own size");
        }
        double etaBeta = built.of(Prescribed.ETA).real() * beta;
        double fourth = Math.abs(built.of(Prescribed.FOURTH).real()) / etaBeta;
        if (fourth * epsilon * epsilon > STRAIGHT) {
            throw tooCoarse("the fourth derivative " + built.of(Prescribed.FOURTH) + " is too large for epsilon = "
                    + epsilon + ": one delta along u would change the sharpness by its own size");
        }
    }

    private static ImpossibleRequestException tooCoarse(String what) {
        return new ImpossibleRequestException(what, "give a smaller " + Prescribed.ALPHA.option());
    }

    /** The conditions that hold. */
    Set<Claim> holding() {
        if (whole.epsilonReal() > SMALL_EPSILON || hasConcaveDirection()) {
            return Set.of(Claims.EDGE_REACHED);
        }
        Set<Claim> holding = new LinkedHashSet<>();
        addIf(whole.of(Prescribed.GAMMA).real() >= SMALLEST_ALIGNMENT, Claims.PROGRESSIVE_SHARPENING, holding);
        addIf(largestEtaLambda() <= LARGEST_ETA_LAMBDA, Claims.EIGENGAP, holding);
        addIf(smoothness() <= LARGEST_SMOOTHNESS, Claims.SMOOTHNESS, holding);
        addIf(curvature() <= LARGEST_CURVATURE, Claims.NON_WORST_CASE, holding);
        boolean isNarrow = whole.of(Prescribed.ENERGY).real() <= LARGEST_ENERGY;
        addIf(isNarrow, Claims.AXIS_DISTANCE, holding);
        addIf(isNarrow, Claims.SMALL_START, holding);
        addIf(whole.directions().ofSharpening().real() <= 1.0, Claims.MEMORY, holding);
        holding.add(Claims.NEAREST_POINT);
        holding.add(Claims.EDGE_REACHED);
        return holding;
    }

    private static void addIf(boolean holds, Claim condition, Set<Claim> holding) {
        if (holds) {
            holding.add(condition);
        }
    }

    private boolean hasConcaveDirection() {
        return whole.directions().all().stream().anyMatch(curvature -> curvature.sign() < 0);
    }

    private double largestEtaLambda() {
        return whole.directions().all().stream()
                .mapToDouble(ClosedNumber::real)
                .max()
                .orElseThrow();
    }

    /** Of the quartic along u alone, {@code |f|/(eta (kappa_3^2 + beta))}. */
    private double smoothness() {
        double skewness = whole.of(Prescribed.KAPPA_3).real();
        double beta = whole.of(Prescribed.BETA).real();
        return Math.abs(whole.of(Prescribed.FOURTH).real())
                / (whole.of(Prescribed.ETA).real() * (skewness * skewness + beta));
    }

    /** In units of epsilon, along gradS_perp and the gradient. */
    private double curvature() {
        double sharpening = whole.directions().ofSharpening().abs().real();
        double drift = whole.directions().ofDrift().map(c -> c.abs().real()).orElse(0.0);
        return Math.max(sharpening, drift) / whole.epsilonReal();
    }
}
