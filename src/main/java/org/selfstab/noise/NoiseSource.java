package org.selfstab.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.loss.DerivativeKernel;
import org.selfstab.loss.GradientKernel;
import org.selfstab.loss.LossCompiler;
import org.selfstab.numeric.SymmetricMatrices;
import org.selfstab.problem.Noise;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;
import org.selfstab.run.RunListener;

/** What makes a problem's gradients random, as compiled losses. May be shared by threads. */
final class NoiseSource {

    private final CompiledLoss whole;
    /** The items of batches; empty where there are none. */
    private final List<CompiledLoss> items;

    private final Optional<Drawing> drawing;
    private final double[] root;

    private NoiseSource(CompiledLoss whole, List<CompiledLoss> items, Optional<Drawing> drawing, double[] root) {
        this.whole = whole;
        this.items = items;
        this.drawing = drawing;
        this.root = root;
    }

    /**
     * That of a problem.
     *
     * @param whole its loss, compiled
     */
    static NoiseSource of(Problem problem, CompiledLoss whole) {
        return of(problem, whole, RunListener.none());
    }

    /**
     * The same.
     *
     * @param listener is told how many items are compiled
     */
    static NoiseSource of(Problem problem, CompiledLoss whole, RunListener listener) {
        Noise noise = problem.noise().orElseThrow();
        CompiledBackend sharing = new CompiledBackend(LossCompiler.sharing());
        List<CompiledLoss> items = new ArrayList<>();
        for (LossDerivatives item : DerivedLoss.ofItems(problem)) {
            items.add(sharing.loss(item));
            listener.progress("items compiled", items.size());
        }
        Optional<Drawing> drawing = Drawing.of(problem, items.size()).filter(draw -> !draw.isWhole());
        return new NoiseSource(whole, items, drawing, root(problem, noise.added()));
    }

    private static double[] root(Problem problem, Optional<Noise.Covariance> added) {
        if (added.isEmpty()) {
            return new double[0];
        }
        int n = problem.variables().size();
        if (!added.get().isMatrix()) {
            double[] deviations = new double[n];
            for (int i = 0; i < n; i++) {
                deviations[i] =
                        Math.sqrt(RealValue.of(problem.withValues(added.get().entry(i, i))));
            }
            return deviations;
        }
        SymmetricMatrices.Spectrum spectrum = SymmetricMatrices.spectrum(covariance(problem, added.get(), n));
        return spectrum.with(Arrays.stream(spectrum.values())
                        .map(variance -> Math.sqrt(Math.max(variance, 0)))
                        .toArray())
                .data;
    }

    private static DMatrixRMaj covariance(Problem problem, Noise.Covariance added, int n) {
        DMatrixRMaj covariance = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance.set(i, j, RealValue.of(problem.withValues(added.entry(i, j))));
            }
        }
        return covariance;
    }

    /** The variance of the product of what is added to a gradient with a vector. */
    double addedVariance(double[] u) {
        double variance = 0;
        for (int i = 0; i < u.length && root.length > 0; i++) {
            double along = 0;
            if (root.length == u.length) {
                along = root[i] * u[i];
            } else {
                for (int k = 0; k < u.length; k++) {
                    along += root[i * u.length + k] * u[k];
                }
            }
            variance += along * along;
        }
        return variance;
    }

    /** The loss. */
    CompiledLoss whole() {
        return whole;
    }

    /** The items of batches; empty where there are none. */
    List<CompiledLoss> items() {
        return items;
    }

    /** How batches are drawn; empty where there are none or a batch is the whole. */
    Optional<Drawing> drawing() {
        return drawing;
    }

    /** Root of what is added to a gradient: empty, the n standard deviations, or the symmetric root of the covariance, n by n, row by row. */
    double[] root() {
        return root;
    }

    /** Kernels for one thread. */
    Kernels kernels() {
        return new Kernels(
                whole.gradientKernel(),
                items.stream().map(CompiledLoss::gradientKernel).toList());
    }

    /**
     * Kernels of one thread.
     *
     * @param whole the gradient of the loss
     * @param items those of the items
     */
    record Kernels(GradientKernel whole, List<GradientKernel> items) {}

    /** Higher derivatives of the items, for one thread. */
    DerivativeKernel[] itemDerivatives() {
        return items.stream().map(CompiledLoss::derivativeKernel).toArray(DerivativeKernel[]::new);
    }
}
