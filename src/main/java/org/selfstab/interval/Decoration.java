package org.selfstab.interval;

/**
 * What is known of the function whose values an interval encloses, on the box over which it was evaluated: the decorations of IEEE 1788
 * (section 11), weakest first. The result of an operation has the weakest of its operands' decorations and of its own. Its {@code ill}
 * is missing: what is not an interval cannot be constructed.
 */
public enum Decoration {
    /** {@code trv}: the function may be undefined somewhere on the box, so nothing is known about it. */
    TRIVIAL,
    /** {@code def}: defined on all of the box. */
    DEFINED,
    /** {@code dac}: defined and continuous on all of the box. */
    CONTINUOUS,
    /** {@code com}: defined and continuous, the box and all intermediate results bounded. */
    COMMON;

    /** The weaker of two. */
    Decoration min(Decoration other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
