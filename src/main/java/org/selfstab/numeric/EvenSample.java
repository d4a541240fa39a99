package org.selfstab.numeric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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
        if (takes(index)) {
            elements.add(element);
        }
    }

    /** Whether an element at an index is taken if it is offered; the sample has room for it then. */
    public boolean takes(int index) {
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
