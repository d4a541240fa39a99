package org.selfstab.loss;

import java.util.Arrays;

/** A part of a sweep: arrays computed from others, without allocation. */
abstract class SweepStep {

    abstract void run(SweepMemory memory);

    /** Where the coefficients of an array lie; by the set of letters of each ({@link SweepPlan}). */
    static final class Place {

        static final int NOWHERE = -1;

        final long axes;
        /** The pool, or {@link #NOWHERE} of a coefficient that is 0 whatever the point. */
        final int[] pool;

        final int[] at;

        /** Tells it from other places of a plan. */
        final int number;

        Place(long axes, int coefficients, int number) {
            this.axes = axes;
            this.number = number;
            this.pool = new int[coefficients];
            this.at = new int[coefficients];
            Arrays.fill(pool, NOWHERE);
        }

        /** The set of the coefficients that there are, as bits. */
        int present() {
            int present = 0;
            for (int s = 0; s < pool.length; s++) {
                present |= pool[s] == NOWHERE ? 0 : 1 << s;
            }
            return present;
        }

        void put(int coefficient, int inPool, int place) {
            pool[coefficient] = inPool;
            at[coefficient] = place;
        }
    }

    /** Which products of coefficients make the coefficients of a product. */
    static final class Pairs {

        /** The set of letters of each result. */
        final int[] out;
        /** Those of the left factor; the right factor has the others. */
        final int[] left;
        /** Whether a product is the first of its result. */
        final boolean[] isFresh;
        /** Results without products. */
        final int[] empty;

        Pairs(int[] out, int[] left, boolean[] isFresh, int[] empty) {
            this.out = out;
            this.left = left;
            this.isFresh = isFresh;
            this.empty = empty;
        }

        boolean isNone() {
            return out.length == 0 && empty.length == 0;
        }
    }

    /** {@code out += factor * left * right} of numbers with letters. */
    static final class Multiply extends SweepStep {

        private final Place out;
        private final double factor;
        private final Place left;
        private final Place right;
        private final Pairs pairs;
        /** Loops where neither factor has lanes, the left one has and the right one has. */
        private final LoopNest[] loops;

        private final int[] outSizes;
        private final boolean clearsFirst;
        private final int lanesBit;
        /** Whether a pair and the next one are added in one go. */
        private final boolean[] isJoined;

        Multiply(
                Place out,
                double factor,
                Place left,
                Place right,
                Pairs pairs,
                LoopNest[] loops,
                int[] outSizes,
                boolean clearsFirst,
                int lanesBit) {
            this.out = out;
            this.factor = factor;
            this.left = left;
            this.right = right;
            this.pairs = pairs;
            this.loops = loops;
            this.outSizes = outSizes;
            this.clearsFirst = clearsFirst;
            this.lanesBit = lanesBit;
            this.isJoined = new boolean[pairs.out.length];
            for (int i = 1; i < isJoined.length; i++) {
                isJoined[i - 1] = !(i > 1 && isJoined[i - 2])
                        && pairs.out[i] == pairs.out[i - 1]
                        && nest(i) == nest(i - 1)
                        && nest(i).canJoin();
            }
        }

        /** Whether this adds to what another step spreads, once to each coefficient. */
        boolean canFollow(Multiply start) {
            return start.out == out
                    && loops.length == 1
                    && start.pairs.empty.length + pairs.empty.length == 0
                    && Arrays.equals(start.pairs.out, pairs.out)
                    && start.areAllFresh()
                    && loops[0].canFollow(start.loops[0]);
        }

        private boolean areAllFresh() {
            for (boolean isFresh : pairs.isFresh) {
                if (!isFresh) {
                    return false;
                }
            }
            return true;
        }

        /** Both steps in one go, if this {@link #canFollow}. */
        void runAfter(Multiply start, SweepMemory memory) {
            double[][] pools = memory.pools;
            int[] shift = memory.shift;
            for (int i = 0; i < pairs.out.length; i++) {
                int s = pairs.out[i];
                int t = start.pairs.left[i];
                int u = s & ~t;
                double[] d = pools[start.left.pool[t]];
                int dAt = start.left.at[t] + shift[start.left.pool[t]];
                double[] e = pools[start.right.pool[u]];
                int eAt = start.right.at[u] + shift[start.right.pool[u]];
                t = pairs.left[i];
                u = s & ~t;
                loops[0].runAfter(
                        start.loops[0],
                        start.factor,
                        d,
                        dAt,
                        e,
                        eAt,
                        pools[out.pool[s]],
                        out.at[s] + shift[out.pool[s]],
                        factor,
                        pools[left.pool[t]],
                        left.at[t] + shift[left.pool[t]],
                        pools[right.pool[u]],
                        right.at[u] + shift[right.pool[u]]);
            }
        }

