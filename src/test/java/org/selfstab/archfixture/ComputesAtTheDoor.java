package org.selfstab.archfixture;

import org.hipparchus.linear.MatrixUtils;

/** Breaks the rule that the front door computes nothing. */
final class ComputesAtTheDoor {

    private ComputesAtTheDoor() {}

    static double computed() {
        return MatrixUtils.createRealIdentityMatrix(1).getTrace();
    }
}
