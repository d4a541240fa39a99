package org.selfstab.geometry;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.loss.CompiledLoss;

/**
 * {@link NearestPointProjection} in compiled doubles: the same Newton's method on the same system, in arrays that are used again,
 * as runs in double precision spend most of their time here. Belongs to one thread.
 */
public final class CompiledNearestPoint implements StableSetProjection<Binary64> {

    private final CompiledLoss loss;
    private final Surveyor<Binary64> surveyor;
    private final Binary64 sharpnessBound;
    private NearestPointSearch search;

    /**
     * A projection.
     *
     * @param loss the loss
     * @param surveyor surveys the same loss
     * @param eta the step size, positive
     */
    public CompiledNearestPoint(CompiledLoss loss, Surveyor<Binary64> surveyor, Binary64 eta) {
        this.loss = loss;
        this.surveyor = surveyor;
        this.sharpnessBound = eta.reciprocal().multiply(2.0);
    }

    @Override
    public Projection<Binary64> project(FieldVector<Binary64> theta, Orientation<Binary64> orientation) {
        search().startAt(theta);
        return new ActiveSet<>(() -> boundaryPoint(orientation), () -> interiorPoint(orientation))
                .resolve(search.sharpnessOfStart() > sharpnessBound.getReal());
    }

    /** Made when first needed: it has the fourth derivatives derived, which a run that ends early does without. */
    private NearestPointSearch search() {
        if (search == null) {
            search = new NearestPointSearch(loss::derivativeKernel, sharpnessBound.getReal());
        }
        return search;
    }

    private Projection<Binary64> interiorPoint(Orientation<Binary64> orientation) {
        search.searchInside();
        LocalGeometry<Binary64> stationary = surveyor.survey(search.solution(), orientation);
        double excess = stationary.sharpness().subtract(sharpnessBound).getReal();
        if (excess > 0) {
            throw ActiveSet.sharpnessExceeds(excess);
        }
        return Projection.at(stationary, false, sharpnessBound);
    }

    private Projection<Binary64> boundaryPoint(Orientation<Binary64> orientation) {
        search.searchOnBoundary();
        if (search.sharpnessMultiplier() < 0) {
            throw ActiveSet.negativeMultiplier(search.sharpnessMultiplier());
        }
        return Projection.at(surveyor.survey(search.solution(), orientation), true, sharpnessBound);
    }
}
