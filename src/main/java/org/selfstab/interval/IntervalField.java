package org.selfstab.interval;

import org.hipparchus.Field;

/** The intervals as a Hipparchus field, so that one evaluator of expressions serves them. They form no field: x - x is not 0. */
public final class IntervalField implements Field<Interval> {

    private static final IntervalField INSTANCE = new IntervalField();

    private IntervalField() {}

    /** The only instance. */
    public static IntervalField getInstance() {
        return INSTANCE;
    }

    @Override
    public Interval getZero() {
        return Interval.ZERO;
    }

    @Override
    public Interval getOne() {
        return Interval.ONE;
    }

    @Override
    public Class<Interval> getRuntimeClass() {
        return Interval.class;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntervalField;
    }

    @Override
    public int hashCode() {
        return IntervalField.class.hashCode();
    }
}
