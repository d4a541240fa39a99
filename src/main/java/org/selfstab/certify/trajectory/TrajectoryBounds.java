package org.selfstab.certify.trajectory;

import org.selfstab.certify.Radii;
import org.selfstab.dynamics.Rates;
import org.selfstab.geometry.EigenpairGeometry;
import org.selfstab.interval.Interval;
import org.selfstab.numeric.Norm;

/** The extremes of a run's exact quantities, on its own points. */
final class TrajectoryBounds {

    private final OptimizerEnclosure optimizer;
    private final Rates<Interval> rates;
    private final LargestEnclosure belowEdge = new LargestEnclosure();
    private final LargestEnclosure epsilon = new LargestEnclosure();
    private final LargestEnclosure delta = new LargestEnclosure();
    private final LargestEnclosure alpha = new LargestEnclosure();
    private final LargestEnclosure minusAlpha = new LargestEnclosure();
    private final LargestEnclosure beta = new LargestEnclosure();
    private final LargestEnclosure minusBeta = new LargestEnclosure();
    private final LargestEnclosure minusGamma = new LargestEnclosure();
    private final LargestEnclosure gradS = new LargestEnclosure();
    private final LargestEnclosure fourth = new LargestEnclosure();
    private final LargestEnclosure secondOffU = new LargestEnclosure();
    private final LargestEnclosure thirdOffU = new LargestEnclosure();
    private final PropagatorBounds memory;
    private final LargestEnclosure secondEigenvalue = new LargestEnclosure();
    private final LargestEnclosure deviation = new LargestEnclosure();
    private final LargestEnclosure lossError = new LargestEnclosure();
    private final LargestEnclosure sharpnessError = new LargestEnclosure();
    private final LargestEnclosure fromProjected = new LargestEnclosure();
    private final LargestEnclosure shortfall = new LargestEnclosure();
    private final LargestEnclosure gradient = new LargestEnclosure();
    private final LargestEnclosure minusX = new LargestEnclosure();
    private final LargestEnclosure iterateRadius = new LargestEnclosure();
    private final LargestEnclosure daggerRadius = new LargestEnclosure();
    private final LargestEnclosure predictedRadius = new LargestEnclosure();
    private final LargestEnclosure minusUniqueness = new LargestEnclosure();
    private final LargestEnclosure startDistance = new LargestEnclosure();

    private StepEnclosures previous;

    TrajectoryBounds(OptimizerEnclosure optimizer) {
        this.optimizer = optimizer;
        this.rates = optimizer.rates();
        this.memory = new PropagatorBounds(optimizer, PropagatorBounds.MOST_GROUPS);
    }

    /** Takes in one step. */
    void include(StepEnclosures step) {
        EigenpairGeometry<Interval> geometry = step.geometry();
        if (step.t() == 0) {
            startDistance.include(Norm.of(step.predicted().box()), step);
        }
        belowEdge.include(Interval.of(2.0).subtract(rates.step().multiply(geometry.sharpness())), step);
        epsilon.include(geometry.epsilon(rates.rate()), step);
        delta.include(geometry.delta(), step);
        alpha.include(geometry.alpha(), step);
        minusAlpha.include(geometry.alpha().negate(), step);
        beta.include(geometry.beta(), step);
        minusBeta.include(geometry.beta().negate(), step);
        minusGamma.include(geometry.gamma().negate(), step);
        gradS.include(Norm.of(geometry.gradS()), step);
        fourth.include(step.quartic().magnitude(), step, step.quartic().direction());
        secondOffU.include(step.offU().second(), step, step.offU().secondAlong());
        thirdOffU.include(step.offU().third(), step, step.offU().thirdAlong());
        memory.include(step);
        secondEigenvalue.include(rates.step().multiply(step.secondEigenvalue()), step);
        deviation.include(step.deviation(), step);
        lossError.include(step.lossError(rates.step()), step);
        sharpnessError.include(step.sharpnessError(), step);
        if (optimizer.copies() == 1 && step.size() >= ConstrainedPair.FEWEST_VARIABLES) {
            includeMove(step);
        }
        minusX.include(step.x().abs().negate(), step);
        iterateRadius.include(Interval.of(step.iterate().radius()), step);
        daggerRadius.include(Interval.of(step.dagger().radius()), step);
        predictedRadius.include(Interval.of(step.predicted().radius()), step);
        minusUniqueness.include(Interval.of(-step.uniquenessRadius()), step);
    }

