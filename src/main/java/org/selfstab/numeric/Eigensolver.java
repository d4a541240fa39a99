package org.selfstab.numeric;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;

/**
 * Solves symmetric eigenproblems over a field.
 *
 * @param <T> the field's elements
 */
@FunctionalInterface
public interface Eigensolver<T extends CalculusFieldElement<T>> {

    /**
     * The eigensystem of a symmetric matrix.
     *
     * @param matrix n by n, symmetric, with finite entries
     */
    Eigensystem<T> solve(FieldMatrix<T> matrix);
}
