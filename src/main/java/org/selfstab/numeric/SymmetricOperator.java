package org.selfstab.numeric;

/** A symmetric matrix of which nothing is known but its products with vectors, such as a Hessian of many variables. */
@FunctionalInterface
public interface SymmetricOperator {

    /**
     * Computes a product.
     *
     * @param vector of length n, left as it is
     * @param product receives the matrix times the vector, of length n
     */
    void apply(double[] vector, double[] product);
}
