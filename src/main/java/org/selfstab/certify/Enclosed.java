package org.selfstab.certify;

import java.util.List;
import org.hipparchus.linear.FieldVector;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;

/** Closed expressions in intervals. */
final class Enclosed {

    private Enclosed() {}

    /** Contains the exact value of a closed expression. */
    static Interval valueOf(Expression closed) {
        return FieldInterpreter.evaluate(closed, IntervalField.getInstance());
    }

    /** Contains the exact values of closed expressions. */
    static FieldVector<Interval> valuesOf(List<Expression> closed) {
        FieldVector<Interval> values = Boxes.zero(closed.size());
        for (int i = 0; i < closed.size(); i++) {
            values.setEntry(i, valueOf(closed.get(i)));
        }
        return values;
    }
}
