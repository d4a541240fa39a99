package org.selfstab.loss;

import java.util.ArrayList;
import java.util.List;

/**
 * Loops of {@code out += c*a*b} over axes, along each of which the places in the three arrays move by strides of their own, 0 of what does not depend on it.
 * Each kind of innermost loop has a class of its own, which the JVM compiles by itself together with the loop around it.
 */
abstract class LoopNest {

    private static final Loop ONCE = new Loop(1, 0, 0, 0);

    /** One axis. */
    record Loop(int count, int out, int left, int right) {

        /** Whether this loop around another is one longer loop. */
        boolean continues(Loop inner) {
            return out == inner.out * inner.count
                    && left == inner.left * inner.count
                    && right == inner.right * inner.count;
        }

        Loop exchanged() {
            return new Loop(count, out, /* left= */ right, /* right= */ left);
        }
    }

    private final Loop[] around;
    /** Whether the factors are exchanged, so that kinds of loops need not exist twice. */
    private final boolean isExchanged;

    private final boolean isSum;

    /** How often the innermost loop is run by the one around it, and strides of that. */
    final int rows;

    final int byOut;
    final int byLeft;
    final int byRight;

    /** How long the innermost loop is. */
    final int count;

    private LoopNest(List<Loop> outer, Loop inner, boolean isExchanged) {
        int last = outer.size() - 1;
        Loop row = last < 0 ? ONCE : isExchanged ? outer.get(last).exchanged() : outer.get(last);
        this.around = last < 0 ? new Loop[0] : outer.subList(0, last).toArray(new Loop[0]);
        this.isExchanged = isExchanged;
        this.isSum = outer.stream().anyMatch(loop -> loop.out() == 0) || (inner.count() > 1 && inner.out() == 0);
        this.rows = row.count();
        this.byOut = row.out();
        this.byLeft = row.left();
        this.byRight = row.right();
        this.count = inner.count();
    }

    /** Loops, the outermost first. */
    static LoopNest of(List<Loop> loops) {
        List<Loop> outer = merged(loops);
        Loop inner = outer.isEmpty() ? ONCE : outer.remove(outer.size() - 1);
        if (!isUnit(inner.out()) || !isUnit(inner.left()) || !isUnit(inner.right())) {
            return new Strided(outer, inner);
        }
        boolean isExchanged = inner.right() == 0 && inner.left() == 1;
        int factors = inner.left() + inner.right();
        if (inner.out() == 1) {
            return switch (factors) {
                case 2 -> new Products(outer, inner);
                case 1 -> multiples(outer, inner, isExchanged);
                default -> new Spread(outer, inner);
            };
        }
        return switch (factors) {
            case 2 -> new Dots(outer, inner);
            case 1 -> new RowSums(outer, inner, isExchanged);
            default -> new Strided(outer, inner);
        };
    }

    /** The innermost loop over terms of sums is put last, so that several terms are added in one go; those of each sum keep their order. */
    private static LoopNest multiples(List<Loop> outer, Loop inner, boolean isExchanged) {
        for (int i = outer.size() - 1; i >= 0; i--) {
            if (outer.get(i).out() == 0) {
                Loop terms = outer.remove(i);
                return new SumsOfMultiples(outer, terms, inner, isExchanged);
            }
        }
        return new Multiples(outer, inner, isExchanged);
    }

    private static List<Loop> merged(List<Loop> loops) {
        List<Loop> merged = new ArrayList<>();
        for (Loop loop : loops) {
            int last = merged.size() - 1;
            if (loop.count() == 1) {
                continue;
            }
            if (last >= 0 && merged.get(last).continues(loop)) {
                merged.set(
                        last, new Loop(merged.get(last).count() * loop.count(), loop.out(), loop.left(), loop.right()));
            } else {
                merged.add(loop);
            }
        }
        return merged;
    }

    private static boolean isUnit(int stride) {
        return stride == 0 || stride == 1;
    }

