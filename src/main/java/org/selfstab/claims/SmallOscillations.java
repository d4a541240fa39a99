package org.selfstab.claims;

import java.util.Optional;
import org.selfstab.vocabulary.DriftVerdict;

/**
 * The roots of (D16), {@code s + a b delta^2 sum_j c_j^2/(s + b lambda_j) = 0} over all directions off u that are coupled to it: the rates per step of small oscillations where curvature may be
 * intermediate.
 *
 * @param decisive the root that decides what becomes of the oscillation
 * @param remaining what the terms of Gamma that are not in (D16) add to its real part, to leading order
 * @param error of the real part with that, as stated: {@code |s|^2} and eps^2 times the magnitudes of the terms of Gamma
 * @param measured the same root of the exact iterates; empty where they do not oscillate by little for long enough
 */
public record SmallOscillations(Root decisive, double remaining, double error, Optional<Root> measured) {

    /** Beside twice the stated error, by what part of itself the predicted real part may differ from the measured one. */
    private static final double AGREEMENT = 0.1;

    /** What follows: the sign of the root is certain, and the iterates show it. */
    public DriftVerdict verdict(Root seen) {
        if (!agrees(seen)) {
            return DriftVerdict.FAILS;
        }
        if (Math.abs(rate()) <= error || seen.real() * rate() <= 0) {
            return DriftVerdict.UNDECIDED;
        }
        return rate() < 0 ? DriftVerdict.DAMPED : DriftVerdict.GROWING;
    }

    /** What is to be added to the numbers of a verdict that is none of those of an oscillation. */
    public String remark(Root seen) {
        return switch (verdict(seen)) {
            case FAILS -> ": they disagree";
            case UNDECIDED -> ": the sign is not certain";
            case DAMPED, SUSTAINED, GROWING, NOT_APPLICABLE -> "";
        };
    }

    private boolean agrees(Root seen) {
        return Math.abs(seen.real() - rate()) <= 2 * error + AGREEMENT * Math.abs(decisive.real());
    }

    /** How many steps the energy of a small oscillation takes to halve, or where it grows to double; empty where the sign of the root is not certain. */
    public Optional<Double> halvingSteps() {
        return Math.abs(rate()) > error ? Optional.of(Math.log(2) / (2 * Math.abs(rate()))) : Optional.empty();
    }

    /** The real part, with what the terms of Gamma add to it. */
    public double rate() {
        return decisive.real() + remaining;
    }

    /**
     * A root.
     *
     * @param real its real part, per step: what the amplitude grows by
     * @param imaginary its imaginary part, not negative, per step
     */
    public record Root(double real, double imaginary) {

        /** Whether it oscillates. */
        public boolean isComplex() {
            return imaginary > 0;
        }
    }
}
