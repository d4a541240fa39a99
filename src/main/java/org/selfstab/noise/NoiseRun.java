package org.selfstab.noise;

import java.util.Optional;
import java.util.function.Supplier;
import org.selfstab.claims.Escape;
import org.selfstab.claims.MeanSquareEdge;
import org.selfstab.claims.MinimumEdges;
import org.selfstab.claims.NoiseOptions;
import org.selfstab.claims.NoiseResult;
import org.selfstab.claims.NoiseResult.Part;
import org.selfstab.claims.Settling;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;
import org.selfstab.problem.UnsuitableProblemException;
import org.selfstab.run.RunListener;

/** Finds the edges of stability of stochastic gradients, and runs them. */
public final class NoiseRun {

    private static final int MOST_VARIABLES = 32;

    private final Problem problem;
    private final LossDerivatives derivatives;
    private final NoiseSource source;
    private final NoiseOptions options;
    private final RunListener listener;

    /**
     * A run.
     *
     * @throws UnsuitableProblemException if the problem has no noise
     */
    public NoiseRun(Problem problem, NoiseOptions options, RunListener listener) {
        if (problem.noise().isEmpty()) {
            throw new UnsuitableProblemException(
                    "the problem has no [noise]",
                    "add one: kind = \"gaussian\" with variance, or kind = \"minibatch\" with batch");
        }
        problem.requireLinear("noise");
        this.problem = problem;
        this.derivatives = DerivedLoss.of(problem);
        this.source = NoiseSource.of(problem, new CompiledBackend().loss(derivatives), listener);
        this.options = options;
        this.listener = listener;
    }

    /**
     * Runs: at a minimum if Newton's method finds one from the start; at the edge of stability if it finds none, or one that iterates of the problem's step size do not stay at, so that the
     * sharpness comes to the edge on the way there.
     */
    public NoiseResult run() {
        Part<MinimumEdges> minimum = minimum();
        Part<Escape> escape = minimum.found()
                .map(found -> part(() -> EscapeRun.of(problem, source, found, options.escape(), listener)))
                .orElse(without("there is no minimum to leave"));
        Part<Settling> settling = minimum.found()
                        .map(MinimumEdges::meanSquare)
                        .filter(this::isStable)
                        .isPresent()
                ? without("the start leads to a minimum that is stable in mean square at this step size")
                : settling();
        return new NoiseResult(problem, options, minimum, escape, settling);
    }

    private boolean isStable(MeanSquareEdge edge) {
        return RealValue.of(problem.stepSize()) < edge.stepSize();
    }

    /** The edges at the minimum that Newton's method finds from the start. */
    public Part<MinimumEdges> minimum() {
        return part(() -> MinimumFinder.of(problem, derivatives, source, listener));
    }

    /** Where runs from the start settle at the edge, whatever minimum there may be. */
    public Part<Settling> settling() {
        return part(() -> {
            int n = problem.variables().size();
            if (n == 1) {
                throw new NoEdgeException("in one variable no sharpness rises along the loss");
            }
            if (n > MOST_VARIABLES) {
                throw new NoEdgeException("Hessians are measured along runs in up to " + MOST_VARIABLES
                        + " variables, and here are " + n);
            }
            return SettlingRun.of(problem, source, options, listener);
        });
    }

    private static <T> Part<T> part(Supplier<T> work) {
        try {
            return new Part<>(Optional.of(work.get()), "");
        } catch (NoEdgeException | UndefinedGeometryException without) {
            return without(without.problem());
        }
    }

    private static <T> Part<T> without(String reason) {
        return new Part<>(Optional.empty(), reason);
    }
}
