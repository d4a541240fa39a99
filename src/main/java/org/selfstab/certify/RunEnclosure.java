package org.selfstab.certify;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.EnclosureException;
import org.selfstab.certify.enclosure.IntervalBackend;
import org.selfstab.certify.enclosure.MatrixBounds;
import org.selfstab.certify.enclosure.Parallelepiped;
import org.selfstab.certify.enclosure.RoundUp;
import org.selfstab.certify.enclosure.TopEigenpair;
import org.selfstab.certify.region.QuarticDirection;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.expression.Expression;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.geometry.EigenpairGeometry;
import org.selfstab.interval.Interval;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.Norm;

/**
 * Encloses the exact iterates, the constrained trajectory and the predicted dynamics step by step round a run in doubles, which only
 * says where the centres are.
 */
final class RunEnclosure {

    private final Loss<Interval> loss;
    private final Interval eta;
    private final Interval edge;
    private final GradientStep gradientStep;
    private final ConstrainedStep constrainedStep;
    private StepEnclosures previous;

    /**
     * An enclosure from t = 0 on.
     *
     * @param derivatives the loss, of nothing but its variables
     * @param stepSize eta, closed
     * @param edge the edge of stability, closed
     */
    RunEnclosure(LossDerivatives derivatives, Expression stepSize, Expression edge) {
        this.loss = IntervalBackend.INSTANCE.loss(derivatives);
        this.eta = IntervalBackend.INSTANCE.valueOf(stepSize);
        this.edge = IntervalBackend.INSTANCE.valueOf(edge);
        this.gradientStep = new GradientStep(loss, eta);
        this.constrainedStep = new ConstrainedStep(derivatives, edge);
    }

    /** Contains eta. */
    Interval eta() {
        return eta;
    }

    /** Contains the edge of stability. */
    Interval edge() {
        return edge;
    }

    /** The loss over intervals. */
    Loss<Interval> loss() {
        return loss;
    }

    /**
     * The first step.
     *
     * @param start contains the exact iterate at t = 0
     * @throws EnclosureException if something could not be proved
     */
    StepEnclosures first(CoupledStep<Binary64> numeric, Parallelepiped start) {
        ConstrainedStep.NearestPoint nearest =
                constrainedStep.nearest(start.centre(), start.radius(), numeric.dagger());
        previous = step(numeric, start, nearest, null);
        return previous;
    }

    /**
     * The step after the one before.
     *
     * @throws EnclosureException if something could not be proved
     */
    StepEnclosures next(CoupledStep<Binary64> numeric) {
        Parallelepiped iterate = gradientStep.image(previous.iterate(), Boxes.numbers(numeric.theta()));
        ConstrainedStep.NearestPoint nearest = constrainedStep.nearest(
                gradientStep.ofCentre(previous.dagger()), gradientStep.spread(previous.dagger()), numeric.dagger());
        previous = step(numeric, iterate, nearest, previous);
        return previous;
    }

    private StepEnclosures step(
            CoupledStep<Binary64> numeric,
            Parallelepiped iterate,
            ConstrainedStep.NearestPoint nearest,
            StepEnclosures before) {
        LossAtPoint<Interval> atDagger = loss.at(nearest.point().box());
        EigenpairGeometry<Interval> geometry = EigenpairGeometry.of(atDagger, nearest.u(), nearest.sharpness());
        Interval second = MatrixBounds.secondEigenvalues(geometry.hessian(), nearest.u());
        if (!nearest.sharpness().isAbove(second.upper())) {
            throw new EnclosureException(
                    "the top eigenvalue at dagger_t is not certainly simple: lambda_2 <= " + second.upper());
        }
        Parallelepiped predicted = predicted(numeric, iterate, nearest, geometry, before);
        predicted.requireBounded();
        LossAtPoint<Interval> atIterate = loss.at(iterate.box());
        return new StepEnclosures(
                numeric.t(),
                iterate,
                nearest.point(),
                geometry,
                second,
                QuarticDirection.of(atDagger),
                CurvatureOffU.of(atDagger, geometry, predicted.box()),
                predicted,
                atIterate.value(),
                pair(atIterate, Boxes.numbers(nearest.u())),
                nearest.proofs(),
                nearest.uniquenessRadius());
    }

    private Parallelepiped predicted(
            CoupledStep<Binary64> numeric,
            Parallelepiped iterate,
            ConstrainedStep.NearestPoint nearest,
            EigenpairGeometry<Interval> geometry,
            StepEnclosures before) {
        double[] centre = Boxes.numbers(numeric.predicted());
        if (before != null) {
            return new PredictionStep(eta, before.geometry(), geometry).image(before.predicted(), centre);
        }
        // v*_0 = v_0 = theta_0 - dagger_0
        FieldVector<Interval> point = Boxes.at(centre);
        FieldVector<Interval> dagger = nearest.point().centre();
        double offset =
                Norm.of(iterate.centre().subtract(dagger).subtract(point)).upper();
        double radius = RoundUp.add(
                offset, RoundUp.add(iterate.radius(), nearest.point().radius()));
        double scale =
                Math.max(Norm.of(iterate.centre()).upper(), Norm.of(dagger).upper());
        return Parallelepiped.around(point, RoundUp.withSlack(radius, scale));
    }

    private static TopEigenpair pair(LossAtPoint<Interval> atIterate, double[] u) {
        return TopEigenpair.of(atIterate.hessian(), u)
                .orElseThrow(() -> new EnclosureException("the top eigenpair at theta_t could not be enclosed"));
    }
}
