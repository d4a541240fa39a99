package org.selfstab.geometry;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.run.FloorDirections;
import org.selfstab.run.FloorDirections.Direction;
import org.selfstab.run.FloorDirections.Kind;

/**
 * What the slow drift of the energy takes of the loss at a point of the edge, theory.md section 18, (D1) and (D5) to (D9). The floor is where {@code grad L . e_i = 0} for u and the
 * stiff e_i; its tangent space is spanned by the other eigenvectors, the soft ones.
 *
 * <p>Where curvature is intermediate those directions are counted as of the floor, and what their own curvature does to the energy, one order earlier, is left out: it is in the
 * roots of (D16), beside which these numbers are "the remaining terms".
 *
 * @param <T> the field's elements
 */
public final class FloorGeometry<T extends CalculusFieldElement<T>> {

    private final LocalGeometry<T> geometry;
    private final FloorDirections directions;
    /** u and the stiff directions: their eigenvalues, eigenvectors, and {@code D3L(u, u, e_i)}. */
    private final List<Slaved<T>> slaved;

    private final FieldVector<T> g;
    private final FieldVector<T> gradient;
    private final T alpha;
    private final T beta;

    /** A direction whose displacement follows the oscillation. */
    private record Slaved<T extends CalculusFieldElement<T>>(T lambda, FieldVector<T> e, T coupling) {}

    private FloorGeometry(LocalGeometry<T> geometry, FloorDirections directions) {
        this.geometry = geometry;
        this.directions = directions;
        Eigensystem<T> eigensystem = geometry.wholeEigensystem();
        List<Integer> stiff =
                directions.of(Kind.STIFF).stream().map(Direction::index).toList();
        this.slaved = Stream.concat(Stream.of(0), stiff.stream())
                .map(i -> new Slaved<>(
                        eigensystem.values().get(i),
                        i == 0 ? geometry.u() : eigensystem.vectors().get(i),
                        geometry.gradS()
                                .dotProduct(
                                        i == 0
                                                ? geometry.u()
                                                : eigensystem.vectors().get(i))))
                .toList();
        this.g = onFloor(geometry.gradS());
        this.gradient = onFloor(geometry.gradient());
        this.alpha = geometry.gradient().dotProduct(g).negate();
        this.beta = g.dotProduct(g);
    }

    /**
     * At a point.
     *
     * @param geometry there; in many variables its whole spectrum is computed
     * @param rate {@code sqrt(a b)} of the optimizer
     * @param drift b of the optimizer
     */
    public static <T extends CalculusFieldElement<T>> FloorGeometry<T> of(
            LocalGeometry<T> geometry, T rate, T drift, FloorDirections.Limits limits) {
        return new FloorGeometry<>(geometry, FloorClassifier.of(geometry, rate.getReal(), drift.getReal(), limits));
    }

    /** The geometry at the point. */
    public LocalGeometry<T> local() {
        return geometry;
    }

    /** The classes of the directions off u. */
    public FloorDirections directions() {
        return directions;
    }

    /** {@code g = P_s grad S}, of dimension n. */
    public FieldVector<T> g() {
        return g;
    }

    /** {@code alpha = -grad L . g}, (D1). */
    public T alpha() {
        return alpha;
    }

    /** {@code beta = |g|^2}, (D1). */
    public T beta() {
        return beta;
    }

    /** {@code P_s v}, the part of a vector along the floor. */
    public FieldVector<T> onFloor(FieldVector<T> v) {
        FieldVector<T> rest = v;
        for (Slaved<T> each : slaved) {
            rest = rest.subtract(each.e().mapMultiply(each.e().dotProduct(v)));
        }
        return rest;
    }

    /**
     * The part of the flip coefficient K by which the growth of the oscillation falls with {@code x^2/6}, beside what it falls by where the stiff directions stand at the mean of
     * the oscillation: of u and D4L alone.
     */
    public T flipAlongU() {
        Slaved<T> u = slaved.get(0);
        return u.coupling()
                .multiply(u.coupling())
                .multiply(3.0)
                .divide(u.lambda())
                .subtract(geometry.fourthAlongU().dotProduct(geometry.u()));
    }

    /** The flip coefficient K on u and the stiff directions, (D7). */
    public T flip() {
        T sum = flipAlongU();
        for (Slaved<T> each : slaved.subList(1, slaved.size())) {
            sum = sum.add(
                    each.coupling().multiply(each.coupling()).multiply(3.0).divide(each.lambda()));
        }
        return sum;
    }

