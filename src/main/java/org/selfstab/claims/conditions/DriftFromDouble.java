package org.selfstab.claims.conditions;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Descent;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.numeric.ArgMax;
import org.selfstab.vocabulary.Extremum;

/**
 * How far the iterates in double precision get from those of a run in higher precision, {@code max_t |theta_t(double) - theta_t|},
 * in the unit of theta.
 *
 * @param <T> the numbers of the run in higher precision
 */
public final class DriftFromDouble<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    private final Function<List<FieldVector<Binary64>>, Descent<Binary64>> descentFrom;
    private final ArgMax drift = ArgMax.largest();
    private Descent<Binary64> descent;

    /**
     * Follows, from t = 0 on, the double iterates that start at the run's start rounded to double, with all that the optimizer remembers.
     *
     * @param descentFrom the optimizer in double precision from a state
     */
    public DriftFromDouble(Function<List<FieldVector<Binary64>>, Descent<Binary64>> descentFrom) {
        this.descentFrom = descentFrom;
    }

    @Override
    public void observe(CoupledStep<T> step) {
        if (descent == null) {
            descent = descentFrom.apply(
                    step.state().get().stream().map(this::rounded).toList());
        } else {
            descent.step();
        }
        drift.include(distance(descent.iterate(), step.ofParameters(step.theta())), step.t());
    }

    private FieldVector<Binary64> rounded(FieldVector<T> precise) {
        FieldVector<Binary64> rounded = new ArrayFieldVector<>(Binary64Field.getInstance(), precise.getDimension());
        for (int i = 0; i < precise.getDimension(); i++) {
            rounded.setEntry(i, new Binary64(precise.getEntry(i).getReal()));
        }
        return rounded;
    }

    private double distance(FieldVector<Binary64> rounded, FieldVector<T> precise) {
        T square = precise.getField().getZero();
        for (int i = 0; i < precise.getDimension(); i++) {
            T difference = precise.getEntry(i).subtract(rounded.getEntry(i).getReal());
            square = square.add(difference.multiply(difference));
        }
        return square.sqrt().getReal();
    }

    /** The largest distance so far and its step; empty before the first step. */
    public Optional<Extremum> result() {
        return drift.get();
    }
}
