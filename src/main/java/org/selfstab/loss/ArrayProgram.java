package org.selfstab.loss;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A loss as operations on whole arrays, one for each sum, product and function of its expression, however many terms the sums over indices have.
 *
 * <p>An array has one axis for each free index of its expression; axes are numbered, and a set of axes is a set of bits. Each node uses earlier ones
 * only. Of a loss that is written out all nodes are scalars.
 *
 * <p>One axis, the data index of most losses, is cut into chunks: nodes with it are wide, the others narrow. Wide nodes must not depend on sums over
 * the chunked axis; where they do, there is no chunked axis.
 */
final class ArrayProgram {

    /** Of a missing factor of a term, and of a missing chunked axis. */
    static final int NONE = -1;

    /** What stands for the degree of what is no polynomial; there are at most three letters ({@link SweepPlan}). */
    static final int ANY_DEGREE = 4;

    /** From so many operations for value and gradient on (some 50 us) sums are shared out among threads. */
    private static final long LONG = 25_000;

    /** A function costs as much as so many products. */
    private static final long FUNCTION_COST = 16;

    private static final int MAX_PARTS = 16;

    /** So many numbers of one array fit in the fastest cache with a few others. */
    private static final int CACHED = 2048;

    /** A number, array or function of the loss. */
    sealed interface Node permits Constants, Variables, Sums, Function {
        /** Its axes. */
        long axes();
    }

    /**
     * Constants in a table.
     *
     * @param offset the place of the entry where all indices are at the beginning of their axes
     * @param strides how far the place moves along each axis
     */
    record Constants(long axes, List<Double> entries, int offset, List<Integer> strides) implements Node {}

    /** Variables in a table by their numbers; {@link #NONE} for an entry 0. */
    record Variables(long axes, List<Integer> entries, int offset, List<Integer> strides) implements Node {}

    /** Sum of terms, each summed over the axes that this node does not have. */
    record Sums(long axes, List<Term> terms) implements Node {}

    /**
     * {@code factor * left * right}.
     *
     * @param left a node
     * @param right a node, or {@link #NONE}
     */
    record Term(double factor, int left, int right) {}

    /** A function of each entry of a node. */
    record Function(long axes, PointwiseFunction function, int argument) implements Node {}

    /** The number of variables. */
    final int n;

    /** How many values the index of each axis takes. */
    final int[] sizes;

    final List<Node> nodes;

    /** The node of the loss, the last one. */
    final int result;

    /** The axes as arrays are stored, the outermost first. */
    final int[] order;

    /** The axis that is cut into chunks, or {@link #NONE}. */
    final int chunked;

    /** How many values of the chunked axis make a chunk; the last may have fewer. */
    final int chunk;

    final int chunks;

    /** So many runs of chunks are summed up each by itself, whichever thread does it. */
    final int parts;

    /** The degree of each node as a polynomial of the variables, up to {@link #ANY_DEGREE}; 0 of what is constant. */
    final int[] degree;

    private final boolean[] afterSums;

    /**
     * A program.
     *
     * @param sizes how many values the index of each axis takes
     * @param nodes the nodes, the last one the loss, a scalar
     */
    ArrayProgram(int n, int[] sizes, List<Node> nodes) {
        this.n = n;
        this.sizes = sizes.clone();
        this.nodes = List.copyOf(nodes);
        this.result = nodes.size() - 1;
        this.degree = new int[nodes.size()];
        this.afterSums = new boolean[nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            degree[i] = degreeOf(nodes.get(i));
        }
        int longest = longestAxis();
        this.chunked = longest != NONE && separates(longest) ? longest : NONE;
        if (chunked == NONE) {
            Arrays.fill(afterSums, false);
        }
        int innermost = innermost();
        this.order = order(innermost);
        long operations = operations();
        int values = chunked == NONE ? 1 : sizes[chunked];
        this.chunk = chunked == NONE ? 1 : chunkLength(innermost);
        this.chunks = (values + chunk - 1) / chunk;
        this.parts = (int) Math.min(chunks, Math.max(1, Math.min(MAX_PARTS, operations / LONG)));
    }

