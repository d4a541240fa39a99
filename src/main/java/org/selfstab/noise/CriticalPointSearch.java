package org.selfstab.noise;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.selfstab.certify.enclosure.CriticalPointEnclosure;
import org.selfstab.certify.enclosure.IntervalBackend;
import org.selfstab.claims.CriticalPoint;
import org.selfstab.expression.ExpressionLimitException;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.interval.Interval;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.loss.DerivativeKernel;
import org.selfstab.loss.Loss;
import org.selfstab.numeric.ArrayEigensolver;
import org.selfstab.vocabulary.Interruption;

/** Finds a point at which the gradient of the loss vanishes, beside a start. */
final class CriticalPointSearch {

    private static final int MOST_STEPS = 300;
    private static final int MOST_HALVINGS = 60;
    private static final int POLISHING = 4;

    /** Of the sum of magnitudes that the loss's change comes from; below it a step changes nothing that doubles see. */
    private static final double SETTLED = 1e-15;

    /** Of a coordinate and 1: steps as short are rounding, or Newton's method converges and they are taken as they are. */
    private static final double ROUNDED = 0x1p-49;

    private static final double NEAR = 1e-8;

    /** Curvatures below this fraction of the largest are taken for it. */
    private static final double LEAST_CURVATURE = 1e-12;

    private CriticalPointSearch() {}

    /** Looks for a minimum by Newton's method with the magnitudes of curvatures, each step halved until the loss falls; empty if it comes to none. */
    static Optional<CriticalPoint> near(double[] start, LossDerivatives derivatives, CompiledLoss loss) {
        return new Search(loss, start.clone())
                .minimum()
                .map(point ->
                        new CriticalPoint(Arrays.stream(point).boxed().toList(), provedRadius(point, derivatives)));
    }

    private static Optional<Double> provedRadius(double[] point, LossDerivatives derivatives) {
        try {
            Loss<Interval> loss = IntervalBackend.INSTANCE.loss(derivatives);
            return CriticalPointEnclosure.near(point, box -> loss.at(box).gradient(), box -> loss.at(box)
                            .hessian())
                    .map(CriticalPointEnclosure::radius);
        } catch (ExpressionLimitException tooLong) {
            return Optional.empty();
        }
    }

    /** One search. */
    private static final class Search {

        private final DerivativeKernel kernel;
        private final int n;
        private final double[] point;
        private final double[] gradient;
        private final DMatrixRMaj hessian;
        private final double[] values;
        private final DMatrixRMaj[] vectors;
        private double value;

        Search(CompiledLoss loss, double[] start) {
            this.kernel = loss.derivativeKernel();
            this.n = start.length;
            this.point = start;
            this.gradient = new double[n];
            this.hessian = new DMatrixRMaj(n, n);
            this.values = new double[n];
            this.vectors = ArrayEigensolver.roomForVectors(n);
        }

        Optional<double[]> minimum() {
            moveTo(point.clone());
            int still = 0;
            double decrement = Double.POSITIVE_INFINITY;
            for (int i = 0; i < MOST_STEPS; i++) {
                Interruption.check();
                double[] step = newtonStep();
                if (step == null) {
                    return Optional.empty();
                }
                double before = decrement;
                decrement = -slope(step);
                boolean isNear = isSmall(step, NEAR);
                still = isSmall(step, ROUNDED) || (isNear && !(decrement < before / 4)) ? still + 1 : 0;
                if (still > POLISHING) {
                    return Optional.of(point.clone());
                }
                if (isNear) {
                    // where the loss's rounding hides whether it falls
                    moveTo(sum(point, 1, step));
                } else if (!descend(step)) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        }

        /** Null where derivatives are not finite, or the Hessian vanishes. */
        private double[] newtonStep() {
            if (CommonOps_DDRM.elementMaxAbs(hessian) == 0
                    || !Arrays.stream(hessian.data).allMatch(Double::isFinite)
                    || !Arrays.stream(gradient).allMatch(Double::isFinite)) {
                return null;
            }
            ArrayEigensolver.solve(hessian, values, vectors);
            double largest = Math.max(Math.abs(values[0]), Math.abs(values[n - 1]));
            double[] step = new double[n];
            for (int j = 0; j < n; j++) {
                double along = 0;
                for (int i = 0; i < n; i++) {
                    along += vectors[j].data[i] * gradient[i];
                }
                double curvature = Math.max(Math.abs(values[j]), LEAST_CURVATURE * largest);
                for (int i = 0; i < n; i++) {
                    step[i] -= along / curvature * vectors[j].data[i];
                }
            }
            return step;
        }

        /** By which the quadratic model of the loss falls along a step of Newton's method, twice, with the sign of a slope. */
        private double slope(double[] step) {
            double slope = 0;
            for (int i = 0; i < n; i++) {
                slope += step[i] * gradient[i];
            }
            return slope;
        }

        private double[] sum(double[] from, double length, double[] step) {
            double[] sum = new double[n];
            for (int i = 0; i < n; i++) {
                sum[i] = from[i] + length * step[i];
            }
            return sum;
        }

        private boolean isSmall(double[] step, double share) {
            for (int i = 0; i < n; i++) {
                if (Math.abs(step[i]) > share * (Math.abs(point[i]) + 1)) {
                    return false;
                }
            }
            return true;
        }

        /** Whether the loss could be made to fall, or the step is one that rounding hides. */
        private boolean descend(double[] step) {
            double before = value;
            double slope = slope(step);
            double[] from = point.clone();
            double length = 1;
            for (int k = 0; k < MOST_HALVINGS; k++) {
                moveTo(sum(from, length, step));
                if (value <= before + 1e-4 * length * slope + SETTLED * Math.abs(before)) {
                    return true;
                }
                length /= 2;
            }
            moveTo(from);
            return false;
        }

        private void moveTo(double[] next) {
            System.arraycopy(next, 0, point, 0, n);
            kernel.moveTo(point);
            value = kernel.value();
            kernel.gradient(gradient);
            kernel.hessian(hessian.data);
        }
    }
}
