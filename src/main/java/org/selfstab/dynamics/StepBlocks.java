package org.selfstab.dynamics;

import java.util.List;
import org.selfstab.numeric.LinearRecursion;

/** The steps of a linear optimizer of several copies in the planes of eigenvectors, in doubles. */
public interface StepBlocks {

    /** A step on a quadratic loss of a curvature, {@code A + curvature B C}. */
    LinearRecursion at(double curvature);

    /** The curvatures at which a step of two copies has one eigenvector alone, ascending; none of more copies. */
    List<Double> exceptional();
}
