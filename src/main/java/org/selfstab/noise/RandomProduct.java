package org.selfstab.noise;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.selfstab.numeric.Xoshiro256;

/** The steps of an optimizer's linearization about a critical point, {@code s' = (A x I + B C x H_B) s} with a random batch B each; belongs to one thread. */
final class RandomProduct {

    private final MethodMatrices method;
    private final Drawing.Sampler sampler;
    private final double[][] items;
    private final int[] batch;
    private final int r;
    private final double[] seen;
    private final double[] pulled;

    RandomProduct(Linearization at, MethodMatrices method, Xoshiro256 random) {
        this.method = method;
        this.sampler = at.drawing().sampler(random);
        this.items = at.items().stream().map(DMatrixRMaj::getData).toArray(double[][]::new);
        this.batch = new int[at.drawing().size()];
        this.r = at.dimension();
        this.seen = new double[r];
        this.pulled = new double[r];
    }

    /** About how many operations a step takes. */
    static double work(Linearization at, MethodMatrices method) {
        double r = at.dimension();
        return r * r * at.drawing().size() + 4.0 * r * method.copies() * method.copies() + 20;
    }

    /** The numbers of a state, qr. */
    int size() {
        return method.copies() * r;
    }

    /** The next state. */
    void apply(double[] state, double[] next) {
        sampler.draw(batch);
        method.read(state, seen);
        Arrays.fill(pulled, 0.0);
        for (int item : batch) {
            double[] hessian = items[item];
            for (int a = 0; a < r; a++) {
                for (int b = 0; b < r; b++) {
                    pulled[a] += hessian[a * r + b] * seen[b] / batch.length;
                }
            }
        }
        method.next(state, pulled, next);
    }
}
