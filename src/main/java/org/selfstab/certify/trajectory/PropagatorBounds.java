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
}
