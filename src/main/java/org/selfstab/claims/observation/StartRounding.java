package org.selfstab.claims.observation;

import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.ReducedState;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.numeric.Norm;

/**
 * How far rounding may have moved the quantities at {@code dagger_0}: a few units in the last place of what they are made of.
 *
 * @param <T> the numbers of the run
 */
final class StartRounding<T extends CalculusFieldElement<T>> {

    private static final double ULPS = 16;

    private final LocalGeometry<T> geometry;

    StartRounding(AtEdge.Point<T> point) {
        this.geometry = point.geometry();
    }

    /** Of {@code alpha}. */
    double alpha() {
        return geometry.alphaRounding();
    }

    /** Of {@code beta = |gradS_perp|^2}. */
    double beta() {
        double gradient = sharpnessGradient();
        return gradient * (2 * Math.sqrt(geometry.beta().getReal()) + gradient);
    }

    /** Of {@code kappa_3 = grad S . u}. */
    double skewness() {
        return sharpnessGradient();
    }

    /** Of {@code D4L(u, u, u, u)}. */
    double fourthDerivative() {
        return relative() * geometry.fourthAlongUNorm();
    }

    /** Of any eigenvalue: theory.md section 2 holds {@code S <= 2/eta} to hold up to as much as that. */
    double eigenvalue() {
        return relative()
                * (geometry.hessianNorm()
                        + Norm.of(geometry.gradS()).getReal()
                                * Norm.of(geometry.point()).getReal());
    }

    /** Of {@code delta = sqrt(2 alpha/beta)}. */
    double delta() {
        return relativeDelta() * geometry.delta().getReal();
    }

    /** Of {@code epsilon = eta sqrt(alpha)}. */
    double epsilon(double rate) {
        return relativeAlpha() / 2 * rate * Math.sqrt(geometry.alpha().getReal());
    }

    /** Of {@code gamma = alpha/(|grad L| |gradS_perp|)}. */
    double alignment() {
        return (relativeAlpha() + relativeBeta()) * geometry.gamma().getReal();
    }

    /** Of the energy (16) of a state: X and Y have that of {@code v_0}, and of their units. */
    double energy(ReducedState<?> state) {
        double x = state.x().getReal();
        double y = state.y().getReal();
        double ofPoint = relative()
                * (Norm.of(geometry.point()).getReal()
                        + geometry.sharpness().abs().getReal()
                                / Math.sqrt(geometry.beta().getReal()));
        double ofX = ofPoint / geometry.delta().getReal() + relativeDelta() * x;
        double ofY =
                ofPoint * Math.sqrt(geometry.beta().getReal() / geometry.alpha().getReal())
                        + (relativeAlpha() + relativeBeta()) * Math.abs(y);
        return Math.abs(x - 1 / x) * ofX + Math.abs(y) * ofY;
    }

    private double relativeDelta() {
        return (relativeAlpha() + relativeBeta()) / 2;
    }

    private double relativeAlpha() {
        return alpha() / geometry.alpha().getReal();
    }

    private double relativeBeta() {
        return beta() / geometry.beta().getReal();
    }

    /** Of {@code grad S = D3L(u, u)}: its own, and that by which u is turned, {@code |H|} over the eigengap. */
    private double sharpnessGradient() {
        double gap = geometry.sharpness().subtract(geometry.secondEigenvalue()).getReal();
        return relative()
                * (Norm.of(geometry.gradS()).getReal() + 2 * geometry.thirdAlongUNorm() * geometry.hessianNorm() / gap);
    }

    private double relative() {
        return ULPS * geometry.sharpness().getField().getOne().ulp().getReal();
    }
}
