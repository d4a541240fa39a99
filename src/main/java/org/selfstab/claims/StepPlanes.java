package org.selfstab.claims;

import java.util.List;
import java.util.OptionalInt;
import org.selfstab.vocabulary.TransientGrowth;

/**
 * A step of an optimizer that remembers gradients, in the planes of the Hessian's eigenvectors: there its copies are multiplied by {@code A + lambda B C}, which
 * is not symmetric, so that its powers may grow before they fall, {@code |M^t| <= kappa(V) rho^t} (after arXiv:2605.23476). In doubles.
 *
 * @param planes along u at the edge, and off u where the step is least stable on a run
 * @param exceptional the curvatures at which the step of two copies has one eigenvector alone, ascending; none of more copies
 * @param lowest the smallest curvature off u that was met
 * @param highest the largest
 */
public record StepPlanes(List<Plane> planes, List<Double> exceptional, double lowest, double highest) {

    public StepPlanes {
        planes = List.copyOf(planes);
        exceptional = List.copyOf(exceptional);
    }

    /**
     * A step in the plane of one eigenvector.
     *
     * @param name which plane it is
     * @param curvature lambda
     * @param step where it was met; empty at the edge
     * @param spectralRadius rho
     * @param fastRadius the same without slow motion's eigenvalue, the largest positive real one
     * @param condition {@code kappa(V)}; infinite where there are too few eigenvectors
     * @param growth {@code max_t |M^t|}; where the powers grow for ever, of as many steps as a run has
     */
    public record Plane(
            String name,
            double curvature,
            OptionalInt step,
            double spectralRadius,
            double fastRadius,
            double condition,
            TransientGrowth growth) {}

    /** Those of the exceptional curvatures that lie between the smallest and the largest met off u. */
    public List<Double> exceptionalMet() {
        return exceptional.stream()
                .filter(lambda -> lowest <= lambda && lambda <= highest)
                .toList();
    }
}
