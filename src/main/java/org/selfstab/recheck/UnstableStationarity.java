package org.selfstab.recheck;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.LossEnclosure;

/**
 * What the point q of {@code M_k}, theory.md (37), nearest to theta satisfies, at all points of a box of the unknowns q, the columns of U and of W, mu, what the
 * piece leaves open, and the entries of a skew matrix K above its diagonal:
 *
 * <pre>
 * q + U A mu + sum_j D3L(u_j, w_j + U z_j) = theta,   H U = U (A + K),   U'U = I,   R'U symmetric,
 * grad L mu' + H W - W A - S_c U U'W = 0,   U' grad L = 0
 * </pre>
 *
 * <p>On the piece ALL {@code A = S_c I}, on ONE, of two eigenvalues, {@code Z = p p'} and {@code A = S_c I - s q q'} with {@code q = (-p_2, p_1)}, on NONE {@code
 * Z = 0}.
 */
final class UnstableStationarity {

    static final String ALL = "ALL";
    static final String ONE = "ONE";
    static final String NONE = "NONE";

    private final Decimals decimals;
    private final String piece;
    private final int n;
    private final int k;
    private final DecimalInterval edge;
    private final LossEnclosure local;
    private final List<FieldVector<DecimalInterval>> reference;
    private final FieldVector<DecimalInterval> all;
    private final FieldVector<DecimalInterval> mu;
    private final FieldMatrix<DecimalInterval> u;
    private final FieldMatrix<DecimalInterval> w;
    private final FieldMatrix<DecimalInterval> a;
    private final FieldMatrix<DecimalInterval> z;
    private final FieldVector<DecimalInterval> gradient;
    private final FieldMatrix<DecimalInterval> hessian;
    private final List<FieldMatrix<DecimalInterval>> thirdOfU = new ArrayList<>();

    /**
     * The equations over a box.
     *
     * @param local the loss over the box of q
     * @param reference R, k vectors of dimension n
     * @param all the box, of dimension {@code n + 2nk + k + k^2}
     * @param edge contains S_c
     */
    UnstableStationarity(
            Decimals decimals,
            LossEnclosure local,
            DecimalInterval edge,
            List<FieldVector<DecimalInterval>> reference,
            FieldVector<DecimalInterval> all,
            String piece) {
        this.decimals = decimals;
        this.piece = piece;
        this.edge = edge;
        this.local = local;
        this.reference = reference;
        this.all = all;
        this.k = reference.size();
        this.n = reference.get(0).getDimension();
        this.u = columns(n);
        this.w = columns(n + k * n);
        this.mu = all.getSubVector(n + 2 * k * n, k);
        this.a = curvatures();
        this.z = multiplier();
        this.gradient = local.gradient();
        this.hessian = local.hessian();
        for (int j = 0; j < k; j++) {
            thirdOfU.add(local.third(u.getColumnVector(j)));
        }
    }

    /** How many unknowns there are. */
    static int size(int n, int k) {
        return n + 2 * n * k + k + k * k;
    }

    private FieldMatrix<DecimalInterval> columns(int from) {
        FieldMatrix<DecimalInterval> columns = new Array2DRowFieldMatrix<>(decimals.field(), n, k);
        for (int j = 0; j < k; j++) {
            columns.setColumnVector(j, all.getSubVector(from + j * n, n));
        }
        return columns;
    }

    /** Contains U, n by k. */
    FieldMatrix<DecimalInterval> u() {
        return u;
    }

    /** Contains A, k by k. */
    FieldMatrix<DecimalInterval> a() {
        return a;
    }

    /** Contains Z, k by k. */
    FieldMatrix<DecimalInterval> z() {
        return z;
    }

    /** Contains s, on the piece of one. */
    DecimalInterval belowEdge() {
        return last(2);
    }

    private DecimalInterval last(int index) {
        return all.getEntry(n + 2 * k * n + k + index);
    }

