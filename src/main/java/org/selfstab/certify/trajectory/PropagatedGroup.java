package org.selfstab.certify.trajectory;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.RoundUp;
import org.selfstab.interval.Interval;
import org.selfstab.numeric.Norm;

/**
 * Unit pushes {@code gradS_perp_s/sqrt(beta_s)} of consecutive steps s on their way to a step t, each times
 * {@code product over k = t-1..s+1 of (I - eta H_k) P_k}, theory.md (13), or of another optimizer's steps, in its {@link PushCoordinates}. Balls, since boxes multiplied by one matrix after another would be
 * turned at every step and explode.
 *
 * @param steps how many pushes there are, positive
 * @param mean about the mean of the pushes, an exact point of dimension n
 * @param uncertainty the exact mean is no farther from that point
 * @param spread no push is farther from the exact mean
 */
record PropagatedGroup(int steps, FieldVector<Interval> mean, double uncertainty, double spread) {

    /** For two coordinates, and with the root of their number for more. */
    private static final double OF_TWO_BALLS = 4.0;

    /**
     * By which an uncertainty is widened where it is used: a checker's point, carried along by other roundings, is elsewhere in a ball of
     * its own, and both balls together are to be within the bounds stated here. That ball may be as large as the sum of its coordinates' roundings, where
     * this one's is their Euclidean norm, and it may be round in other coordinates of the copies.
     */
    private double ofTwoBalls() {
        return OF_TWO_BALLS * Math.max(1.0, Math.sqrt(0.5 * mean.getDimension()));
    }

    /** The push of one step at which it starts. */
    static PropagatedGroup of(FieldVector<Interval> push) {
        return about(1, push, 0.0, 0.0);
    }

    /** The group whose exact mean is no farther from a member of a box than a distance. */
    private static PropagatedGroup about(int steps, FieldVector<Interval> box, double distance, double spread) {
        FieldVector<Interval> point = Boxes.at(Boxes.numbers(box));
        double uncertainty = RoundUp.add(Norm.of(box.subtract(point)).upper(), distance);
        return new PropagatedGroup(steps, point, uncertainty, spread);
    }

    /**
     * Contains {@code beta_{s->t}/sqrt(beta_s beta_t)} of each push.
     *
     * @param gradSPerp that of step t, in the coordinates of the pushes
     * @param unit {@code sqrt(beta_t)}
     */
    Interval responseAt(FieldVector<Interval> gradSPerp, Interval unit) {
        double ball = RoundUp.add(RoundUp.multiply(ofTwoBalls(), uncertainty), spread);
        double length = Norm.of(gradSPerp).upper();
        return Interval.around(gradSPerp.dotProduct(mean), RoundUp.multiply(length, ball))
                .divide(unit);
    }

    /**
     * The group one step on.
     *
     * @param step {@code (I - eta H_k) P_k}
     * @param norm the matrix's norm, at most
     */
    PropagatedGroup moved(FieldMatrix<Interval> step, double norm) {
        return about(steps, step.operate(mean), RoundUp.multiply(norm, uncertainty), RoundUp.multiply(norm, spread));
    }

    /** This group and the one after it as one. */
    PropagatedGroup with(PropagatedGroup next) {
        int all = steps + next.steps;
        Interval share = Interval.of(steps).divide(Interval.of(all));
        Interval shareOfNext = Interval.of(next.steps).divide(Interval.of(all));
        FieldVector<Interval> box = mean.mapMultiply(share).add(next.mean.mapMultiply(shareOfNext));
        double distance = RoundUp.add(
                RoundUp.multiply(share.upper(), uncertainty), RoundUp.multiply(shareOfNext.upper(), next.uncertainty));
        double apart = RoundUp.add(
                Norm.of(next.mean.subtract(mean)).upper(),
                RoundUp.multiply(ofTwoBalls(), RoundUp.add(uncertainty, next.uncertainty)));
        double farthest = Math.max(
                RoundUp.add(spread, RoundUp.multiply(shareOfNext.upper(), apart)),
                RoundUp.add(next.spread, RoundUp.multiply(share.upper(), apart)));
        return about(all, box, distance, farthest);
    }
}
