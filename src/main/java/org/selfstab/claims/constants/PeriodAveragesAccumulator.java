package org.selfstab.claims.constants;

import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.claims.PeriodAverages;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.Rates;
import org.selfstab.dynamics.ReducedState;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.numeric.PhaseUnwrapper;

/**
 * Averages a run over its whole periods while it goes, theory.md (27).
 *
 * <p>The window is from t = 0 to the end of the last whole period of the iterates, as {@link PhaseUnwrapper} tells it from their own X and Y; the end lies
 * between two steps. Means are integrals, by the trapezoidal rule, of the piecewise linear functions through the steps: a period cut off at
 * a step would add an error of the same order eps as the one that is to be seen. What is averaged is exact: x_t and L(theta_t). Since alpha
 * and beta move slowly, {@code delta^2} is averaged over the same window. Everything that enters is in {@code trajectory.csv}.
 *
 * @param <T> the field's elements
 */
public final class PeriodAveragesAccumulator<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    private final Rates<T> rates;
    private final PhaseUnwrapper clock = new PhaseUnwrapper();
    private final RoundingNoise<T> noise;
    private Sample previous;
    private Integrals integrals = new Integrals(0, 0, 0);
    private Optional<PeriodAverages> latest = Optional.empty();
    private boolean oscillationDefined = true;
    private double largestEpsilon;
    private double largestDelta;

    public PeriodAveragesAccumulator(Model<T> model) {
        this.rates = model.rates();
        this.noise = new RoundingNoise<>(model);
    }

    @Override
    public void observe(CoupledStep<T> step) {
        T x = step.x();
        oscillationDefined &= step.geometry().hasOscillation() && !x.isZero();
        if (oscillationDefined) {
            include(step, x);
        }
    }

    private void include(CoupledStep<T> step, T x) {
        LocalGeometry<T> geometry = step.geometry();
        noise.observe(step);
        largestEpsilon = Math.max(largestEpsilon, geometry.epsilon(rates.rate()).getReal());
        largestDelta = Math.max(largestDelta, geometry.delta().getReal());
        Sample sample = sampleOf(step, x);
        boolean turned = clock.include(
                step.t(),
                ReducedState.of(x, rates.reduced(step.y()), geometry.alpha(), geometry.beta())
                        .phase());
        if (turned) {
            endPeriod(sample);
        }
        if (previous != null) {
            integrals = integrals.plus(previous, sample, 1.0);
        }
        previous = sample;
    }

    private Sample sampleOf(CoupledStep<T> step, T x) {
        LocalGeometry<T> geometry = step.geometry();
        return new Sample(
                step.t(),
                x.multiply(x).getReal(),
                step.elevation().multiply(rates.step()).getReal(),
                geometry.deltaSquared().getReal());
    }

    private void endPeriod(Sample sample) {
        double end = clock.turns().get(clock.turns().size() - 1);
        Integrals upToEnd = integrals.plus(previous, sample, end - previous.t);
        latest = Optional.of(new PeriodAverages(
                clock.turns().size(),
                end,
                upToEnd.xSquared / upToEnd.deltaSquared,
                upToEnd.elevation / upToEnd.deltaSquared,
                noise.largest().orElseThrow().value() / (largestEpsilon * largestDelta)));
    }

    /** The averages over all whole periods so far; empty if there was none, or if X or Y was undefined at some step. */
    public Optional<PeriodAverages> result() {
        return oscillationDefined ? latest : Optional.empty();
    }

    /** What is averaged, at one step; the loss elevation in units of S_c/2. */
    private record Sample(int t, double xSquared, double elevation, double deltaSquared) {}

    /** Integrals over time since t = 0 of the piecewise linear functions through the samples. */
    private record Integrals(double xSquared, double elevation, double deltaSquared) {

        /** Goes on over the first part of the interval between two neighbouring samples. */
        Integrals plus(Sample from, Sample to, double fraction) {
            return new Integrals(
                    xSquared + area(from.xSquared, to.xSquared, fraction),
                    elevation + area(from.elevation, to.elevation, fraction),
                    deltaSquared + area(from.deltaSquared, to.deltaSquared, fraction));
        }

        private static double area(double from, double to, double fraction) {
            return fraction * (from + 0.5 * fraction * (to - from));
        }
    }
}
