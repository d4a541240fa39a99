package org.selfstab.recheck;

import java.math.BigDecimal;
import java.util.List;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.LossEnclosure;

/**
 * The quantities in two variables by closed forms. Eigenvalues of (a b; b c) are {@code (a + c)/2 + r} and {@code (a + c)/2 - r} with {@code d
 * = (a - c)/2, r = sqrt(d^2 + b^2)}; they increase with a and c, the first with |b| and the second against it. The angle of u is half that of
 * (d, b).
 */
final class PlanarQuantities {

    private final Decimals decimals;
    private final LossEnclosure local;
    private final DecimalInterval a;
    private final DecimalInterval b;
    private final DecimalInterval c;

    PlanarQuantities(Decimals decimals, LossEnclosure local) {
        FieldMatrix<DecimalInterval> hessian = local.hessian();
        this.decimals = decimals;
        this.local = local;
        this.a = hessian.getEntry(0, 0);
        this.b = hessian.getEntry(0, 1);
        this.c = hessian.getEntry(1, 1);
    }

    /** With w orthogonal to u: {@code gradS_perp = m w, m = D3L(u, u, w)}, so that {@code alpha = -m (grad L . w), beta = m^2}. */
    BoxQuantities all() {
        DecimalInterval nothing = decimals.field().entire();
        if (!(a.isFinite() && b.isFinite() && c.isFinite())) {
            return new BoxQuantities(nothing, nothing, nothing, nothing, nothing);
        }
        FieldVector<DecimalInterval> u = topEigenvector();
        FieldVector<DecimalInterval> w = u.copy();
        w.setEntry(0, u.getEntry(1).negate());
        w.setEntry(1, u.getEntry(0));
        DecimalInterval m = local.third(u).operate(u).dotProduct(w);
        DecimalInterval across = local.gradient().dotProduct(w);
        DecimalInterval cosine = cosine(across, local.gradient().dotProduct(u));
        return new BoxQuantities(
                sharpness(),
                second(),
                m.multiply(across).negate(),
                m.square(),
                m.isPositive()
                        ? cosine.negate()
                        : m.negate().isPositive() ? cosine : decimals.field().undefined());
    }

    private DecimalInterval sharpness() {
        DecimalInterval size = b.abs();
        DecimalInterval least = mean(a.lower(), c.lower()).add(radius(a.lower(), size.lower(), c.lower()));
        DecimalInterval most = mean(a.upper(), c.upper()).add(radius(a.upper(), size.upper(), c.upper()));
        return least.hull(most);
    }

    private DecimalInterval second() {
        DecimalInterval size = b.abs();
        DecimalInterval least = mean(a.lower(), c.lower()).subtract(radius(a.lower(), size.upper(), c.lower()));
        DecimalInterval most = mean(a.upper(), c.upper()).subtract(radius(a.upper(), size.lower(), c.upper()));
        return least.hull(most);
    }

    private DecimalInterval mean(BigDecimal first, BigDecimal last) {
        return number(first).add(number(last)).multiply(decimals.half());
    }

    private DecimalInterval radius(BigDecimal first, BigDecimal side, BigDecimal last) {
        return number(first).subtract(number(last)).multiply(decimals.half()).hypot(number(side));
    }

    private DecimalInterval number(BigDecimal number) {
        return decimals.field().of(number);
    }

    /**
     * {@code (1, t)} or {@code (t, 1)}, normalised, with t the tangent of half the angle of (d, b) or (-d, b). A rectangle that does not contain the
     * origin, and whose middle is on the right, does not cross the axis to the left either, and an angle is extreme at its corners.
     */
    private FieldVector<DecimalInterval> topEigenvector() {
        DecimalInterval d = a.subtract(c).multiply(decimals.half());
        boolean alongFirst = decimals.middle(d).lower().signum() >= 0;
        DecimalInterval right = alongFirst ? d : d.negate();
        FieldVector<DecimalInterval> u = decimals.zeros(2);
        DecimalInterval t = decimals.field().undefined();
        if (d.square().add(b.square()).isPositive()) {
            t = tangent(right.lower(), b.lower());
            for (DecimalInterval corner : List.of(
                    tangent(right.lower(), b.upper()),
                    tangent(right.upper(), b.lower()),
                    tangent(right.upper(), b.upper()))) {
                t = t.hull(corner);
            }
        }
        DecimalInterval length = t.square().add(1.0).sqrt();
        DecimalInterval sine = t.isFinite()
                ? sine(t.lower()).hull(sine(t.upper()))
                : decimals.field().undefined();
        u.setEntry(alongFirst ? 0 : 1, length.reciprocal());
        u.setEntry(alongFirst ? 1 : 0, sine);
        return u;
    }

    /** {@code b / (r + d) = (r - d) / b}, whichever cancels nothing. */
    private DecimalInterval tangent(BigDecimal d, BigDecimal side) {
        DecimalInterval r = number(d).hypot(number(side));
        return d.signum() >= 0
                ? number(side).divide(r.add(number(d)))
                : r.subtract(number(d)).divide(number(side));
    }

    /** {@code t / sqrt(1 + t^2)}, which increases with t. */
    private DecimalInterval sine(BigDecimal t) {
        return number(t).divide(number(t).square().add(1.0).sqrt());
    }

    /** {@code a / sqrt(a^2 + b^2)}. */
    private DecimalInterval cosine(DecimalInterval first, DecimalInterval other) {
        DecimalInterval one = decimals.field().getOne();
        if (first.isPositive() || first.negate().isPositive()) {
            DecimalInterval size =
                    one.divide(other.divide(first).square().add(1.0).sqrt());
            return first.isPositive() ? size : size.negate();
        }
        DecimalInterval ratio = first.divide(first.hypot(other));
        return ratio.isFinite() ? ratio.intersection(one.symmetricHull()) : ratio;
    }
}
