package org.selfstab.claims;

import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.geometry.LocalGeometry;

/**
 * Averages a run over whole periods while it goes, theory.md (27).
 *
 * <p>A period lasts from one minimum of {@code |x*|} to the next, that is from one rise of {@code y*} through zero to the next
 * (theory.md (15)). The crossing is interpolated linearly between the two steps around it, and means are integrals of the
 * piecewise linear functions through the steps: a period cut off at a step would add an error of the same order eps as the one that is
 * to be seen. Since alpha and beta move slowly, {@code delta^2} is averaged over the same periods.
 *
 * @param <T> the field's elements
 */
public final class AveragesOfRun<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    /**
     * The shortest period, that of small oscillations, is 4.44/eps steps by theory.md (17). A second rise within 2/eps steps is a ripple
     * about zero, as the generalised form has.
     */
    private static final double SHORTEST_REDUCED_TIME = 2.0;

    private final T eta;
    private Sample previous;
    private Integrals integrals = new Integrals(0, 0, 0);
    private Crossing first;
    private Crossing last;
    private int periods;
    private boolean oscillationDefined = true;

    public AveragesOfRun(T eta) {
        this.eta = eta;
    }

    @Override
    public void observe(CoupledStep<T> step) {
        if (!step.geometry().hasOscillation()) {
            oscillationDefined = false;
        }
        if (oscillationDefined) {
            include(sampleOf(step));
        }
    }

    private Sample sampleOf(CoupledStep<T> step) {
        LocalGeometry<T> geometry = step.geometry();
        T x = step.x();
        return new Sample(
                step.t(),
                step.predictedY().getReal(),
                geometry.epsilon(eta).getReal(),
                x.multiply(x).getReal(),
                step.loss().subtract(geometry.loss()).multiply(eta).getReal(),
                geometry.deltaSquared().getReal());
    }

    private void include(Sample sample) {
        if (previous != null) {
            if (previous.y < 0 && sample.y >= 0) {
                cross(sample);
            }
            integrals = integrals.plus(previous, sample, 1.0);
        }
        previous = sample;
    }

    private void cross(Sample sample) {
        double fraction = previous.y / (previous.y - sample.y);
        Crossing crossing = new Crossing(previous.t + fraction, integrals.plus(previous, sample, fraction));
        if (first == null) {
            first = crossing;
            last = crossing;
        } else if ((crossing.time - last.time) * sample.epsilon >= SHORTEST_REDUCED_TIME) {
            last = crossing;
            periods++;
        }
    }

    /** The averages over all whole periods so far; empty if there was none, or if delta was undefined at some step. */
    public Optional<PeriodAverages> result() {
        if (periods == 0 || !oscillationDefined) {
            return Optional.empty();
        }
        double deltaSquared = last.integrals.deltaSquared - first.integrals.deltaSquared;
        return Optional.of(new PeriodAverages(
                periods,
                first.time,
                last.time,
                (last.integrals.xSquared - first.integrals.xSquared) / deltaSquared,
                (last.integrals.elevation - first.integrals.elevation) / deltaSquared));
    }

    /** What is averaged, at one step; the loss elevation in units of 1/eta. */
    private record Sample(int t, double y, double epsilon, double xSquared, double elevation, double deltaSquared) {}

    /** A rise of y* through zero, and the integrals up to it. */
    private record Crossing(double time, Integrals integrals) {}

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
