package org.selfstab.recheck;

import java.util.stream.DoubleStream;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.LossEnclosure;
import org.selfstab.recheck.taylor.TaylorLoss;
import org.selfstab.recheck.taylor.UndefinedException;

/**
 * The Lagrangian {@code F = |q - theta|^2/2 + mu g + nu (S - 2/eta) + rho g^2/2} of the nearest point, with {@code g = grad L . u} and rho not
 * negative. On the stable set F is at most {@code |q - theta|^2/2}, and equal to it at a stationary point, where grad F is zero: where F is
 * strictly convex on a box round that point, no other point of the stable set in the box is as near. The term with rho leaves of that what
 * second-order conditions ask for, a positive Hessian on the tangent space of g = 0.
 */
final class Lagrangian {

    /** What {@code rho |grad g|^2} is, one attempt after the other. */
    private static final double[] PENALTIES = {0.0, 2.0, 30.0};

    private final Decimals decimals;
    private final TaylorLoss loss;
    private final StationaryPoint point;
    private final int n;

    Lagrangian(Decimals decimals, TaylorLoss loss, StationaryPoint point) {
        this.decimals = decimals;
        this.loss = loss;
        this.point = point;
        this.n = loss.dimension();
    }

    /** Whether F is shown to be strictly convex on a box, and the top eigenvalue to be simple there. */
    boolean isConvexOn(FieldVector<DecimalInterval> box) {
        try {
            LossEnclosure local = CentredForm.over(decimals, loss, box);
            local.fourth(point.u(), point.u()); // with all lower derivatives at once
            FieldMatrix<DecimalInterval> hessian = local.hessian();
            SymmetricBounds bounds = new SymmetricBounds(decimals);
            TopDirection top = new TopDirection(decimals, oriented(bounds.topDirection(hessian)));
            DecimalInterval tangent = top.tangentOfAngle(hessian);
            return tangent.isFinite() && isConvex(local, top.eigenvectors(tangent), bounds.topEigenvalue(hessian));
        } catch (UndefinedException | RejectedException notThere) {
            return false;
        }
    }

    /** With the sign of the point's own u, to which that of mu belongs. */
    private FieldVector<DecimalInterval> oriented(FieldVector<DecimalInterval> direction) {
        boolean opposite = direction.dotProduct(point.u()).negate().isPositive();
        return opposite ? direction.mapMultiply(decimals.field().getOne().negate()) : direction;
    }

    private boolean isConvex(LossEnclosure local, FieldVector<DecimalInterval> u, DecimalInterval sharpness) {
        RejectedException.unless(u.dotProduct(point.u()).isPositive(), "u turns by a right angle or more");
        FieldMatrix<DecimalInterval> g = pseudoInverse(local.hessian(), u, sharpness);
        Slope slope = slope(local, u, sharpness, g);
        FieldMatrix<DecimalInterval> fixed = decimals.identity(n)
                .add(slope.hessian().scalarMultiply(point.mu()))
                .add(sharpnessHessian(local, u, g).scalarMultiply(point.nu()));
        FieldMatrix<DecimalInterval> square = slope.gradient()
                .outerProduct(slope.gradient())
                .add(slope.hessian().scalarMultiply(slope.value()));
        DecimalInterval unit = decimals.middle(Decimals.squareSum(slope.gradient()));
        return DoubleStream.of(PENALTIES)
                .mapToObj(penalty -> decimals.field().of(penalty).divide(unit))
                .anyMatch(rho -> SymmetricBounds.arePositiveDefinite(fixed.add(square.scalarMultiply(rho))));
    }

    /** {@code g = grad L . u} with its gradient and Hessian. */
    private record Slope(
            DecimalInterval value, FieldVector<DecimalInterval> gradient, FieldMatrix<DecimalInterval> hessian) {}

