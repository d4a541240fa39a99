package org.selfstab.dynamics;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;

/**
 * The steps of a linear optimizer one after the other: the same, or with the weight c of the newest point in the last copy falling as {@code c/(1 + c t)}. Where the loss is evaluated does not
 * change.
 *
 * @param <T> the numbers
 */
final class MethodSteps<T extends CalculusFieldElement<T>> {

    private final LinearMethod<T> first;
    private final boolean isFalling;
    private int done;

    MethodSteps(LinearMethod<T> first, boolean isFalling) {
        this.first = first;
        this.isFalling = isFalling;
    }

    /** How many copies of the parameters there are. */
    int copies() {
        return first.b().size();
    }

    /** Where the loss is evaluated. */
    FieldVector<T> read(List<FieldVector<T>> copies) {
        return first.read(copies);
    }

    /** The next step, with which it is done. */
    LinearMethod<T> next() {
        int t = done++;
        return isFalling ? first.withAverage(fallen(t)) : first;
    }

    private T fallen(int t) {
        T weight = first.averageWeight();
        return weight.divide(weight.multiply(t).add(1.0));
    }
}
