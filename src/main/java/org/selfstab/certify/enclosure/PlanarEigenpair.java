package org.selfstab.certify.enclosure;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.Interval;

/**
 * The eigenvalues and top eigenvectors of all symmetric 2 by 2 matrices (a b; b c) in an interval matrix, by closed forms. With {@code d =
 * (a - c)/2} and {@code r = sqrt(d^2 + b^2)} the eigenvalues are {@code (a + c)/2 + r} and {@code (a + c)/2 - r}; they increase with a and c, the first with |b|
 * and the second against it, so that both are tight.
 *
 * @param sharpness contains the larger eigenvalues
 * @param secondEigenvalue contains the smaller ones
 * @param u contains a unit eigenvector of the larger one, of either sign; undefined unless the two always differ
 */
public record PlanarEigenpair(Interval sharpness, Interval secondEigenvalue, FieldVector<Interval> u) {

    public static PlanarEigenpair of(FieldMatrix<Interval> symmetric) {
        Interval a = symmetric.getEntry(0, 0);
        Interval b = symmetric.getEntry(0, 1);
        Interval c = symmetric.getEntry(1, 1);
        if (!(a.isFinite() && b.isFinite() && c.isFinite())) {
            return undefined();
        }
        Interval sharpness = new Interval(
                eigenvalue(a.lower(), b.mignitude(), c.lower(), 1.0).lower(),
                eigenvalue(a.upper(), b.mag(), c.upper(), 1.0).upper());
        Interval second = new Interval(
                eigenvalue(a.lower(), b.mag(), c.lower(), -1.0).lower(),
                eigenvalue(a.upper(), b.mignitude(), c.upper(), -1.0).upper());
        return new PlanarEigenpair(
                sharpness, second, topEigenvector(a.subtract(c).multiply(0.5), b));
    }

    private static PlanarEigenpair undefined() {
        FieldVector<Interval> u = Boxes.zero(2);
        u.set(Interval.undefined());
        return new PlanarEigenpair(Interval.undefined(), Interval.undefined(), u);
    }

    private static Interval eigenvalue(double a, double b, double c, double sign) {
        Interval half = Interval.of(0.5);
        Interval mean = Interval.of(a).add(c).multiply(half);
        Interval d = Interval.of(a).subtract(c).multiply(half);
        return mean.add(d.hypot(Interval.of(b)).multiply(sign));
    }

    /**
     * {@code (1, t)} or {@code (t, 1)}, normalised, whichever is nearer to the middle. The angle of u is half that of (d, b), and over a rectangle without the origin
     * an angle is extreme at corners.
     */
    private static FieldVector<Interval> topEigenvector(Interval d, Interval b) {
        boolean alongFirst = d.midpoint() >= 0.0;
        Interval t = d.hypot(b).isAbove(0.0) ? tangent(alongFirst ? d : d.negate(), b) : Interval.undefined();
        FieldVector<Interval> u = Boxes.zero(2);
        u.setEntry(alongFirst ? 0 : 1, t.square().add(1.0).sqrt().reciprocal());
        u.setEntry(alongFirst ? 1 : 0, sine(t));
        return u;
    }

    private static Interval tangent(Interval d, Interval b) {
        return tangent(d.lower(), b.lower())
                .hull(tangent(d.lower(), b.upper()))
                .hull(tangent(d.upper(), b.lower()))
                .hull(tangent(d.upper(), b.upper()));
    }

    /** {@code b / (d + r) = (r - d) / b}, whichever cancels nothing. */
    private static Interval tangent(double d, double b) {
        Interval r = Interval.of(d).hypot(Interval.of(b));
        return d >= 0.0 ? Interval.of(b).divide(r.add(d)) : r.subtract(d).divide(Interval.of(b));
    }

    /** {@code t / sqrt(1 + t^2)}, which increases with t. */
    private static Interval sine(Interval t) {
        return t.isFinite() ? sine(t.lower()).hull(sine(t.upper())) : Interval.undefined();
    }

    private static Interval sine(double t) {
        Interval number = Interval.of(t);
        return number.divide(number.square().add(1.0).sqrt());
    }
}
