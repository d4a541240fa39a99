package org.selfstab.claims;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.dynamics.Arithmetic;
import org.selfstab.dynamics.CoupledRun;
import org.selfstab.dynamics.EdgeSearch;
import org.selfstab.dynamics.RunEnd;
import org.selfstab.dynamics.Setting;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.geometry.StableSetProjection;
import org.selfstab.problem.Problem;
import org.selfstab.symbolic.LossDerivatives;

/**
 * Runs exact gradient descent beside the predicted dynamics and finds the constants that the theory's conclusions need.
 *
 * @param <T> the numbers of the run
 */
public final class Verifier<T extends CalculusFieldElement<T>> {

    private final Problem problem;
    private final Arithmetic<T> arithmetic;
    private final Setting<T> setting;
    private final StableSetProjection<T> projection;
    private final RunOptions options;

    /**
     * Prepares a run.
     *
     * @param problem the problem
     * @param derivatives its loss with the parameters' values put in
     * @param arithmetic the numbers of the run
     * @param options the projection, the predicted dynamics and the horizon
     */
    public Verifier(Problem problem, LossDerivatives derivatives, Arithmetic<T> arithmetic, RunOptions options) {
        this.problem = problem;
        this.arithmetic = arithmetic;
        this.setting = arithmetic.setting(problem, derivatives);
        this.options = options;
        this.projection = options.projection().of(setting);
    }

    /** The setting of the run. */
    public Setting<T> setting() {
        return setting;
    }

    /** Runs, once. */
    public Verification verify(List<? extends StepObserver<T>> observers) {
        return verify(observers, step -> {});
    }

    /**
     * Runs, once.
     *
     * @param observers see every step from t = 0 on
     * @param searched is told each step of plain gradient descent on the way to the edge
     */
    public Verification verify(List<? extends StepObserver<T>> observers, IntConsumer searched) {
        if (problem.run().atEdge()) {
            return verifyFrom(0, setting.start(), observers);
        }
        EdgeSearch.Outcome<T> outcome =
                new EdgeSearch<>(setting, projection, problem.run().maxSteps(), searched).search();
        if (outcome instanceof EdgeSearch.Outcome.Reached<T> reached) {
            return verifyFrom(reached.step(), reached.iterate(), observers);
        }
        return verification(Optional.empty(), ((EdgeSearch.Outcome.NotReached<T>) outcome).end(), Optional.empty());
    }

    private Verification verifyFrom(int edgeStep, FieldVector<T> start, List<? extends StepObserver<T>> observers) {
        ConstantsOfRun<T> constants = new ConstantsOfRun<>(setting.eta());
        CoupledRun<T> run =
                new CoupledRun<>(setting, projection, options.frame().of(setting));
        RunEnd end = run.run(start, options.horizonOf(problem), step -> {
            constants.observe(step);
            observers.forEach(observer -> observer.observe(step));
        });
        return verification(Optional.of(edgeStep), end, constants.result());
    }

    private Verification verification(Optional<Integer> edgeStep, RunEnd end, Optional<RunConstants> constants) {
        return new Verification(
                arithmetic.name(),
                options.projection().optionName(),
                options.frame().optionName(),
                edgeStep,
                end,
                constants);
    }
}
