package org.selfstab.certify;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.selfstab.interval.Interval;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.Verdict;

/**
 * A critical point of a loss near the end of descent, and how an optimizer behaves there.
 *
 * @param problem the problem
 * @param critical the point; empty if none was found
 * @param obstacle why none was found
 */
public record MinimumResult(Problem problem, Optional<Critical> critical, Optional<String> obstacle) {

    /**
     * A critical point.
     *
     * @param at its coordinates
     * @param loss L there
     * @param radius there is exactly one critical point within this distance of it in each coordinate, proved by Krawczyk's test, or where {@code zero} is positive a manifold of
     *     minima; empty if not proved
     * @param eigenvalues of the Hessian, largest first
     * @param enclosures of the same over the box that contains the point; empty if the point is not proved
     * @param zero how many eigenvalues are zero to rounding: the dimension of the manifold of critical points through it
     * @param flip what happens where the sharpness reaches the edge; empty if the largest eigenvalue is not simple, or not positive
     * @param alongManifold the norm of the sharpness's gradient along the manifold; empty if there is none
     * @param stability of the problem's own optimizer there
     * @param lost step sizes at which it loses stability
     */
    public record Critical(
            List<Double> at,
            double loss,
            Optional<Double> radius,
            List<Double> eigenvalues,
            List<Interval> enclosures,
            int zero,
            Optional<Flip> flip,
            Optional<Double> alongManifold,
            Stability stability,
            List<StabilityLoss> lost) {

        public Critical {
            at = List.copyOf(at);
            eigenvalues = List.copyOf(eigenvalues);
            enclosures = List.copyOf(enclosures);
            lost = List.copyOf(lost);
        }

        /** The sharpness S. */
        public double sharpness() {
            return eigenvalues.get(0);
        }

        /** How many eigenvalues are negative. */
        public int negative() {
            return (int) eigenvalues.stream()
                    .sorted(Comparator.comparingDouble(Math::abs))
                    .skip(zero)
                    .filter(value -> value < 0)
                    .count();
        }

        /** How many eigenvalues are positive. */
        public int positive() {
            return eigenvalues.size() - zero - negative();
        }

        /** What kind of critical point it is, in a word. */
        public String kind() {
            if (negative() > 0) {
                return positive() > 0 ? "saddle" : "maximum";
            }
            return zero > 0 ? "degenerate" : "minimum";
        }
    }

    /**
     * What happens at the edge, theory.md (44).
     *
     * @param coefficient K
     * @param edge S_c
     * @param predicted the amplitude of the two-cycle that (44) predicts; empty if it predicts none with this step size
     * @param found the amplitude of the two-cycle that Newton's method finds from there; empty if none
     */
    public record Flip(double coefficient, double edge, Optional<Double> predicted, Optional<Double> found) {

        /** Supercritical: to a stable two-cycle. Subcritical: an unstable one is below the edge. */
        public String kind() {
            if (coefficient == 0) {
                return "degenerate";
            }
            return coefficient > 0 ? "supercritical" : "subcritical";
        }
    }

    /**
     * Whether iterates near the point come to it.
     *
     * @param attracts HOLDS if they do, FAILS if an eigenvalue of the step's derivative is certainly not inside of the unit circle
     * @param isProved whether that is certain, by Stein's equation in intervals: the step contracts in the norm of its solution; across a manifold in the Euclidean norm
     * @param spectralRadius the largest modulus of an eigenvalue of the step's derivative across the manifold, numeric
     */
    public record Stability(Verdict.Status attracts, boolean isProved, double spectralRadius) {}

    /**
     * A step size at which an optimizer loses stability at the point.
     *
     * @param optimizer its name
     * @param momentum its momentum; empty if it has none, or is the problem's own
     * @param eta the step size
     */
    public record StabilityLoss(String optimizer, Optional<Double> momentum, double eta) {}

    /** HOLDS if a point was proved, else UNDECIDED. */
    public Verdict.Status status() {
        return critical.flatMap(Critical::radius).isPresent() ? Verdict.Status.HOLDS : Verdict.Status.UNDECIDED;
    }
}
