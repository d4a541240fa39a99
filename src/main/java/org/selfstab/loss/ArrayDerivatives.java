package org.selfstab.loss;

/**
 * A loss and its derivatives up to the fourth in doubles, in arrays of the caller's, at one point after another. An instance keeps the
 * present point and so belongs to one thread.
 */
public interface ArrayDerivatives {

    /** The number n of variables. */
    int dimension();

    /**
     * Goes to a point and computes value, gradient and Hessian there.
     *
     * @param theta the point, of length n
     */
    void moveTo(double[] theta);

    /** {@code L} at the present point; not finite where the loss is not defined. */
    double value();

    /** Copies the gradient at the present point into an array of length n. */
    void gradient(double[] gradient);

    /** Copies the Hessian at the present point into an n by n array, row by row. */
    void hessian(double[] hessian);

    /**
     * Computes {@code D3L(a, ., .)} at the present point.
     *
     * @param a a direction, of length n
     * @param third receives the matrix, n by n, row by row
     */
    void third(double[] a, double[] third);

    /**
     * Computes {@code D4L(a, b, ., .)} at the present point.
     *
     * @param a a direction, of length n
     * @param b a direction, of length n
     * @param fourth receives the matrix, n by n, row by row
     */
    void fourth(double[] a, double[] b, double[] fourth);
}