    /**
     * Derivatives on the floor along g, (D8), without the curvature of intermediate directions.
     *
     * @param alpha {@code g . grad_N alpha}
     * @param beta {@code g . grad_N beta}
     */
    public record Slopes<T extends CalculusFieldElement<T>>(T alpha, T beta) {}

    /** {@code g . grad_N log(alpha/beta)}, (D8). */
    public T slopeOfLogRatio() {
        Slopes<T> slopes = slopes();
        return slopes.alpha().divide(alpha).subtract(slopes.beta().divide(beta));
    }

    /** Those of alpha and beta. */
    public Slopes<T> slopes() {
        FieldMatrix<T> alongG = geometry.third(g);
        FieldVector<T> thirdGG = alongG.operate(g);
        FieldVector<T> thirdGGradient = alongG.operate(gradient);
        FieldVector<T> hessianOfS = geometry.hessianOfSharpness().operate(g);
        T rGG = hessianOfS.dotProduct(g);
        T rGGradient = hessianOfS.dotProduct(gradient);
        T fGG = geometry.hessian(g).dotProduct(g).subtract(curvature(Kind.INTERMEDIATE));
        for (Slaved<T> each : slaved) {
            T bend = each.e().dotProduct(thirdGG).divide(each.lambda());
            rGG = rGG.subtract(each.coupling().multiply(bend));
            rGGradient = rGGradient.subtract(each.coupling()
                    .multiply(each.e().dotProduct(thirdGGradient))
                    .divide(each.lambda()));
            fGG = fGG.subtract(geometry.gradient().dotProduct(each.e()).multiply(bend));
        }
        return new Slopes<>(fGG.add(rGGradient).negate(), rGG.multiply(2.0));
    }

    /** {@code sum of lambda_j c_j^2} over the soft directions, {@code c_j = grad S . e_j}: what of {@code F[g, g]} is in (D16) as well. */
    public T softCurvature() {
        return curvature(Kind.SOFT);
    }

    /** The same over the directions of a kind. */
    private T curvature(Kind kind) {
        Eigensystem<T> eigensystem = geometry.wholeEigensystem();
        T sum = alpha.newInstance(0.0);
        for (Direction direction : directions.of(kind)) {
            T coupling = geometry.gradS().dotProduct(eigensystem.vectors().get(direction.index()));
            sum = sum.add(
                    coupling.multiply(coupling).multiply(eigensystem.values().get(direction.index())));
        }
        return sum;
    }

    /** F4 of (D9): the fourth derivative of the loss on the floor along g, per unit length. */
    public T quartic() {
        FieldVector<T> thirdGG = geometry.third(g, g);
        T sum = geometry.atPoint().fourth(g, g, g).dotProduct(g);
        for (Slaved<T> each : slaved) {
            T bend = each.e().dotProduct(thirdGG);
            sum = sum.subtract(bend.multiply(bend).multiply(3.0).divide(each.lambda()));
        }
        return sum.divide(beta.multiply(beta));
    }

    /** The curvature of the loss on the floor, F of (D8), of two vectors along it. */
    public T curvature(FieldVector<T> v, FieldVector<T> w) {
        FieldVector<T> third = geometry.third(v, w);
        T sum = geometry.hessian(v).dotProduct(w);
        for (Slaved<T> each : slaved) {
            sum = sum.subtract(geometry.gradient()
                    .dotProduct(each.e())
                    .multiply(each.e().dotProduct(third))
                    .divide(each.lambda()));
        }
        return sum;
    }

    /** {@code P_s [grad L + (delta^2/2) grad S]}, of which the trajectory moves. */
    public FieldVector<T> pull(T halfDeltaSquared) {
        return gradient.add(g.mapMultiply(halfDeltaSquared));
    }

    /**
     * By how much the point lies off {@code grad L . u = 0} and, for each stiff direction, off the mean {@code grad L . e_i = -(delta^2/2) D3L(u, u, e_i)} of the oscillation about it: the
     * displacement that a Newton step takes away, of dimension n.
     *
     * @param halfDeltaSquared {@code delta^2/2}
     */
    public FieldVector<T> offMean(T halfDeltaSquared) {
        FieldVector<T> off = g.mapMultiply(alpha.newInstance(0.0));
        for (int i = 0; i < slaved.size(); i++) {
            Slaved<T> each = slaved.get(i);
            T push = geometry.gradient().dotProduct(each.e());
            push = i == 0 ? push : push.add(halfDeltaSquared.multiply(each.coupling()));
            off = off.add(each.e().mapMultiply(push.divide(each.lambda())));
        }
        return off;
    }
}
