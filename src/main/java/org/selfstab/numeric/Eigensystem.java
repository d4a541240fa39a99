package org.selfstab.numeric;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;

/**
 * The largest eigenvalues of a symmetric matrix, largest first, each with its unit eigenvector: all n of them, or, of a matrix known by its
 * products with vectors, two.
 *
 * @param values the eigenvalues, descending
 * @param vectors the orthonormal eigenvectors, in the same order, each of dimension n
 * @param lowest the smallest eigenvalue; of a matrix known by its products, a number near it that is not below it
 * @param <T> the field's elements
 */
public record Eigensystem<T extends CalculusFieldElement<T>>(List<T> values, List<FieldVector<T>> vectors, T lowest) {

    public Eigensystem {
        values = List.copyOf(values);
        vectors = List.copyOf(vectors);
    }

    /** All of the eigenvalues and eigenvectors. */
    public Eigensystem(List<T> values, List<FieldVector<T>> vectors) {
        this(values, vectors, values.get(values.size() - 1));
    }

    /** The largest eigenvalue: of a Hessian, the sharpness S. */
    public T top() {
        return values.get(0);
    }

    /** {@code lambda_1 - lambda_2}; infinite in one dimension. */
    public T gap() {
        return values.size() == 1 ? top().newInstance(Double.POSITIVE_INFINITY) : top().subtract(values.get(1));
    }

    /** The largest magnitude of an eigenvalue, the spectral norm of the matrix. */
    public T spectralNorm() {
        T highest = top().abs();
        T ofLowest = lowest.abs();
        return ofLowest.subtract(highest).sign().getReal() > 0 ? ofLowest : highest;
    }

    /**
     * Whether the top eigenvalue is simple to working precision: the gap exceeds {@code sqrt(ulp(1))} times the spectral
     * norm. Below that the top eigenvector has fewer than half of the working digits, and whatever depends on it none
     * that could be trusted.
     */
    public boolean isTopSimple() {
        T smallest = spectralNorm().multiply(relativeGap(top().getField().getOne()));
        return gap().subtract(smallest).sign().getReal() > 0;
    }

    /** {@code sqrt(ulp(1))}: eigenvalues that are closer, relatively to the spectral norm, are not told apart. */
    public static <T extends CalculusFieldElement<T>> double relativeGap(T one) {
        return one.ulp().sqrt().getReal();
    }
}
