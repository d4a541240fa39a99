package org.selfstab.certify.enclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.LohnerSet;
import org.selfstab.interval.Interval;
import org.selfstab.numeric.Norm;

/**
 * The points {@code centre + Q z} with {@code |z_i| <= radii_i}, Q about orthogonal: Lohner's representation of a set that a map
 * carries along (Lohner, Enclosing the solutions of ordinary initial and boundary value problems, 1987). Turning Q with the map's
 * derivative keeps directions that shrink apart from those that grow; boxes would mix them at every step and explode.
 *
 * @param centre the centre, an exact point of dimension n
 * @param frame the matrix Q, n by n, exact
 * @param radii the n bounds on z
 */
public record Parallelepiped(FieldVector<Interval> centre, FieldMatrix<Interval> frame, FieldVector<Interval> radii)
        implements PointSet {

    /** The cube that contains the ball of a radius round a point. */
    public static Parallelepiped around(FieldVector<Interval> centre, double radius) {
        int n = centre.getDimension();
        return new Parallelepiped(centre, Boxes.identity(n), Boxes.zero(n).mapAdd(bounded(radius)));
    }

    /** A set that contains a box. */
    public static Parallelepiped around(FieldVector<Interval> box) {
        FieldVector<Interval> centre = Boxes.at(Boxes.numbers(box));
        FieldVector<Interval> radii = Boxes.zero(box.getDimension());
        for (int i = 0; i < box.getDimension(); i++) {
            double radius = box.getEntry(i).radiusAbout(centre.getEntry(i).midpoint());
            radii.setEntry(
                    i, Interval.of(RoundUp.withSlack(radius, centre.getEntry(i).mag())));
        }
        return new Parallelepiped(centre, Boxes.identity(box.getDimension()), radii);
    }

    private static Interval bounded(double radius) {
        if (!Double.isFinite(radius)) {
            throw new EnclosureException("the set that contains the exact point has no bound");
        }
        return Interval.of(radius);
    }

    /**
     * {@inheritDoc}
     *
     * @throws EnclosureException if it is beyond doubles, though no single radius is
     */
    @Override
    public double radius() {
        double radius = RoundUp.withSlack(
                RoundUp.multiply(MatrixBounds.norm(frame), Norm.of(radii).upper()), 0.0);
        return bounded(radius).upper();
    }

    /**
     * Refuses a set whose size is beyond doubles.
     *
     * @throws EnclosureException if it is
     */
    public void requireBounded() {
        radius();
    }

    /** The set for a certificate. */
    public LohnerSet proof() {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < frame.getRowDimension(); i++) {
            rows.add(Boxes.listed(frame.getRowVector(i)));
        }
        return new LohnerSet(Boxes.listed(centre), rows, Boxes.listed(radii));
    }

    @Override
    public FieldVector<Interval> box() {
        return centre.add(frame.operate(Boxes.around(Boxes.zero(radii.getDimension()), Boxes.numbers(radii))));
    }

    /**
     * A parallelepiped that contains the image under a map.
     *
     * @param derivative contains the map's derivative at all points of the {@link #box()}, n by n
     * @param imageOfCentre contains the image of the centre
     * @param newCentre the centre of the image's parallelepiped, an exact point
     */
    public Parallelepiped image(
            FieldMatrix<Interval> derivative, FieldVector<Interval> imageOfCentre, FieldVector<Interval> newCentre) {
        FieldMatrix<Interval> carried = derivative.multiply(frame);
        FieldMatrix<Interval> newFrame = orthogonalFactor(carried);
        FieldMatrix<Interval> inverse = inverseOfNearlyOrthogonal(newFrame);
        FieldMatrix<Interval> onFrame = inverse.multiply(carried);
        FieldVector<Interval> offset = inverse.operate(imageOfCentre.subtract(newCentre));
        // Where the image cancels, as of (1 - eta H) x with eta H = 1, another's rounding is of what cancelled.
        double scale = Stream.of(newCentre, imageOfCentre, centre, radii)
                .mapToDouble(part -> Norm.of(part).upper())
                .max()
                .orElseThrow();
        FieldVector<Interval> newRadii = Boxes.zero(radii.getDimension());
        for (int i = 0; i < newRadii.getDimension(); i++) {
            double radius = offset.getEntry(i).mag();
            for (int j = 0; j < newRadii.getDimension(); j++) {
                double share = RoundUp.multiply(
                        onFrame.getEntry(i, j).mag(), radii.getEntry(j).upper());
                radius = RoundUp.add(radius, share);
            }
            newRadii.setEntry(i, bounded(RoundUp.withSlack(radius, scale)));
        }
        return new Parallelepiped(newCentre, newFrame, newRadii);
    }

    /** The factor Q of the midpoints' decomposition, the longest edge of the image first, so that it keeps its direction. */
    private FieldMatrix<Interval> orthogonalFactor(FieldMatrix<Interval> carried) {
        FieldMatrix<Binary64> midpoints = Boxes.midpoints(carried);
        int n = radii.getDimension();
        Integer[] order = new Integer[n];
        double[] lengths = new double[n];
        for (int j = 0; j < n; j++) {
            order[j] = j;
            for (int i = 0; i < n; i++) {
                lengths[j] += Math.pow(
                        midpoints.getEntry(i, j).getReal() * radii.getEntry(j).upper(), 2);
            }
        }
        Arrays.sort(order, (a, b) -> Double.compare(lengths[b], lengths[a]));
        RealMatrix sorted = MatrixUtils.createRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sorted.setEntry(i, j, midpoints.getEntry(i, order[j]).getReal());
            }
        }
        RealMatrix q = new QRDecomposition(sorted).getQ();
        FieldMatrix<Interval> factor = Boxes.identity(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                factor.setEntry(i, j, Interval.of(q.getEntry(i, j)));
            }
        }
        return factor;
    }

    /** {@code (Q'Q)^-1 Q'}: with {@code Q'Q = I + E}, {@code |E| < 1}, the entries of {@code (I + E)^-1 - I} are below |E|/(1 - |E|). */
    private static FieldMatrix<Interval> inverseOfNearlyOrthogonal(FieldMatrix<Interval> q) {
        FieldMatrix<Interval> transpose = q.transpose();
        int n = q.getRowDimension();
        double error = MatrixBounds.norm(transpose.multiply(q).subtract(Boxes.identity(n)));
        if (!(error < 1.0)) {
            throw new EnclosureException("the frame of an enclosure is far from orthogonal");
        }
        double bound =
                Interval.of(error).divide(Interval.of(1.0).subtract(error)).upper();
        FieldMatrix<Interval> correction = Boxes.identity(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                correction.setEntry(i, j, Interval.around(correction.getEntry(i, j), bound));
            }
        }
        return correction.multiply(transpose);
    }
}
