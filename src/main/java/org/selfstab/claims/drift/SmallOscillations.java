package org.selfstab.claims.drift;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.Rates;
import org.selfstab.geometry.FloorDirections;
import org.selfstab.geometry.FloorGeometry;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.numeric.GeneralMatrix;

/**
 * The roots of (D16), {@code s + a b delta^2 sum_j c_j^2/(s + b lambda_j) = 0} over all directions off u: the rates per step of small oscillations where curvature may be intermediate. They are
 * the eigenvalues of the linear system of {@code log xi} and the displacements along the directions.
 */
public final class SmallOscillations {

    private SmallOscillations() {}

    /**
     * A root.
     *
     * @param real its real part, per step: what the amplitude grows by
     * @param imaginary its imaginary part, not negative, per step
     */
    public record Root(double real, double imaginary) {}

    /** All roots, of conjugate ones that above the real axis, the least damped first. */
    static List<Root> roots(FloorGeometry<Binary64> floor, Rates<Binary64> rates) {
        double a = rates.growth().getReal();
        double b = rates.drift().getReal();
        Eigensystem<Binary64> eigensystem = floor.local().wholeEigensystem();
        double deltaSquared = deltaSquared(floor, eigensystem);
        int n = eigensystem.values().size();
        DMatrixRMaj system = new DMatrixRMaj(n, n);
        for (int j = 1; j < n; j++) {
            FieldVector<Binary64> e = eigensystem.vectors().get(j);
            double coupling = floor.local().gradS().dotProduct(e).getReal();
            system.set(0, j, a * coupling);
            system.set(j, 0, -b * deltaSquared * coupling);
            system.set(j, j, -b * eigensystem.values().get(j).getReal());
        }
        List<Root> roots = new ArrayList<>();
        for (Complex value : GeneralMatrix.eigenvalues(system)) {
            if (value.getImaginary() >= 0) {
                roots.add(new Root(value.getReal(), value.getImaginary()));
            }
        }
        roots.sort((one, other) -> Double.compare(other.real(), one.real()));
        return List.copyOf(roots);
    }

    /** {@code 2 alpha/beta} by the soft directions alone, with which it agrees on all others once these have relaxed. */
    private static double deltaSquared(FloorGeometry<Binary64> floor, Eigensystem<Binary64> eigensystem) {
        double alpha = 0;
        double beta = 0;
        for (FloorDirections.Direction direction : floor.directions().of(FloorDirections.Kind.SOFT)) {
            FieldVector<Binary64> e = eigensystem.vectors().get(direction.index());
            double coupling = floor.local().gradS().dotProduct(e).getReal();
            alpha -= floor.local().gradient().dotProduct(e).getReal() * coupling;
            beta += coupling * coupling;
        }
        return alpha > 0
                ? 2 * alpha / beta
                : 2 * floor.alpha().getReal() / floor.beta().getReal();
    }
}