    /**
     * With G the pseudo-inverse of {@code S - H}, {@code w = G grad L, T = D3L(u), s = T u, z = T G w}, theory.md (9) is {@code grad g = S u + T w}
     * (plus {@code (H - S) u = 0}), and the derivative of that, as {@code du = G T} and {@code H G = S G - I + u u'}, is
     *
     * <pre>
     * D4L(u, w) - T + u s' + s u' + S (G T + T G) + D3L(w) G T + T G D3L(w) - g T G G T - z s' - s z'
     * </pre>
     */
    private Slope slope(
            LossEnclosure local,
            FieldVector<DecimalInterval> u,
            DecimalInterval sharpness,
            FieldMatrix<DecimalInterval> g) {
        FieldVector<DecimalInterval> w = g.operate(local.gradient());
        FieldMatrix<DecimalInterval> t = local.third(u);
        FieldVector<DecimalInterval> s = t.operate(u);
        FieldMatrix<DecimalInterval> turn = g.multiply(t);
        FieldVector<DecimalInterval> z = turn.transpose().operate(w);
        DecimalInterval value = local.gradient().dotProduct(u);
        FieldMatrix<DecimalInterval> half = u.outerProduct(s)
                .add(turn.scalarMultiply(sharpness))
                .add(local.third(w).multiply(turn))
                .subtract(z.outerProduct(s));
        FieldMatrix<DecimalInterval> hessian = local.fourth(u, w)
                .subtract(t)
                .add(half)
                .add(half.transpose())
                .subtract(turn.transpose().multiply(turn).scalarMultiply(value));
        return new Slope(value, u.mapMultiply(sharpness).add(t.operate(w)), hessian);
    }

    /** Theory.md (2). */
    private static FieldMatrix<DecimalInterval> sharpnessHessian(
            LossEnclosure local, FieldVector<DecimalInterval> u, FieldMatrix<DecimalInterval> g) {
        FieldMatrix<DecimalInterval> t = local.third(u);
        FieldMatrix<DecimalInterval> bend = t.multiply(g).multiply(t);
        return local.fourth(u, u).add(bend).add(bend);
    }

    /**
     * {@code sum_{j>=2} e_j e_j'/(S - lambda_j)}, a block of the inverse of {@code K = (S - H, u; u', 0)}. With any Y and e the largest row sum of
     * {@code |I - Y K|}, e below 1, entries of the inverse {@code Y + (I - Y K) K^-1} are at most the largest row sum of |Y| over 1 - e.
     */
    private FieldMatrix<DecimalInterval> pseudoInverse(
            FieldMatrix<DecimalInterval> hessian, FieldVector<DecimalInterval> u, DecimalInterval sharpness) {
        FieldMatrix<DecimalInterval> bordered = decimals.zero(n + 1);
        bordered.setSubMatrix(
                decimals.identity(n).scalarMultiply(sharpness).subtract(hessian).getData(), 0, 0);
        for (int i = 0; i < n; i++) {
            bordered.setEntry(i, n, u.getEntry(i));
            bordered.setEntry(n, i, u.getEntry(i));
        }
        FieldMatrix<DecimalInterval> y =
                decimals.aboutInverse(bordered).orElseThrow(() -> new RejectedException("no inverse of S - H off u"));
        FieldMatrix<DecimalInterval> defect = decimals.identity(n + 1).subtract(y.multiply(bordered));
        DecimalInterval room = decimals.field().getOne().subtract(rowSum(defect));
        RejectedException.unless(room.isPositive(), "no inverse of S - H off u");
        DecimalInterval bound = rowSum(y).divide(room).symmetricHull();
        FieldMatrix<DecimalInterval> rough = new Array2DRowFieldMatrix<>(decimals.field(), n + 1, n + 1);
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= n; j++) {
                rough.setEntry(i, j, bound);
            }
        }
        return y.add(defect.multiply(rough)).getSubMatrix(0, n - 1, 0, n - 1);
    }

    /** A bound on the largest sum of the magnitudes of a row. */
    private DecimalInterval rowSum(FieldMatrix<DecimalInterval> matrix) {
        DecimalInterval largest = decimals.field().getZero();
        for (DecimalInterval[] row : matrix.getData()) {
            DecimalInterval sum = decimals.field().getZero();
            for (DecimalInterval entry : row) {
                sum = sum.add(entry.mag());
            }
            largest = largest.max(sum.mag());
        }
        return largest;
    }
}
