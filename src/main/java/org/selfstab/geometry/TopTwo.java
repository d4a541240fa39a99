package org.selfstab.geometry;

import org.ejml.data.DMatrixRMaj;

/** The two largest eigenvalues of a Hessian, which may be equal, at one point after another. */
interface TopTwo {

    /**
     * Goes to a point.
     *
     * @param theta the point, of length n
     * @throws UndefinedGeometryException if the loss or a derivative is not finite there
     */
    void moveTo(double[] theta);

    /** The j-th largest eigenvalue, j = 0 or 1. */
    double value(int j);

    /** The unit eigenvector of the j-th largest eigenvalue, n by 1, of either sign. */
    DMatrixRMaj vector(int j);

    /** The largest magnitude of an eigenvalue. */
    double spectralNorm();
}
