package org.selfstab.certify.trajectory;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.CertificateListener;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.EnclosureException;
import org.selfstab.certify.enclosure.IntervalBackend;
import org.selfstab.certify.enclosure.Parallelepiped;
import org.selfstab.dynamics.Descent;
import org.selfstab.dynamics.Model;
import org.selfstab.interval.Interval;
import org.selfstab.loss.Loss;
import org.selfstab.numeric.Norm;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.Interruption;

/** The exact optimizer from the problem's start, at which all copies stand, enclosed round one in doubles, before t = 0. */
final class TransientEnclosure {

    /** How many distances are tried where an iterate may be at the edge, and where none is. */
    private static final int FEW = 1;

    private static final int MANY = 5;

    private final Loss<Interval> loss;
    private final OptimizerEnclosure optimizer;
    private final FieldVector<Interval> start;
    private final Supplier<Descent<Binary64>> descent;
    private final CertificateListener certificate;

    /**
     * An approach.
     *
     * @param start contains the exact start, of dimension n
     * @param descent begins the optimizer in doubles
     * @param certificate is told the sets before t = 0
     */
    TransientEnclosure(
            Loss<Interval> loss,
            OptimizerEnclosure optimizer,
            FieldVector<Interval> start,
            Supplier<Descent<Binary64>> descent,
            CertificateListener certificate) {
        this.loss = loss;
        this.optimizer = optimizer;
        this.start = start;
        this.descent = descent;
        this.certificate = certificate;
    }

    /**
     * That of a problem from its start.
     *
     * @param model the problem in doubles
     */
    static TransientEnclosure of(
            Problem problem,
            Loss<Interval> loss,
            OptimizerEnclosure optimizer,
            Model<Binary64> model,
            CertificateListener certificate) {
        return new TransientEnclosure(
                loss,
                optimizer,
                IntervalBackend.INSTANCE.valuesOf(problem.startPoint()),
                () -> model.descent(model.start()),
                certificate);
    }

    /** Contains the state after a number of steps, which becomes that of t = 0. */
    Parallelepiped to(int steps) {
        return walk(
                steps,
                (step, set) -> certificate.approach(
                        set.proof(), projection(set, FEW).proof().map(InteriorProjection::reach)));
    }

    /**
     * The largest {@code eta S} at the points nearest to the start and the iterates up to a step, none of which is at the edge.
     *
     * @param steps the last step
     * @throws EnclosureException if some nearest point is not shown to lie inside the stable set
     */
    EnclosedExtreme largestProjectedSharpness(int steps) {
        LargestEnclosure largest = new LargestEnclosure();
        walk(steps + 1, (step, set) -> {
            InteriorProjection.Outcome outcome = projection(set, MANY);
            InteriorProjection interior = outcome.proof()
                    .orElseThrow(() -> new EnclosureException(
                            "that its projection does not lie on the boundary is not proved: " + outcome.obstacle()));
            certificate.approach(set.proof(), Optional.of(interior.reach()));
            largest.include(
                    optimizer.rates().step().multiply(interior.sharpness()),
                    step,
                    optimizer.read(set).centre(),
                    List.of());
        });
        return largest.get();
    }

    private InteriorProjection.Outcome projection(Parallelepiped set, int attempts) {
        return InteriorProjection.of(loss, optimizer.rates().step(), optimizer.read(set), attempts);
    }

    private Parallelepiped walk(int steps, BiConsumer<Integer, Parallelepiped> visitor) {
        Descent<Binary64> numeric = descent.get();
        OptimizerStep step = new OptimizerStep(loss, optimizer);
        FieldVector<Interval> centre = optimizer.standing(Boxes.at(Boxes.numbers(numeric.iterate())));
        Parallelepiped set = Parallelepiped.around(
                centre, Norm.of(optimizer.standing(start).subtract(centre)).upper());
        for (int i = 0; i < steps; i++) {
            Interruption.check();
            try {
                visitor.accept(i, set);
                numeric.step();
                set = step.image(set, Boxes.numbers(numeric.iterate()));
            } catch (EnclosureException notProved) {
                throw new EnclosureException(
                        "step " + i + " of plain " + optimizer.name() + ": " + notProved.getMessage());
            }
        }
        return set;
    }
}
