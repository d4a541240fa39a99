package org.selfstab.claims.constants;

import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.claims.ImplicitBiasConstants;
import org.selfstab.claims.UncertainExtreme;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.Rates;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Projection;
import org.selfstab.numeric.ArgMax;
import org.selfstab.numeric.FieldVectors;
import org.selfstab.numeric.Norm;
import org.selfstab.vocabulary.Extremum;

/**
 * Compares the constrained trajectory with projected gradient descent while a run goes, theory.md (27a) and (27b): each step with the one
 * after it. Both compare numbers that nearly cancel, so that each has its rounding beside it.
 *
 * @param <T> the field's elements
 */
final class ImplicitBiasOfRun<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    /** What a point of the stable set, or a loss, is computed to, in units in the last place of what it is made of. */
    private static final double UNITS_IN_LAST_PLACE = 4;

    private final boolean keepsMemory;
    private final Rates<T> rates;
    private final T eta;
    private final T edge;
    private final double relativeRounding;
    private final Largest distance = new Largest();
    private final Largest shortfall = new Largest();
    private final ArgMax gradient = ArgMax.largest();
    private final ArgMax share = ArgMax.smallest();
    private Projection<T> previous;
    private int pairs;
    private boolean isAtPoint;
    private int descending;

    ImplicitBiasOfRun(Model<T> model) {
        this.keepsMemory = model.keepsMemory();
        this.rates = model.rates();
        this.eta = rates.drift();
        this.edge = rates.edge();
        this.relativeRounding =
                UNITS_IN_LAST_PLACE * eta.getField().getOne().ulp().getReal();
    }

    @Override
    public void observe(CoupledStep<T> step) {
        gradient.include(step.geometry().gradientNorm().getReal(), step.t());
        if (previous != null) {
            pairs++;
            if (!isAtPoint) {
                include(new Pair(previous, step.dagger()), step.t() - 1);
            }
        }
        previous = step.dagger();
    }

    /** Once a pair is at a point, all that is said of the run is that; later pairs are only counted. */
    private void include(Pair pair, int t) {
        isAtPoint = pair.isAtPoint();
        if (isAtPoint) {
            return;
        }
        distance.include(pair.distance(), t);
        if (pair.descends()) {
            includeShortfall(pair.shortfall(), pair, t);
        }
    }

    /**
     * Where {@code Pi grad L} is a higher order of grad L and the rounding of the loss's fall hides the correction eps of (27b) too, the constrained
     * trajectory has come to rest to rounding: there nothing but a certain violation counts.
     */
    private void includeShortfall(Rounded lacking, Pair pair, int t) {
        double eps = pair.epsilon();
        if (lacking.rounding > eps && pair.share() <= eps) {
            shortfall.includeAtLeast(lacking.value - lacking.rounding, t);
        } else {
            descending++;
            share.include(pair.share(), t);
            shortfall.include(lacking, t);
        }
    }

    /**
     * The constants over the steps observed so far.
     *
     * @param epsilon the run's eps; empty where it is undefined
     */
    ImplicitBiasConstants result(Optional<Extremum> epsilon) {
        double largestGradient = gradient.get().map(Extremum::value).orElse(0.0);
        if (keepsMemory) {
            return new ImplicitBiasConstants(
                    Optional.empty(), Optional.empty(), largestGradient, Optional.empty(), pairs, false, 0);
        }
        if (isAtPoint) {
            return new ImplicitBiasConstants(
                    Optional.empty(), Optional.empty(), largestGradient, Optional.empty(), pairs, true, 0);
        }
        return new ImplicitBiasConstants(
                epsilon.map(Extremum::value).flatMap(eps -> distance.get()
                        .map(d -> d.dividedBy(eps * eps * eta.getReal() * largestGradient))),
                epsilon.map(Extremum::value).flatMap(eps -> shortfall.get().map(s -> s.dividedBy(eps)
                        .notNegative())),
                largestGradient,
                share.get(),
                pairs,
                false,
                descending);
    }

    /** Two neighbouring points of the constrained trajectory. */
    private final class Pair {

        private final LocalGeometry<T> here;
        private final LocalGeometry<T> next;
        private final boolean onBoundary;
        private final FieldVector<T> moved;
        private final FieldVector<T> projected;
        private final double projectedNorm;
        private final double rounding;
        private final double gradientRounding;

        Pair(Projection<T> from, Projection<T> to) {
            this.here = from.geometry();
            this.next = to.geometry();
            this.onBoundary = isOnBoundary(from) && isOnBoundary(to);
            this.moved = next.point().subtract(here.point());
            this.projected = projectedGradient();
            this.projectedNorm = Norm.of(projected).getReal();
            this.rounding = pointRounding(from) + pointRounding(to);
            this.gradientRounding = relativeRounding * cancelledGradient();
        }

        /**
         * {@code Pi_t grad L_t}: {@code -eta} times it is the step of projected gradient descent on the linearised stable set {@code u . w = 0, S +
         * gradS_perp . w <= 2/eta}. On the boundary gradS_perp is taken out as a whole, far inside not at all.
         */
        private FieldVector<T> projectedGradient() {
            FieldVector<T> offU = here.gradientOffU();
            T belowEdge = here.sharpness().subtract(edge);
            T sharpening = belowEdge.getReal() < 0 ? here.alpha().add(belowEdge.divide(eta)) : here.alpha();
            return sharpening.getReal() > 0 && here.beta().getReal() > 0
                    ? FieldVectors.plus(offU, sharpening.divide(here.beta()), here.gradSPerp())
                    : offU;
        }

        /** Sharpness and with it the distance along gradS_perp are known to rounding only, and so is the point itself. */
        private double pointRounding(Projection<T> at) {
            LocalGeometry<T> geometry = at.geometry();
            double alongSharpness = isOnBoundary(at) && geometry.beta().getReal() > 0
                    ? geometry.sharpness().abs().getReal()
                            / Math.sqrt(geometry.beta().getReal())
                    : 0;
            return relativeRounding * (geometry.pointNorm().getReal() + alongSharpness);
        }

        /** The magnitude of what {@code H theta} cancels from in each coordinate, of which a gradient's rounding is units in the last place. */
        private double cancelledGradient() {
            double squares = 0;
            for (double ofRow : here.gradientCancellation()) {
                squares += ofRow * ofRow;
            }
            return Math.sqrt(squares);
        }

        /** On it to rounding too, since a point inside by less than that is as near. */
        private boolean isOnBoundary(Projection<T> at) {
            double belowEdge = edge.subtract(at.geometry().sharpness()).getReal();
            return at.onBoundary() || belowEdge <= relativeRounding * edge.getReal();
        }

        /** In two variables the boundary of the stable set is a point: both constraints leave no direction to move in. */
        boolean isAtPoint() {
            return onBoundary && moved.getDimension() == 2 && Norm.of(moved).getReal() <= rounding;
        }

        /** {@code |dagger_{t+1} - dagger_t + eta Pi_t grad L_t|}. */
        Rounded distance() {
            return new Rounded(Norm.of(FieldVectors.plus(moved, eta, projected)).getReal(), rounding);
        }

        /** {@code epsilon_t}. */
        double epsilon() {
            return here.epsilon(rates.rate()).getReal();
        }

        /** {@code |Pi_t grad L_t|/|grad L_t|}. */
        double share() {
            return projectedNorm / here.gradientNorm().getReal();
        }

        /** Whether {@code Pi_t grad L_t} is more than rounding. */
        boolean descends() {
            return projectedNorm > projectedRounding();
        }

        private double projectedRounding() {
            double ofGradient = relativeRounding * here.gradientNorm().getReal();
            double skew = here.beta().getReal() > 0
                    ? here.gradSNorm().getReal() / Math.sqrt(here.beta().getReal())
                    : 1;
            return gradientRounding + ofGradient * skew;
        }

        /** {@code 1 - (L(dagger_t) - L(dagger_{t+1})) / (eta |Pi_t grad L_t|^2)}. */
        Rounded shortfall() {
            Rounded fall = fall();
            double asserted = eta.getReal() * projectedNorm * projectedNorm;
            double fallRounding = fall.rounding + rounding * here.gradientNorm().getReal();
            double assertedRounding = 2 * projectedRounding() / projectedNorm * Math.abs(fall.value / asserted);
            return new Rounded(1 - fall.value / asserted, fallRounding / asserted + assertedRounding);
        }

        /**
         * {@code L(dagger_t) - L(dagger_{t+1})}, of which the difference of two doubles would often keep no digit: the integral of the gradient
         * along the segment, by the trapezoid with its end correction {@code w (H_{t+1} - H_t) w/12}. The next term is far below that correction, which
         * bounds it here, together with what the plain difference cannot explain by its own rounding; where that is smaller the difference is taken.
         */
        private Rounded fall() {
            T difference = here.loss().subtract(next.loss());
            double scale = here.pointNorm().getReal();
            double differenceRounding = relativeRounding * here.loss().abs().getReal() + gradientRounding * scale;
            T correction = next.hessian(moved)
                    .subtract(here.hessian(moved))
                    .dotProduct(moved)
                    .divide(12.0);
            T integral = correction.subtract(
                    here.gradient().add(next.gradient()).dotProduct(moved).multiply(0.5));
            double unexplained = Math.max(0, integral.subtract(difference).abs().getReal() - differenceRounding);
            double integralRounding = gradientRounding * Norm.of(moved).getReal()
                    + correction.abs().getReal()
                    + unexplained;
            return integralRounding <= differenceRounding
                    ? new Rounded(integral.getReal(), integralRounding)
                    : new Rounded(difference.getReal(), differenceRounding);
        }
    }

    /** A number and the rounding that it may have. */
    private record Rounded(double value, double rounding) {}

    /** The largest of values with their rounding. */
    private static final class Largest {

        private final ArgMax value = ArgMax.largest();
        private final ArgMax lowest = ArgMax.largest();
        private final ArgMax highest = ArgMax.largest();

        void include(Rounded number, int t) {
            value.include(number.value, t);
            lowest.include(number.value - number.rounding, t);
            highest.include(number.value + number.rounding, t);
        }

        /** Takes in a number of which only a lower bound tells anything, and only if it is positive. */
        void includeAtLeast(double bound, int t) {
            if (bound > 0) {
                include(new Rounded(bound, 0), t);
            }
        }

        Optional<UncertainExtreme> get() {
            return value.get()
                    .map(v -> new UncertainExtreme(
                            v, lowest.get().orElseThrow(), highest.get().orElseThrow()));
        }
    }
}
