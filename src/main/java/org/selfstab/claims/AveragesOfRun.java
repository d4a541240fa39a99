package org.selfstab.claims;

import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.geometry.LocalGeometry;

/**
 * Averages a run over its whole periods while it goes, theory.md (27).
 *
 * <p>The period is that of the prediction: the phase is the angle of {@code (log(X^2)/sqrt(2), Y)} about the reduced dynamics' fixed
 * point, with X and Y of the predicted x and y (theory.md (15)-(17)), and a period is over when it has turned once more from where
 * it was at t = 0. Its end is interpolated between steps, and means are integrals of the piecewise linear functions through the
 * steps: a period cut off at a step would add an error of the same order eps as the one that is to be seen. What is averaged is
 * exact: x_t and L(theta_t). Since alpha and beta move slowly, {@code delta^2} is averaged over the same periods.
 *
 * @param <T> the field's elements
 */
public final class AveragesOfRun<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    private static final double TURN = 2.0 * Math.PI;

    private final T eta;
    private Sample previous;
    private double turned;
    private Integrals integrals = new Integrals(0, 0, 0);
    private Optional<PeriodAverages> latest = Optional.empty();
    private int periods;
    private boolean oscillationDefined = true;

    public AveragesOfRun(T eta) {
        this.eta = eta;
    }

    @Override
    public void observe(CoupledStep<T> step) {
        oscillationDefined &= step.geometry().hasOscillation();
        if (oscillationDefined) {
            include(sampleOf(step));
        }
    }

    private Sample sampleOf(CoupledStep<T> step) {
        LocalGeometry<T> geometry = step.geometry();
        T x = step.x();
        return new Sample(
                step.t(),
                phaseOf(step),
                x.multiply(x).getReal(),
                step.loss().subtract(geometry.loss()).multiply(eta).getReal(),
                geometry.deltaSquared().getReal());
    }

    private double phaseOf(CoupledStep<T> step) {
        LocalGeometry<T> geometry = step.geometry();
        double x = step.predictedX().getReal();
        double logX2 = Math.log(x * x / geometry.deltaSquared().getReal());
        double y = step.predictedY().getReal() / Math.sqrt(geometry.alpha().getReal());
        return Math.atan2(y, logX2 / Math.sqrt(2.0));
    }

    private void include(Sample sample) {
        if (previous != null) {
            double turnedBefore = turned;
            // The reduced dynamics turn clockwise.
            turned -= Math.IEEEremainder(sample.phase - previous.phase, TURN);
            double wanted = TURN * (periods + 1);
            if (turned >= wanted) {
                endPeriod(sample, (wanted - turnedBefore) / (turned - turnedBefore));
            }
            integrals = integrals.plus(previous, sample, 1.0);
        }
        previous = sample;
    }

    private void endPeriod(Sample sample, double fraction) {
        Integrals upToEnd = integrals.plus(previous, sample, fraction);
        periods++;
        latest = Optional.of(new PeriodAverages(
                periods,
                previous.t + fraction,
                upToEnd.xSquared / upToEnd.deltaSquared,
                upToEnd.elevation / upToEnd.deltaSquared));
    }

    /** The averages over all whole periods so far; empty if there was none, or if delta was undefined at some step. */
    public Optional<PeriodAverages> result() {
        return oscillationDefined ? latest : Optional.empty();
    }

    /** The phase and what is averaged, at one step; the loss elevation in units of 1/eta. */
    private record Sample(int t, double phase, double xSquared, double elevation, double deltaSquared) {}

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
