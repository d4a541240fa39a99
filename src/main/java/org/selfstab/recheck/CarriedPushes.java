package org.selfstab.recheck;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;

/**
 * The memory {@code beta_{s->t}} of all pairs of steps, theory.md (13): each {@code gradS_perp_s} is multiplied by one
 * {@code (I - eta H) P} after another, as a point and the radius of a ball round it.
 */
final class CarriedPushes {

    /** The pushes of no more steps are carried; the claims on longer runs have no upper bounds. */
    private static final int MOST = 2000;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Decimals decimals;
    private final DecimalInterval eta;
    private final SymmetricBounds bounds;
    private final List<Carried> pushes = new ArrayList<>();
    private Optional<DecimalInterval> largest = Optional.empty();
    private Optional<DecimalInterval> mostNegative = Optional.empty();
    private boolean isWhole = true;

    CarriedPushes(Decimals decimals, DecimalInterval eta) {
        this.decimals = decimals;
        this.eta = eta;
        this.bounds = new SymmetricBounds(decimals);
    }

    /** A push of a step with that beta, somewhere in the ball. */
    private record Carried(DecimalInterval beta, FieldVector<DecimalInterval> centre, DecimalInterval radius) {}

    void include(DecimalGeometry geometry) {
        int n = geometry.u().getDimension();
        FieldMatrix<DecimalInterval> descent =
                decimals.identity(n).subtract(geometry.local().hessian().scalarMultiply(eta));
        FieldMatrix<DecimalInterval> map = descent.multiply(geometry.projector(decimals));
        DecimalInterval norm = bounds.norm(map);
        DecimalInterval length = decimals.norm(geometry.across()).magnitude();
        for (int s = 0; s < pushes.size(); s++) {
            Carried push = pushes.get(s);
            DecimalInterval ball = length.multiply(push.radius()).symmetricHull();
            DecimalInterval felt = geometry.across()
                    .dotProduct(push.centre())
                    .add(ball)
                    .divide(push.beta().multiply(geometry.beta()).sqrt());
            largest = Optional.of(largest.map(felt.abs()::max).orElse(felt.abs()));
            mostNegative = Optional.of(mostNegative.map(felt.negate()::max).orElse(felt.negate()));
            pushes.set(s, ball(push.beta(), map.operate(push.centre()), norm.multiply(push.radius())));
        }
        if (pushes.size() < MOST) {
            pushes.add(ball(geometry.beta(), geometry.across(), decimals.field().getZero()));
        } else {
            isWhole = false;
        }
    }

    private Carried ball(DecimalInterval beta, FieldVector<DecimalInterval> box, DecimalInterval more) {
        FieldVector<DecimalInterval> centre = box.copy();
        for (int i = 0; i < centre.getDimension(); i++) {
            centre.setEntry(i, middle(box.getEntry(i)));
        }
        return new Carried(
                beta, centre, decimals.norm(box.subtract(centre)).add(more).magnitude());
    }

    private DecimalInterval middle(DecimalInterval interval) {
        return interval.isFinite()
                ? decimals.field()
                        .of(interval.lower().add(interval.upper()).divide(TWO, new MathContext(Rechecker.DIGITS)))
                : interval;
    }

    /** The largest {@code |beta_{s->t}|/sqrt(beta_s beta_t)}; the whole line if there was none. */
    DecimalInterval growth() {
        return largest.orElse(decimals.field().wholeLine());
    }

    /** The largest {@code -beta_{s->t}/sqrt(beta_s beta_t)}, not negative; the whole line if there was none. */
    DecimalInterval signChange() {
        return mostNegative
                .orElse(decimals.field().wholeLine())
                .max(decimals.field().getZero());
    }

    /** Whether all pairs of steps were looked at. */
    boolean isWhole() {
        return isWhole;
    }
}
