package org.selfstab.dynamics;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.geometry.CompiledNearestPoint;
import org.selfstab.geometry.CompiledSharpnessEvaluator;
import org.selfstab.geometry.ProjectionKernel;
import org.selfstab.geometry.SharpnessEvaluator;
import org.selfstab.geometry.StableSetProjection;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.numeric.DoubleEigensolver;
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
}
