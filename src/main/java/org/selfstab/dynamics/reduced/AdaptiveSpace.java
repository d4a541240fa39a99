package org.selfstab.dynamics.reduced;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.AdaptiveGeometry;
import org.selfstab.dynamics.AdaptiveMethod;
import org.selfstab.dynamics.AdaptiveModel;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.geometry.MetricLoss;
import org.selfstab.geometry.SignConvention;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.ArrayVectors;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.numeric.SemidefiniteComplementarity;
import org.selfstab.numeric.SymmetricMatrices;

/**
 * The largest eigenvalues of {@code P^{-1} H} at a point with second moments, and how fast the first m of them rise and what keeps them at the edge, theory.md (54). Vectors are in the
 * coordinates {@code sqrt(P) theta}, in which the eigenvectors are unit vectors; symmetric m by m matrices are those of {@link SymmetricMatrices}.
 */
public final class AdaptiveSpace {

    private final AdaptiveMethod<Binary64> method;
    private final FieldVector<Binary64> theta;
    private final FieldVector<Binary64> nu;
    private final FieldVector<Binary64> root;
    private final LossAtPoint<Binary64> local;
    private final Eigensystem<Binary64> spectrum;
    private final double[] gradient;

    /**
     * Takes the spectrum.
     *
     * @throws org.selfstab.geometry.UndefinedGeometryException if a derivative is not finite there, or P is singular
     */
    public AdaptiveSpace(AdaptiveModel<Binary64> model, FieldVector<Binary64> theta, FieldVector<Binary64> nu) {
        this.method = model.method();
        this.theta = theta;
        this.nu = nu;
        this.root = AdaptiveGeometry.requireRegular(method, nu);
        GeometryEvaluator<Binary64> inMetric =
                new GeometryEvaluator<>(new MetricLoss<>(model.loss(), root), new DoubleEigensolver());
        this.local = inMetric.at(theta.ebeMultiply(root));
        this.spectrum = inMetric.eigensystem(local);
        this.gradient = DoubleVector.array(local.gradient());
    }

    /** The point, of dimension n. */
    public FieldVector<Binary64> theta() {
        return theta;
    }

    /** The second moments, one of each group. */
    public FieldVector<Binary64> nu() {
        return nu;
    }

    /** {@code L}. */
    public double loss() {
        return local.value().getReal();
    }

    /** An eigenvalue by its place from 0, in falling order; minus infinity beyond the last. */
    public double eigenvalue(int place) {
        return place < theta.getDimension() ? spectrum.values().get(place).getReal() : Double.NEGATIVE_INFINITY;
    }

    /** {@code v'Pv}. */
    public double squareNorm(FieldVector<Binary64> v) {
        FieldVector<Binary64> inMetric = v.ebeMultiply(root);
        return inMetric.dotProduct(inMetric).getReal();
    }

    /** A vector of these coordinates in those of the parameters. */
    public FieldVector<Binary64> ofParameters(double... inMetric) {
        return DoubleVector.of(inMetric).ebeDivide(root);
    }

    /** An eigenvector by its place. */
    public double[] eigenvector(int place) {
        return DoubleVector.array(spectrum.vectors().get(place));
    }

    /**
     * How far beyond the edge the ripple of the second moments puts the mean of the largest eigenvalue, theory.md (56), of RMSProp; 0 with one group where {@code u . grad L = 0}.
     */
    public double displacement() {
        FieldVector<Binary64> v = spectrum.vectors().get(0);
        FieldVector<Binary64> ofParameters = local.gradient().ebeMultiply(root);
        FieldVector<Binary64> terms = method.products(v.ebeDivide(root), ofParameters)
                .ebeMultiply(method.products(v.ebeMultiply(root), ofParameters))
                .ebeDivide(nu);
        double sum = 0;
        for (int g = 0; g < method.count(); g++) {
            sum += terms.getEntry(g).getReal();
        }
        return 2 * method.forgetting().getReal() / (1 + method.decay().getReal()) * sum;
    }

    /** What keeps the first m eigenvalues at the edge. */
    public Held held(int m) {
        return new Held(m);
    }

    /** The first m eigenvalues held at the edge by the variance of the oscillation, X. */
    public final class Held {

        private final int m;
        private final double[][] derivatives;
        private final double[][] shares;
        private final double[] falls;
        private final Optional<SemidefiniteComplementarity.Solution> variance;

        private Held(int m) {
            this.m = m;
            int length = SymmetricMatrices.length(m);
            this.derivatives = new double[length][];
            this.shares = new double[length][method.count()];
            int index = 0;
            for (int i = 0; i < m; i++) {
                var third = local.third(spectrum.vectors().get(i));
                for (int j = i; j < m; j++) {
                    double weight = SymmetricMatrices.weight(i, j);
                    FieldVector<Binary64> v = spectrum.vectors().get(j);
                    derivatives[index] = DoubleVector.array(third.operate(v).mapMultiply(new Binary64(weight)));
                    FieldVector<Binary64> products =
                            method.products(spectrum.vectors().get(i), v);
                    for (int g = 0; g < method.count(); g++) {
                        shares[index][g] = weight * products.getEntry(g).getReal();
                    }
                    index++;
                }
            }
            this.falls = falls();
            this.variance = m == 0 ? Optional.empty() : solve();
        }

        /** {@code -A}. */
        private double[] falls() {
            FieldVector<Binary64> excess = excess();
            double half = method.edge().getReal() / 2 * method.rho().getReal();
            double[] entries = new double[derivatives.length];
            for (int i = 0; i < entries.length; i++) {
                entries[i] = ArrayVectors.dot(gradient, derivatives[i]);
                for (int g = 0; g < method.count(); g++) {
                    entries[i] -= half * shares[i][g] * excess.getEntry(g).getReal();
                }
            }
            return entries;
        }

