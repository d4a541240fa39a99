package org.selfstab.claims.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.Rates;
import org.selfstab.dynamics.SlowTrajectory;
import org.selfstab.geometry.FloorDirections;
import org.selfstab.geometry.FloorGeometry;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.numeric.GeneralMatrix;
import org.selfstab.numeric.Norm;
import org.selfstab.vocabulary.DriftVerdict;

/**
 * The roots of (D16), {@code s + a b delta^2 sum_j c_j^2/(s + b lambda_j) = 0} over all directions off u that are coupled to it: the rates per step of small oscillations where curvature may be
 * intermediate. They are the eigenvalues of the linear system of {@code log xi} and the displacements along the directions.
 *
 * @param decisive the root that decides what becomes of the oscillation
 * @param remaining what the terms of Gamma add to its real part, to leading order: {@code eps^2 Gamma/2}
 * @param error of the real part with that, as stated: {@code |s|^2} and eps^2 times the magnitudes of the terms of Gamma
 * @param measured the same root of the exact iterates; empty where they do not oscillate by little for long enough
 */
public record SmallOscillations(Root decisive, double remaining, double error, Optional<Root> measured) {

    /** Of {@code |grad S|}: what a coupling is that is none. */
    private static final double UNCOUPLED = 1e-9;
    /** In units of epsilon: a real root below is a slow motion along the floor, which the constrained trajectory has as well. */
    private static final double SLIDING = 0.1;
    /** Beside twice the stated error, by what part of itself the predicted real part may differ from the measured one. */
    private static final double AGREEMENT = 0.1;

    /** That of iterates whose oscillation was seen, beside the roots where the trajectory ends. */
    static Optional<SmallOscillations> of(
            SlowTrajectory.Knot end, DriftRates law, Rates<Binary64> rates, List<DriftResult.State> states) {
        List<Root> roots = roots(end.floor(), rates);
        return decisive(roots, law.epsilon()).map(root -> {
            double size = Math.hypot(root.real(), root.imaginary());
            return new SmallOscillations(
                    root,
                    remaining(root, law),
                    law.magnitude() + size * size,
                    new OscillationFit(roots, root, law.epsilon()).measured(states));
        });
    }

    /** {@code eps^2 Gamma/2}, with the eps of which {@code sqrt(2) eps} is the root's frequency: that of the soft directions and those intermediate ones that follow them. */
    private static double remaining(Root root, DriftRates law) {
        return root.isComplex() ? law.gamma() * root.imaginary() * root.imaginary() / 4 : law.growth() / 2;
    }

    /** The least damped of those that are not slow motion along the floor. */
    static Optional<Root> decisive(List<Root> roots, double epsilon) {
        return roots.stream()
                .filter(root -> root.isComplex() || Math.abs(root.real()) > SLIDING * epsilon)
                .findFirst();
    }

    /** What follows: the sign of the root is certain, and the iterates show it. */
    DriftVerdict verdict(Root seen) {
        if (!agrees(seen)) {
            return DriftVerdict.FAILS;
        }
        if (Math.abs(rate()) <= error || seen.real() * rate() <= 0) {
            return DriftVerdict.UNDECIDED;
        }
        return rate() < 0 ? DriftVerdict.DAMPED : DriftVerdict.GROWING;
    }

    /** What is to be added to the numbers of a verdict that is none of those of an oscillation. */
    String remark(Root seen) {
        return switch (verdict(seen)) {
            case FAILS -> ": they disagree";
            case UNDECIDED -> ": the sign is not certain";
            case DAMPED, SUSTAINED, GROWING, NOT_APPLICABLE -> "";
        };
    }

    private boolean agrees(Root seen) {
        return Math.abs(seen.real() - rate()) <= 2 * error + AGREEMENT * Math.abs(decisive.real());
    }

    /** How many steps the energy of a small oscillation takes to halve, or where it grows to double; empty where the sign of the root is not certain. */
    public Optional<Double> halvingSteps() {
        return Math.abs(rate()) > error ? Optional.of(Math.log(2) / (2 * Math.abs(rate()))) : Optional.empty();
    }

    /** The real part, with what the terms of Gamma add to it. */
    public double rate() {
        return decisive.real() + remaining;
    }

    /**
     * A root.
     *
     * @param real its real part, per step: what the amplitude grows by
     * @param imaginary its imaginary part, not negative, per step
     */
    public record Root(double real, double imaginary) {

        boolean isComplex() {
            return imaginary > 0;
        }
    }

    /** All roots, of conjugate ones that above the real axis, the least damped first. */
    static List<Root> roots(FloorGeometry<Binary64> floor, Rates<Binary64> rates) {
        double a = rates.growth().getReal();
        double b = rates.drift().getReal();
        Eigensystem<Binary64> eigensystem = floor.local().wholeEigensystem();
        double deltaSquared = deltaSquared(floor, eigensystem);
        double least = UNCOUPLED * Norm.of(floor.local().gradS()).getReal();
        int[] coupled = IntStream.range(1, eigensystem.values().size())
                .filter(j -> Math.abs(coupling(floor, eigensystem, j)) > least)
                .toArray();
        DMatrixRMaj system = new DMatrixRMaj(coupled.length + 1, coupled.length + 1);
        for (int i = 0; i < coupled.length; i++) {
            double coupling = coupling(floor, eigensystem, coupled[i]);
            system.set(0, i + 1, a * coupling);
            system.set(i + 1, 0, -b * deltaSquared * coupling);
            system.set(i + 1, i + 1, -b * eigensystem.values().get(coupled[i]).getReal());
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
}