    /** Whether several products go to one place. */
    boolean isSum() {
        return isSum;
    }

    /** Whether two sums of products can be made in one go. */
    boolean canJoin() {
        return false;
    }

    /**
     * Adds products up.
     *
     * @param isFresh whether what was in {@code out} is overwritten, not added to; only if this is no sum
     */
    final void run(double[] out, int o, double c, double[] a, int x, double[] b, int y, boolean isFresh) {
        if (around.length > 0) {
            nested(0, out, o, c, a, x, b, y, isFresh);
        } else if (isExchanged) {
            rows(out, o, c, b, y, a, x, isFresh);
        } else {
            rows(out, o, c, a, x, b, y, isFresh);
        }
    }

    private void nested(
            int depth, double[] out, int o, double c, double[] a, int x, double[] b, int y, boolean isFresh) {
        Loop loop = around[depth];
        for (int i = 0; i < loop.count(); i++) {
            int outAt = o + i * loop.out();
            int leftAt = x + i * loop.left();
            int rightAt = y + i * loop.right();
            if (depth < around.length - 1) {
                nested(depth + 1, out, outAt, c, a, leftAt, b, rightAt, isFresh);
            } else if (isExchanged) {
                rows(out, outAt, c, b, rightAt, a, leftAt, isFresh);
            } else {
                rows(out, outAt, c, a, leftAt, b, rightAt, isFresh);
            }
        }
    }

    /** The innermost loop and the one around it. */
    abstract void rows(double[] out, int o, double c, double[] a, int x, double[] b, int y, boolean isFresh);

    /**
     * Adds two products up, {@code a*b} and then {@code d*e}, in one go, if they {@link #canJoin}.
     *
     * @param isFresh whether what was in {@code out} is overwritten, not added to
     */
    final void runJoined(
            double[] out,
            int o,
            double c,
            double[] a,
            int x,
            double[] b,
            int y,
            double[] d,
            int z,
            double[] e,
            int w,
            boolean isFresh) {
        if (isExchanged) {
            joinedRows(out, o, c, b, y, a, x, e, w, d, z, isFresh);
        } else {
            joinedRows(out, o, c, a, x, b, y, d, z, e, w, isFresh);
        }
    }

    void joinedRows(
            double[] out,
            int o,
            double c,
            double[] a,
            int x,
            double[] b,
            int y,
            double[] d,
            int z,
            double[] e,
            int w,
            boolean isFresh) {
        throw new UnsupportedOperationException();
    }

    /** Whether what {@code start} spreads can be put in one go with the first of these products. */
    boolean canFollow(LoopNest start) {
        return false;
    }

    /**
     * Overwrites {@code out} by products {@code f*d*e} in the loops of {@code start} and adds products in these loops, if these {@link #canFollow}.
     */
    final void runAfter(
            LoopNest start,
            double f,
            double[] d,
            int z,
            double[] e,
            int w,
            double[] out,
            int o,
            double c,
            double[] a,
            int x,
            double[] b,
            int y) {
        if (isExchanged) {
            rowsAfter(start, f, d, z, e, w, out, o, c, b, y, a, x);
        } else {
            rowsAfter(start, f, d, z, e, w, out, o, c, a, x, b, y);
        }
    }

    void rowsAfter(
            LoopNest start,
            double f,
            double[] d,
            int z,
            double[] e,
            int w,
            double[] out,
            int o,
            double c,
            double[] a,
            int x,
            double[] b,
            int y) {
        throw new UnsupportedOperationException();
    }

    boolean hasNoneAround() {
        return around.length == 0;
    }

    /** All three move. */
    private static final class Products extends LoopNest {

        Products(List<Loop> outer, Loop inner) {
            super(outer, inner, false);
        }

        @Override
        boolean canJoin() {
            return hasNoneAround() && !isSum();
        }