        /** How fast the largest eigenvalue rises without an oscillation. */
        public double rise() {
            return -falls[0];
        }

        private Optional<SemidefiniteComplementarity.Solution> solve() {
            double edge = method.edge().getReal();
            double rho = method.rho().getReal();
            FieldVector<Binary64> weights = weights();
            DMatrixRMaj half = new DMatrixRMaj(falls.length, falls.length);
            for (int i = 0; i < falls.length; i++) {
                for (int j = 0; j < falls.length; j++) {
                    double restoring = ArrayVectors.dot(derivatives[i], derivatives[j]);
                    for (int g = 0; g < method.count(); g++) {
                        double rise =
                                weights.getEntry(g).getReal() / nu.getEntry(g).getReal();
                        restoring += edge * edge * edge * rho * shares[i][g] * shares[j][g] * rise;
                    }
                    half.set(i, j, restoring / 2);
                }
            }
            return SemidefiniteComplementarity.solve(SymmetricMatrices.toMatrix(m, falls), half);
        }

        /** P of each group. */
        private FieldVector<Binary64> weights() {
            FieldVector<Binary64> weights = nu.copy();
            for (int g = 0; g < method.count(); g++) {
                weights.setEntry(g, nu.getEntry(g).sqrt().divide(method.stepSize()));
            }
            return weights;
        }

        /** {@code 1 - h_g(grad L)/nu_g}. */
        private FieldVector<Binary64> excess() {
            FieldVector<Binary64> ofParameters = local.gradient().ebeMultiply(root);
            return nu.subtract(method.squares(ofParameters)).ebeDivide(nu);
        }

        /** Whether (54) has a solution. */
        public boolean isSolved() {
            return m == 0 || variance.isPresent();
        }

        /** X, m by m. */
        public Optional<DMatrixRMaj> variance() {
            return variance.map(SemidefiniteComplementarity.Solution::z);
        }

        /** The root of each variance times its direction, in the coordinates of the parameters, the largest component positive. */
        public List<FieldVector<Binary64>> directions() {
            List<FieldVector<Binary64>> directions = new ArrayList<>();
            if (m == 0) {
                return directions;
            }
            SymmetricMatrices.Spectrum ofX =
                    SymmetricMatrices.spectrum(variance.orElseThrow().z());
            for (int a = 0; a < m; a++) {
                double[] direction = new double[gradient.length];
                for (int i = 0; i < m; i++) {
                    ArrayVectors.add(ofX.vectors()[a].data[i], eigenvector(i), direction);
                }
                FieldVector<Binary64> unit = ofParameters(direction);
                double length = Math.sqrt(Math.max(0, ofX.values()[a]));
                boolean isReversed =
                        SignConvention.<Binary64>largestComponentPositive().isReversed(unit);
                directions.add(unit.mapMultiply(new Binary64(isReversed ? -length : length)));
            }
            return directions;
        }

        /** {@code tr X}. */
        public double trace() {
            return variance.map(SemidefiniteComplementarity.Solution::trace).orElse(0.0);
        }

        /** {@code d theta/dt}, theory.md (52), of dimension n. */
        public FieldVector<Binary64> ofTheta() {
            double[] velocity = ArrayVectors.copy(gradient);
            double[] x = x();
            for (int i = 0; i < x.length; i++) {
                ArrayVectors.add(0.5 * x[i], derivatives[i], velocity);
            }
            return ofParameters(velocity).mapMultiply(new Binary64(-1));
        }

        /** {@code d log(nu)/dt}, one of each group. */
        public FieldVector<Binary64> ofMoments() {
            double edge = method.edge().getReal();
            FieldVector<Binary64> weights = weights();
            FieldVector<Binary64> velocity = excess().mapMultiply(new Binary64(-1));
            double[] x = x();
            for (int g = 0; g < method.count(); g++) {
                double sum = 0;
                for (int i = 0; i < x.length; i++) {
                    sum += x[i] * shares[i][g];
                }
                double rise = edge
                        * edge
                        * sum
                        * weights.getEntry(g).getReal()
                        / nu.getEntry(g).getReal();
                velocity.setEntry(g, velocity.getEntry(g).add(rise));
            }
            return velocity.mapMultiply(method.rho());
        }

        private double[] x() {
            return variance().map(SymmetricMatrices::toVector).orElseGet(() -> new double[0]);
        }

        /**
         * The shortest way, in the metric of P and in log(nu), to where the block of the eigenvalues on the range of X is at the edge, to first order: theta and log(nu), one below the other.
         */
        public FieldVector<Binary64> correction() {
            int n = theta.getDimension();
            double edge = method.edge().getReal();
            double[][] rows = new double[derivatives.length][];
            double[] eigenvalues = new double[m];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = Arrays.copyOf(derivatives[i], n + method.count());
                for (int g = 0; g < method.count(); g++) {
                    rows[i][n + g] = -edge / 2 * shares[i][g];
                }
            }
            for (int i = 0; i < m; i++) {
                eigenvalues[i] = eigenvalue(i);
            }
            double[] change = new BackToEdge(edge, eigenvalues, rows, n + method.count())
                    .on(variance.orElseThrow().z(), variance.orElseThrow().rank());
            FieldVector<Binary64> moved = DoubleVector.of(change);
            return moved.getSubVector(0, n).ebeDivide(root).append(moved.getSubVector(n, method.count()));
        }
    }
}
