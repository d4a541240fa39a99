package org.selfstab.noise;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.selfstab.numeric.Xoshiro256;

/**
 * An optimizer on random gradients, {@code s' = A s + B (g_B(C s) + w)}, w normal, in arrays that are used again. A step is {@link #look} and {@link #advance}. Belongs to one thread.
 */
final class StochasticDescent {

    /** So many steps draw their noise together. */
    private static final int BLOCK = 256;

    private final MethodMatrices method;
    private final NoiseSource.Kernels kernels;
    private final Xoshiro256 random;
    private final Drawing.Sampler sampler;
    private final double[] deviations;
    private final int n;
    private final int[] batch;
    private final double[] psi;
    private final double[] gradient;
    private final double[] drawn;
    private final double[] normal;
    /** The variables to whose slopes something is added, where that is independent. */
    private final int[] noisy;

    private final boolean isPlain;
    private final double[] gaussians;
    private final double[] noise;
    private double[] state;
    private double[] next;

    /**
     * Starts.
     *
     * @param source what is random
     * @param start where all copies stand, of length n
     */
    StochasticDescent(MethodMatrices method, NoiseSource source, double[] start, Xoshiro256 random) {
        this.method = method;
        this.kernels = source.kernels();
        this.random = random;
        this.sampler = source.drawing().map(drawing -> drawing.sampler(random)).orElse(null);
        this.batch = new int[source.drawing().map(Drawing::size).orElse(0)];
        this.deviations = source.root();
        this.n = start.length;
        this.psi = new double[n];
        this.gradient = new double[n];
        this.drawn = new double[n];
        this.normal = new double[n];
        this.noisy = deviations.length == n
                ? IntStream.range(0, n).filter(i -> deviations[i] != 0).toArray()
                : new int[0];
        this.isPlain = sampler == null && deviations.length == n && method.copies() == 1;
        this.gaussians = new double[isPlain ? BLOCK * noisy.length : 0];
        this.noise = new double[isPlain ? BLOCK * n : 0];
        this.state = new double[method.copies() * n];
        this.next = new double[method.copies() * n];
        startAt(start);
    }

    /** Puts all copies to one point. */
    void startAt(double[] point) {
        for (int j = 0; j < method.copies(); j++) {
            System.arraycopy(point, 0, state, j * n, n);
        }
    }

    /** Whether all copies are. */
    boolean isFinite() {
        return Arrays.stream(state).allMatch(Double::isFinite);
    }

    /** Where the loss is evaluated next; the same array after each look. */
    double[] point() {
        return psi;
    }

    /** The gradient of the batch there, without what is added to it; the same array after each look. */
    double[] batchGradient() {
        return gradient;
    }

    /** The items of that batch; empty where there are no batches. */
    int[] batch() {
        return batch;
    }

    /** Goes some steps. */
    void steps(int count) {
        if (isPlain) {
            plainSteps(count);
            return;
        }
        for (int i = 0; i < count; i++) {
            look();
            advance();
        }
    }

    /** Finds the next point and the gradient of a random batch there. */
    void look() {
        method.read(state, psi);
        if (sampler == null) {
            kernels.whole().gradient(psi, gradient);
            return;
        }
        sampler.draw(batch);
        Arrays.fill(gradient, 0.0);
        double share = 1.0 / batch.length;
        for (int item : batch) {
            kernels.items().get(item).gradient(psi, drawn);
            for (int i = 0; i < n; i++) {
                gradient[i] += share * drawn[i];
            }
        }
    }

    /** Steps with that gradient and what is added to it. */
    void advance() {
        System.arraycopy(gradient, 0, drawn, 0, n);
        addNormal();
        method.next(state, drawn, next);
        double[] before = state;
        state = next;
        next = before;
    }

    /** Where the gradient is that of the whole loss, in the compiled loop: the same numbers. */
    private void plainSteps(int count) {
        for (int done = 0; done < count; done += BLOCK) {
            int steps = Math.min(BLOCK, count - done);
            random.nextGaussians(gaussians, steps * noisy.length);
            int drawnSoFar = 0;
            for (int first = 0; first < steps * n; first += n) {
                for (int i : noisy) {
                    noise[first + i] = deviations[i] * gaussians[drawnSoFar++];
                }
            }
            kernels.whole().descend(state, -method.b()[0], noise, steps);
        }
    }

    private void addNormal() {
        if (deviations.length == n) {
            for (int i : noisy) {
                drawn[i] += deviations[i] * random.nextGaussian();
            }
        } else if (deviations.length > 0) {
            for (int i = 0; i < n; i++) {
                normal[i] = random.nextGaussian();
            }
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    drawn[i] += deviations[i * n + k] * normal[k];
                }
            }
        }
    }
}
