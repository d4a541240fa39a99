package org.selfstab.claims.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.selfstab.claims.StepPlanes;
import org.selfstab.claims.StepPlanes.Plane;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.StepBlocks;
import org.selfstab.numeric.LinearRecursion;
import org.selfstab.vocabulary.TransientGrowth;

/** Measures the steps of an optimizer that remembers gradients in the planes of eigenvectors. */
public final class PlanesMeasured {

    private static final int MOST_PLANES = 10;

    private PlanesMeasured() {}

    /**
     * Along u at the edge, and off u at a point.
     *
     * @param offU the Hessian's eigenvalues there but the largest, descending
     */
    public static StepPlanes at(Model<?> model, StepBlocks blocks, List<Double> offU) {
        List<Plane> planes = new ArrayList<>(List.of(edge(model, blocks)));
        for (int j = 0; j < Math.min(MOST_PLANES, offU.size()); j++) {
            planes.add(plane(blocks, "lambda_" + (j + 2), offU.get(j)));
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
        planes.add(plane(blocks, "off u, least stable", curvature, step, steps));
        return new StepPlanes(planes, blocks.exceptional(), lowest, highest);
    }

    private static Plane edge(Model<?> model, StepBlocks blocks) {
        return plane(blocks, "u, at the edge", model.edge().getReal());
    }

    /** Without a run. */
    private static Plane plane(StepBlocks blocks, String name, double curvature) {
        LinearRecursion block = blocks.at(curvature);
        return plane(block, name, curvature, OptionalInt.empty(), block.largestGrowth());
    }

    /** On a run of so many steps. */
    private static Plane plane(StepBlocks blocks, String name, double curvature, int step, int steps) {
        LinearRecursion block = blocks.at(curvature);
        TransientGrowth growth = block.largestGrowth();
        return plane(
                block, name, curvature, OptionalInt.of(step), growth.isBounded() ? growth : block.largestGrowth(steps));
    }

    private static Plane plane(
            LinearRecursion block, String name, double curvature, OptionalInt step, TransientGrowth growth) {
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
