package org.selfstab.claims.constants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.numeric.ArgMax;
import org.selfstab.numeric.FieldVectors;
import org.selfstab.vocabulary.Extremum;

/**
 * Estimates how far rounding drives the iterates along u while a run goes: each step multiplies what is there by the optimizer's multiplier, {@code |1 - eta S(theta_t)|} of gradient descent,
 * and adds the rounding of theta's coordinates along u. Where an oscillation comes smoothly from below, it may grow from nothing but this.
 *
 * @param <T> the numbers of the run
 */
public final class RoundingNoise<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    private final Model<T> model;
    private final double ulp;
    private final ArgMax largest = ArgMax.largest();
    private double noise;
    private final List<Extremum> records = new ArrayList<>();

    public RoundingNoise(Model<T> model) {
        this.model = model;
        this.ulp = model.edge().getField().getOne().ulp().getReal();
    }

    @Override
    public void observe(CoupledStep<T> step) {
        observe(
                step.t(),
                FieldVectors.magnitude(step.geometry().u(), step.theta()),
                step.sharpness().getReal());
    }

    /**
     * The same by numbers.
     *
     * @param along the magnitude along u of what is rounded
     * @param sharpness {@code S(theta_t)}
     */
    public void observe(int t, double along, double sharpness) {
        noise += ulp * along;
        largest.include(noise, t);
        if (records.isEmpty() || noise > 2 * records.get(records.size() - 1).value()) {
            records.add(new Extremum(noise, t));
        }
        noise *= model.multiplier(sharpness);
    }

    /** The largest noise along u so far, and its step. */
    public Optional<Extremum> largest() {
        return largest.get();
    }

    /** About when the noise first exceeded a length, within a factor of 2 of it. */
    public Optional<Integer> firstBeyond(double length) {
        return records.stream()
                .filter(seen -> seen.value() > length)
                .map(Extremum::step)
                .findFirst();
    }
}