    private void includeMove(StepEnclosures step) {
        gradient.include(ConstrainedPair.gradient(step), step);
        if (previous != null) {
            ConstrainedPair pair = new ConstrainedPair(previous, step, rates.step(), rates.edge());
            fromProjected.include(pair.distance(), previous);
            shortfall.include(pair.shortfall(), previous);
        }
        previous = step;
    }

    /** Whether the optimizer remembers nothing and the stable set's boundary is more than points, so that (27a) and (27b) say something. */
    boolean canMove() {
        return previous != null;
    }

    EnclosedExtreme epsilon() {
        return epsilon.get();
    }

    EnclosedExtreme delta() {
        return delta.get();
    }

    /** {@code max (2 - eta S) / eps^2}, not negative. */
    EnclosedExtreme belowEdge() {
        Interval distance = belowEdge.get().value();
        Interval positive = new Interval(Math.max(0.0, distance.lower()), Math.max(0.0, distance.upper()));
        return belowEdge.get().withValue(positive).dividedBy(epsilon().value().square());
    }

    EnclosedExtreme smallestAlpha() {
        return minusAlpha.get().negated();
    }

    EnclosedExtreme smallestGamma() {
        return minusGamma.get().negated();
    }

    /** {@code max alpha / min alpha}. */
    EnclosedExtreme alphaRatio() {
        return alpha.get().dividedBy(smallestAlpha().value());
    }

    /** {@code max beta / min beta}. */
    EnclosedExtreme betaRatio() {
        return beta.get().dividedBy(minusBeta.get().negated().value());
    }

    /** {@code max |grad S|}, which no rho_3 is less than. */
    EnclosedExtreme gradS() {
        return gradS.get();
    }

    /** The largest {@code |D4L(v,v,v,v)|} of the steps' directions v, which no rho_4 is less than. */
    EnclosedExtreme fourth() {
        return fourth.get();
    }

    /** {@code max eta |H w|/(eps |w|)} off u. */
    EnclosedExtreme secondOffU() {
        return secondOffU
                .get()
                .withValue(secondOffU.get().value().multiply(rates.drift()))
                .dividedBy(epsilon().value());
    }

    /** {@code max |P D3L(w,w)|/(eps rho_3 |w|^2)}. */
    EnclosedExtreme thirdOffU() {
        return thirdOffU.get().dividedBy(epsilon().value());
    }

    /** The memory. */
    PropagatorBounds memory() {
        return memory;
    }

    /** {@code max eta lambda_2}. */
    EnclosedExtreme secondEigenvalue() {
        return secondEigenvalue.get();
    }

    /** {@code C_1} of theory.md (24). */
    EnclosedExtreme coupling() {
        return deviation.get().dividedBy(epsilonTimes(delta().value()));
    }

    /** {@code C_L} of theory.md (25). */
    EnclosedExtreme loss() {
        return lossError.get().dividedBy(epsilonTimes(delta().value().square()).divide(rates.step()));
    }

    /** {@code C_S} of theory.md (26). */
    EnclosedExtreme sharpness() {
        return sharpnessError.get().dividedBy(epsilon().value().square().divide(rates.growth()));
    }

    /** {@code C_P} of theory.md (27a). */
    EnclosedExtreme implicitBias() {
        Interval unit = epsilon()
                .value()
                .square()
                .multiply(rates.step())
                .multiply(gradient.get().value());
        return fromProjected.get().dividedBy(unit);
    }

    /** {@code C_D} of theory.md (27b). */
    EnclosedExtreme descent() {
        EnclosedExtreme largest = shortfall.get();
        return largest.withValue(ConstrainedPair.notNegative(largest.value()))
                .dividedBy(epsilon().value());
    }

    /** {@code min |x*| / delta}. */
    EnclosedExtreme axisDistance() {
        return minusX.get().negated().dividedBy(delta().value());
    }

    /** {@code |v_0| / delta}. */
    EnclosedExtreme smallStart() {
        return startDistance.get().dividedBy(delta().value());
    }

    /** How far, at most, exact points are from the numeric ones. */
    Radii radii() {
        return new Radii(
                iterateRadius.get().value().upper(),
                daggerRadius.get().value().upper(),
                predictedRadius.get().value().upper(),
                -minusUniqueness.get().value().upper());
    }

    private Interval epsilonTimes(Interval factor) {
        return epsilon().value().multiply(factor);
    }
}
