package org.selfstab.claims.drift;

import java.util.List;
import java.util.Optional;
import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.Rates;
import org.selfstab.dynamics.SlowTrajectory;
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

    /** In units of epsilon: a real root below is a slow motion along the floor, which the constrained trajectory has as well. */
    private static final double SLIDING = 0.1;
    /** Beside twice the stated error, by what part of itself the predicted real part may differ from the measured one. */
    private static final double AGREEMENT = 0.1;

    /** That of iterates whose oscillation was seen, beside the roots where the trajectory ends. */
    static Optional<SmallOscillations> of(
            SlowTrajectory.Knot end,
            DriftRates law,
            Rates<Binary64> rates,
            DriftRun.Curvatures curvatures,
            List<DriftResult.State> states) {
        SmallSystem system = SmallSystem.of(end.at().floor(), rates);
        List<Root> roots = system.roots();
        return decisive(roots, law.epsilon()).map(root -> {
            double size = Math.hypot(root.real(), root.imaginary());
            return new SmallOscillations(
                    root,
                    system.remaining(root, end.at().floor(), curvatures),
                    law.magnitude() + size * size,
                    new OscillationFit(roots, root, law.epsilon()).measured(states));
        });
    }

    /** The least damped of those that are not slow motion along the floor. */
    static Optional<Root> decisive(List<Root> roots, double epsilon) {
        return roots.stream()
                .filter(root -> root.isComplex() || Math.abs(root.real()) > SLIDING * epsilon)
                .findFirst();
    }

    /** What follows: the sign of the root is certain, and the iterates show it. */
    DriftVerdict verdict(Root seen) {
        if (!agrees(seen)) {
            return DriftVerdict.FAILS;
        }
        if (Math.abs(rate()) <= error || seen.real() * rate() <= 0) {
            return DriftVerdict.UNDECIDED;
        }
        return rate() < 0 ? DriftVerdict.DAMPED : DriftVerdict.GROWING;
    }

    /** What is to be added to the numbers of a verdict that is none of those of an oscillation. */
    String remark(Root seen) {
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

        boolean isComplex() {
            return imaginary > 0;
        }
    }
}
