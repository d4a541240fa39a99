package org.selfstab.certify.enclosure;

import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;

/** Closed expressions in intervals. */
public final class Enclosed {

    private Enclosed() {}

    /** Contains the exact value of a closed expression. */
    public static Interval valueOf(Expression closed) {
        return FieldInterpreter.evaluate(closed, IntervalField.getInstance());
    }
}
