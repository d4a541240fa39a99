package org.selfstab.numeric;

import org.hipparchus.CalculusFieldElement;

/** Products of power series. */
public final class CauchyProduct {

    private CauchyProduct() {}

    /** The coefficient of one order of the product of two series known up to that order. */
    public static <T extends CalculusFieldElement<T>> T coefficient(T[] a, T[] b, int order) {
        T sum = a[0].multiply(b[order]);
        for (int i = 1; i <= order; i++) {
            sum = sum.add(a[i].multiply(b[order - i]));
        }
        return sum;
    }
}
