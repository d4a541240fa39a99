package org.selfstab.numeric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * An evenly spaced sample of a sequence of unknown length, in bounded memory: the elements at multiples of a stride that doubles
 * whenever the sample is full. At the end it holds between half its capacity and all of it, or the whole sequence.
 *
 * @param <E> the elements
 */
public final class EvenSample<E> {

    private final int capacity;
    private final List<E> elements = new ArrayList<>();
    private int stride = 1;

    /** A sample of at most so many elements, an even number. */
    public EvenSample(int capacity) {
        this.capacity = capacity;
    }

    /** Offers the element at an index; indices count up from 0. */
    public void offer(int index, E element) {
        if (isTaken(index)) {
            elements.add(element);
        }
    }

    /** Offers the element at an index, which is made only if it is taken. */
    public void offer(int index, Supplier<? extends E> element) {
        if (isTaken(index)) {
            elements.add(element.get());
        }
    }

    /** Whether an index is one of the sample, which has room for it then. */
    private boolean isTaken(int index) {
        if (index % stride != 0) {
            return false;
        }
        if (elements.size() == capacity) {
            for (int i = capacity - 1; i > 0; i -= 2) {
                elements.remove(i);
            }
            stride *= 2;
        }
        return index % stride == 0;
    }

    /** The elements sampled, in order; a view. */
    public List<E> elements() {
        return Collections.unmodifiableList(elements);
    }

    /** The present distance of neighbours. */
    public int stride() {
        return stride;
    }
}
