package org.selfstab.certify.enclosure;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.ProvedZero;
import org.selfstab.interval.Interval;

/**
 * A critical point proved by Krawczyk's test on {@code grad L(theta) = 0}.
 *
 * @param box contains it, of dimension n
 * @param radius within this distance of the point tried it is, in each coordinate
 * @param zero what shows it
 */
public record CriticalPointEnclosure(FieldVector<Interval> box, double radius, ProvedZero zero) {

    /**
     * The one near a point; empty if the test does not pass.
     *
     * @param point of length n
     */
    public static Optional<CriticalPointEnclosure> near(
            double[] point,
            UnaryOperator<FieldVector<Interval>> gradient,
            Function<FieldVector<Interval>, FieldMatrix<Interval>> hessian) {
        return new Krawczyk(new GradientSystem(gradient, hessian), 0)
                .solve(point, Boxes.zero(point.length), 0.0)
                .map(solution -> about(point, solution.enclosure(), solution.proof()));
    }

    /**
     * The one in a box that was proved.
     *
     * @param point the point tried, of length n
     */
    public static CriticalPointEnclosure about(double[] point, FieldVector<Interval> box, ProvedZero zero) {
        double radius = 0;
        for (int i = 0; i < point.length; i++) {
            radius = Math.max(radius, box.getEntry(i).radiusAbout(point[i]));
        }
        return new CriticalPointEnclosure(box, radius, zero);
    }

    private record GradientSystem(
            UnaryOperator<FieldVector<Interval>> gradient,
            Function<FieldVector<Interval>, FieldMatrix<Interval>> hessian)
            implements SquareSystem {

        @Override
        public FieldVector<Interval> value(FieldVector<Interval> box) {
            return gradient.apply(box);
        }

        @Override
        public FieldMatrix<Interval> jacobian(FieldVector<Interval> box) {
            return hessian.apply(box);
        }
    }
}
