package org.selfstab.dynamics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.geometry.CompiledNearestPoint;
import org.selfstab.geometry.CompiledSharpnessEvaluator;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.geometry.Projection;
import org.selfstab.geometry.ProjectionKernel;
import org.selfstab.geometry.SharpnessEvaluator;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.StableSetProjection;
import org.selfstab.geometry.unstable.UnstableSpaces;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.loss.GradientKernel;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.problem.Problem;
import org.selfstab.run.ProjectionMethod;

/** A problem in compiled doubles, with kernels in arrays that are used again where there are such. */
final class CompiledModel extends FieldModel<Binary64> {

    private final CompiledLoss loss;

    CompiledModel(Problem problem, CompiledBackend backend, CompiledLoss loss) {
        super(problem, backend, GeometryEvaluator.of(loss));
        this.loss = loss;
    }

    @Override
    public Descent<Binary64> descent(List<FieldVector<Binary64>> state) {
        if (isFalling()) {
            return super.descent(state);
        }
        return state.size() == 1
                ? new CompiledDescent(loss.gradientKernel(), rates().step().getReal(), state.get(0))
                : new CompiledLinearDescent(loss.gradientKernel(), method(), state);
    }

    @Override
    public SharpnessEvaluator<Binary64> sharpness() {
        return new CompiledSharpnessEvaluator(loss);
    }

    @Override
    public Optional<UnstableRun> unstableRun(int most, boolean isGiven) {
        return isFalling() ? Optional.empty() : Optional.of(new UnstableRun(this, most, isGiven));
    }

    UnstableSpaces unstableSpaces(int k) {
        return new UnstableSpaces(loss.derivativeKernel(), k);
    }

    @Override
    public StableSetProjection<Binary64> projection(ProjectionMethod method) {
        return method == ProjectionMethod.EXACT
                ? new CompiledNearestPoint(loss, edge().getReal())
                : super.projection(method);
    }

    @Override
    public ConstrainedTrajectory<Binary64> constrained(FieldVector<Binary64> from, ProjectionMethod method) {
        return method == ProjectionMethod.EXACT && !keepsMemory()
                ? new CompiledConstrainedTrajectory(
                        new ProjectionKernel(loss, edge().getReal()),
                        rates().step().getReal(),
                        from)
                : super.constrained(from, method);
    }

    /** Gradient descent in double precision on the compiled gradient, without allocation in a step. */
    public static final class CompiledDescent implements Descent<Binary64> {

        private final GradientKernel kernel;
        private final double eta;
        private final double[] theta;

        /**
         * Starts at a point.
         *
         * @param kernel the loss's gradient, used by this descent alone
         * @param eta the step size, positive
         * @param start the initial point, of dimension n
         */
        public CompiledDescent(GradientKernel kernel, double eta, FieldVector<Binary64> start) {
            this.kernel = kernel;
            this.eta = eta;
            this.theta = new double[start.getDimension()];
            DoubleVector.copy(start, theta, 0);
        }

        @Override
        public FieldVector<Binary64> iterate() {
            return DoubleVector.of(theta);
        }

        @Override
        public void steps(int count) {
            kernel.descend(theta, eta, count);
        }
    }

    /** A linear optimizer in double precision on the compiled gradient, without allocation in a step. */
    private static final class CompiledLinearDescent implements Descent<Binary64> {

        private final GradientKernel kernel;
        private final double[][] a;
        private final double[] b;
        private final double[] c;
        private final double[] psi;
        private final double[] gradient;
        private double[][] copies;
        private double[][] next;

        CompiledLinearDescent(GradientKernel kernel, LinearMethod<Binary64> method, List<FieldVector<Binary64>> state) {
            this.kernel = kernel;
            this.a = method.a().stream().map(CompiledLinearDescent::doubles).toArray(double[][]::new);
            this.b = doubles(method.b());
            this.c = doubles(method.c());
            int n = state.get(0).getDimension();
            this.psi = new double[n];
            this.gradient = new double[n];
            this.copies = new double[b.length][n];
            this.next = new double[b.length][n];
            for (int i = 0; i < b.length; i++) {
                DoubleVector.copy(state.get(i), copies[i], 0);
            }
        }

        private static double[] doubles(List<Binary64> numbers) {
            return numbers.stream().mapToDouble(Binary64::getReal).toArray();
        }

        @Override
        public FieldVector<Binary64> iterate() {
            combine(c, psi);
            return DoubleVector.of(psi);
        }

        @Override
        public List<FieldVector<Binary64>> state() {
            return Arrays.stream(copies)
                    .<FieldVector<Binary64>>map(DoubleVector::of)
                    .toList();
        }

        @Override
        public void steps(int count) {
            for (int step = 0; step < count; step++) {
                combine(c, psi);
                kernel.gradient(psi, gradient);
                for (int i = 0; i < b.length; i++) {
                    combine(a[i], next[i]);
                    for (int j = 0; j < psi.length; j++) {
                        next[i][j] += b[i] * gradient[j];
                    }
                }
                double[][] before = copies;
                copies = next;
                next = before;
            }
        }

        private void combine(double[] weights, double[] sum) {
            Arrays.fill(sum, 0.0);
            for (int i = 0; i < weights.length; i++) {
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += weights[i] * copies[i][j];
                }
            }
        }
    }

    /**
     * The constrained trajectory by nearest points in double precision. Its state is the kernel's arrays; the objects that describe a point
     * are made when they are asked for, so that a step alone makes none.
     */
    public static final class CompiledConstrainedTrajectory implements ConstrainedTrajectory<Binary64> {

        private final ProjectionKernel kernel;
        private final double eta;
        private Projection<Binary64> present;

        /**
         * Starts at the projection of a point.
         *
         * @param kernel the projection, used by this trajectory alone
         * @param eta the step size, positive
         * @param start the point, of dimension n
         */
        public CompiledConstrainedTrajectory(ProjectionKernel kernel, double eta, FieldVector<Binary64> start) {
            this.kernel = kernel;
            this.eta = eta;
            kernel.project(start, SignConvention.largestComponentPositive());
        }

        @Override
        public Projection<Binary64> present() {
            if (present == null) {
                present = kernel.present();
            }
            return present;
        }

        @Override
        public void step() {
            present = null;
            kernel.descend(eta);
        }
    }
}
