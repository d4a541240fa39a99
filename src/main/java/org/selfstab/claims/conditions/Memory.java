package org.selfstab.claims.conditions;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.claims.ConditionResult;
import org.selfstab.claims.Measured;
import org.selfstab.claims.NumericVerdict;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.Response;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.numeric.EvenSample;
import org.selfstab.problem.Thresholds;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.Verdict;

/**
 * The memory {@code beta_{s->t}}, theory.md (13), neither grows nor changes sign wildly. All pairs would take O(T^2) steps; here at most
 * {@value #MAX_SOURCES} evenly spaced s at a time are carried along and looked at for every later t, so the constants are the largest among
 * the pairs sampled.
 *
 * @param <T> the field's elements
 */
final class Memory<T extends CalculusFieldElement<T>> implements Condition<T> {

    static final int MAX_SOURCES = 8;

    private final Model<T> model;
    private final Thresholds thresholds;
    private final EvenSample<Push> pushes = new EvenSample<>(MAX_SOURCES);
    private final WitnessedExtreme growth = WitnessedExtreme.largest();
    private final WitnessedExtreme signChange = WitnessedExtreme.largest();
    private int lastStep;

    Memory(Model<T> model, Thresholds thresholds) {
        this.model = model;
        this.thresholds = thresholds;
    }

    /** A push {@code gradS_perp_s} on its way: {@code [product over k = t-1..s+1 of (I - eta H_k) P_k] gradS_perp_s} before step t. */
    private final class Push {

        private final T betaOfSource;
        private final Response<T> response;

        Push(LocalGeometry<T> source) {
            this.betaOfSource = source.beta();
            this.response = model.response(source.gradSPerp());
        }

        FieldVector<T> moved() {
            return response.displacement();
        }

        /** {@code beta_{s->t} / sqrt(beta_s beta_t)} of where it has moved. */
        double responseAt(LocalGeometry<T> geometry, FieldVector<T> moved) {
            return geometry.gradSPerp()
                    .dotProduct(moved)
                    .divide(betaOfSource.multiply(geometry.beta()).sqrt())
                    .getReal();
        }

        void move(LocalGeometry<T> geometry) {
            response.step(geometry);
        }
    }

    @Override
    public void observe(CoupledStep<T> step) {
        LocalGeometry<T> geometry = step.geometry();
        for (Push push : pushes.elements()) {
            FieldVector<T> moved = push.moved();
            double felt = push.responseAt(geometry, moved);
            growth.include(Math.abs(felt), step, moved);
            signChange.include(-felt, step, moved);
            push.move(geometry);
        }
        if (pushes.takes(step.t())) {
            pushes.offer(step.t(), new Push(geometry));
        }
        lastStep = step.t();
    }

    @Override
    public ConditionResult result(RunScale scale) {
        if (growth.witness().isEmpty()) {
            return ConditionResult.of(
                    Claims.MEMORY,
                    Notation.formula("beta_{s->t}", "β_{s→t}", "\\beta_{s\\to t}"),
                    NumericVerdict.notApplicable("the run is one step long"));
        }
        return new ConditionResult(
                Claims.MEMORY,
                List.of(
                        new Measured(Quantities.MEMORY_GROWTH.symbol(), verdict(growth, 0, Quantities.MEMORY_GROWTH)),
                        new Measured(Quantities.MEMORY_SIGN.symbol(), verdict(signChange, 0, Quantities.MEMORY_SIGN))));
    }

    private Verdict verdict(WitnessedExtreme extreme, double atLeast, Quantity threshold) {
        return NumericVerdict.atMost(
                Math.max(atLeast, extreme.value()),
                thresholds.of(threshold),
                extreme.witness().orElseThrow(),
                sampling());
    }

    private String sampling() {
        return pushes.stride() == 1
                ? "all pairs s < t <= " + lastStep
                : "over sampled pairs: s among multiples of " + pushes.stride()
                        + " (and earlier more), every later t <= " + lastStep;
    }
}
