package org.selfstab.dynamics;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.geometry.CompiledNearestPoint;
import org.selfstab.geometry.CompiledSharpnessEvaluator;
import org.selfstab.geometry.Projection;
import org.selfstab.geometry.ProjectionKernel;
import org.selfstab.geometry.SharpnessEvaluator;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.StableSetProjection;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.loss.GradientKernel;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.problem.Problem;
import org.selfstab.run.ProjectionMethod;

/** A problem in compiled doubles, with kernels in arrays that are used again where there are such. */
final class CompiledModel extends FieldModel<Binary64> {

    private final CompiledLoss loss;

    CompiledModel(Problem problem, CompiledBackend backend, CompiledLoss loss) {
        super(problem, backend, loss, new DoubleEigensolver());
        this.loss = loss;
    }

    @Override
    public Descent<Binary64> descent(FieldVector<Binary64> from) {
        return new CompiledDescent(loss.gradientKernel(), eta().getReal(), from);
    }

    @Override
    public SharpnessEvaluator<Binary64> sharpness() {
        return new CompiledSharpnessEvaluator(loss);
    }

    @Override
    public StableSetProjection<Binary64> projection(ProjectionMethod method) {
        return method == ProjectionMethod.EXACT
                ? new CompiledNearestPoint(loss, edge().getReal())
                : super.projection(method);
    }

    @Override
    public ConstrainedTrajectory<Binary64> constrained(FieldVector<Binary64> from, ProjectionMethod method) {
        return method == ProjectionMethod.EXACT
                ? new CompiledConstrainedTrajectory(new ProjectionKernel(loss, edge().getReal()), eta().getReal(), from)
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
