package org.selfstab.certify;

import java.util.List;
import java.util.Optional;
import org.selfstab.interval.Interval;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.Verdict.Status;

/**
 * What could be certified of a mean-square edge.
 *
 * @param problem the problem
 * @param edge the edge; empty if none was proved
 * @param obstacle why none was proved; empty if one was
 */
public record MeanSquareCertification(Problem problem, Optional<Enclosure> edge, Optional<String> obstacle) {

    /**
     * A mean-square edge between two step sizes.
     *
     * @param stepSize eta_2 lies in it
     * @param isOnly whether all smaller step sizes are proved stable and all larger ones not; of gradient descent and heavy ball. Otherwise a step size at which the spectral radius is 1 lies there, and that
     *     no other is below is not proved
     * @param minimum contains the minimum, in the order of the variables
     * @param zero the minimum as a zero of the gradient
     * @param below what shows that the second moment decays at the lower end
     * @param above what shows that it does not at the upper end
     */
    public record Enclosure(
            Interval stepSize,
            boolean isOnly,
            List<Interval> minimum,
            ProvedZero zero,
            MeanSquareWitness below,
            MeanSquareWitness above) {

        public Enclosure {
            minimum = List.copyOf(minimum);
        }
    }

    /** HOLDS if an edge was proved, else UNDECIDED: a failed proof does not show that there is none. */
    public Status status() {
        return edge.isPresent() ? Status.HOLDS : Status.UNDECIDED;
    }
}
