package org.selfstab.certify;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.GradientDescent;
import org.selfstab.dynamics.Interruption;
import org.selfstab.geometry.DoubleEigensolver;
import org.selfstab.interval.Interval;
import org.selfstab.loss.Loss;

/** Exact gradient descent from the problem's start, enclosed round one in doubles, before t = 0. */
final class Approach {

    private final Loss<Interval> loss;
    private final Interval eta;
    private final FieldVector<Interval> start;
    private final Supplier<GradientDescent<Binary64>> descent;
    private final CertificateListener certificate;

    /**
     * An approach.
     *
     * @param start contains the exact start, of dimension n
     * @param descent begins gradient descent in doubles
     * @param certificate is told the sets before t = 0
     */
    Approach(
            Loss<Interval> loss,
            Interval eta,
            FieldVector<Interval> start,
            Supplier<GradientDescent<Binary64>> descent,
            CertificateListener certificate) {
        this.loss = loss;
        this.eta = eta;
        this.start = start;
        this.descent = descent;
        this.certificate = certificate;
    }

    /** Contains the iterate after a number of steps, which becomes that of t = 0. */
    Parallelepiped to(int steps) {
        return walk(steps, (step, set) -> certificate.approach(set.proof()));
    }

    /**
     * The largest {@code eta S} of the start and the iterates up to a step, none of which is at the edge.
     *
     * @param steps the last step
     */
    EnclosedExtreme largestSharpness(int steps) {
        LargestEnclosure largest = new LargestEnclosure();
        walk(steps + 1, (step, set) -> {
            certificate.approach(set.proof());
            Interval sharpness = eta.multiply(sharpness(loss.at(set.box()).hessian()));
            largest.include(sharpness, step, set.centre(), List.of());
        });
        return largest.get();
    }

    /** Contains the largest eigenvalues: above by a definite matrix, below by a Rayleigh quotient. */
    private static Interval sharpness(FieldMatrix<Interval> hessian) {
        double upper = MatrixBounds.largestEigenvalue(hessian);
        if (Double.isInfinite(upper)) {
            throw new EnclosureException("the sharpness has no bound");
        }
        FieldVector<Interval> u = Boxes.at(Boxes.numbers(new DoubleEigensolver()
                .solve(Boxes.midpoints(hessian))
                .vectors()
                .get(0)));
        Interval rayleigh = u.dotProduct(hessian.operate(u)).divide(Boxes.squareSum(u));
        return new Interval(rayleigh.lower(), Upwards.withSlack(upper, Math.abs(upper)));
    }

    private Parallelepiped walk(int steps, BiConsumer<Integer, Parallelepiped> visitor) {
        GradientDescent<Binary64> numeric = descent.get();
        GradientStep step = new GradientStep(loss, eta);
        FieldVector<Interval> centre = Boxes.at(Boxes.numbers(numeric.iterate()));
        Parallelepiped set =
                Parallelepiped.around(centre, Boxes.norm(start.subtract(centre)).upper());
        for (int i = 0; i < steps; i++) {
            Interruption.check();
            try {
                visitor.accept(i, set);
                numeric.step();
                set = step.image(set, Boxes.numbers(numeric.iterate()));
            } catch (EnclosureException notProved) {
                throw new EnclosureException("step " + i + " of plain gradient descent: " + notProved.getMessage());
            }
        }
        return set;
    }
}
