package org.selfstab.recheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;

/**
 * The memory {@code beta_{s->t}} of all pairs of steps, theory.md (13): each {@code gradS_perp_s/sqrt(beta_s)} is multiplied by one
 * {@code (I - eta H) P} after another, or enters through B, scaled by -1/b, and is carried by another optimizer's steps off u in a {@link CopiesNorm}, as a point and the radius of a ball round it. One ball holds the pushes of several neighbouring steps where
 * there would be too many, grouped as certificates.md says.
 */
final class PropagatedTerms {

    /** No more balls are carried. */
    private static final int MOST = 256;
    /** As many of the latest steps have balls of their own. */
    private static final int ALONE = 128;

    private final Decimals decimals;
    private final EnclosedOptimizer optimizer;
    private final CopiesNorm norm;
    private final SymmetricBounds bounds;
    private final List<Ball> balls = new ArrayList<>();
    private Optional<DecimalInterval> largest = Optional.empty();
    private Optional<DecimalInterval> mostNegative = Optional.empty();

    PropagatedTerms(Decimals decimals, EnclosedOptimizer optimizer) {
        this.decimals = decimals;
        this.optimizer = optimizer;
        this.norm = new CopiesNorm(decimals, optimizer);
        this.bounds = new SymmetricBounds(decimals);
    }

    /** The pushes of so many neighbouring steps, each no farther than the radius from a point about in their middle. */
    private record Ball(int pushes, FieldVector<DecimalInterval> centre, DecimalInterval radius) {}

    void include(DecimalGeometry geometry) {
        DecimalInterval length = geometry.beta().sqrt();
        if (!balls.isEmpty()) {
            FieldVector<DecimalInterval> reading = norm.reading(geometry.across());
            DecimalInterval across = decimals.norm(reading).mag();
            List<DecimalInterval> felt = balls.stream()
                    .map(ball -> reading.dotProduct(ball.centre())
                            .add(across.multiply(ball.radius()).symmetricHull()))
                    .toList();
            DecimalInterval most = felt.stream()
                    .map(DecimalInterval::abs)
                    .reduce(DecimalInterval::max)
                    .orElseThrow()
                    .divide(length);
            DecimalInterval least = felt.stream()
                    .map(DecimalInterval::negate)
                    .reduce(DecimalInterval::max)
                    .orElseThrow()
                    .divide(length);
            largest = Optional.of(largest.map(most::max).orElse(most));
            mostNegative = Optional.of(mostNegative.map(least::max).orElse(least));
        }
        move(geometry);
        balls.add(ball(
                1,
                norm.push(geometry.across().mapMultiply(length.reciprocal())),
                decimals.field().getZero()));
        if (balls.size() > MOST) {
            unite(firstOfShortestPair());
        }
    }

    private void move(DecimalGeometry geometry) {
        FieldMatrix<DecimalInterval> projector = geometry.projector(decimals);
        FieldMatrix<DecimalInterval> off = optimizer.blocks(
                geometry.u().getDimension(),
                (i, j) -> i == j
                        ? projector
                        : projector.scalarMultiply(decimals.field().getZero()));
        FieldMatrix<DecimalInterval> map = norm.inCoordinates(
                optimizer.derivative(geometry.local().hessian()).multiply(off));
        DecimalInterval most = bounds.norm(map);
        balls.replaceAll(ball -> ball(ball.pushes(), map.operate(ball.centre()), most.multiply(ball.radius())));
    }

    /** The place of the neighbours, before those alone, that hold the fewest pushes together; the earliest of several. */
    private int firstOfShortestPair() {
        int place = 0;
        for (int i = 1; i < balls.size() - ALONE - 1; i++) {
            if (pushesOfPair(i) < pushesOfPair(place)) {
                place = i;
            }
        }
        return place;
    }

    private int pushesOfPair(int place) {
        return balls.get(place).pushes() + balls.get(place + 1).pushes();
    }

    /** Puts one ball round two neighbours, its centre weighted by the numbers of their pushes. */
    private void unite(int place) {
        Ball earlier = balls.get(place);
        Ball later = balls.remove(place + 1);
        int pushes = earlier.pushes() + later.pushes();
        FieldVector<DecimalInterval> way = later.centre()
                .subtract(earlier.centre())
                .mapDivide(decimals.field().of(pushes));
        FieldVector<DecimalInterval> ofEarlier =
                way.mapMultiply(decimals.field().of(later.pushes()));
        FieldVector<DecimalInterval> ofLater = way.mapMultiply(decimals.field().of(earlier.pushes()));
        DecimalInterval radius = decimals.norm(ofEarlier)
                .add(earlier.radius())
                .max(decimals.norm(ofLater).add(later.radius()));
        balls.set(place, ball(pushes, earlier.centre().add(ofEarlier), radius));
    }

    /** Rounding moves a centre by so little that the sum of its coordinates' moves, at least their Euclidean norm, does as well, and takes no root. */
    private Ball ball(int pushes, FieldVector<DecimalInterval> box, DecimalInterval more) {
        FieldVector<DecimalInterval> centre = box.copy();
        for (int i = 0; i < centre.getDimension(); i++) {
            centre.setEntry(i, decimals.middle(box.getEntry(i)));
        }
        DecimalInterval moved = decimals.field().getZero();
        for (DecimalInterval coordinate : box.subtract(centre).toArray()) {
            moved = moved.add(coordinate.mag());
        }
        return new Ball(pushes, centre, moved.add(more).mag());
    }

    /** The largest {@code |beta_{s->t}|/sqrt(beta_s beta_t)}; the whole line if there was none. */
    DecimalInterval growth() {
        return largest.orElse(decimals.field().entire());
    }

    /** The largest {@code -beta_{s->t}/sqrt(beta_s beta_t)}, not negative; the whole line if there was none. */
    DecimalInterval signChange() {
        return mostNegative
                .orElse(decimals.field().entire())
                .max(decimals.field().getZero());
    }
}