    private FieldMatrix<DecimalInterval> open() {
        FieldMatrix<DecimalInterval> open = decimals.zero(k);
        int index = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                open.setEntry(i, j, last(index));
                open.setEntry(j, i, last(index++));
            }
        }
        return open;
    }

    private FieldMatrix<DecimalInterval> curvatures() {
        if (piece.equals(NONE)) {
            return open();
        }
        FieldMatrix<DecimalInterval> held = decimals.identity(k).scalarMultiply(edge);
        return piece.equals(ONE)
                ? held.subtract(
                        ofTwo(last(1).square(), last(0).multiply(last(1)).negate(), last(0).square())
                                .scalarMultiply(last(2)))
                : held;
    }

    private FieldMatrix<DecimalInterval> multiplier() {
        if (piece.equals(ALL)) {
            return open();
        }
        return piece.equals(ONE)
                ? ofTwo(last(0).square(), last(0).multiply(last(1)), last(1).square())
                : decimals.zero(k);
    }

    private FieldMatrix<DecimalInterval> ofTwo(DecimalInterval first, DecimalInterval off, DecimalInterval second) {
        FieldMatrix<DecimalInterval> matrix = decimals.zero(2);
        matrix.setEntry(0, 0, first);
        matrix.setEntry(0, 1, off);
        matrix.setEntry(1, 0, off);
        matrix.setEntry(1, 1, second);
        return matrix;
    }

    private FieldMatrix<DecimalInterval> skew() {
        FieldMatrix<DecimalInterval> skew = decimals.zero(k);
        int index = k * (k + 1) / 2;
        for (int i = 0; i < k; i++) {
            for (int j = i + 1; j < k; j++) {
                skew.setEntry(i, j, last(index));
                skew.setEntry(j, i, last(index++).negate());
            }
        }
        return skew;
    }

    /** Contains the left-hand sides, theta left out. */
    FieldVector<DecimalInterval> value() {
        FieldVector<DecimalInterval> value = decimals.zeros(size(n, k));
        FieldVector<DecimalInterval> stationarity = all.getSubVector(0, n).add(u.operate(a.operate(mu)));
        FieldMatrix<DecimalInterval> pulls = w.add(u.multiply(z));
        for (int j = 0; j < k; j++) {
            stationarity = stationarity.add(thirdOfU.get(j).operate(pulls.getColumnVector(j)));
        }
        value.setSubVector(0, stationarity);
        FieldMatrix<DecimalInterval> space = hessian.multiply(u).subtract(u.multiply(a.add(skew())));
        FieldMatrix<DecimalInterval> resolvent = gradient.outerProduct(mu)
                .add(hessian.multiply(w))
                .subtract(w.multiply(a))
                .subtract(u.multiply(u.transpose().multiply(w)).scalarMultiply(edge));
        for (int j = 0; j < k; j++) {
            value.setSubVector(n + j * n, space.getColumnVector(j));
            value.setSubVector(n + (k + j) * n, resolvent.getColumnVector(j));
        }
        int row = n + 2 * k * n;
        for (int i = 0; i < k; i++) {
            FieldVector<DecimalInterval> ui = u.getColumnVector(i);
            value.setEntry(row + k * k + i, ui.dotProduct(gradient));
        }
        for (int i = 0; i < k; i++) {
            FieldVector<DecimalInterval> ui = u.getColumnVector(i);
            value.setEntry(row++, Decimals.squareSum(ui).subtract(1.0).multiply(decimals.half()));
            for (int j = i + 1; j < k; j++) {
                FieldVector<DecimalInterval> uj = u.getColumnVector(j);
                value.setEntry(row++, ui.dotProduct(uj));
                value.setEntry(
                        row++,
                        reference
                                .get(i)
                                .dotProduct(uj)
                                .subtract(reference.get(j).dotProduct(ui)));
            }
        }
        return value;
    }

    /** Contains the Jacobians. */
    FieldMatrix<DecimalInterval> jacobian() {
        FieldMatrix<DecimalInterval> jacobian = decimals.zero(size(n, k));
        List<FieldMatrix<DecimalInterval>> thirdOfW = new ArrayList<>();
        FieldMatrix<DecimalInterval> pulls = w.add(u.multiply(z));
        FieldVector<DecimalInterval> turned = a.operate(mu);
        FieldMatrix<DecimalInterval> held = a.add(skew());
        FieldMatrix<DecimalInterval> bend = decimals.identity(n);
        for (int j = 0; j < k; j++) {
            thirdOfW.add(local.third(w.getColumnVector(j)));
            bend = bend.add(local.fourth(u.getColumnVector(j), pulls.getColumnVector(j)));
        }
        jacobian.setSubMatrix(bend.getData(), 0, 0);
        FieldMatrix<DecimalInterval> onSpace = u.multiply(u.transpose()).scalarMultiply(edge);
        for (int j = 0; j < k; j++) {
            FieldMatrix<DecimalInterval> byU = thirdOfW.get(j).add(scalar(turned.getEntry(j)));
            for (int i = 0; i < k; i++) {
                byU = byU.add(thirdOfU.get(i).scalarMultiply(z.getEntry(i, j).multiply(2)));
            }
            jacobian.setSubMatrix(byU.getData(), 0, n + j * n);
            jacobian.setSubMatrix(thirdOfU.get(j).getData(), 0, n + (k + j) * n);
            jacobian.setSubMatrix(thirdOfU.get(j).getData(), n + j * n, 0);
            jacobian.setSubMatrix(
                    hessian.scalarMultiply(mu.getEntry(j)).add(thirdOfW.get(j)).getData(), n + (k + j) * n, 0);
            column(jacobian, n + (k + j) * n, n + 2 * k * n + j, gradient);
            column(jacobian, 0, n + 2 * k * n + j, u.operate(a.getColumnVector(j)));
            for (int l = 0; l < k; l++) {
                FieldMatrix<DecimalInterval> ofSpace =
                        scalar(held.getEntry(l, j).negate());
                FieldMatrix<DecimalInterval> ofResolvent =
                        scalar(a.getEntry(l, j).negate());
                if (l == j) {
                    ofSpace = ofSpace.add(hessian);
                    ofResolvent = ofResolvent.add(hessian).subtract(onSpace);
                }
                jacobian.setSubMatrix(ofSpace.getData(), n + j * n, n + l * n);
                jacobian.setSubMatrix(ofResolvent.getData(), n + (k + j) * n, n + (k + l) * n);
                FieldMatrix<DecimalInterval> byTurn = scalar(
                                u.getColumnVector(l).dotProduct(w.getColumnVector(j)))
                        .add(u.getColumnVector(l).outerProduct(w.getColumnVector(j)));
                jacobian.setSubMatrix(byTurn.scalarMultiply(edge.negate()).getData(), n + (k + j) * n, n + l * n);
            }
        }
        piece(jacobian);
        scalars(jacobian);
        return jacobian;
    }

    /** The columns of what the piece leaves open and of the skew matrix. */
    private void piece(FieldMatrix<DecimalInterval> jacobian) {
        int first = n + 2 * k * n + k;
        int index = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                FieldMatrix<DecimalInterval> one = unit(i, j);
                if (piece.equals(ONE)) {
                    change(jacobian, first + index, changeOfA(index), changeOfZ(index));
                } else if (piece.equals(ALL)) {
                    change(jacobian, first + index, decimals.zero(k), one);
                } else {
                    change(jacobian, first + index, one, decimals.zero(k));
                }
                index++;
            }
        }
        for (int i = 0; i < k; i++) {
            for (int j = i + 1; j < k; j++) {
                column(jacobian, n + j * n, first + index, minus(u.getColumnVector(i)));
                column(jacobian, n + i * n, first + index++, u.getColumnVector(j));
            }
        }
    }

    private FieldMatrix<DecimalInterval> unit(int i, int j) {
        FieldMatrix<DecimalInterval> unit = decimals.zero(k);
        unit.setEntry(i, j, decimals.field().getOne());
        unit.setEntry(j, i, decimals.field().getOne());
        return unit;
    }

    /** The derivative of {@code p p'} by p_1, p_2 or s. */
    private FieldMatrix<DecimalInterval> changeOfZ(int index) {
        DecimalInterval zero = decimals.field().getZero();
        return switch (index) {
            case 0 -> ofTwo(last(0).multiply(2), last(1), zero);
            case 1 -> ofTwo(zero, last(0), last(1).multiply(2));
            default -> decimals.zero(2);
        };
    }

    /** The derivative of {@code -s q q'} by p_1, p_2 or s. */
    private FieldMatrix<DecimalInterval> changeOfA(int index) {
        DecimalInterval zero = decimals.field().getZero();
        return switch (index) {
            case 0 -> ofTwo(zero, last(1), last(0).multiply(-2)).scalarMultiply(last(2));
            case 1 -> ofTwo(last(1).multiply(-2), last(0), zero).scalarMultiply(last(2));
            default ->
                ofTwo(
                        last(1).square().negate(),
                        last(0).multiply(last(1)),
                        last(0).square().negate());
        };
    }

    /** A column of the Jacobian, of an unknown that A and Z change with so. */
    private void change(
            FieldMatrix<DecimalInterval> jacobian,
            int column,
            FieldMatrix<DecimalInterval> ofA,
            FieldMatrix<DecimalInterval> ofZ) {
        FieldVector<DecimalInterval> force = u.operate(ofA.operate(mu));
        FieldMatrix<DecimalInterval> pulls = u.multiply(ofZ);
        FieldMatrix<DecimalInterval> space = u.multiply(ofA);
        FieldMatrix<DecimalInterval> resolvent = w.multiply(ofA);
        for (int j = 0; j < k; j++) {
            force = force.add(thirdOfU.get(j).operate(pulls.getColumnVector(j)));
            column(jacobian, n + j * n, column, minus(space.getColumnVector(j)));
            column(jacobian, n + (k + j) * n, column, minus(resolvent.getColumnVector(j)));
        }
        column(jacobian, 0, column, force);
    }

    private void scalars(FieldMatrix<DecimalInterval> jacobian) {
        int row = n + 2 * k * n;
        for (int i = 0; i < k; i++) {
            FieldVector<DecimalInterval> ui = u.getColumnVector(i);
            row(jacobian, row + k * k + i, n + i * n, gradient);
            row(jacobian, row + k * k + i, 0, hessian.operate(ui));
        }
        for (int i = 0; i < k; i++) {
            FieldVector<DecimalInterval> ui = u.getColumnVector(i);
            row(jacobian, row++, n + i * n, ui);
            for (int j = i + 1; j < k; j++) {
                row(jacobian, row, n + i * n, u.getColumnVector(j));
                row(jacobian, row++, n + j * n, ui);
                row(jacobian, row, n + j * n, reference.get(i));
                row(jacobian, row++, n + i * n, minus(reference.get(j)));
            }
        }
    }

    private FieldMatrix<DecimalInterval> scalar(DecimalInterval number) {
        return decimals.identity(n).scalarMultiply(number);
    }

    private static FieldVector<DecimalInterval> minus(FieldVector<DecimalInterval> vector) {
        return vector.mapMultiply(vector.getField().getOne().negate());
    }

    private static void column(
            FieldMatrix<DecimalInterval> matrix, int row, int column, FieldVector<DecimalInterval> entries) {
        for (int i = 0; i < entries.getDimension(); i++) {
            matrix.setEntry(row + i, column, entries.getEntry(i));
        }
    }

    private static void row(
            FieldMatrix<DecimalInterval> matrix, int row, int column, FieldVector<DecimalInterval> entries) {
        for (int i = 0; i < entries.getDimension(); i++) {
            matrix.setEntry(row, column + i, entries.getEntry(i));
        }
    }
}
