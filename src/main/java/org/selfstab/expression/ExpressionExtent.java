package org.selfstab.expression;

import java.util.IdentityHashMap;

/**
 * How large an expression is when written out: definitions that use each other can describe exponentially much in a few
 * lines.
 */
public final class ExpressionExtent {

    private static final int MAX_DEPTH = 1000;

    private record Extent(long size, int depth) {}

    private final long maxSize;
    private final IdentityHashMap<Expression, Extent> known = new IdentityHashMap<>();
    private long total;

    /**
     * Measures expressions one after the other.
     *
     * @param maxSize the number of operations that all of them together may have when written out
     */
    public ExpressionExtent(long maxSize) {
        this.maxSize = maxSize;
    }

    /** Whether this expression and all before it stay small enough to be written out and walked through recursively. */
    public boolean admits(Expression expression) {
        Extent extent = of(expression);
        total += extent.size();
        return total <= maxSize && extent.depth() <= MAX_DEPTH;
    }

    private Extent of(Expression expression) {
        Extent extent = known.get(expression);
        if (extent == null) {
            extent = measured(expression);
            known.put(expression, extent);
        }
        return extent;
    }

    /** Entries of a table are looked up; those count that are more than one number or name. */
    private Extent measured(Expression expression) {
        long size = 1;
        int depth = 0;
        int lookedUp = expression instanceof Element ? 1 : 0;
        for (Expression child : expression.children()) {
            Extent extent = of(child);
            size = Math.min(size + extent.size() - lookedUp, maxSize + 1);
            depth = Math.max(depth, extent.depth());
        }
        return new Extent(size, depth + 1);
    }
}