    private int degreeOf(Node node) {
        if (node instanceof Variables) {
            return 1;
        }
        if (node instanceof Function function) {
            return degree[function.argument()] == 0 ? 0 : ANY_DEGREE;
        }
        int largest = 0;
        if (node instanceof Sums sums) {
            for (Term term : sums.terms()) {
                int ofRight = term.right() == NONE ? 0 : degree[term.right()];
                largest = Math.max(largest, degree[term.left()] + ofRight);
            }
        }
        return Math.min(largest, ANY_DEGREE);
    }

    /** The axis along which there is most to do; the outermost of equals. */
    private int longestAxis() {
        long[] work = new long[sizes.length];
        for (int i = 0; i < nodes.size(); i++) {
            for (int axis = 0; axis < sizes.length; axis++) {
                work[axis] += has(nodes.get(i).axes(), axis) ? cost(i) : 0;
            }
        }
        return IntStream.range(0, sizes.length)
                .boxed()
                .max((one, other) ->
                        work[one] != work[other] ? Long.compare(work[one], work[other]) : Integer.compare(other, one))
                .orElse(NONE);
    }

    /** Whether no node with the axis depends on a sum over it; notes which nodes without do. */
    private boolean separates(int axis) {
        for (int i = 0; i < nodes.size(); i++) {
            boolean isWide = has(nodes.get(i).axes(), axis);
            for (int operand : operands(i)) {
                if (isWide && afterSums[operand]) {
                    return false;
                }
                afterSums[i] |=
                        !isWide && (afterSums[operand] || has(nodes.get(operand).axes(), axis));
            }
        }
        return true;
    }

    private int[] operands(int i) {
        Node node = nodes.get(i);
        if (node instanceof Function function) {
            return new int[] {function.argument()};
        }
        return node instanceof Sums sums
                ? sums.terms().stream()
                        .flatMapToInt(term -> IntStream.of(term.left(), term.right()))
                        .filter(operand -> operand != NONE)
                        .toArray()
                : new int[0];
    }