        private LoopNest nest(int pair) {
            int s = pairs.out[pair];
            return loops[(s & lanesBit) == 0 ? 0 : (pairs.left[pair] & lanesBit) != 0 ? 1 : 2];
        }

        @Override
        void run(SweepMemory memory) {
            double[][] pools = memory.pools;
            int[] shift = memory.shift;
            for (int s : pairs.empty) {
                clear(s, memory);
            }
            int[] outs = pairs.out;
            for (int i = 0; i < outs.length; i++) {
                int s = outs[i];
                int t = pairs.left[i];
                int u = s & ~t;
                boolean isFresh = pairs.isFresh[i];
                if (clearsFirst && isFresh) {
                    clear(s, memory);
                    isFresh = false;
                }
                double[] to = pools[out.pool[s]];
                int toAt = out.at[s] + shift[out.pool[s]];
                double[] a = pools[left.pool[t]];
                int aAt = left.at[t] + shift[left.pool[t]];
                double[] b = pools[right.pool[u]];
                int bAt = right.at[u] + shift[right.pool[u]];
                if (isJoined[i]) {
                    i++;
                    t = pairs.left[i];
                    u = s & ~t;
                    nest(i).runJoined(
                                    to,
                                    toAt,
                                    factor,
                                    a,
                                    aAt,
                                    b,
                                    bAt,
                                    pools[left.pool[t]],
                                    left.at[t] + shift[left.pool[t]],
                                    pools[right.pool[u]],
                                    right.at[u] + shift[right.pool[u]],
                                    isFresh);
                } else {
                    nest(i).run(to, toAt, factor, a, aAt, b, bAt, isFresh);
                }
            }
        }

        private void clear(int s, SweepMemory memory) {
            int pool = out.pool[s];
            int from = out.at[s] + memory.shift[pool];
            Arrays.fill(memory.pools[pool], from, from + outSizes[(s & lanesBit) == 0 ? 0 : 1], 0.0);
        }
    }

    /** Two steps in one go, the first of which spreads what the second adds to. */
    static final class MultiplyAfter extends SweepStep {

        private final Multiply start;
        private final Multiply rest;

        MultiplyAfter(Multiply start, Multiply rest) {
            this.start = start;
            this.rest = rest;
        }

        @Override
        void run(SweepMemory memory) {
            rest.runAfter(start, memory);
        }
    }

    /** A function of an array at the point, with some of its derivatives. */
    static final class Apply extends SweepStep {

        private final PointwiseFunction function;
        private final int count;
        private final Place argument;
        /** The places of value and derivatives, null for those not asked for. */
        private final Place[] results;

        Apply(PointwiseFunction function, int count, Place argument, Place[] results) {
            this.function = function;
            this.count = count;
            this.argument = argument;
            this.results = results;
        }

        @Override
        void run(SweepMemory memory) {
            double[] x = memory.pools[argument.pool[0]];
            int xAt = at(argument, memory);
            for (int i = 0; i < count; i++) {
                function.derivatives(x[xAt + i], memory.f);
                for (int k = 0; k < results.length; k++) {
                    if (results[k] != null) {
                        memory.pools[results[k].pool[0]][at(results[k], memory) + i] = memory.f[k];
                    }
                }
            }
        }
    }

    /** tanh of an array at the point, with its first and, if asked for, second derivative. */
    static final class ApplyTanh extends SweepStep {

        private final int count;
        private final Place argument;
        private final Place value;
        private final Place first;
        private final Place second;

        ApplyTanh(int count, Place argument, Place value, Place first, Place second) {
            this.count = count;
            this.argument = argument;
            this.value = value;
            this.first = first;
            this.second = second;
        }

        @Override
        void run(SweepMemory memory) {
            double[] x = memory.pools[argument.pool[0]];
            double[] t = memory.pools[value.pool[0]];
            double[] s = memory.pools[first.pool[0]];
            int tAt = at(value, memory);
            int sAt = at(first, memory);
            if (second == null) {
                PointwiseFunction.tanh(count, x, at(argument, memory), t, tAt, s, sAt);
            } else {
                double[] b = memory.pools[second.pool[0]];
                PointwiseFunction.tanh(count, x, at(argument, memory), t, tAt, s, sAt, b, at(second, memory));
            }
        }
    }

    /** Third and fourth derivative of tanh from value and first derivative. */
    static final class DifferentiateTanh extends SweepStep {

        private final int count;
        private final Place value;
        private final Place first;
        private final Place third;
        private final Place fourth;

        DifferentiateTanh(int count, Place value, Place first, Place third, Place fourth) {
            this.count = count;
            this.value = value;
            this.first = first;
            this.third = third;
            this.fourth = fourth;
        }

