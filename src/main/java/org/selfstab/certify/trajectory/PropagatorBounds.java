package org.selfstab.certify.trajectory;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.MatrixBounds;
import org.selfstab.certify.enclosure.RoundUp;
import org.selfstab.geometry.EigenpairGeometry;
import org.selfstab.interval.Interval;
import org.selfstab.numeric.Norm;

/**
 * Bounds on the memory {@code beta_{s->t}}, theory.md (13), of all pairs s &lt; t. Each push is carried along by itself while there are few; of a
 * long run neighbouring pushes, which hardly differ, are carried along as a group, so that the work grows with the number of steps and not with
 * its square. The latest stay by themselves: pushes that shrink within a few steps differ from their neighbours until they have shrunk.
 */
final class PropagatorBounds {

    /** No more groups are carried along. */
    static final int MOST_GROUPS = 256;

    private final PushCoordinates coordinates;
    private final int mostGroups;
    private final List<PropagatedGroup> groups = new ArrayList<>();
    private final LargestEnclosure growth = new LargestEnclosure();
    private final LargestEnclosure signChange = new LargestEnclosure();

    /**
     * Bounds before the first step.
     *
     * @param mostGroups no more groups are carried along, at least 1
     */
    PropagatorBounds(OptimizerEnclosure optimizer, int mostGroups) {
        this.coordinates = new PushCoordinates(optimizer);
        this.mostGroups = mostGroups;
    }

    /** Takes in one step. */
    void include(StepEnclosures step) {
        EigenpairGeometry<Interval> geometry = step.geometry();
        FieldMatrix<Interval> carried = coordinates.step(geometry);
        FieldVector<Interval> reading = coordinates.reading(geometry.gradSPerp());
        Interval unit = geometry.beta().sqrt();
        // A checker's norm may be another one, and differences would add up over the steps.
        double norm = RoundUp.withSlack(MatrixBounds.norm(carried), 0.0);
        for (PropagatedGroup group : groups) {
            Interval felt = group.responseAt(reading, unit);
            List<Double> direction = Boxes.listed(coordinates.read(group.mean()));
            growth.include(felt.abs(), step, direction);
            signChange.include(felt.negate(), step, direction);
        }
        groups.replaceAll(group -> group.moved(carried, norm));
        groups.add(PropagatedGroup.of(coordinates.push(geometry.gradSPerp().mapMultiply(unit.reciprocal()))));
        if (groups.size() > mostGroups) {
            joinSmallestNeighbours();
        }
    }

    /**
     * Joins the two neighbours with the fewest steps together, the earliest of these, by which groups stay about equally long. The latest half
     * is left alone.
     */
    private void joinSmallestNeighbours() {
        int earlier = groups.size() - mostGroups / 2;
        int first = 0;
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i + 1 < earlier; i++) {
            int together = groups.get(i).steps() + groups.get(i + 1).steps();
            if (together < fewest) {
                fewest = together;
                first = i;
            }
        }
        groups.set(first, groups.get(first).with(groups.remove(first + 1)));
    }

    /** {@code max |beta_{s->t}|/sqrt(beta_s beta_t)}. */
    EnclosedExtreme growth() {
        return growth.get();
    }

    /** {@code max -beta_{s->t}/sqrt(beta_s beta_t)}, not negative. */
    EnclosedExtreme signChange() {
        EnclosedExtreme largest = signChange.get();
        Interval value = largest.value();
        return value.lower() == Double.NEGATIVE_INFINITY
                ? largest
                : largest.withValue(new Interval(Math.max(0.0, value.lower()), Math.max(0.0, value.upper())));
    }

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
    private record PropagatedGroup(int steps, FieldVector<Interval> mean, double uncertainty, double spread) {

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
            return about(
                    steps, step.operate(mean), RoundUp.multiply(norm, uncertainty), RoundUp.multiply(norm, spread));
        }

        /** This group and the one after it as one. */
        PropagatedGroup with(PropagatedGroup next) {
            int all = steps + next.steps;
            Interval share = Interval.of(steps).divide(Interval.of(all));
            Interval shareOfNext = Interval.of(next.steps).divide(Interval.of(all));
            FieldVector<Interval> box = mean.mapMultiply(share).add(next.mean.mapMultiply(shareOfNext));
            double distance = RoundUp.add(
                    RoundUp.multiply(share.upper(), uncertainty),
                    RoundUp.multiply(shareOfNext.upper(), next.uncertainty));
            double apart = RoundUp.add(
                    Norm.of(next.mean.subtract(mean)).upper(),
                    RoundUp.multiply(ofTwoBalls(), RoundUp.add(uncertainty, next.uncertainty)));
            double farthest = Math.max(
                    RoundUp.add(spread, RoundUp.multiply(shareOfNext.upper(), apart)),
                    RoundUp.add(next.spread, RoundUp.multiply(share.upper(), apart)));
            return about(all, box, distance, farthest);
        }
    }
}
