package org.selfstab.loss;

import java.util.ArrayList;
import java.util.List;

/** Loops of {@code out += c*a*b} over axes, along each of which the places in the three arrays move by strides of their own, 0 of what does not depend on it. */
final class LoopNest {

    private static final int PRODUCT = 0;
    private static final int LEFT_MULTIPLE = 1;
    private static final int RIGHT_MULTIPLE = 2;
    private static final int DOT = 3;
    private static final int LEFT_SUM = 4;
    private static final int RIGHT_SUM = 5;
    private static final int SPREAD = 6;
    private static final int SINGLE = 7;
    private static final int STRIDED = 8;

    /** One axis. */
    record Loop(int count, int out, int left, int right) {

        /** Whether this loop around another is one longer loop. */
        boolean continues(Loop inner) {
            return out == inner.out * inner.count
                    && left == inner.left * inner.count
                    && right == inner.right * inner.count;
        }
    }

    private final Loop[] outer;
    private final Loop inner;
    private final int kind;
    private final boolean isSum;

    /** Loops, the outermost first. */
    LoopNest(List<Loop> loops) {
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
        this.inner = merged.isEmpty() ? new Loop(1, 0, 0, 0) : merged.remove(merged.size() - 1);
        this.kind = merged.isEmpty() && inner.count() == 1 ? SINGLE : kind(inner);
        this.isSum = merged.stream().anyMatch(loop -> loop.out() == 0) || (kind != SINGLE && inner.out() == 0);
        this.outer = merged.toArray(new Loop[0]);
    }

    private static int kind(Loop inner) {
        if (!isUnit(inner.out()) || !isUnit(inner.left()) || !isUnit(inner.right())) {
            return STRIDED;
        }
        return switch (100 * inner.out() + 10 * inner.left() + inner.right()) {
            case 111 -> PRODUCT;
            case 110 -> LEFT_MULTIPLE;
            case 101 -> RIGHT_MULTIPLE;
            case 11 -> DOT;
            case 10 -> LEFT_SUM;
            case 1 -> RIGHT_SUM;
            case 100 -> SPREAD;
            default -> STRIDED;
        };
    }

    private static boolean isUnit(int stride) {
        return stride == 0 || stride == 1;
    }

    /** Whether several products go to one place. */
    boolean isSum() {
        return isSum;
    }

    /**
     * Adds products up.
     *
     * @param isFresh whether what was in {@code out} is overwritten, not added to; only if this is no sum
     */
    void run(double[] out, int o, double c, double[] a, int x, double[] b, int y, boolean isFresh) {
        switch (outer.length) {
            case 0 -> inner(out, o, c, a, x, b, y, isFresh);
            case 1 -> one(outer[0], out, o, c, a, x, b, y, isFresh);
            case 2 -> {
                Loop loop = outer[0];
                for (int i = 0; i < loop.count(); i++) {
                    one(outer[1], out, o + i * loop.out(), c, a, x + i * loop.left(), b, y + i * loop.right(), isFresh);
                }
            }
            default -> nested(0, out, o, c, a, x, b, y, isFresh);
        }
    }

    private void nested(
            int depth, double[] out, int o, double c, double[] a, int x, double[] b, int y, boolean isFresh) {
        Loop loop = outer[depth];
        if (depth == outer.length - 1) {
            one(loop, out, o, c, a, x, b, y, isFresh);
        } else {
            for (int i = 0; i < loop.count(); i++) {
                nested(depth + 1, out, o + i * loop.out(), c, a, x + i * loop.left(), b, y + i * loop.right(), isFresh);
            }
        }
    }

    private void one(Loop loop, double[] out, int o, double c, double[] a, int x, double[] b, int y, boolean isFresh) {
        int count = loop.count();
        int byOut = loop.out();
        int byLeft = loop.left();
        int byRight = loop.right();
        for (int i = 0; i < count; i++) {
            inner(out, o + i * byOut, c, a, x + i * byLeft, b, y + i * byRight, isFresh);
        }
    }

    private void inner(double[] out, int o, double c, double[] a, int x, double[] b, int y, boolean isFresh) {
        int count = inner.count();
        switch (kind) {
            case PRODUCT -> {
                if (c == 1) {
                    if (isFresh) {
                        ArrayLoops.setProduct(count, out, o, a, x, b, y);
                    } else {
                        ArrayLoops.addProduct(count, out, o, a, x, b, y);
                    }
                } else if (isFresh) {
                    ArrayLoops.setProduct(count, out, o, c, a, x, b, y);
                } else {
                    ArrayLoops.addProduct(count, out, o, c, a, x, b, y);
                }
            }
            case LEFT_MULTIPLE -> multiple(count, out, o, c * b[y], a, x, isFresh);
            case RIGHT_MULTIPLE -> multiple(count, out, o, c * a[x], b, y, isFresh);
            case DOT -> out[o] += c * ArrayLoops.dot(count, a, x, b, y);
            case LEFT_SUM -> out[o] += c * b[y] * ArrayLoops.sum(count, a, x);
            case RIGHT_SUM -> out[o] += c * a[x] * ArrayLoops.sum(count, b, y);
            case SPREAD -> {
                if (isFresh) {
                    ArrayLoops.fill(count, out, o, c * a[x] * b[y]);
                } else {
                    ArrayLoops.add(count, out, o, c * a[x] * b[y]);
                }
            }
            case SINGLE -> {
                double product = c * a[x] * b[y];
                out[o] = isFresh ? product : out[o] + product;
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    double product = c * a[x + i * inner.left()] * b[y + i * inner.right()];
                    int place = o + i * inner.out();
                    out[place] = isFresh ? product : out[place] + product;
                }
            }
        }
    }

    private static void multiple(int count, double[] out, int o, double factor, double[] a, int x, boolean isFresh) {
        if (isFresh) {
            ArrayLoops.setMultiple(count, out, o, factor, a, x);
        } else {
            ArrayLoops.addMultiple(count, out, o, factor, a, x);
        }
    }
}
