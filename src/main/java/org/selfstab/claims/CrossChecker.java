package org.selfstab.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.numeric.EvenSample;
import org.selfstab.problem.Problem;

/**
 * Takes points of a run, at which the derivatives are compared when it is over: the problem's start and some iterates from t = 0 on.
 *
 * @param <T> the field's elements
 */
final class CrossChecker<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    private static final int MAX_ITERATES = 8;

    private final Problem problem;
    private final EvenSample<List<Double>> iterates = new EvenSample<>(MAX_ITERATES);

    public CrossChecker(Problem problem) {
        this.problem = problem;
    }

    @Override
    public void observe(CoupledStep<T> step) {
        iterates.offer(step.t(), rounded(step.ofParameters(step.theta())));
    }

    private static List<Double> rounded(FieldVector<?> point) {
        List<Double> coordinates = new ArrayList<>();
        for (int i = 0; i < point.getDimension(); i++) {
            coordinates.add(point.getEntry(i).getReal());
        }
        return coordinates;
    }

    /** The comparison at the points taken so far. */
    public CrossCheck result() {
        List<Double> start = rounded(new CompiledBackend().valuesOf(problem.startPoint()));
        return CrossCheck.of(
                problem,
                Stream.concat(Stream.of(start), iterates.elements().stream()).toList());
    }
}