        @Override
        void run(SweepMemory memory) {
            PointwiseFunction.higherOfTanh(
                    count,
                    memory.pools[value.pool[0]],
                    at(value, memory),
                    memory.pools[first.pool[0]],
                    at(first, memory),
                    memory.pools[third.pool[0]],
                    at(third, memory),
                    memory.pools[fourth.pool[0]],
                    at(fourth, memory));
        }
    }

    private static int at(Place place, SweepMemory memory) {
        return place.at[0] + memory.shift[place.pool[0]];
    }

    /** Looks entries of an input up. */
    static final class Gather extends SweepStep {

        private final Place out;
        private final int coefficient;
        private final int input;
        private final int[][] entries;

        /**
         * Entries by chunks and places.
         *
         * @param input where in the input the vector begins
         */
        Gather(Place out, int coefficient, int input, int[][] entries) {
            this.out = out;
            this.coefficient = coefficient;
            this.input = input;
            this.entries = entries;
        }

        @Override
        void run(SweepMemory memory) {
            double[] from = memory.pools[SweepMemory.INPUT];
            double[] to = memory.pools[out.pool[coefficient]];
            int at = out.at[coefficient] + memory.shift[out.pool[coefficient]];
            int[] looked = entries[memory.chunk];
            for (int i = 0; i < looked.length; i++) {
                to[at + i] = looked[i] == ArrayProgram.NONE ? 0 : from[input + looked[i]];
            }
        }
    }

    /** The directions of the variables themselves, one in each lane. */
    static final class Seed extends SweepStep {

        private final Place out;
        private final int coefficient;
        private final int lanes;
        private final int[][] entries;

        Seed(Place out, int coefficient, int lanes, int[][] entries) {
            this.out = out;
            this.coefficient = coefficient;
            this.lanes = lanes;
            this.entries = entries;
        }

        @Override
        void run(SweepMemory memory) {
            double[] to = memory.pools[out.pool[coefficient]];
            int at = out.at[coefficient] + memory.shift[out.pool[coefficient]];
            int[] looked = entries[memory.chunk];
            Arrays.fill(to, at, at + looked.length * lanes, 0.0);
            boolean isReached = false;
            for (int i = 0; i < looked.length; i++) {
                int lane = looked[i] - memory.firstDirection;
                if (looked[i] != ArrayProgram.NONE && lane >= 0 && lane < lanes) {
                    to[at + i * lanes + lane] = 1;
                    isReached = true;
                }
            }
            memory.reached[out.number] = isReached;
        }
    }

    /** Adds the adjoints of variables to the output. */
    static final class Scatter extends SweepStep {

        private final Place adjoint;
        private final int coefficient;
        private final int lanes;
        private final int n;
        private final int[] entries;
        private final int shift;
        private final boolean onlyIfReached;

        /**
         * Scatters.
         *
         * @param lanes how many rows of a matrix of n columns, 0 if the output is a vector
         * @param shift where the array begins, beyond its place
         * @param onlyIfReached whether lanes may be left alone ({@link ScalarStep.Multiply})
         */
        Scatter(Place adjoint, int coefficient, int lanes, int n, int[] entries, int shift, boolean onlyIfReached) {
            this.adjoint = adjoint;
            this.coefficient = coefficient;
            this.lanes = lanes;
            this.n = n;
            this.entries = entries;
            this.shift = shift;
            this.onlyIfReached = onlyIfReached && lanes > 0;
        }

        @Override
        void run(SweepMemory memory) {
            if (onlyIfReached && !memory.reached[adjoint.number]) {
                return;
            }
            double[] from = memory.pools[adjoint.pool[coefficient]];
            double[] to = memory.pools[SweepMemory.OUTPUT];
            int at = adjoint.at[coefficient] + shift;
            int rows = Math.min(lanes, n - memory.firstDirection);
            for (int i = 0; i < entries.length; i++) {
                int entry = entries[i];
                if (entry == ArrayProgram.NONE) {
                    continue;
                }
                if (lanes == 0) {
                    to[entry] += from[at + i];
                } else {
                    for (int lane = 0; lane < rows; lane++) {
                        to[entry * n + memory.firstDirection + lane] += from[at + i * lanes + lane];
                    }
                }
            }
        }
    }

    /** Puts 1 into the adjoint of the loss. */
    static final class Begin extends SweepStep {

        private final Place adjoint;

        Begin(Place adjoint) {
            this.adjoint = adjoint;
        }

        @Override
        void run(SweepMemory memory) {
            memory.pools[adjoint.pool[0]][adjoint.at[0]] = 1;
        }
    }
}
