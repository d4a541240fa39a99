package org.selfstab.claims;

import java.util.Optional;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.Verdict.Status;

/**
 * What stochastic gradients do to a problem.
 *
 * @param problem the problem
 * @param options how much was run
 * @param minimum the edges of stability at a minimum
 * @param escape how runs leave it
 * @param settling where the noisy edge settles
 */
public record NoiseResult(
        Problem problem,
        NoiseOptions options,
        Part<MinimumEdges> minimum,
        Part<Escape> escape,
        Part<Settling> settling) {

    /**
     * A part of the result, or why there is none.
     *
     * @param found the part
     * @param reason why there is none; empty if there is one
     * @param <T> what it is
     */
    public record Part<T>(Optional<T> found, String reason) {}

    /** Whether prediction and measurement of the settling sharpness agree; without a noisy edge, whether a minimum with its edges was found and certified. */
    public Status status() {
        return settling.found().map(Settling::status).orElseGet(() -> minimum.found()
                .flatMap(found -> found.point().radius())
                .map(radius -> Status.HOLDS)
                .orElse(Status.UNDECIDED));
    }
}
