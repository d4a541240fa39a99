package org.selfstab.expression;

/**
 * An element of a field that has an error function of its own, as an interval, to which a series that is cut off would be no enclosure.
 *
 * @param <T> the field's elements
 */
public interface HasErrorFunction<T> {

    /** {@code 2/sqrt(pi) * integral from 0 to x of exp(-t^2) dt}. */
    T erf();
}
