package org.selfstab.claims.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.StepBlocks;
import org.selfstab.numeric.LinearRecursion;

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

    private static final int MOST_PLANES = 10;

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
     * @param fastRadius the same without slow motion's eigenvalue, {@link LinearRecursion#fastSpectralRadius}
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
            LinearRecursion.Growth growth) {

        /** Without a run. */
        static Plane of(StepBlocks blocks, String name, double curvature) {
            LinearRecursion block = blocks.at(curvature);
            return of(block, name, curvature, OptionalInt.empty(), block.largestGrowth());
        }

        /** On a run of so many steps. */
        static Plane of(StepBlocks blocks, String name, double curvature, int step, int steps) {
            LinearRecursion block = blocks.at(curvature);
            LinearRecursion.Growth growth = block.largestGrowth();
            return of(
                    block,
                    name,
                    curvature,
                    OptionalInt.of(step),
                    growth.isBounded() ? growth : block.largestGrowth(steps));
        }

        private static Plane of(
                LinearRecursion block, String name, double curvature, OptionalInt step, LinearRecursion.Growth growth) {
            return new Plane(
                    name,
                    curvature,
                    step,
                    block.spectralRadius(),
                    block.fastSpectralRadius(),
                    block.eigenvectorCondition(),
                    growth);
        }
    }

    /**
     * Along u at the edge, and off u at a point.
     *
     * @param offU the Hessian's eigenvalues there but the largest, descending
     */
    public static StepPlanes at(Model<?> model, StepBlocks blocks, List<Double> offU) {
        List<Plane> planes = new ArrayList<>(List.of(edge(model, blocks)));
        for (int j = 0; j < Math.min(MOST_PLANES, offU.size()); j++) {
            planes.add(Plane.of(blocks, "lambda_" + (j + 2), offU.get(j)));
        }
        return new StepPlanes(
                planes,
                blocks.exceptional(),
                offU.isEmpty() ? Double.NaN : offU.get(offU.size() - 1),
                offU.isEmpty() ? Double.NaN : offU.get(0));
    }

    /**
     * Along u at the edge, and off u.
     *
     * @param curvature where it is least stable
     * @param step the step of that
     * @param steps how many steps the run has
     */
    static StepPlanes of(
            Model<?> model, StepBlocks blocks, double curvature, int step, int steps, double lowest, double highest) {
        List<Plane> planes = new ArrayList<>(List.of(edge(model, blocks)));
        planes.add(Plane.of(blocks, "off u, least stable", curvature, step, steps));
        return new StepPlanes(planes, blocks.exceptional(), lowest, highest);
    }

    private static Plane edge(Model<?> model, StepBlocks blocks) {
        return Plane.of(blocks, "u, at the edge", model.edge().getReal());
    }

    /** Those of the exceptional curvatures that lie between the smallest and the largest met off u. */
    public List<Double> exceptionalMet() {
        return exceptional.stream()
                .filter(lambda -> lowest <= lambda && lambda <= highest)
                .toList();
    }
}
