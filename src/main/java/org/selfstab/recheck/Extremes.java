package org.selfstab.recheck;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.selfstab.interval.DecimalInterval;

/** The largest values over the verified steps, from which every claim's quantity follows. */
final class Extremes {

    /** The quantities; of those named least, minus the quantity is the largest. */
    enum Quantity {
        APPROACH,
        BELOW_EDGE,
        EPSILON,
        DELTA,
        ALPHA,
        LEAST_ALPHA,
        BETA,
        LEAST_BETA,
        LEAST_GAMMA,
        GRAD_S,
        FOURTH,
        SECOND_OFF_U,
        THIRD_OFF_U,
        DEVIATION,
        LOSS_ERROR,
        SHARPNESS_ERROR,
        GRADIENT,
        FROM_PROJECTED,
        SHORTFALL,
        LEAST_X,
        START,
        TUBE_THIRD,
        TUBE_FOURTH,
        LEAST_TUBE_ALPHA,
        LEAST_TUBE_GAMMA,
        ITERATE_RADIUS,
        PREDICTED_RADIUS
    }

    private final Decimals decimals;
    private final EnclosedOptimizer optimizer;
    /** {@code 2/S_c}, of gradient descent the step size. */
    private final DecimalInterval eta;

    private final Map<Quantity, DecimalInterval> largest = new EnumMap<>(Quantity.class);
    private Optional<DecimalInterval> doubtfulAlpha = Optional.empty();
    private Optional<BigDecimal> secondAtLeast = Optional.empty();
    private Optional<BigDecimal> secondAtMost = Optional.empty();
    private Optional<BigDecimal> tubeSecondAtMost = Optional.empty();
    private boolean tubeIsUndefined;
    private final PropagatedTerms pushes;
    private Optional<CheckedStep> previous = Optional.empty();
    private int approach;
    private Optional<RecheckResult.Range> doubtfulApproach = Optional.empty();
    private double daggerRadius;
    private double uniqueness = Double.POSITIVE_INFINITY;

    Extremes(Decimals decimals, EnclosedOptimizer optimizer) {
        this.decimals = decimals;
        this.optimizer = optimizer;
        this.eta = optimizer.step();
        this.pushes = new PropagatedTerms(decimals, optimizer);
    }

    /** Takes in the sharpness at the point nearest to an iterate before t = 0; whether that is certainly inside. */
    boolean includeApproach(DecimalInterval sharpness) {
        DecimalInterval product = eta.multiply(sharpness);
        include(Quantity.APPROACH, product);
        boolean isInside = decimals.field().of(2).isAbove(product);
        if (!isInside) {
            includeDoubtfulApproach();
        }
        approach++;
        return isInside;
    }

    /** The next iterate, or that of t = 0, may be at the edge, or may not. */
    void includeDoubtfulApproach() {
        RecheckResult.Range here = new RecheckResult.Range(approach, approach);
        doubtfulApproach = Optional.of(doubtfulApproach.orElse(here).include(approach));
    }

    /** Of which iterates from the start to t = 0 it is not shown whether the projection lies inside; empty if there is none. */
    Optional<RecheckResult.Range> doubtfulApproach() {
        return doubtfulApproach;
    }

    /** How many iterates before t = 0 were verified. */
    int approach() {
        return approach;
    }

