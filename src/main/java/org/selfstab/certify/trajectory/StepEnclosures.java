package org.selfstab.certify.trajectory;

import java.util.List;
import java.util.Optional;
import org.selfstab.certify.StepCertificate;
import org.selfstab.certify.enclosure.Parallelepiped;
import org.selfstab.certify.enclosure.PointSet;
import org.selfstab.certify.enclosure.RoundUp;
import org.selfstab.certify.enclosure.TopEigenpair;
import org.selfstab.geometry.EigenpairGeometry;
import org.selfstab.interval.Interval;
import org.selfstab.numeric.Norm;

/**
 * What is certain at one step.
 *
 * @param t the step
 * @param state contains the optimizer's exact state, of gradient descent the iterate
 * @param iterate contains the exact iterate {@code theta_t}, where the loss is evaluated
 * @param dagger contains the exact point {@code dagger_t}
 * @param memory contains how far the copies of the constrained optimizer are from {@code dagger_t}; empty of one copy
 * @param geometry the geometry there
 * @param secondEigenvalue contains {@code lambda_2} there; minus infinity in one dimension
 * @param quartic how large the fourth derivative is there, at least
 * @param offU the curvature off u there
 * @param predictedState contains the exact predicted displacements of all copies
 * @param predicted contains the exact predicted displacement {@code v*_t}
 * @param iterateLoss contains {@code L(theta_t)}
 * @param iteratePair the top eigenpair at {@code theta_t}
 * @param nearest what shows where {@code dagger_t} is
 * @param uniquenessRadius within this distance of the numeric {@code dagger_t}, in each coordinate, no other point satisfies its
 *     equations
 */
record StepEnclosures(
        int t,
        Parallelepiped state,
        PointSet iterate,
        PointSet.Ball dagger,
        Optional<Parallelepiped> memory,
        EigenpairGeometry<Interval> geometry,
        Interval secondEigenvalue,
        QuarticDirection quartic,
        CurvatureOffU offU,
        Parallelepiped predictedState,
        PointSet predicted,
        Interval iterateLoss,
        TopEigenpair iteratePair,
        List<StepCertificate.NearestPointProof> nearest,
        double uniquenessRadius) {

    /**
     * The step for a certificate.
     *
     * @param tubeRadius the tube's radius
     * @param tube the top eigenpair over the tube, if it was proved
     */
    StepCertificate proof(double tubeRadius, Optional<TopEigenpair> tube) {
        return new StepCertificate(
                t,
                state.proof(),
                iteratePair.proof(),
                nearest,
                dagger.radius(),
                memory.map(Parallelepiped::proof),
                secondEigenvalue.lower(),
                secondEigenvalue.upper(),
                quartic.direction(),
                predictedState.proof(),
                tubeRadius,
                tube.map(pair -> new StepCertificate.TubePair(pair.proof(), pair.secondEigenvalue())));
    }

    /** The dimension n. */
    int size() {
        return dagger.centre().getDimension();
    }

    /** {@code x*_t}. */
    Interval x() {
        return geometry.u().dotProduct(predicted.box());
    }

    /** {@code y*_t}. */
    Interval y() {
        return geometry.gradSPerp().dotProduct(predicted.box());
    }

    /** {@code |v_t - v*_t|}. */
    Interval deviation() {
        Interval ofCentres = Norm.of(iterate.centre().subtract(dagger.centre()).subtract(predicted.centre()));
        double radius = RoundUp.add(iterate.radius(), RoundUp.add(dagger.radius(), predicted.radius()));
        Interval around = Interval.around(ofCentres, radius);
        return new Interval(Math.max(0.0, around.lower()), around.upper());
    }

    /** {@code |L(theta_t) - L(dagger_t) - x*_t^2/eta|}, theory.md (25), with {@code 2/S_c} for eta. */
    Interval lossError(Interval eta) {
        return iterateLoss
                .subtract(geometry.loss())
                .subtract(x().square().divide(eta))
                .abs();
    }

    /** {@code |S(theta_t) - S(dagger_t) - y*_t - kappa_3 x*_t|}, theory.md (26). */
    Interval sharpnessError() {
        return iteratePair
                .sharpness()
                .subtract(geometry.sharpness())
                .subtract(y())
                .subtract(geometry.kappa3().multiply(x()))
                .abs();
    }
}
