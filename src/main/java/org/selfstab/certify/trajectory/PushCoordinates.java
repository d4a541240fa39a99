package org.selfstab.certify.trajectory;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.dynamics.LinearMethod;
import org.selfstab.geometry.EigenpairGeometry;
import org.selfstab.interval.Interval;

/**
 * Coordinates {@code (S x I) s} of the copies in which pushes are carried along: A, which where nothing curves is all that a step does, may stretch copies by
 * more than 1 though its powers are bounded, so that balls would explode. With the left eigenvector w, {@code w A = w}, {@code w 1 = 1}, and
 * {@code P = sum over k of F'^k F^k} of {@code F = A - 1 w}, whose eigenvalues are inside the unit circle, A does not stretch
 * {@code |s|^2 = c (w s)^2 + |(I - 1 w) s|_P^2} at all; c balances what a curvature moves from either part to the other.
 */
final class PushCoordinates {

    private static final int DOUBLINGS = 60;

    private final OptimizerEnclosure optimizer;
    private final FieldMatrix<Interval> to;
    private final FieldMatrix<Interval> from;

    PushCoordinates(OptimizerEnclosure optimizer) {
        this.optimizer = optimizer;
        RealMatrix upper = MatrixUtils.createRealIdentityMatrix(optimizer.copies());
        if (!optimizer.isPlain()) {
            try {
                upper = proposal(optimizer.method());
            } catch (MathRuntimeException notAttractive) {
                // any coordinates are valid
                upper = MatrixUtils.createRealIdentityMatrix(optimizer.copies());
            }
        }
        this.to = enclosed(upper);
        this.from = inverse(to);
    }

    private static RealMatrix proposal(LinearMethod<Interval> method) {
        int q = method.b().size();
        RealMatrix a = MatrixUtils.createRealMatrix(q, q);
        RealVector b = MatrixUtils.createRealVector(q);
        RealVector c = MatrixUtils.createRealVector(q);
        for (int i = 0; i < q; i++) {
            b.setEntry(i, method.b().get(i).midpoint());
            c.setEntry(i, method.c().get(i).midpoint());
            for (int j = 0; j < q; j++) {
                a.setEntry(i, j, method.a().get(i).get(j).midpoint());
            }
        }
        RealMatrix identity = MatrixUtils.createRealIdentityMatrix(q);
        RealVector one = MatrixUtils.createRealVector(q).mapAdd(1.0);
        RealVector share = one.mapDivide(q);
        RealVector w = new LUDecomposition(
                        identity.subtract(a).add(one.outerProduct(share)).transpose())
                .getSolver()
                .solve(share);
        RealMatrix fast = identity.subtract(one.outerProduct(w));
        RealMatrix power = a.subtract(one.outerProduct(w));
        RealMatrix form = identity;
        for (int k = 0; k < DOUBLINGS && power.getFrobeniusNorm() > 0; k++) {
            form = form.add(power.transposeMultiply(form).multiply(power));
            power = power.multiply(power);
        }
        RealVector pushed = fast.operate(b);
        RealVector read = fast.transpose().operate(c);
        double toFast = Math.sqrt(Math.max(0.0, pushed.dotProduct(form.operate(pushed))));
        double toSlow = Math.sqrt(Math.max(
                0.0, read.dotProduct(new LUDecomposition(form).getSolver().solve(read))));
        double balance = toFast / (Math.abs(w.dotProduct(b)) * toSlow);
        double weight = Double.isFinite(balance) && balance > 0 ? balance : 1.0;
        RealMatrix norm = w.outerProduct(w)
                .scalarMultiply(weight)
                .add(fast.transposeMultiply(form).multiply(fast));
        RealMatrix symmetric = norm.add(norm.transpose()).scalarMultiply(0.5);
        return new CholeskyDecomposition(symmetric).getLT();
    }

    private static FieldMatrix<Interval> enclosed(RealMatrix upper) {
        FieldMatrix<Interval> matrix = Boxes.identity(upper.getRowDimension());
        for (int i = 0; i < upper.getRowDimension(); i++) {
            for (int j = i; j < upper.getRowDimension(); j++) {
                matrix.setEntry(i, j, Interval.of(upper.getEntry(i, j)));
            }
        }
        return matrix;
    }

    /** Contains the inverse of an upper triangular matrix. */
    private static FieldMatrix<Interval> inverse(FieldMatrix<Interval> upper) {
        int q = upper.getRowDimension();
        FieldMatrix<Interval> inverse = Boxes.identity(q);
        for (int column = 0; column < q; column++) {
            for (int i = column; i >= 0; i--) {
                Interval rest = Interval.of(i == column ? 1.0 : 0.0);
                for (int j = i + 1; j <= column; j++) {
                    rest = rest.subtract(upper.getEntry(i, j).multiply(inverse.getEntry(j, column)));
                }
                inverse.setEntry(i, column, rest.divide(upper.getEntry(i, i)));
            }
        }
        return inverse;
    }

    /** A unit push off u as it enters, through B, scaled by -1/b. */
    FieldVector<Interval> push(FieldVector<Interval> unit) {
        if (optimizer.isPlain()) {
            return unit;
        }
        List<FieldVector<Interval>> copies = new ArrayList<>();
        for (Interval share : optimizer.method().b()) {
            copies.add(unit.mapMultiply(share.divide(optimizer.rates().drift()).negate()));
        }
        return extended(to, unit.getDimension()).operate(OptimizerEnclosure.state(copies));
    }

    /** A direction by which what is read, {@code C s}, is felt. */
    FieldVector<Interval> reading(FieldVector<Interval> direction) {
        if (optimizer.isPlain()) {
            return direction;
        }
        List<FieldVector<Interval>> copies =
                optimizer.method().c().stream().map(direction::mapMultiply).toList();
        return extended(from, direction.getDimension()).transpose().operate(OptimizerEnclosure.state(copies));
    }

    /** What is read of a push. */
    FieldVector<Interval> read(FieldVector<Interval> push) {
        if (optimizer.isPlain()) {
            return push;
        }
        int n = push.getDimension() / optimizer.copies();
        return optimizer.method().read(optimizer.copies(extended(from, n).operate(push)));
    }

    /** A step off u: for gradient descent {@code (I - eta H) P}. */
    FieldMatrix<Interval> step(EigenpairGeometry<Interval> geometry) {
        FieldMatrix<Interval> derivative = optimizer.method().derivative(geometry.hessian());
        if (optimizer.isPlain()) {
            return derivative.multiply(geometry.projector());
        }
        int n = geometry.u().getDimension();
        FieldMatrix<Interval> offU = Boxes.identity(optimizer.copies() * n);
        for (int i = 0; i < optimizer.copies(); i++) {
            offU.setSubMatrix(geometry.projector().getData(), i * n, i * n);
        }
        return extended(to, n).multiply(derivative).multiply(offU).multiply(extended(from, n));
    }

    private static FieldMatrix<Interval> extended(FieldMatrix<Interval> matrix, int n) {
        int q = matrix.getRowDimension();
        FieldMatrix<Interval> extended = Boxes.identity(q * n);
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                for (int k = 0; k < n; k++) {
                    extended.setEntry(i * n + k, j * n + k, matrix.getEntry(i, j));
                }
            }
        }
        return extended;
    }
}
