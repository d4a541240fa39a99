package org.selfstab.certify.trajectory;

import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.UnstableStepCertificate;
import org.selfstab.certify.enclosure.Parallelepiped;
import org.selfstab.certify.enclosure.PointSet;
import org.selfstab.certify.enclosure.RoundUp;
import org.selfstab.certify.enclosure.SymmetricSpectrum;
import org.selfstab.interval.Interval;
import org.selfstab.numeric.Norm;

/**
 * What is certain at one step of a run of several unstable eigenvalues.
 *
 * @param t the step
 * @param state contains the optimizer's exact state
 * @param iterate contains the exact iterate {@code theta_t}
 * @param dagger contains the exact point {@code dagger_t}
 * @param memory contains how far the copies of the constrained optimizer are from {@code dagger_t}; empty of one copy
 * @param geometry the geometry there
 * @param next no {@code lambda_{k+1}} there is larger
 * @param covariance Sigma there
 * @param predictedState contains the exact predicted displacements of all copies
 * @param predicted contains the exact predicted displacement {@code v*_t}
 * @param iterateLoss contains {@code L(theta_t)}
 * @param iterateEigenvalues contain the k largest eigenvalues at {@code theta_t}
 * @param nearest what shows where {@code dagger_t} is
 * @param uniquenessRadius within this distance of its unknowns' centres, in each, no other point satisfies its equations
 */
record UnstableStepEnclosures(
        int t,
        Parallelepiped state,
        PointSet iterate,
        PointSet.Ball dagger,
        Optional<Parallelepiped> memory,
        UnstableGeometry geometry,
        double next,
        CovarianceEnclosure covariance,
        Parallelepiped predictedState,
        PointSet predicted,
        Interval iterateLoss,
        List<Interval> iterateEigenvalues,
        List<UnstableStepCertificate.NearestPointProof> nearest,
        double uniquenessRadius) {

    /** The step for a certificate. */
    UnstableStepCertificate proof() {
        return new UnstableStepCertificate(
                t,
                state.proof(),
                nearest,
                dagger.radius(),
                memory.map(Parallelepiped::proof),
                next,
                covariance.proof(),
                predictedState.proof());
    }

    /** {@code |v_t - v*_t|}. */
    Interval deviation() {
        Interval ofCentres = Norm.of(iterate.centre().subtract(dagger.centre()).subtract(predicted.centre()));
        double radius = RoundUp.add(iterate.radius(), RoundUp.add(dagger.radius(), predicted.radius()));
        return ConstrainedPair.notNegative(Interval.around(ofCentres, radius));
    }

    /** {@code |L(theta_t) - L(dagger_t) - (X*, A X*)/2|}, theory.md (41). */
    Interval lossError() {
        FieldVector<Interval> x = geometry.along(predicted.box());
        return iterateLoss
                .subtract(geometry.local().value())
                .subtract(x.dotProduct(geometry.a().operate(x)).multiply(0.5))
                .abs();
    }

    /** The largest difference of an eigenvalue at the iterate from that of {@code A + D3L(U, U, v*)}, theory.md (41). */
    Interval sharpnessError() {
        List<Interval> predictedEigenvalues =
                SymmetricSpectrum.of(geometry.a().add(geometry.changeOfA(predicted.box())));
        Interval largest = Interval.of(0.0);
        for (int j = 0; j < geometry.k(); j++) {
            Interval difference = iterateEigenvalues
                    .get(j)
                    .subtract(predictedEigenvalues.get(j))
                    .abs();
            largest = new Interval(
                    Math.max(largest.lower(), difference.lower()), Math.max(largest.upper(), difference.upper()));
        }
        return largest;
    }
}
