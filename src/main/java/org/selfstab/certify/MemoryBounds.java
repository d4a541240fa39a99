package org.selfstab.certify;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.Interval;

/**
 * Bounds on the memory {@code beta_{s->t}}, theory.md (13), of all pairs s &lt; t. Each push is carried along as a point with a ball round it:
 * boxes, multiplied by one matrix after another, would be turned at every step and explode.
 */
final class MemoryBounds {

    /** Of no more steps the pushes are followed: the work grows with the square of their number. */
    static final int MAX_SOURCES = 2000;
    /**
     * By which a ball is widened where it is used: a checker's point, carried along by other roundings, is elsewhere in a ball of its own, and
     * both balls together are to be within the bounds stated here.
     */
    private static final double OF_TWO_BALLS = 4.0;

    private final Interval eta;
    private final List<Push> pushes = new ArrayList<>();
    private final LargestEnclosure growth = new LargestEnclosure();
    private final LargestEnclosure signChange = new LargestEnclosure();
    private boolean isWhole = true;

    MemoryBounds(Interval eta) {
        this.eta = eta;
    }

    /** A push {@code gradS_perp_s} on its way, {@code [product over k = t-1..s+1 of (I - eta H_k) P_k] gradS_perp_s}. */
    private static final class Push {

        private final Interval betaOfSource;
        private FieldVector<Interval> centre;
        private double radius;

        Push(GeometryEnclosure source) {
            this.betaOfSource = source.beta();
            set(source.gradSPerp(), 0.0);
        }

        private void set(FieldVector<Interval> box, double ball) {
            centre = Boxes.at(Boxes.numbers(box));
            radius = Upwards.add(Boxes.norm(box.subtract(centre)).upper(), ball);
        }

        /** Contains {@code beta_{s->t} / sqrt(beta_s beta_t)}. */
        Interval feltAt(GeometryEnclosure geometry) {
            double length = Boxes.norm(geometry.gradSPerp()).upper();
            double ball = Upwards.multiply(OF_TWO_BALLS, Upwards.multiply(length, radius));
            return Interval.around(geometry.gradSPerp().dotProduct(centre), ball)
                    .divide(betaOfSource.multiply(geometry.beta()).sqrt());
        }

        void move(FieldMatrix<Interval> step, double norm) {
            set(step.operate(centre), Upwards.multiply(norm, radius));
        }
    }

    /** Takes in one step. */
    void include(StepEnclosures step) {
        GeometryEnclosure geometry = step.geometry();
        FieldMatrix<Interval> derivative =
                Boxes.identity(step.size()).subtract(geometry.hessian().scalarMultiply(eta));
        FieldMatrix<Interval> carried = derivative.multiply(geometry.projector());
        double norm = MatrixBounds.norm(carried);
        for (Push push : pushes) {
            Interval felt = push.feltAt(geometry);
            growth.include(felt.abs(), step, Boxes.listed(push.centre));
            signChange.include(felt.negate(), step, Boxes.listed(push.centre));
            push.move(carried, norm);
        }
        if (pushes.size() < MAX_SOURCES) {
            pushes.add(new Push(geometry));
        } else {
            isWhole = false;
        }
    }

    /** {@code max |beta_{s->t}|/sqrt(beta_s beta_t)}; without an upper bound where not all pairs were looked at. */
    EnclosedExtreme growth() {
        return ofAllPairs(growth.get());
    }

    /** {@code max -beta_{s->t}/sqrt(beta_s beta_t)}, not negative; without an upper bound where not all pairs were looked at. */
    EnclosedExtreme signChange() {
        EnclosedExtreme largest = ofAllPairs(signChange.get());
        Interval value = largest.value();
        return value.lower() == Double.NEGATIVE_INFINITY
                ? largest
                : largest.withValue(new Interval(Math.max(0.0, value.lower()), Math.max(0.0, value.upper())));
    }

    private EnclosedExtreme ofAllPairs(EnclosedExtreme largest) {
        return isWhole
                ? largest
                : largest.withValue(new Interval(largest.value().lower(), Double.POSITIVE_INFINITY));
    }
}
