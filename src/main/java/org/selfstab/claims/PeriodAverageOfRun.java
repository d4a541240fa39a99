package org.selfstab.claims;

import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.geometry.LocalGeometry;

/**
 * Averages a run over its whole periods, theory.md (27). The period is that of the prediction: the phase is the angle of {@code (log(X^2)/sqrt(2), Y)}
 * about the reduced dynamics' fixed point, with X and Y of the predicted x and y (theory.md (15)-(17)), and a period
 * is over when it has turned once from where it was at t = 0. What is averaged is exact: x_t and L(theta_t).
 *
 * @param <T> the field's elements
 */
final class PeriodAverageOfRun<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    private static final double TURN = 2.0 * Math.PI;

    private final double eta;
    private double oscillation;
    private double deltaSquared;
    private double elevation;
    private double turned;
    private double phase = Double.NaN;
    private int periods;
    private Optional<PeriodAverages> latest = Optional.empty();
    private boolean defined = true;

    PeriodAverageOfRun(T eta) {
        this.eta = eta.getReal();
    }

    @Override
    public void observe(CoupledStep<T> step) {
        defined &= step.geometry().hasOscillation();
        if (!defined) {
            return;
        }
        turnTo(phase(step));
        if (turned >= TURN * (periods + 1)) {
            periods++;
            latest = Optional.of(new PeriodAverages(
                    periods, step.t(), oscillation / deltaSquared - 1, eta * elevation / deltaSquared - 1));
        }
        double x = step.x().getReal();
        oscillation += x * x;
        deltaSquared += step.geometry().deltaSquared().getReal();
        elevation += step.loss().subtract(step.geometry().loss()).getReal();
    }

    private double phase(CoupledStep<T> step) {
        LocalGeometry<T> geometry = step.geometry();
        double x = step.predictedX().getReal();
        double logX2 = Math.log(x * x / geometry.deltaSquared().getReal());
        double y = step.predictedY().getReal() / Math.sqrt(geometry.alpha().getReal());
        return Math.atan2(y, logX2 / Math.sqrt(2.0));
    }

    /** The reduced dynamics turn clockwise. */
    private void turnTo(double newPhase) {
        if (!Double.isNaN(phase)) {
            turned -= Math.IEEEremainder(newPhase - phase, TURN);
        }
        phase = newPhase;
    }

    /** The averages over all whole periods; empty if there was none, or delta is undefined at some step. */
    Optional<PeriodAverages> result() {
        return defined ? latest : Optional.empty();
    }
}
