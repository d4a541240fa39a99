package org.selfstab.claims.reduced;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.claims.RunOptions;
import org.selfstab.claims.Verifier;
import org.selfstab.dynamics.Arithmetic;
import org.selfstab.dynamics.DoubleArithmetic;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.problem.Problem;

/**
 * Runs a problem beside the reduced equation and the central flow.
 *
 * @param <T> the numbers of the run; the central flow is always in double precision
 */
public final class OdeRun<T extends CalculusFieldElement<T>> {

    private final Problem problem;
    private final Verifier<T> verifier;
    private final OdeComparer<T> comparer;
    private final CentralFlowComparison<T> flow;

    /**
     * Prepares a run.
     *
     * @param problem the problem
     * @param derivatives its loss with the parameters' values put in
     * @param arithmetic the numbers of the run
     * @param options the projection, the predicted dynamics and the horizon
     */
    public OdeRun(Problem problem, LossDerivatives derivatives, Arithmetic<T> arithmetic, RunOptions options) {
        this.problem = problem;
        this.verifier = new Verifier<>(problem, derivatives, arithmetic, options);
        this.comparer = new OdeComparer<>(verifier.model().eta());
        this.flow = new CentralFlowComparison<>(new DoubleArithmetic().model(problem, derivatives));
    }

    /**
     * Runs, once.
     *
     * @param watchers see every step from t = 0 on
     * @param searched is told each step of plain gradient descent on the way to the edge
     */
    public OdeResult run(List<? extends StepObserver<T>> watchers, IntConsumer searched) {
        List<StepObserver<T>> observers = new ArrayList<>(watchers);
        observers.add(comparer);
        observers.add(flow);
        return OdeResult.of(problem, verifier.verify(observers, searched), comparer, flow);
    }
}
