package org.selfstab.loss;

import java.util.Arrays;
import java.util.List;

/** Steps of losses that are written out, whose arrays are single numbers: many and small. */
final class ScalarStep {

    private ScalarStep() {}

    /** {@code factor * left * right} of numbers at the point. */
    record Product(double factor, SweepStep.Place left, SweepStep.Place right) {}

    /** A number at the point as a sum of products. */
    static final class Sum extends SweepStep {

        private final Place out;
        private final Products products;

        Sum(Place out, List<Product> products) {
            this.out = out;
            this.products = new Products(products);
        }

        @Override
        void run(SweepMemory memory) {
            double[][] pools = memory.pools;
            double sum = 0;
            for (int i = 0; i < products.count; i++) {
                sum += products.factor[i] * products.left(i, pools) * products.right(i, pools);
            }
            pools[out.pool[0]][out.at[0]] = sum;
        }
    }

    /** Adds products to several numbers at the point. */
    static final class Spread extends SweepStep {

        private final Products products;
        private final int[] pool;
        private final int[] at;

        /** Products by the places that they are added to. */
        Spread(List<Place> outs, List<Product> products) {
            this.products = new Products(products);
            this.pool = outs.stream().mapToInt(out -> out.pool[0]).toArray();
            this.at = outs.stream().mapToInt(out -> out.at[0]).toArray();
        }

        @Override
        void run(SweepMemory memory) {
            double[][] pools = memory.pools;
            for (int i = 0; i < products.count; i++) {
                pools[pool[i]][at[i]] += products.factor[i] * products.left(i, pools) * products.right(i, pools);
            }
        }
    }

    /** Products in arrays. */
    private static final class Products {

        final int count;
        final double[] factor;
        private final int[] leftPool;
        private final int[] leftAt;
        private final int[] rightPool;
        private final int[] rightAt;

        Products(List<Product> products) {
            this.count = products.size();
            this.factor = products.stream().mapToDouble(Product::factor).toArray();
            this.leftPool = products.stream()
                    .mapToInt(product -> product.left().pool[0])
                    .toArray();
            this.leftAt =
                    products.stream().mapToInt(product -> product.left().at[0]).toArray();
            this.rightPool = products.stream()
                    .mapToInt(product -> product.right().pool[0])
                    .toArray();
            this.rightAt =
                    products.stream().mapToInt(product -> product.right().at[0]).toArray();
        }

        double left(int i, double[][] pools) {
            return pools[leftPool[i]][leftAt[i]];
        }

        double right(int i, double[][] pools) {
            return pools[rightPool[i]][rightAt[i]];
        }
    }

    /**
     * {@code out += factor * left * right} of numbers with letters, the last of which has lanes. Numbers that none of the directions in the lanes
     * reaches are left alone: the memory knows which are reached.
     */
    static final class Multiply extends SweepStep {

        private final Place out;
        private final double factor;
        private final Place left;
        private final Place right;
        private final Pairs pairs;
        private final int lanes;
        private final int lanesBit;

        Multiply(Place out, double factor, Place left, Place right, Pairs pairs, int lanes, int lanesBit) {
            this.out = out;
            this.factor = factor;
            this.left = left;
            this.right = right;
            this.pairs = pairs;
            this.lanes = lanes;
            this.lanesBit = lanesBit;
        }

        @Override
        void run(SweepMemory memory) {
            double[][] pools = memory.pools;
            boolean ofLeft = memory.reached[left.number];
            boolean ofRight = memory.reached[right.number];
            boolean isReached = memory.reached[out.number];
            if ((ofLeft || ofRight) && !isReached) {
                clear(pools);
                memory.reached[out.number] = true;
            }
            for (int s : pairs.empty) {
                if ((s & lanesBit) == 0) {
                    pools[out.pool[s]][out.at[s]] = 0;
                }
            }
            for (int i = 0; i < pairs.out.length; i++) {
                int s = pairs.out[i];
                int t = pairs.left[i];
                int u = s & ~t;
                double[] to = pools[out.pool[s]];
                if ((s & lanesBit) == 0) {
                    double product = factor * pools[left.pool[t]][left.at[t]] * pools[right.pool[u]][right.at[u]];
                    to[out.at[s]] = pairs.isFresh[i] ? product : to[out.at[s]] + product;
                } else if ((t & lanesBit) != 0) {
                    if (ofLeft) {
                        double multiple = factor * pools[right.pool[u]][right.at[u]];
                        ArrayLoops.addMultiple(lanes, to, out.at[s], multiple, pools[left.pool[t]], left.at[t]);
                    }
                } else if (ofRight) {
                    double multiple = factor * pools[left.pool[t]][left.at[t]];
                    ArrayLoops.addMultiple(lanes, to, out.at[s], multiple, pools[right.pool[u]], right.at[u]);
                }
            }
        }

        private void clear(double[][] pools) {
            for (int s = lanesBit; s < out.pool.length; s++) {
                if (out.pool[s] != Place.NOWHERE) {
                    Arrays.fill(pools[out.pool[s]], out.at[s], out.at[s] + lanes, 0.0);
                }
            }
        }
    }
}
