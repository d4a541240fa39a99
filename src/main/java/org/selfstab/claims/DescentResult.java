package org.selfstab.claims;

import java.util.List;
import java.util.Optional;
import org.selfstab.problem.Problem;
import org.selfstab.run.DescentEnd;

/**
 * Gradient descent from a problem's start.
 *
 * @param problem the problem
 * @param options how it was run
 * @param edge {@code 2/eta}
 * @param rows the iterates looked at, in their order: all that were asked for, or evenly spaced ones of them
 * @param stride of how many of those asked for one is in the rows; 1 unless they are too many
 * @param firstAtEdge the first iterate looked at with {@code S >= 2/eta}, if the Hessian was
 * @param sharpest the iterate looked at with the largest sharpness, if the Hessian was
 * @param end how it ended
 * @param limit where the iterates come to
 * @param catapult how far the iterates and the loss go from where they start
 * @param observed the values of the problem's observables
 * @param exponents Lyapunov exponents there; empty if they were not asked for, or cannot be had
 */
public record DescentResult(
        Problem problem,
        DescentOptions options,
        double edge,
        List<Row> rows,
        int stride,
        Optional<Row> firstAtEdge,
        Optional<Row> sharpest,
        DescentEnd end,
        Limit limit,
        Catapult catapult,
        List<ObservedCourse> observed,
        Optional<Lyapunov> exponents) {

    public DescentResult {
        rows = List.copyOf(rows);
        observed = List.copyOf(observed);
    }

    /**
     * What a catapult shows.
     *
     * @param excursion the largest distance from the start
     * @param excursionStep its step
     * @param lossSpike the largest loss over that at the start
     * @param lossSpikeStep its step
     * @param sharpnessRatio the sharpness at the limit over that at the start; empty where there is no limit
     */
    public record Catapult(
            double excursion,
            int excursionStep,
            double lossSpike,
            int lossSpikeStep,
            Optional<Double> sharpnessRatio) {}

    /**
     * An iterate.
     *
     * @param t its step
     * @param loss L there
     * @param gradientNorm {@code |grad L|} there
     * @param curvature what the Hessian tells; empty if it was not looked at
     */
    public record Row(int t, double loss, double gradientNorm, Optional<Curvature> curvature) {

        /** The sharpness S; not a number where the Hessian was not looked at. */
        public double sharpness() {
            return curvature.map(Curvature::sharpness).orElse(Double.NaN);
        }
    }

    /**
     * What the Hessian and D3L tell at an iterate, by theory.md section 1. All but the sharpness are empty where the largest eigenvalue is not simple.
     *
     * @param sharpness the largest eigenvalue S
     * @param secondEigenvalue lambda_2; empty in one variable
     * @param rates what the simple eigenvector u tells
     */
    public record Curvature(double sharpness, Optional<Double> secondEigenvalue, Optional<Rates> rates) {}

    /**
     * What depends on u.
     *
     * @param alpha the rate of progressive sharpening, theory.md (3)
     * @param beta the strength of self-stabilization, theory.md (4)
     * @param delta the size of the oscillation, theory.md (5); empty where alpha is not positive beyond rounding
     * @param kappa3 {@code D3L(u, u, u)}, whose sign is that of u: continuous along the run, the largest entry of the first u being positive
     * @param gamma the alignment, theory.md (7); empty where {@code grad L} or {@code gradS_perp} is 0
     */
    public record Rates(double alpha, double beta, Optional<Double> delta, double kappa3, Optional<Double> gamma) {}

    /** The first iterate. */
    public Row first() {
        return rows.get(0);
    }

    /** The last iterate looked at. */
    public Row last() {
        return rows.get(rows.size() - 1);
    }
}
