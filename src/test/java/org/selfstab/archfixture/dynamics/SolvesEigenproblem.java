package org.selfstab.archfixture.dynamics;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/** An eigenproblem outside of geometry. */
final class SolvesEigenproblem {

    private SolvesEigenproblem() {}

    static double top(RealMatrix matrix) {
        return new EigenDecompositionSymmetric(matrix).getEigenvalue(0);
    }
}
