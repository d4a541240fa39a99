package org.selfstab.expression.syntax;

import com.google.common.math.LongMath;
import org.selfstab.expression.Element;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionExtent;

/** Bounds the work of reading a text, and that of evaluating what it says. */
final class ReadingWork {

    private final boolean keepsSums;
    /** Of the terms that are written out though sums are kept; null before the first. */
    private ExpressionExtent written;

    /** Operands and operators, those of sums as often as the sums say. */
    private long operations;

    /** How often the part being read occurs when the sums around it are written out. */
    private long times = 1;

    /** Operands and operators as often as they were read. */
    private int read;

    private int regrouped;

    ReadingWork(boolean keepsSums) {
        this.keepsSums = keepsSums;
    }

    long operations() {
        return operations;
    }

    /** Begins a part that occurs some number of times; run the result at its end. */
    Runnable times(int count) {
        long before = times;
        times = LongMath.saturatedMultiply(times, count);
        return () -> times = before;
    }

    /** Takes back what is counted from now on, but for the time spent. */
    Runnable returningHere() {
        long operationsHere = operations;
        long timesHere = times;
        int regroupedHere = regrouped;
        return () -> {
            operations = operationsHere;
            times = timesHere;
            regrouped = regroupedHere;
        };
    }

    /** Counts what is read of the text. */
    void count(Token token, int more) {
        read += more;
        if (read > ExpressionParser.MAX_NODES) {
            throw tooLong(token.offset());
        }
        operate(token.offset(), more);
    }

    /** Counts operations that a function of arrays stands for. */
    void operate(int offset, long more) {
        operations = LongMath.saturatedAdd(operations, LongMath.saturatedMultiply(times, more));
        if (!keepsSums && operations > ExpressionParser.MAX_NODES) {
            throw tooLong(offset);
        }
        if (operations > ExpressionParser.MAX_OPERATIONS) {
            throw new ExpressionSyntaxException(
                    offset,
                    "more than " + ExpressionParser.MAX_OPERATIONS + " operations at each point",
                    "use a smaller network or fewer data");
        }
    }

    private static ExpressionSyntaxException tooLong(int offset) {
        return new ExpressionSyntaxException(
                offset,
                "more than " + ExpressionParser.MAX_NODES + " operands and operators, sums written out",
                "write a shorter expression");
    }

    /** Counts a term of a sum that is written out though sums are kept. */
    void write(int offset, Expression term) {
        if (!keepsSums) {
            return;
        }
        if (written == null) {
            written = new ExpressionExtent(ExpressionParser.MAX_NODES);
        }
        if (!written.admits(term)) {
            throw tooLong(offset);
        }
    }

    /** Each operation around a long sum or product goes through its terms once more. */
    void regroup(Token opening, Expression inner) {
        regrouped += inner instanceof Element ? 0 : inner.children().size();
        if (regrouped > ExpressionParser.MAX_REGROUPED) {
            throw new ExpressionSyntaxException(
                    opening.offset(), "long sums or products nested too deeply", "write them with fewer parentheses");
        }
    }
}
