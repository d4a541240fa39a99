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

    /**
     * Computes {@code H a} at the present point.
     *
     * @param a a direction, of length n
     * @param product receives the vector, of length n
     */
    default void hessian(double[] a, double[] product) {
        double[] matrix = new double[dimension() * dimension()];
        hessian(matrix);
        times(matrix, a, product);
    }

    /**
     * Computes {@code D3L(a, b, .)} at the present point.
     *
     * @param a a direction, of length n
     * @param b a direction, of length n
     * @param third receives the vector, of length n
     */
    default void third(double[] a, double[] b, double[] third) {
        double[] matrix = new double[dimension() * dimension()];
        third(a, matrix);
        times(matrix, b, third);
    }

    /**
     * Computes {@code D4L(a, b, c, .)} at the present point.
     *
     * @param a a direction, of length n
     * @param b a direction, of length n
     * @param c a direction, of length n
     * @param fourth receives the vector, of length n
     */
    default void fourth(double[] a, double[] b, double[] c, double[] fourth) {
        double[] matrix = new double[dimension() * dimension()];
        fourth(a, b, matrix);
        times(matrix, c, fourth);
    }

    private static void times(double[] matrix, double[] vector, double[] product) {
        int n = vector.length;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += matrix[i * n + j] * vector[j];
            }
            product[i] = sum;
        }
    }
}
