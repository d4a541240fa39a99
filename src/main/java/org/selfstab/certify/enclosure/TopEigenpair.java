package org.selfstab.certify.enclosure;

import static org.selfstab.numeric.ArrayVectors.dot;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.ProvedZero;
import org.selfstab.interval.Interval;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.numeric.Norm;

/**
 * The top eigenpair of all symmetric matrices in an interval matrix.
 *
 * @param u contains the unit top eigenvectors, of dimension n
 * @param sharpness contains the largest eigenvalues
 * @param secondEigenvalue no second eigenvalue is larger; below the sharpness
 * @param proof the zero of {@link EigenpairSystem} that the pair is
 */
public record TopEigenpair(FieldVector<Interval> u, Interval sharpness, double secondEigenvalue, ProvedZero proof) {

    /**
     * The top eigenpair, with u at an acute angle to a direction; empty if no eigenpair could be proved, or not that it is the
     * top one and simple.
     *
     * @param hessian the matrices, n by n
     * @param towards a direction, of dimension n
     */
    public static Optional<TopEigenpair> of(FieldMatrix<Interval> hessian, double[] towards) {
        int n = towards.length;
        Eigensystem<Binary64> proposed = new DoubleEigensolver().solve(Boxes.midpoints(hessian));
        double[] u = Boxes.numbers(proposed.vectors().get(0));
        double sign = dot(u, towards) < 0 ? -1.0 : 1.0;
        double[] guess = Arrays.copyOf(u, n + 1);
        for (int i = 0; i < n; i++) {
            guess[i] *= sign;
        }
        guess[n] = proposed.top().getReal();
        return new Krawczyk(new EigenpairSystem(hessian), 0)
                .solve(guess, Boxes.zero(n + 1), 0.0)
                .map(solution -> of(hessian, solution))
                .filter(pair -> pair.sharpness.isAbove(pair.secondEigenvalue));
    }

    private static TopEigenpair of(FieldMatrix<Interval> hessian, Krawczyk.Solution solution) {
        int n = hessian.getRowDimension();
        FieldVector<Interval> pair = solution.enclosure();
        FieldVector<Interval> u = pair.getSubVector(0, n);
        return new TopEigenpair(u, pair.getEntry(n), MatrixBounds.secondEigenvalue(hessian, u), solution.proof());
    }

    /**
     * {@code H u = S u, (|u|^2 - 1)/2 = 0} in the unknowns (u, S), for all symmetric matrices in an interval matrix at once.
     *
     * @param hessian the matrices H, n by n
     */
    private record EigenpairSystem(FieldMatrix<Interval> hessian) implements SquareSystem {

        private static final Interval HALF = Interval.of(0.5);

        @Override
        public FieldVector<Interval> value(FieldVector<Interval> box) {
            int n = hessian.getRowDimension();
            FieldVector<Interval> u = box.getSubVector(0, n);
            Interval length = Norm.squared(u).subtract(1.0).multiply(HALF);
            return hessian.operate(u).subtract(u.mapMultiply(box.getEntry(n))).append(length);
        }

        @Override
        public FieldMatrix<Interval> jacobian(FieldVector<Interval> box) {
            int n = hessian.getRowDimension();
            FieldMatrix<Interval> jacobian = Boxes.identity(n + 1);
            jacobian.setEntry(n, n, Interval.of(0.0));
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    jacobian.setEntry(i, j, hessian.getEntry(i, j));
                }
                jacobian.setEntry(i, i, hessian.getEntry(i, i).subtract(box.getEntry(n)));
                jacobian.setEntry(i, n, box.getEntry(i).negate());
                jacobian.setEntry(n, i, box.getEntry(i));
            }
            return jacobian;
        }
    }
}
