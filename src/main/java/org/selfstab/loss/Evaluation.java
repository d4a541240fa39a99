package org.selfstab.loss;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;

/**
 * One evaluation of a straight-line program: inputs, registers and outputs. It belongs to one thread at a time.
 *
 * @param <T> what inputs and outputs are
 */
interface Evaluation<T extends CalculusFieldElement<T>> {

    /** Sets neighbouring inputs, from some index on; sections that depend on them must be run again. */
    void setInputs(int first, FieldVector<T> values);

    /** Runs one section; all earlier sections must have been run, on the present inputs so far as they read them. */
    void run(int section);

    /** The first output of a section that was run. */
    T output(int section);

    /** The n outputs of a section that was run, as a vector. */
    FieldVector<T> outputVector(int section, int n);

    /**
     * The outputs of a section that was run, the upper triangle of a symmetric matrix row by row, as that matrix.
     *
     * @param n the matrix's dimension
     */
    FieldMatrix<T> outputMatrix(int section, int n);
}
