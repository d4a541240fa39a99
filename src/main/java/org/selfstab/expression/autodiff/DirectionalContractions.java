package org.selfstab.expression.autodiff;

import org.selfstab.expression.Expression;

/** Entries, with {@code i <= j}, of the matrices {@code D3L(a, ., .)} and {@code D4L(a, b, ., .)}. */
public interface DirectionalContractions {

    /** Entry (i, j) of {@code D3L(a, ., .)}. */
    Expression third(int i, int j);

    /** Entry (i, j) of {@code D4L(a, b, ., .)}. */
    Expression fourth(int i, int j);
}
