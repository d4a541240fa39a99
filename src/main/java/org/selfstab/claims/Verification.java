package org.selfstab.claims;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.run.FailedProjection;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunEnd;
import org.selfstab.vocabulary.EdgeWording;

/**
 * What one run of exact gradient descent beside the predicted dynamics gave; evidence: a numeric run.
 *
 * @param arithmetic the numbers it was done in, for instance {@code double precision}
 * @param projection the name of the projection onto the stable set
 * @param frame the name of the predicted dynamics' form
 * @param keepsMemory whether the optimizer remembers more than its last iterate, as momentum does
 * @param edgeStep the step of plain gradient descent that became t = 0; empty if the edge was not reached
 * @param failedBefore the first iterate that could not be projected on the way to the edge, so that t = 0 may have been missed
 * @param end why the run ended
 * @param constants the constants over the steps done; empty if no step was done
 * @param unstable what there is of several unstable eigenvalues beside them; empty where one was followed, or no step was done
 */
public record Verification(
        String arithmetic,
        String projection,
        String frame,
        boolean keepsMemory,
        Optional<Integer> edgeStep,
        Optional<FailedProjection> failedBefore,
        RunEnd end,
        Optional<RunConstants> constants,
        Optional<UnstableEigenvalues> unstable) {

    /** Whether the run reached its horizon with every constant of (24)-(26) defined. */
    public boolean isComplete() {
        return end.isComplete()
                && constants.flatMap(RunConstants::undefinedOscillation).isEmpty()
                && constants.flatMap(RunConstants::predictionEnd).isEmpty();
    }

    /** What a reader should know before trusting the numbers, one sentence each; none of an ordinary run. */
    public List<String> remarks() {
        return Stream.of(
                        cutHorizon().stream(),
                        notFollowed().stream(),
                        constants.map(RunRemarks::of).orElse(List.of()).stream())
                .flatMap(Function.identity())
                .toList();
    }

    /** What follows the eigenvalues that met in this run. */
    private Optional<String> notFollowed() {
        boolean isStandard = arithmetic.equals(CompiledBackend.NAME)
                && projection.equals(ProjectionMethod.EXACT.toString())
                && frame.equals(PredictedFrame.MOVING.toString());
        return end instanceof RunEnd.EigenvaluesMeet && !isStandard
                ? Optional.of(
                        "several unstable eigenvalues are followed in double precision, by the exact projection and the"
                                + " moving frame alone: leave out --precision, --projection and --frame")
                : Optional.empty();
    }

    /** That the run is shorter than the default horizon, one sentence; empty of any other run. */
    public Optional<String> cutHorizon() {
        return end instanceof RunEnd.ReachedHorizon reached
                ? reached.uncut().map(steps -> RunRemarks.cutHorizon(reached.steps(), steps))
                : Optional.empty();
    }

    /** Why the run ended, and where the prediction did if it ended before. */
    public String description() {
        return end.description()
                + constants
                        .flatMap(RunConstants::predictionEnd)
                        .map(step -> "; the predicted dynamics diverged: v* is not finite from step " + step + " on")
                        .orElse("");
    }

    /** Whether the run met a step without progressive sharpening, so that the theorem says nothing about it. */
    public boolean lacksProgressiveSharpening() {
        return end instanceof RunEnd.NoDefaultHorizon
                || end instanceof RunEnd.NotKicked
                || constants.flatMap(RunConstants::undefinedOscillation).isPresent();
    }

    /** How formulas read on this run of a problem. */
    public EdgeWording wording(Problem problem) {
        return unstable.map(several -> problem.wording().ofSeveral(several.k())).orElseGet(problem::wording);
    }
}
