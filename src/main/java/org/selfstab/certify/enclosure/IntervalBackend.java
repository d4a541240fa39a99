package org.selfstab.certify.enclosure;

import org.hipparchus.Field;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;
import org.selfstab.loss.Backend;
import org.selfstab.loss.Loss;

/** Intervals with double endpoints: what they say contains the exact value. */
public final class IntervalBackend implements Backend<Interval> {

    /** The only one. */
    public static final IntervalBackend INSTANCE = new IntervalBackend();

    private IntervalBackend() {}

    @Override
    public Field<Interval> field() {
        return IntervalField.getInstance();
    }

    @Override
    public String name() {
        return "intervals of doubles";
    }

    @Override
    public String write(Interval number) {
        return number.toString();
    }

    @Override
    public Loss<Interval> loss(LossDerivatives derivatives) {
        return DefinedLoss.of(derivatives);
    }
}
