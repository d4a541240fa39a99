package org.selfstab.loss;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;

/**
 * A loss and its derivatives at one point, each computed when first asked for. What one derivative has in common with a
 * lower one is computed once.
 *
 * @param <T> the field's elements
 */
public interface LossAtPoint<T extends CalculusFieldElement<T>> {

    /** The point theta, of dimension n. */
    FieldVector<T> point();

    /** {@code L(theta)}; not finite where the loss is not defined. */
    T value();

    /** The gradient, of dimension n. */
    FieldVector<T> gradient();

    /** The Hessian, n by n, symmetric. */
    FieldMatrix<T> hessian();

    /** The matrix {@code D3L(a, ., .)}, n by n, symmetric. */
    FieldMatrix<T> third(FieldVector<T> a);

    /** The matrix {@code D4L(a, b, ., .)}, n by n, symmetric. */
    FieldMatrix<T> fourth(FieldVector<T> a, FieldVector<T> b);

    /** The vector {@code H a}, of dimension n. */
    default FieldVector<T> hessian(FieldVector<T> a) {
        return hessian().operate(a);
    }

    /** The vector {@code D3L(a, b, .)}, of dimension n. */
    default FieldVector<T> third(FieldVector<T> a, FieldVector<T> b) {
        return third(a).operate(b);
    }

    /** The vector {@code D4L(a, b, c, .)}, of dimension n. */
    default FieldVector<T> fourth(FieldVector<T> a, FieldVector<T> b, FieldVector<T> c) {
        return fourth(a, b).operate(c);
    }
}
