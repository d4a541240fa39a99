package org.selfstab.loss;

/**
 * One evaluation of a straight-line program: inputs, registers and outputs. It belongs to one thread at a time.
 *
 * @param <T> what inputs and outputs are
 */
interface Evaluation<T> {

    /** Sets an input; sections that depend on it must be run again. */
    void setInput(int index, T value);

    /** Runs one section; all earlier sections must have been run, on the present inputs so far as they read them. */
    void run(int section);

    /** The value of a section's output after the section was run. */
    T output(int section, int index);
}
