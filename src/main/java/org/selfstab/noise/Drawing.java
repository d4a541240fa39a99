package org.selfstab.noise;

import java.util.Arrays;
import java.util.Optional;
import org.selfstab.numeric.Xoshiro256;
import org.selfstab.problem.Noise;
import org.selfstab.problem.Problem;

/**
 * How a batch is drawn, independently for each step.
 *
 * @param items how many items there are, N
 * @param size how many are drawn, b
 * @param isWithReplacement whether an item may be drawn again for the same batch
 */
record Drawing(int items, int size, boolean isWithReplacement) {

    /** That of a problem, of so many items; empty without batches. */
    static Optional<Drawing> of(Problem problem, int items) {
        return problem.noise()
                .flatMap(Noise::batches)
                .map(batches -> new Drawing(items, problem.batchSize(), batches.isWithReplacement()));
    }

    /** Takes a batch and how likely it is. */
    @FunctionalInterface
    interface Visitor {

        /**
         * Takes one.
         *
         * @param batch the items drawn, from 0, in ascending order; the same array each time
         */
        void visit(int[] batch, double probability);
    }

    /** The variance of a batch's mean over that of an item: p of theory.md (60), or 1/b with replacement. */
    double varianceFactor() {
        if (isWhole()) {
            return 0.0;
        }
        return isWithReplacement ? 1.0 / size : (items - size) / (size * (items - 1.0));
    }

    /** Whether every batch is the whole. */
    boolean isWhole() {
        return !isWithReplacement && size == items;
    }

    /** How many different batches there are; {@code Long.MAX_VALUE} for more than that. */
    long batches() {
        int choices = isWithReplacement ? items + size - 1 : items;
        double count = 1;
        for (int i = 1; i <= size; i++) {
            count = count * (choices - size + i) / i;
        }
        return count < 0x1p62 ? Math.round(count) : Long.MAX_VALUE;
    }

    /** Visits every batch. */
    void forEach(Visitor visitor) {
        int[] batch = new int[size];
        double single = isWithReplacement ? Math.pow(items, -size) : 1.0 / batches();
        visit(batch, 0, 0, single, visitor);
    }

    private void visit(int[] batch, int filled, int least, double likely, Visitor visitor) {
        if (filled == size) {
            visitor.visit(batch, likely * arrangements(batch));
            return;
        }
        for (int item = least; item < items; item++) {
            batch[filled] = item;
            visit(batch, filled + 1, isWithReplacement ? item : item + 1, likely, visitor);
        }
    }

    /** In how many orders items that are drawn one after another are this batch. */
    private double arrangements(int[] batch) {
        if (!isWithReplacement) {
            return 1.0;
        }
        double count = 1;
        int alike = 0;
        for (int i = 0; i < batch.length; i++) {
            alike = i > 0 && batch[i] == batch[i - 1] ? alike + 1 : 1;
            count = count * (i + 1) / alike;
        }
        return count;
    }

    /** Draws batches, without allocation; belongs to one thread. */
    Sampler sampler(Xoshiro256 random) {
        return new Sampler(random);
    }

    /** Draws batches. */
    final class Sampler {

        private final Xoshiro256 random;
        private final int[] order = new int[items];

        private Sampler(Xoshiro256 random) {
            this.random = random;
            Arrays.setAll(order, i -> i);
        }

        /** Draws one into an array of its size. */
        void draw(int[] batch) {
            if (isWithReplacement) {
                for (int i = 0; i < batch.length; i++) {
                    batch[i] = random.nextInt(items);
                }
                return;
            }
            // The first places of a random order; it starts from the order of the draw before, which is as good as any.
            for (int i = 0; i < batch.length; i++) {
                int other = i + random.nextInt(items - i);
                int item = order[other];
                order[other] = order[i];
                order[i] = item;
                batch[i] = item;
            }
        }
    }
}