        @Override
        void rows(double[] out, int o, double c, double[] a, int x, double[] b, int y, boolean isFresh) {
            for (int i = 0; i < rows; i++) {
                int outAt = o + i * byOut;
                int leftAt = x + i * byLeft;
                int rightAt = y + i * byRight;
                if (isFresh) {
                    ArrayLoops.setProduct(count, out, outAt, c, a, leftAt, b, rightAt);
                } else {
                    ArrayLoops.addProduct(count, out, outAt, c, a, leftAt, b, rightAt);
                }
            }
        }

        @Override
        void joinedRows(
                double[] out,
                int o,
                double c,
                double[] a,
                int x,
                double[] b,
                int y,
                double[] d,
                int z,
                double[] e,
                int w,
                boolean isFresh) {
            for (int i = 0; i < rows; i++) {
                int outAt = o + i * byOut;
                int left = i * byLeft;
                int right = i * byRight;
                if (isFresh) {
                    ArrayLoops.setTwoProducts(
                            count, out, outAt, c, a, x + left, b, y + right, d, z + left, e, w + right);
                } else {
                    ArrayLoops.addTwoProducts(
                            count, out, outAt, c, a, x + left, b, y + right, d, z + left, e, w + right);
                }
            }
        }
    }

    /** The right factor moves and the result. */
    private static final class Multiples extends LoopNest {

        Multiples(List<Loop> outer, Loop inner, boolean isExchanged) {
            super(outer, inner, isExchanged);
        }

        @Override
        boolean canJoin() {
            return hasNoneAround();
        }

        @Override
        void rows(double[] out, int o, double c, double[] a, int x, double[] b, int y, boolean isFresh) {
            for (int i = 0; i < rows; i++) {
                double factor = c * a[x + i * byLeft];
                if (isFresh) {
                    ArrayLoops.setMultiple(count, out, o + i * byOut, factor, b, y + i * byRight);
                } else {
                    ArrayLoops.addMultiple(count, out, o + i * byOut, factor, b, y + i * byRight);
                }
            }
        }

        @Override
        void joinedRows(
                double[] out,
                int o,
                double c,
                double[] a,
                int x,
                double[] b,
                int y,
                double[] d,
                int z,
                double[] e,
                int w,
                boolean isFresh) {
            for (int i = 0; i < rows; i++) {
                int outAt = o + i * byOut;
                int right = i * byRight;
                double first = c * a[x + i * byLeft];
                double second = c * d[z + i * byLeft];
                if (isFresh) {
                    ArrayLoops.setTwoMultiples(count, out, outAt, first, b, y + right, second, e, w + right);
                } else {
                    ArrayLoops.addTwoMultiples(count, out, outAt, first, b, y + right, second, e, w + right);
                }
            }
        }
    }

    /** The same, summed over one more loop just around the innermost one. */
    private static final class SumsOfMultiples extends LoopNest {

        private final int terms;
        private final int byTermLeft;
        private final int byTermRight;

        SumsOfMultiples(List<Loop> outer, Loop terms, Loop inner, boolean isExchanged) {
            super(outer, inner, isExchanged);
            this.terms = terms.count();
            this.byTermLeft = isExchanged ? terms.right() : terms.left();
            this.byTermRight = isExchanged ? terms.left() : terms.right();
        }

        @Override
        boolean isSum() {
            return true;
        }

        @Override
        boolean canFollow(LoopNest start) {
            return start instanceof Spread
                    && terms > 1
                    && hasNoneAround()
                    && start.hasNoneAround()
                    && start.rows == rows
                    && start.byOut == byOut
                    && start.count == count;
        }

        @Override
        void rowsAfter(
                LoopNest start,
                double f,
                double[] d,
                int z,
                double[] e,
                int w,
                double[] out,
                int o,
                double c,
                double[] a,
                int x,
                double[] b,
                int y) {
            for (int i = 0; i < rows; i++) {
                int factor = x + i * byLeft;
                int first = y + i * byRight;
                ArrayLoops.setTwoMultiples(
                        count,
                        out,
                        o + i * byOut,
                        f * d[z + i * start.byLeft] * e[w + i * start.byRight],
                        c * a[factor],
                        b,
                        first,
                        c * a[factor + byTermLeft],
                        b,
                        first + byTermRight);
            }
            addTerms(2, out, o, c, a, x, b, y);
        }

