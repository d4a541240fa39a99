package org.selfstab.loss;

/** The sections of a loss program, in the order in which they stand and run. */
enum DerivativeSection {
    VALUE(0),
    GRADIENT(1),
    /** The Hessian's upper triangle, row by row. */
    HESSIAN(2),
    /** What D3L(a,.,.) needs that depends on theta alone; no outputs. */
    THIRD_AT_POINT(3),
    /** The upper triangle of D3L(a,.,.), row by row. */
    THIRD_ALONG(4),
    /** What D4L(a,b,.,.) needs beyond the earlier sections that depends on theta alone; no outputs. */
    FOURTH_AT_POINT(5),
    /** The upper triangle of D4L(a,b,.,.), row by row. */
    FOURTH_ALONG(6);

    private final int index;

    DerivativeSection(int index) {
        this.index = index;
    }

    /** The section's index in the program. */
    int index() {
        return index;
    }
}
