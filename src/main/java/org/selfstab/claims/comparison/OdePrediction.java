package org.selfstab.claims.comparison;

import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.claims.OdeComparison;
import org.selfstab.claims.PeriodAverages;
import org.selfstab.dynamics.Rates;
import org.selfstab.dynamics.ReducedLevel;
import org.selfstab.dynamics.ReducedState;
import org.selfstab.numeric.PhaseUnwrapper;
import org.selfstab.vocabulary.Notation;

/**
 * What the closed forms (17)-(20) of theory.md predict of a run from its state at t = 0.
 *
 * @param rates those of the optimizer
 * @param alpha alpha at t = 0, positive
 * @param beta beta at t = 0, positive
 * @param skewness kappa_3 at t = 0
 * @param start the reduced state at t = 0, not the fixed point
 * @param <T> the field's elements
 */
record OdePrediction<T extends CalculusFieldElement<T>>(
        Rates<T> rates, T alpha, T beta, double skewness, ReducedState<T> start) {

    private static final Notation DISTANCE = Notation.formula("|x|", "|x|", "|x|");

    private static final int BISECTIONS = 60;

    /**
     * Each prediction beside what was observed; nothing is if the run holds no whole period.
     *
     * @param range the extremes over the first period
     * @param observed the whole turns of the iterates; the period is their first, which starts from the state predicted from
     * @param averages the averages over whole periods, relative to mean delta^2
     */
    List<OdeComparison.Quantity> quantities(
            ObservedRange range, PhaseUnwrapper observed, Optional<PeriodAverages> averages) {
        ReducedLevel<T> orbit = new ReducedLevel<>(start.energy());
        double epsilon = rates.rate().multiply(alpha.sqrt()).getReal();
        double delta = alpha.multiply(2.0).divide(beta).sqrt().getReal();
        List<Double> turns = observed.turns();
        Optional<Double> period = turns.stream().findFirst();
        return List.of(
                new OdeComparison.Quantity(
                        Notation.words("period in steps (19)"),
                        "period",
                        orbit.period().getReal() / epsilon,
                        period),
                new OdeComparison.Quantity(
                        Notation.words("period of small oscillations (17)"),
                        "small_period",
                        Math.sqrt(2.0) * Math.PI / epsilon,
                        period),
                new OdeComparison.Quantity(
                        new Notation(
                                "largest sharpness (18), with kappa_3 x",
                                "largest sharpness (18), with κ₃ x",
                                "largest sharpness (18), with $\\kappa_3$ $x$"),
                        "max_sharpness",
                        rates.edge().getReal()
                                + overshoot(orbit, rates.unitOfY(alpha).getReal(), Math.abs(skewness) * delta),
                        period.map(whole -> range.largestSharpness())),
                new OdeComparison.Quantity(
                        Notation.words("smallest ").then(DISTANCE).then(" (18)"),
                        "min_x",
                        delta * orbit.smallestX().getReal(),
                        period.map(whole -> range.smallestX())),
                new OdeComparison.Quantity(
                        Notation.words("largest ").then(DISTANCE).then(" (18)"),
                        "max_x",
                        delta * orbit.largestX().getReal(),
                        period.map(whole -> range.largestX())),
                new OdeComparison.Quantity(
                        new Notation(
                                "mean x^2/mean delta^2 (20)",
                                "mean x²/mean δ² (20)",
                                "mean $x^2$/mean $\\delta^2$ (20)"),
                        "mean_x2_over_delta2",
                        1.0,
                        averages.map(PeriodAverages::oscillation)),
                new OdeComparison.Quantity(
                        new Notation(
                                "mean loss elevation/(mean delta^2/eta) (20)",
                                "mean loss elevation/(mean δ²/η) (20)",
                                "mean loss elevation/(mean $\\delta^2$/$\\eta$) (20)"),
                        "mean_loss_over_delta2_eta",
                        1.0,
                        averages.map(PeriodAverages::lossElevation)));
    }

    /**
     * The largest {@code sqrt(b alpha/a) Y + |kappa_3| delta X} over the orbit, which the sharpness exceeds S_c by: x changes its sign at every
     * step, so that the ripple {@code kappa_3 x} comes with both signs. It is largest where {@code sqrt(alpha) (X - 1/X) = |kappa_3| delta Y}, between
     * X = 1 and X_max; without skewness it is {@code sqrt(2 alpha E)} at X = 1.
     */
    private static <T extends CalculusFieldElement<T>> double overshoot(ReducedLevel<T> orbit, double ofY, double ofX) {
        double twiceEnergy = 2.0 * orbit.energy().getReal();
        double low = 1.0;
        double high = orbit.largestX().getReal();
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = 0.5 * (low + high);
            if (ofY * (middle - 1.0 / middle) < ofX * speed(middle, twiceEnergy)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return ofY * speed(low, twiceEnergy) + ofX * low;
    }

    /** Y above zero at an X of the orbit, theory.md (16). */
    private static double speed(double x, double twiceEnergy) {
        return Math.sqrt(Math.max(0.0, twiceEnergy - (x * x - 1.0 - 2.0 * Math.log(x))));
    }
}
