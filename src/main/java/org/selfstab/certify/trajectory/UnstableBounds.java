package org.selfstab.certify.trajectory;

import java.util.List;
import org.selfstab.certify.Radii;
import org.selfstab.certify.enclosure.SymmetricSpectrum;
import org.selfstab.dynamics.Rates;
import org.selfstab.interval.Interval;
import org.selfstab.numeric.Norm;

/** Bounds on what the claims of theory.md section 11 measure, over all steps of an enclosed run of several unstable eigenvalues. */
final class UnstableBounds {

    private final Rates<Interval> rates;
    private final LargestEnclosure belowEdge = new LargestEnclosure();
    private final LargestEnclosure alpha = new LargestEnclosure();
    private final LargestEnclosure minusAlpha = new LargestEnclosure();
    private final LargestEnclosure variance = new LargestEnclosure();
    private final LargestEnclosure minusVariance = new LargestEnclosure();
    private final LargestEnclosure minusLeast = new LargestEnclosure();
    private final LargestEnclosure next = new LargestEnclosure();
    private final LargestEnclosure deviation = new LargestEnclosure();
    private final LargestEnclosure lossError = new LargestEnclosure();
    private final LargestEnclosure sharpnessError = new LargestEnclosure();
    private final LargestEnclosure start = new LargestEnclosure();
    private final LargestEnclosure iterateRadius = new LargestEnclosure();
    private final LargestEnclosure daggerRadius = new LargestEnclosure();
    private final LargestEnclosure predictedRadius = new LargestEnclosure();
    private final LargestEnclosure minusUniqueness = new LargestEnclosure();

    UnstableBounds(OptimizerEnclosure optimizer) {
        this.rates = optimizer.rates();
    }

    /** Takes in one step. */
    void include(UnstableStepEnclosures step) {
        UnstableGeometry geometry = step.geometry();
        if (step.t() == 0) {
            include(start, Norm.of(step.predicted().box()), step);
        }
        Interval size = SymmetricSpectrum.norm(geometry.alpha());
        Interval trace = Interval.of(0.0);
        for (int i = 0; i < geometry.k(); i++) {
            trace = trace.add(step.covariance().matrix().getEntry(i, i));
        }
        Interval top = SymmetricSpectrum.of(geometry.a()).get(0);
        include(belowEdge, rates.step().multiply(rates.edge().subtract(top)), step);
        include(alpha, size, step);
        include(minusAlpha, size.negate(), step);
        include(variance, trace, step);
        include(minusVariance, trace.negate(), step);
        include(minusLeast, step.covariance().least().negate(), step);
        include(next, rates.step().multiply(Interval.of(step.next())), step);
        include(deviation, step.deviation(), step);
        include(lossError, step.lossError(), step);
        include(sharpnessError, step.sharpnessError(), step);
        include(iterateRadius, Interval.of(step.iterate().radius()), step);
        include(daggerRadius, Interval.of(step.dagger().radius()), step);
        include(predictedRadius, Interval.of(step.predicted().radius()), step);
        include(minusUniqueness, Interval.of(-step.uniquenessRadius()), step);
    }

    private static void include(LargestEnclosure largest, Interval number, UnstableStepEnclosures step) {
        largest.include(number, step.t(), step.dagger().centre(), List.of());
    }

    /** {@code max (2 - 2 lambda_1/S_c)/eps^2}, not negative. */
    EnclosedExtreme belowEdge() {
        EnclosedExtreme largest = belowEdge.get();
        return largest.withValue(ConstrainedPair.notNegative(largest.value()))
                .dividedBy(epsilon().square());
    }

    /** {@code max |eig alpha|/min |eig alpha|}, of the eigenvalue of the largest magnitude at each step. */
    EnclosedExtreme alphaRatio() {
        return alpha.get().dividedBy(minusAlpha.get().negated().value());
    }

    EnclosedExtreme leastVariance() {
        return minusVariance.get().negated();
    }

    EnclosedExtreme leastOfCovariance() {
        return minusLeast.get().negated();
    }

    /** An upper bound on {@code max eta lambda_{k+1}}, with {@code 2/S_c} for eta; from below it is unbounded. */
    EnclosedExtreme next() {
        EnclosedExtreme largest = next.get();
        return largest.withValue(
                new Interval(Double.NEGATIVE_INFINITY, largest.value().upper()));
    }

    /** {@code |v_0|/d}. */
    EnclosedExtreme start() {
        return start.get().dividedBy(size());
    }

    /** {@code C_1} of (41). */
    EnclosedExtreme coupling() {
        return deviation.get().dividedBy(epsilon().multiply(size()));
    }

    /** {@code C_L} of (41). */
    EnclosedExtreme loss() {
        return lossError
                .get()
                .dividedBy(epsilon().multiply(variance.get().value()).divide(rates.step()));
    }

    /** {@code C_S} of (41). */
    EnclosedExtreme sharpness() {
        return sharpnessError.get().dividedBy(epsilon().square().divide(rates.growth()));
    }

    /** {@code eps = sqrt(a b max |eig alpha|)}. */
    private Interval epsilon() {
        return rates.rate().multiply(alpha.get().value().sqrt());
    }

    /** {@code d = sqrt(max tr Sigma)}. */
    private Interval size() {
        return variance.get().value().sqrt();
    }

    /** How far, at most, exact points are from the numeric ones. */
    Radii radii() {
        return new Radii(
                iterateRadius.get().value().upper(),
                daggerRadius.get().value().upper(),
                predictedRadius.get().value().upper(),
                -minusUniqueness.get().value().upper());
    }
}
