package org.selfstab.claims;

import java.util.Optional;

/**
 * The edges of stability at a minimum.
 *
 * @param point the minimum
 * @param sharpness there
 * @param interpolates whether the gradients of all items vanish there, so that the noise does
 * @param fullBatchEdge the step size at which the optimizer becomes unstable without batches
 * @param meanSquare where the second moment of the linearization begins to grow
 * @param growth the factor by which the second moment grows in a step at the problem's own step size
 * @param almostSure where it begins to grow almost surely
 * @param tailIndex of the largest excursion, for the problem's own step size below the almost-sure edge
 */
public record MinimumEdges(
        CriticalPoint point,
        double sharpness,
        boolean interpolates,
        double fullBatchEdge,
        MeanSquareEdge meanSquare,
        Optional<Double> growth,
        AlmostSureEdge almostSure,
        Optional<TailIndex> tailIndex) {}
