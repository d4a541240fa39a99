package org.selfstab.certify.region;

import java.util.List;
import org.selfstab.certify.enclosure.IntervalBackend;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.expression.syntax.ExpressionSyntaxException;
import org.selfstab.interval.Interval;

/**
 * One side of a box.
 *
 * @param name a variable or a parameter
 * @param interval the numbers that it takes; endpoints that are no doubles are rounded outwards
 */
public record BoxSide(String name, Interval interval) {

    /**
     * Reads a side, for instance {@code zeta=0.4:3/5}.
     *
     * @throws IllegalArgumentException if the text is no side; the message says what would be one
     */
    public static BoxSide parse(String text) {
        int equals = text.indexOf('=');
        int colon = text.indexOf(':', equals + 1);
        if (equals < 1 || colon < 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no side of a box; write NAME=FROM:TO, for instance zeta=2/5:3/5");
        }
        Interval from = endpoint(text.substring(equals + 1, colon));
        Interval to = endpoint(text.substring(colon + 1));
        if (from.lower() > to.upper()) {
            throw new IllegalArgumentException("'" + text + "' is empty: FROM must be at most TO");
        }
        return new BoxSide(text.substring(0, equals).trim(), new Interval(from.lower(), to.upper()));
    }

    private static Interval endpoint(String text) {
        try {
            Expression closed = new ExpressionParser(List.of()).parse(text).expression();
            Interval value = IntervalBackend.INSTANCE.valueOf(closed);
            if (!value.isFinite()) {
                throw new IllegalArgumentException("'" + text + "' is no finite number");
            }
            return value;
        } catch (ExpressionSyntaxException wrong) {
            throw new IllegalArgumentException("'" + text + "': " + wrong.getMessage(), wrong);
        }
    }
}
