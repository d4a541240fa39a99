package org.selfstab.certify.trajectory;

import java.util.Optional;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.EnclosureException;
import org.selfstab.certify.enclosure.IntervalBackend;
import org.selfstab.certify.enclosure.MatrixBounds;
import org.selfstab.certify.enclosure.Parallelepiped;
import org.selfstab.certify.enclosure.PointSet;
import org.selfstab.certify.enclosure.SymmetricSpectrum;
import org.selfstab.dynamics.UnstableStep;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.interval.Interval;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.problem.Problem;

/**
 * Encloses the exact iterates, the constrained trajectory and the predicted dynamics (39) of k unstable eigenvalues step by step round a run in doubles, which
 * only says where the centres are.
 */
final class UnstableRunEnclosure {

    private final Loss<Interval> loss;
    private final OptimizerEnclosure optimizer;
    private final boolean atEdge;
    private final OptimizerStep optimizerStep;
    private final ConstrainedState constrainedState;
    private final UnstableNearestPoint nearestPoint;
    private UnstableStepEnclosures previous;

    UnstableRunEnclosure(Problem problem, LossDerivatives derivatives, int k) {
        this.loss = IntervalBackend.INSTANCE.loss(derivatives);
        this.optimizer = OptimizerEnclosure.of(problem);
        this.atEdge = problem.run().atEdge();
        this.optimizerStep = new OptimizerStep(loss, optimizer);
        this.constrainedState = new ConstrainedState(loss, optimizer);
        this.nearestPoint = new UnstableNearestPoint(derivatives, problem.edge(), k);
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
    UnstableStepEnclosures first(UnstableStep numeric, Parallelepiped start) {
        PointSet iterate = optimizer.read(start);
        UnstableNearestPoint.Solution nearest =
                nearestPoint.nearest(iterate.centre(), iterate.radius(), numeric.dagger());
        Parallelepiped state = atEdge && optimizer.copies() > 1 ? oscillating(iterate, nearest) : start;
        previous = step(numeric, state, nearest, constrainedState.start(loss.dimension()), null);
        return previous;
    }

    /** The state in which the copies oscillate along U about {@code dagger_0}: copy i at {@code psi_0 + (r_i - 1) U X_0}, theory.md section 10. */
    private Parallelepiped oscillating(PointSet psi, UnstableNearestPoint.Solution nearest) {
        FieldVector<Interval> displacement = psi.box().subtract(nearest.point().box());
        FieldVector<Interval> along = Boxes.zero(loss.dimension());
        for (FieldVector<Interval> u : nearest.basis()) {
            along = along.add(u.mapMultiply(u.dotProduct(displacement)));
        }
        FieldVector<Interval> oscillation = along;
        return Parallelepiped.around(OptimizerEnclosure.state(optimizer.flipMode().stream()
                .map(share -> psi.box().add(oscillation.mapMultiply(share.subtract(1.0))))
                .toList()));
    }

    /**
     * The step after the one before.
     *
     * @throws EnclosureException if something could not be proved
     */
    UnstableStepEnclosures next(UnstableStep numeric) {
        Parallelepiped state = optimizerStep.image(previous.state(), numeric.theta());
        UnstableNearestPoint.Solution nearest = nearestPoint.nearest(
                constrainedState.target(previous.dagger(), previous.memory()),
                constrainedState.spread(previous.dagger(), previous.memory()),
                numeric.dagger());
        Optional<Parallelepiped> memory =
                previous.memory().map(set -> constrainedState.next(set, previous.dagger(), nearest.point()));
        previous = step(numeric, state, nearest, memory, previous);
        return previous;
    }

    private UnstableStepEnclosures step(
            UnstableStep numeric,
            Parallelepiped state,
            UnstableNearestPoint.Solution nearest,
            Optional<Parallelepiped> memory,
            UnstableStepEnclosures before) {
        LossAtPoint<Interval> atDagger = loss.at(nearest.point().box());
        UnstableGeometry geometry = UnstableGeometry.of(atDagger, nearest.basis(), nearest.a());
        double next = next(geometry, numeric.space().next());
        if (!SymmetricSpectrum.least(geometry.a()).isAbove(next)) {
            throw new EnclosureException("the " + geometry.k()
                    + " largest eigenvalues at dagger_t are not certainly above the next one, which is at most "
                    + next);
        }
        CovarianceEnclosure covariance = CovarianceEnclosure.of(
                geometry, optimizer.rates().edge(), optimizer.rates().drift());
        Parallelepiped predictedState = predicted(numeric, state, nearest, geometry, before);
        predictedState.requireBounded();
        PointSet iterate = optimizer.read(state);
        LossAtPoint<Interval> atIterate = loss.at(iterate.box());
        return new UnstableStepEnclosures(
                numeric.t(),
                state,
                iterate,
                nearest.point(),
                memory,
                geometry,
                next,
                covariance,
                predictedState,
                optimizer.read(predictedState),
                atIterate.value(),
                SymmetricSpectrum.of(atIterate.hessian()).subList(0, geometry.k()),
                nearest.proofs(),
                nearest.uniquenessRadius());
    }

    /** No {@code lambda_{k+1}} is larger: {@code lambda_{k+1}(H) <= lambda_1(H - m V V^T)} for every V of k columns and every m not negative (Courant and Fischer). */
    private double next(UnstableGeometry geometry, double numeric) {
        double weight = 2.0 * optimizer.rates().edge().subtract(numeric).mag();
        FieldMatrix<Interval> deflated = geometry.local().hessian();
        for (FieldVector<Interval> u : geometry.u()) {
            FieldVector<Interval> direction = Boxes.at(Boxes.numbers(u));
            deflated = deflated.subtract(direction.outerProduct(direction).scalarMultiply(Interval.of(weight)));
        }
        return MatrixBounds.largestEigenvalue(deflated);
    }

    private Parallelepiped predicted(
            UnstableStep numeric,
            Parallelepiped state,
            UnstableNearestPoint.Solution nearest,
            UnstableGeometry geometry,
            UnstableStepEnclosures before) {
        double[] centre = numeric.predicted();
        if (before != null) {
            return new UnstablePrediction(
                            optimizer, before.geometry(), before.covariance().matrix(), geometry)
                    .image(before.predictedState(), centre);
        }
        return optimizer.displacements(state, nearest.point(), centre);
    }
}