    /** The axis along which loops run innermost, so that they are long: calls of them, not operations, are what short ones cost. */
    private int innermost() {
        int best = NONE;
        double least = Double.POSITIVE_INFINITY;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            double calls = 0;
            for (int i = 0; i < nodes.size(); i++) {
                calls += (double) cost(i) / innerLength(loopAxes(i), axis);
            }
            // The chunked axis only if clearly better: outermost, it makes chunks that any thread can go through.
            if (axis == chunked ? 1.5 * calls < least : calls < least || (best == chunked && calls < 1.5 * least)) {
                least = calls;
                best = axis;
            }
        }
        return best;
    }

    private int innerLength(long axes, int axis) {
        if (has(axes, axis)) {
            return Math.min(sizes[axis], CACHED);
        }
        int length = 1;
        for (int other = 0; other < sizes.length; other++) {
            length = has(axes, other) && other != chunked ? Math.max(length, sizes[other]) : length;
        }
        return length;
    }

    /** The chunked axis first and an innermost one last; others so that short ones are outside. */
    private int[] order(int innermost) {
        return IntStream.range(0, sizes.length)
                .boxed()
                .sorted((one, other) -> {
                    int byPlace = Integer.compare(place(one, innermost), place(other, innermost));
                    return byPlace != 0 ? byPlace : Integer.compare(sizes[one], sizes[other]);
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int place(int axis, int innermost) {
        if (axis == innermost) {
            return 2;
        }
        return axis == chunked ? 0 : 1;
    }

    /** As many as the cache holds of the largest wide array. */
    private int chunkLength(int innermost) {
        long others = 1;
        for (Node node : nodes) {
            if (has(node.axes(), chunked)) {
                others = Math.max(others, size(node.axes()) / sizes[chunked]);
            }
        }
        long length = Math.max(innermost == chunked ? 64 : 1, CACHED / others);
        // Chunks of one length, as far as possible.
        long count = Math.max(1, Math.round((double) sizes[chunked] / length));
        return (int) ((sizes[chunked] + count - 1) / count);
    }

    /** What value and gradient take, in products. */
    private long operations() {
        return 3 * IntStream.range(0, nodes.size()).mapToLong(this::cost).sum();
    }

    private long cost(int i) {
        Node node = nodes.get(i);
        if (node instanceof Function) {
            return FUNCTION_COST * size(node.axes());
        }
        return node instanceof Sums sums
                ? sums.terms().stream().mapToLong(term -> size(axes(term))).sum()
                : 0;
    }

    /** Whether not all nodes are scalars. */
    boolean hasArrays() {
        return sizes.length > 0;
    }

    /** How many terms and functions the loss has when written out. */
    long terms() {
        long terms = 0;
        for (Node node : nodes) {
            if (node instanceof Sums sums) {
                terms += sums.terms().stream()
                        .mapToLong(term -> size(axes(term)))
                        .sum();
            } else if (node instanceof Function) {
                terms += size(node.axes());
            }
        }
        return terms;
    }

    private long loopAxes(int i) {
        return nodes.get(i) instanceof Sums sums
                ? sums.terms().stream().mapToLong(this::axes).reduce(0, (a, b) -> a | b)
                : nodes.get(i).axes();
    }

    /** The axes of a term before it is summed. */
    long axes(Term term) {
        return nodes.get(term.left()).axes()
                | (term.right() == NONE ? 0 : nodes.get(term.right()).axes());
    }

    static boolean has(long axes, int axis) {
        return (axes >> axis & 1) != 0;
    }

    boolean isWide(long axes) {
        return chunked != NONE && has(axes, chunked);
    }

    boolean isWide(int node) {
        return isWide(nodes.get(node).axes());
    }

    /** Whether a narrow node depends on sums over the chunked axis. */
    boolean isAfterSums(int node) {
        return afterSums[node];
    }

    /** Whether sweeps along directions multiply by a node: another factor of a product depends on the variables, or derivatives are computed from it. */
    boolean isFactor(int i) {
        if (nodes.get(i) instanceof Function function && function.function().isTanh()) {
            return true;
        }
        for (Node node : nodes) {
            if (node instanceof Function function
                    && function.argument() == i
                    && !function.function().isTanh()) {
                return true;
            }
            if (node instanceof Sums sums && sums.terms().stream().anyMatch(term -> multiplies(term, i))) {
                return true;
            }
        }
        return false;
    }

    private boolean multiplies(Term term, int i) {
        return term.right() != NONE
                && ((term.left() == i && degree[term.right()] > 0) || (term.right() == i && degree[term.left()] > 0));
    }

    /** Whether sweeps along directions multiply by a node's adjoint: it is not linear in the nodes that it depends on. */
    boolean hasBentAdjoint(int i) {
        return nodes.get(i) instanceof Function
                || (nodes.get(i) instanceof Sums sums
                        && sums.terms().stream()
                                .anyMatch(term ->
                                        degree[term.left()] > 0 && term.right() != NONE && degree[term.right()] > 0));
    }

    /** How many entries an array has in all. */
    long size(long axes) {
        long size = 1;
        for (int axis = 0; axis < sizes.length; axis++) {
            size = has(axes, axis) ? Math.multiplyExact(size, sizes[axis]) : size;
        }
        return size;
    }

    /** The length of a chunk by its number. */
    int length(int number) {
        return chunked == NONE ? 1 : Math.min(chunk, sizes[chunked] - number * chunk);
    }

    /** How many entries an array has, of the chunked axis so many. */
    int size(long axes, int chunkLength) {
        return Math.toIntExact(isWide(axes) ? size(axes & ~(1L << chunked)) * chunkLength : size(axes));
    }

    /** The places in its table of the entries of an array, as it is stored; of wide arrays in a chunk. */
    int[] places(long axes, int offset, List<Integer> strides, int chunkNumber) {
        int length = length(chunkNumber);
        int[] places = new int[size(axes, length)];
        int[] count = new int[order.length];
        for (int i = 0; i < places.length; i++) {
            int place = offset;
            for (int k = 0; k < order.length; k++) {
                int axis = order[k];
                place +=
                        strides.get(axis) * (count[k] + (axis == chunked && has(axes, axis) ? chunkNumber * chunk : 0));
            }
            places[i] = place;
            for (int k = order.length - 1; k >= 0; k--) {
                int axis = order[k];
                if (!has(axes, axis)) {
                    continue;
                }
                if (++count[k] < (axis == chunked ? length : sizes[axis])) {
                    break;
                }
                count[k] = 0;
            }
        }
        return places;
    }
}
