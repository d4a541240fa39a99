package org.selfstab.certify.trajectory;

import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.EnclosureException;
import org.selfstab.certify.enclosure.IntervalBackend;
import org.selfstab.certify.enclosure.MatrixBounds;
import org.selfstab.certify.enclosure.Parallelepiped;
import org.selfstab.certify.enclosure.PointSet;
import org.selfstab.certify.enclosure.TopEigenpair;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.geometry.EigenpairGeometry;
import org.selfstab.interval.Interval;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.problem.Problem;

/**
 * Encloses the exact iterates, the constrained trajectory and the predicted dynamics step by step round a run in doubles, which only
 * says where the centres are.
 */
final class RunEnclosure {

    private final Loss<Interval> loss;
    private final OptimizerEnclosure optimizer;
    private final boolean atEdge;
    private final OptimizerStep optimizerStep;
    private final ConstrainedState constrainedState;
    private final ConstrainedStep constrainedStep;
    private StepEnclosures previous;

    /**
     * An enclosure from t = 0 on.
     *
     * @param derivatives the problem's loss with the parameters' values put in
     */
    RunEnclosure(Problem problem, LossDerivatives derivatives) {
        this.loss = IntervalBackend.INSTANCE.loss(derivatives);
        this.optimizer = OptimizerEnclosure.of(problem);
        this.atEdge = problem.run().atEdge();
        this.optimizerStep = new OptimizerStep(loss, optimizer);
        this.constrainedState = new ConstrainedState(loss, optimizer);
        this.constrainedStep = new ConstrainedStep(derivatives, problem.edge());
    }

    /** The optimizer over intervals. */
    OptimizerEnclosure optimizer() {
        return optimizer;
    }

    /** The loss over intervals. */
    Loss<Interval> loss() {
        return loss;
    }

    /**
     * The first step.
     *
     * @param start contains the exact state at t = 0, or with all copies at the iterate, if that was put at the edge
     * @throws EnclosureException if something could not be proved
     */
    StepEnclosures first(CoupledStep<Binary64> numeric, Parallelepiped start) {
        PointSet iterate = optimizer.read(start);
        ConstrainedStep.NearestPoint nearest =
                constrainedStep.nearest(iterate.centre(), iterate.radius(), numeric.dagger());
        Parallelepiped state = atEdge && optimizer.copies() > 1 ? oscillating(iterate, nearest) : start;
        int n = nearest.u().getDimension();
        previous = step(numeric, state, nearest, constrainedState.start(n), null);
        return previous;
    }

    /** The state {@code 1 (psi_0 - x_0 u) + r x_0 u} in which the copies oscillate along u about {@code dagger_0}, theory.md section 10. */
    private Parallelepiped oscillating(PointSet psi, ConstrainedStep.NearestPoint nearest) {
        FieldVector<Interval> u = nearest.u();
        Interval x = u.dotProduct(psi.box().subtract(nearest.point().box()));
        List<FieldVector<Interval>> copies = optimizer.flipMode().stream()
                .map(share -> psi.box().add(u.mapMultiply(share.subtract(1.0).multiply(x))))
                .toList();
        return Parallelepiped.around(OptimizerEnclosure.state(copies));
    }

    /**
     * The step after the one before.
     *
     * @throws EnclosureException if something could not be proved
     */
    StepEnclosures next(CoupledStep<Binary64> numeric) {
        Parallelepiped state = optimizerStep.image(previous.state(), Boxes.numbers(numeric.theta()));
        ConstrainedStep.NearestPoint nearest = constrainedStep.nearest(
                constrainedState.target(previous.dagger(), previous.memory()),
                constrainedState.spread(previous.dagger(), previous.memory()),
                numeric.dagger());
        Optional<Parallelepiped> memory =
                previous.memory().map(set -> constrainedState.next(set, previous.dagger(), nearest.point()));
        previous = step(numeric, state, nearest, memory, previous);
        return previous;
    }

    private StepEnclosures step(
            CoupledStep<Binary64> numeric,
            Parallelepiped state,
            ConstrainedStep.NearestPoint nearest,
            Optional<Parallelepiped> memory,
            StepEnclosures before) {
        LossAtPoint<Interval> atDagger = loss.at(nearest.point().box());
        EigenpairGeometry<Interval> geometry = EigenpairGeometry.of(atDagger, nearest.u(), nearest.sharpness());
        Interval second = MatrixBounds.secondEigenvalues(geometry.hessian(), nearest.u());
        if (!nearest.sharpness().isAbove(second.upper())) {
            throw new EnclosureException(
                    "the top eigenvalue at dagger_t is not certainly simple: lambda_2 <= " + second.upper());
        }
        Parallelepiped predictedState = predicted(numeric, state, nearest, geometry, before);
        predictedState.requireBounded();
        PointSet predicted = optimizer.read(predictedState);
        PointSet iterate = optimizer.read(state);
        LossAtPoint<Interval> atIterate = loss.at(iterate.box());
        return new StepEnclosures(
                numeric.t(),
                state,
                iterate,
                nearest.point(),
                memory,
                geometry,
                second,
                QuarticDirection.of(atDagger),
                CurvatureOffU.of(atDagger, geometry, predicted.box()),
                predictedState,
                predicted,
                atIterate.value(),
                pair(atIterate, Boxes.numbers(nearest.u())),
                nearest.proofs(),
                nearest.uniquenessRadius());
    }

    private Parallelepiped predicted(
            CoupledStep<Binary64> numeric,
            Parallelepiped state,
            ConstrainedStep.NearestPoint nearest,
            EigenpairGeometry<Interval> geometry,
            StepEnclosures before) {
        double[] centre = Boxes.numbers(numeric.predicted());
        if (before != null) {
            return new PredictionStep(optimizer, before.geometry(), geometry).image(before.predictedState(), centre);
        }
        return optimizer.displacements(state, nearest.point(), centre);
    }

    private static TopEigenpair pair(LossAtPoint<Interval> atIterate, double[] u) {
        return TopEigenpair.of(atIterate.hessian(), u)
                .orElseThrow(() -> new EnclosureException("the top eigenpair at theta_t could not be enclosed"));
    }
}
