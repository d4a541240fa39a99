package org.selfstab.interval;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.exception.LocalizedCoreFormats;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.selfstab.expression.HasErrorFunction;

/**
 * What intervals of every kind of endpoint share: operations that are made of others, and those of which there is no enclosure, which
 * throw {@link NoEnclosureException}.
 *
 * @param <T> the intervals
 */
sealed interface Enclosing<T extends Enclosing<T>> extends CalculusFieldElement<T>, HasErrorFunction<T>
        permits Interval, DecimalInterval {

    /** Whether every operation that led to this interval is defined for all members of its operands. */
    boolean isDefined();

    @Override
    default T hypot(T other) {
        return square().add(other.square()).sqrt();
    }

    /** {@code exp(exponent * log(this))}; undefined unless all members are positive. */
    @Override
    default T pow(T exponent) {
        return log().multiply(exponent).exp();
    }

    @Override
    default T linearCombination(T[] a, T[] b) {
        if (a.length != b.length) {
            throw new MathIllegalArgumentException(LocalizedCoreFormats.DIMENSIONS_MISMATCH, a.length, b.length);
        }
        T sum = getField().getZero();
        for (int i = 0; i < a.length; i++) {
            sum = sum.add(a[i].multiply(b[i]));
        }
        return sum;
    }

    @Override
    default T linearCombination(T a1, T b1, T a2, T b2) {
        return a1.multiply(b1).add(a2.multiply(b2));
    }

    @Override
    default T linearCombination(T a1, T b1, T a2, T b2, T a3, T b3) {
        return linearCombination(a1, b1, a2, b2).add(a3.multiply(b3));
    }

    @Override
    default T linearCombination(T a1, T b1, T a2, T b2, T a3, T b3, T a4, T b4) {
        return linearCombination(a1, b1, a2, b2).add(linearCombination(a3, b3, a4, b4));
    }

    /** The interval of the members' distances from {@link #getReal()}. */
    @Override
    default T getAddendum() {
        return subtract(newInstance(getReal()));
    }

    @Override
    default boolean isInfinite() {
        return !isFinite();
    }

    /** Not defined here: series that stop at an ulp leave out a remainder. */
    @Override
    default T ulp() {
        throw new NoEnclosureException("a series that stops at an ulp");
    }

    @Override
    default T log10() {
        throw new NoEnclosureException("log10");
    }

    @Override
    default T acos() {
        throw new NoEnclosureException("acos");
    }

    @Override
    default T asin() {
        throw new NoEnclosureException("asin");
    }

    @Override
    default T atan2(T x) {
        throw new NoEnclosureException("atan2");
    }

    @Override
    default T acosh() {
        throw new NoEnclosureException("acosh");
    }

    @Override
    default T asinh() {
        throw new NoEnclosureException("asinh");
    }

    @Override
    default T atanh() {
        throw new NoEnclosureException("atanh");
    }

    @Override
    default T remainder(double divisor) {
        throw new NoEnclosureException("remainder");
    }

    @Override
    default T remainder(T divisor) {
        throw new NoEnclosureException("remainder");
    }

    @Override
    default T copySign(T sign) {
        throw new NoEnclosureException("copySign");
    }

    @Override
    default T cbrt() {
        throw new NoEnclosureException("cbrt");
    }

    @Override
    default T rootN(int n) {
        throw new NoEnclosureException("rootN");
    }

    @Override
    default T ceil() {
        throw new NoEnclosureException("ceil");
    }

    @Override
    default T floor() {
        throw new NoEnclosureException("floor");
    }

    @Override
    default T rint() {
        throw new NoEnclosureException("rint");
    }

    @Override
    default T sign() {
        throw new NoEnclosureException("sign");
    }

    @Override
    default T toDegrees() {
        throw new NoEnclosureException("toDegrees");
    }

    @Override
    default T toRadians() {
        throw new NoEnclosureException("toRadians");
    }

    @Override
    default T copySign(double sign) {
        throw new NoEnclosureException("copySign");
    }

    @Override
    default long round() {
        throw new NoEnclosureException("round");
    }
}
