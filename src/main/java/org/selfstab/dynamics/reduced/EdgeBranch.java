package org.selfstab.dynamics.reduced;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.Eigensystem;

/**
 * The Hessian eigenvalue that is held at the edge, at a point. It is followed by continuity of its eigenvector and not by its rank,
 * so that it stays smooth where another eigenvalue overtakes it and that place can be found as a root.
 *
 * @param local the loss there
 * @param eigensystem the Hessian's
 * @param rank the eigenvalue's place in it, from 0
 */
record EdgeBranch(LossAtPoint<Binary64> local, Eigensystem<Binary64> eigensystem, int rank) {

    /** The branch of the largest eigenvalue. */
    static EdgeBranch top(GeometryEvaluator<Binary64> evaluator, FieldVector<Binary64> theta) {
        LossAtPoint<Binary64> local = evaluator.at(theta);
        return new EdgeBranch(local, evaluator.eigensystem(local), 0);
    }

    /** This branch at the point of another one nearby: the one there whose eigenvector is nearest to this one's. */
    EdgeBranch in(EdgeBranch there) {
        Eigensystem<Binary64> candidates = there.eigensystem;
        int nearest = 0;
        double largestCosine = 0;
        for (int i = 0; i < candidates.vectors().size(); i++) {
            double cosine =
                    Math.abs(candidates.vectors().get(i).dotProduct(vector()).getReal());
            if (cosine > largestCosine) {
                largestCosine = cosine;
                nearest = i;
            }
        }
        return new EdgeBranch(there.local, candidates, nearest);
    }

    /** The eigenvalue; the sharpness S as long as it leads. */
    double value() {
        return eigensystem.values().get(rank).getReal();
    }

    /** Its unit eigenvector. */
    FieldVector<Binary64> vector() {
        return eigensystem.vectors().get(rank);
    }

    /** The eigenvalue minus the largest of the others, negative where it is overtaken; infinite in one dimension. */
    double lead() {
        if (rank > 0) {
            return value() - eigensystem.top().getReal();
        }
        return eigensystem.gap().getReal();
    }

    /** The eigenvalue's gradient, theory.md (1). */
    FieldVector<Binary64> gradient() {
        FieldVector<Binary64> u = vector();
        return local.third(u, u);
    }

    /** {@code -2 grad L . grad S / |grad S|^2}: sigma^2 at the edge where it is not negative, theory.md (22). */
    double sigmaSquared() {
        return sigmaSquared(gradient());
    }

    /** {@code grad L + (sigma^2/2) grad S} with sigma^2 not cut off at zero: orthogonal to grad S. */
    FieldVector<Binary64> constrainedGradient() {
        FieldVector<Binary64> gradS = gradient();
        return local.gradient().add(gradS.mapMultiply(new Binary64(0.5 * sigmaSquared(gradS))));
    }

    private double sigmaSquared(FieldVector<Binary64> gradS) {
        return -2.0
                * local.gradient().dotProduct(gradS).getReal()
                / gradS.dotProduct(gradS).getReal();
    }
}