    void include(CheckedStep step) {
        RejectedException.unless(doubtfulAlpha.isEmpty(), "a step after one at which alpha is not certainly positive");
        DecimalGeometry geometry = step.geometry();
        if (!geometry.alpha().isPositive()) {
            doubtfulAlpha = Optional.of(geometry.alpha());
            return;
        }
        DecimalInterval epsilon = optimizer.rate().multiply(geometry.alpha().sqrt());
        include(Quantity.BELOW_EDGE, decimals.field().of(2).subtract(eta.multiply(geometry.sharpness())));
        include(Quantity.EPSILON, epsilon);
        include(Quantity.DELTA, geometry.deltaSquared().sqrt());
        include(Quantity.ALPHA, geometry.alpha());
        include(Quantity.LEAST_ALPHA, geometry.alpha().negate());
        include(Quantity.BETA, geometry.beta());
        include(Quantity.LEAST_BETA, geometry.beta().negate());
        include(Quantity.LEAST_GAMMA, geometry.gamma(decimals).negate());
        include(Quantity.GRAD_S, decimals.norm(geometry.gradS()));
        include(Quantity.FOURTH, step.fourth());
        OrthogonalComponent offU =
                OrthogonalComponent.of(decimals, geometry, step.predicted().box());
        include(Quantity.SECOND_OFF_U, offU.second());
        include(Quantity.THIRD_OFF_U, offU.third());
        pushes.include(geometry);
        secondAtLeast = larger(secondAtLeast, step.secondAtLeast().map(bound -> timesEta(bound, bound < 0)));
        secondAtMost = larger(secondAtMost, step.secondAtMost().map(bound -> timesEta(bound, bound >= 0)));
        include(Quantity.DEVIATION, step.deviation(decimals));
        include(Quantity.LOSS_ERROR, step.lossError(eta));
        include(Quantity.SHARPNESS_ERROR, step.sharpnessError());
        if (optimizer.copies() == 1 && geometry.u().getDimension() >= ProjectedStep.FEWEST_VARIABLES) {
            includeMove(step);
        }
        include(Quantity.LEAST_X, step.x().abs().negate());
        if (step.t() == 0) {
            include(Quantity.START, decimals.norm(step.predicted().box()));
        }
        include(Quantity.ITERATE_RADIUS, step.iterate().radius());
        daggerRadius = Math.max(daggerRadius, step.daggerRadius());
        uniqueness = Math.min(uniqueness, step.uniqueness());
        include(Quantity.PREDICTED_RADIUS, step.predicted().radius());
        includeTube(step.tube().orElseThrow());
    }

    private void includeMove(CheckedStep step) {
        include(Quantity.GRADIENT, decimals.norm(step.geometry().local().gradient()));
        previous.ifPresent(before -> {
            ProjectedStep projected = ProjectedStep.from(decimals, before, eta);
            include(Quantity.FROM_PROJECTED, projected.distance(step));
            include(Quantity.SHORTFALL, projected.shortfall(step, eta));
        });
        previous = Optional.of(step);
    }

    /** Whether (27a) and (27b) say something of the run. */
    boolean canMove() {
        return previous.isPresent();
    }

    private void includeTube(CheckedStep.CheckedTube tube) {
        include(Quantity.TUBE_THIRD, tube.thirdNorm());
        include(Quantity.TUBE_FOURTH, tube.fourthNorm());
        tubeIsUndefined |= tube.geometry().isEmpty();
        tube.geometry().ifPresent(geometry -> {
            include(Quantity.LEAST_TUBE_ALPHA, geometry.alpha().negate());
            include(Quantity.LEAST_TUBE_GAMMA, geometry.gamma(decimals).negate());
        });
        tubeSecondAtMost = larger(tubeSecondAtMost, tube.secondAtMost().map(bound -> timesEta(bound, bound >= 0)));
    }

    /** Times an end of eta, not rounded: a claim may state just this product. */
    private BigDecimal timesEta(double bound, boolean largest) {
        return new BigDecimal(bound).multiply(largest ? eta.upper() : eta.lower());
    }

    private static Optional<BigDecimal> larger(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return a.isPresent() && b.isPresent() ? Optional.of(a.get().max(b.get())) : a.or(() -> b);
    }

    private void include(Quantity quantity, DecimalInterval value) {
        largest.merge(quantity, value, DecimalInterval::max);
    }

    /** The largest value; the whole line if there was none. */
    DecimalInterval of(Quantity quantity) {
        return largest.getOrDefault(quantity, decimals.field().entire());
    }

    /** The least value of a quantity that was included with its sign changed. */
    DecimalInterval least(Quantity negated) {
        return of(negated).negate();
    }

    /** The memory. */
    PropagatedTerms pushes() {
        return pushes;
    }

    /** No {@code dagger_t} is farther from its centre. */
    double daggerRadius() {
        return daggerRadius;
    }

    /** The smallest distance within which a {@code dagger_t} is known to be the only solution of its equations. */
    double uniqueness() {
        return uniqueness;
    }

    /** A lower bound on the largest {@code eta lambda_2}. */
    Optional<BigDecimal> secondAtLeast() {
        return secondAtLeast;
    }

    /** An upper bound on the largest {@code eta lambda_2}. */
    Optional<BigDecimal> secondAtMost() {
        return secondAtMost;
    }

    /** An upper bound on the largest {@code eta lambda_2} in the tube. */
    Optional<BigDecimal> tubeSecondAtMost() {
        return tubeSecondAtMost;
    }

    /** The alpha that is not certainly positive, at which the certificate ends, if there is one. */
    Optional<DecimalInterval> doubtfulAlpha() {
        return doubtfulAlpha;
    }

    /** Whether at some step no simple top eigenvalue was proved in the tube. */
    boolean tubeIsUndefined() {
        return tubeIsUndefined;
    }
}
