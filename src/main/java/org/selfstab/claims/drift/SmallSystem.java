package org.selfstab.claims.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.DriftRates;
import org.selfstab.claims.DriftResult;
import org.selfstab.claims.SmallOscillations;
import org.selfstab.claims.SmallOscillations.Root;
import org.selfstab.dynamics.Rates;
import org.selfstab.dynamics.SlowTrajectory;
import org.selfstab.geometry.FloorGeometry;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.numeric.GeneralMatrix;
import org.selfstab.numeric.Norm;
import org.selfstab.run.FloorDirections;

/**
 * The linear system of {@code log xi} and the displacements along the directions off u that are coupled to it, whose eigenvalues are the roots of (D16).
 *
 * @param a of the optimizer
 * @param b of the optimizer
 * @param deltaSquared {@code delta^2}
 * @param coupled the directions
 */
record SmallSystem(double a, double b, double deltaSquared, List<Coupled> coupled) {

    /** Of {@code |grad S|}: what a coupling is that is none. */
    private static final double UNCOUPLED = 1e-9;

    /** In units of epsilon: a real root below is a slow motion along the floor, which the constrained trajectory has as well. */
    private static final double SLIDING = 0.1;

    SmallSystem {
        coupled = List.copyOf(coupled);
    }

    /** A direction: its eigenvalue, and {@code c = grad S . e}. */
    private record Coupled(double lambda, double coupling) {}

    static SmallSystem of(FloorGeometry<Binary64> floor, Rates<Binary64> rates) {
        Eigensystem<Binary64> eigensystem = floor.local().wholeEigensystem();
        double least = UNCOUPLED * Norm.of(floor.local().gradS()).getReal();
        List<Coupled> coupled = IntStream.range(1, eigensystem.values().size())
                .mapToObj(j -> new Coupled(eigensystem.values().get(j).getReal(), coupling(floor, eigensystem, j)))
                .filter(direction -> Math.abs(direction.coupling()) > least)
                .toList();
        return new SmallSystem(
                rates.growth().getReal(), rates.drift().getReal(), deltaSquared(floor, eigensystem), coupled);
    }

    private static double coupling(FloorGeometry<Binary64> floor, Eigensystem<Binary64> eigensystem, int j) {
        return floor.local().gradS().dotProduct(eigensystem.vectors().get(j)).getReal();
    }

    /** {@code 2 alpha/beta} by the soft directions alone, with which it agrees on all others once these have relaxed. */
    private static double deltaSquared(FloorGeometry<Binary64> floor, Eigensystem<Binary64> eigensystem) {
        double alpha = 0;
        double beta = 0;
        for (FloorDirections.Direction direction : floor.directions().of(FloorDirections.Kind.SOFT)) {
            FieldVector<Binary64> e = eigensystem.vectors().get(direction.index());
            double coupling = coupling(floor, eigensystem, direction.index());
            alpha -= floor.local().gradient().dotProduct(e).getReal() * coupling;
            beta += coupling * coupling;
        }
        return alpha > 0
                ? 2 * alpha / beta
                : 2 * floor.alpha().getReal() / floor.beta().getReal();
    }

    /** That of iterates whose oscillation was seen, beside the roots where the trajectory ends. */
    static Optional<SmallOscillations> oscillations(
            SlowTrajectory.Knot end,
            DriftRates law,
            Rates<Binary64> rates,
            DriftRun.Curvatures curvatures,
            List<DriftResult.State> states) {
        SmallSystem system = of(end.at().floor(), rates);
        List<Root> roots = system.roots();
        return decisive(roots, law.epsilon()).map(root -> {
            double size = Math.hypot(root.real(), root.imaginary());
            return new SmallOscillations(
                    root,
                    system.remaining(root, end.at().floor(), curvatures),
                    law.magnitude() + size * size,
                    new OscillationFit(roots, root, law.epsilon()).measured(states));
        });
    }

    /** The least damped of those that are not slow motion along the floor. */
    static Optional<Root> decisive(List<Root> roots, double epsilon) {
        return roots.stream()
                .filter(root -> root.isComplex() || Math.abs(root.real()) > SLIDING * epsilon)
                .findFirst();
    }

    /** All roots, of conjugate ones that above the real axis, the least damped first. */
    List<Root> roots() {
        DMatrixRMaj system = new DMatrixRMaj(coupled.size() + 1, coupled.size() + 1);
        for (int i = 0; i < coupled.size(); i++) {
            Coupled direction = coupled.get(i);
            system.set(0, i + 1, a * direction.coupling());
            system.set(i + 1, 0, -b * deltaSquared * direction.coupling());
            system.set(i + 1, i + 1, -b * direction.lambda());
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

    /**
     * What moves a root's real part to leading order, beside (D16) and its directions' curvature: the second order of the optimizer, {@code q s^2/2} beside {@code s/a} and {@code -p s^2/2} beside
     * {@code s/b} in {@code s/a + delta^2 sum_j c_j^2/(s/b + lambda_j) = 0}; the curvature along u, {@code delta^2 K/3} beside {@code s/a}; and the floor's own shape, at the root's frequency.
     */
    double remaining(Root root, FloorGeometry<Binary64> floor, DriftRun.Curvatures curvatures) {
        double q = curvatures.atMinusOne() + 1 / a;
        double p = curvatures.atOne() - 1 / b;
        Complex s = new Complex(root.real(), root.imaginary());
        Complex half = s.multiply(s).divide(2);
        Complex moved = half.multiply(q).add(deltaSquared * floor.flipAlongU().getReal() / 3);
        Complex slope = new Complex(1 / a);
        for (Coupled direction : coupled) {
            Complex rest = s.divide(b).add(direction.lambda());
            Complex part = rest.multiply(rest)
                    .reciprocal()
                    .multiply(deltaSquared * direction.coupling() * direction.coupling());
            moved = moved.add(part.multiply(half).multiply(p));
            slope = slope.subtract(part.divide(b));
        }
        double alpha = floor.alpha().getReal();
        double beta = floor.beta().getReal();
        double shape =
                (floor.slopeOfLogRatio().getReal() + floor.softCurvature().getReal() / alpha) / (a * beta);
        double squaredPace = root.imaginary() > 0 ? root.imaginary() * root.imaginary() / 2 : a * b * alpha;
        return -moved.divide(slope).getReal() + squaredPace * shape / 2;
    }
}