        @Override
        void rows(double[] out, int o, double c, double[] a, int x, double[] b, int y, boolean isFresh) {
            addTerms(0, out, o, c, a, x, b, y);
        }

        private void addTerms(int from, double[] out, int o, double c, double[] a, int x, double[] b, int y) {
            int by = byTermLeft;
            int byTerm = byTermRight;
            int term = from;
            for (; term < terms - 3; term += 4) {
                ArrayLoops.addFourMultiples(
                        rows,
                        count,
                        out,
                        o,
                        byOut,
                        c,
                        a,
                        x + term * by,
                        byLeft,
                        by,
                        b,
                        y + term * byTerm,
                        byRight,
                        byTerm);
            }
            if (term < terms - 1) {
                ArrayLoops.addTwoMultiples(
                        rows,
                        count,
                        out,
                        o,
                        byOut,
                        c,
                        a,
                        x + term * by,
                        byLeft,
                        by,
                        b,
                        y + term * byTerm,
                        byRight,
                        byTerm);
                term += 2;
            }
            if (term < terms) {
                for (int i = 0; i < rows; i++) {
                    double factor = c * a[x + term * by + i * byLeft];
                    ArrayLoops.addMultiple(count, out, o + i * byOut, factor, b, y + term * byTerm + i * byRight);
                }
            }
        }
    }

    /** Both factors move. */
    private static final class Dots extends LoopNest {

        Dots(List<Loop> outer, Loop inner) {
            super(outer, inner, false);
        }

        @Override
        void rows(double[] out, int o, double c, double[] a, int x, double[] b, int y, boolean isFresh) {
            ArrayLoops.addDots(rows, count, out, o, byOut, c, a, x, byLeft, b, y, byRight);
        }
    }

    /** The right factor alone moves. */
    private static final class RowSums extends LoopNest {

        RowSums(List<Loop> outer, Loop inner, boolean isExchanged) {
            super(outer, inner, isExchanged);
        }

        @Override
        void rows(double[] out, int o, double c, double[] a, int x, double[] b, int y, boolean isFresh) {
            ArrayLoops.addSums(rows, count, out, o, byOut, c, a, x, byLeft, b, y, byRight);
        }
    }

    /** The result alone moves. */
    private static final class Spread extends LoopNest {

        Spread(List<Loop> outer, Loop inner) {
            super(outer, inner, false);
        }

        @Override
        void rows(double[] out, int o, double c, double[] a, int x, double[] b, int y, boolean isFresh) {
            for (int i = 0; i < rows; i++) {
                double product = c * a[x + i * byLeft] * b[y + i * byRight];
                if (isFresh) {
                    ArrayLoops.fill(count, out, o + i * byOut, product);
                } else {
                    ArrayLoops.add(count, out, o + i * byOut, product);
                }
            }
        }
    }

    /** Any other strides. */
    private static final class Strided extends LoopNest {

        private final Loop inner;

        Strided(List<Loop> outer, Loop inner) {
            super(outer, inner, false);
            this.inner = inner;
        }

        @Override
        void rows(double[] out, int o, double c, double[] a, int x, double[] b, int y, boolean isFresh) {
            for (int i = 0; i < rows; i++) {
                int outAt = o + i * byOut;
                int leftAt = x + i * byLeft;
                int rightAt = y + i * byRight;
                for (int k = 0; k < count; k++) {
                    double product = c * a[leftAt + k * inner.left()] * b[rightAt + k * inner.right()];
                    int place = outAt + k * inner.out();
                    out[place] = isFresh ? product : out[place] + product;
                }
            }
        }
    }
}
