package org.selfstab.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.BinaryOperator;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Containment of exact rational results, millions of times; by {@code mvn -Plong test}. */
@Tag("long")
class MillionsOfIntervalsTest {

    private static final int CASES = 1_000_000;

    private final Random random = new Random(20261124);

    @Test
    void sums() {
        assertContained(Interval::add, BigFraction::add);
    }

    @Test
    void differences() {
        assertContained(Interval::subtract, BigFraction::subtract);
    }

    @Test
    void products() {
        assertContained(Interval::multiply, BigFraction::multiply);
    }

    @Test
    void quotients() {
        assertContained(Interval::divide, BigFraction::divide);
    }

    private void assertContained(BinaryOperator<Interval> operation, BinaryOperator<BigFraction> exact) {
        int violations = 0;
        for (int i = 0; i < CASES; i++) {
            double a = number();
            double b = number();
            Interval left = new Interval(Math.min(a, number()), Math.max(a, number()));
            Interval right = new Interval(Math.min(b, number()), Math.max(b, number()));
            BigFraction expected = exact.apply(IntervalTest.exactly(a), IntervalTest.exactly(b));
            violations += IntervalTest.contains(operation.apply(left, right), expected) ? 0 : 1;
            violations += IntervalTest.contains(operation.apply(Interval.of(a), Interval.of(b)), expected) ? 0 : 1;
        }
        assertThat(violations).isZero();
    }

    /** Of a magnitude from 2^-60 to 2^60, never zero. */
    private double number() {
        return Math.scalb(random.nextDouble() - 0.5 + 0x1p-60, random.nextInt(120) - 60);
    }
}
