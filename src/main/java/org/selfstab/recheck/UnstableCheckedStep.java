package org.selfstab.recheck;

import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;

/**
 * What was verified of one step of a run of several unstable eigenvalues.
 *
 * @param t the step
 * @param state contains the optimizer's state
 * @param iterate contains {@code theta_t}
 * @param iterateLoss contains its loss
 * @param iterateEigenvalues contain the eigenvalues there, largest first
 * @param dagger the centre for {@code dagger_t}
 * @param daggerRadius {@code dagger_t} is no farther from it
 * @param memory contains how far the copies of the constrained optimizer stand from {@code dagger_t}; empty of one copy
 * @param geometry the geometry at {@code dagger_t}
 * @param eigenvalues contain the eigenvalues of A, largest first
 * @param next an upper bound on {@code lambda_{k+1}}
 * @param rank that of Sigma
 * @param covariance contains Sigma
 * @param predictedState contains the predicted displacements of all copies
 * @param predicted contains {@code v*_t}
 */
record UnstableCheckedStep(
        int t,
        SetInclusion state,
        EnclosedOptimizer.Points iterate,
        DecimalInterval iterateLoss,
        List<DecimalInterval> iterateEigenvalues,
        FieldVector<DecimalInterval> dagger,
        double daggerRadius,
        Optional<SetInclusion> memory,
        UnstableDecimalGeometry geometry,
        List<DecimalInterval> eigenvalues,
        DecimalInterval next,
        int rank,
        FieldMatrix<DecimalInterval> covariance,
        SetInclusion predictedState,
        EnclosedOptimizer.Points predicted)
        implements StateChecker.Verified {

    /** The error of the loss in (41). */
    DecimalInterval lossError(Decimals decimals) {
        FieldVector<DecimalInterval> x = geometry.u().transpose().operate(predicted.box());
        return iterateLoss
                .subtract(geometry.local().value())
                .subtract(x.dotProduct(geometry.a().operate(x)).multiply(decimals.half()))
                .abs();
    }

    /** The largest error of the k eigenvalues in (41). */
    DecimalInterval sharpnessError(SymmetricBounds bounds) {
        List<DecimalInterval> predictedEigenvalues =
                bounds.eigenvalues(geometry.a().add(geometry.changeOfA(predicted.box())));
        DecimalInterval largest =
                iterateEigenvalues.get(0).subtract(predictedEigenvalues.get(0)).abs();
        for (int j = 1; j < geometry.k(); j++) {
            largest = largest.max(iterateEigenvalues
                    .get(j)
                    .subtract(predictedEigenvalues.get(j))
                    .abs());
        }
        return largest;
    }

    /** Whether Sigma is positive definite. */
    boolean isOfFullRank() {
        return rank == geometry.k();
    }

    /** {@code tr Sigma}. */
    DecimalInterval trace() {
        DecimalInterval trace = covariance.getEntry(0, 0);
        for (int i = 1; i < geometry.k(); i++) {
            trace = trace.add(covariance.getEntry(i, i));
        }
        return trace;
    }
}
