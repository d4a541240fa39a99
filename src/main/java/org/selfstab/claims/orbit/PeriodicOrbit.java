package org.selfstab.claims.orbit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.GeneralMatrix;
import org.selfstab.numeric.Norm;

/**
 * An orbit of an optimizer that repeats itself after some steps, in double precision; a fixed point is one of period 1.
 *
 * @param states its states in the order of the steps, as many as its period
 * @param parameter the parameter's value
 * @param residual {@code |F^k(s) - s|} at the first state
 * @param multipliers the eigenvalues of {@code dF^k/ds}, largest modulus first
 * @param neutral the dimension of the manifold of such orbits through it: so many multipliers are 1
 */
public record PeriodicOrbit(
        List<FieldVector<Binary64>> states, double parameter, double residual, List<Complex> multipliers, int neutral) {

    /** Singular values of {@code dF^k/ds - I} below this are those of directions along which orbits form a manifold. */
    private static final double NEUTRAL = 1e-7;

    /** States closer than this, relatively, are one. */
    private static final double SAME = 1e-8;

    private static final double RESIDUAL = 1e-11;
    private static final double STEP = 1e-9;
    private static final int NEWTON_STEPS = 60;

    public PeriodicOrbit {
        states = List.copyOf(states);
        multipliers = List.copyOf(multipliers);
    }

    /** The number of steps after which it repeats itself. */
    public int period() {
        return states.size();
    }

    /** The first state. */
    public FieldVector<Binary64> first() {
        return states.get(0);
    }

    /** The multipliers across the manifold of such orbits, largest modulus first: without those, nearest to 1, that are neutral. */
    public List<Complex> transverse() {
        List<Complex> byDistance = new ArrayList<>(multipliers);
        byDistance.sort(
                Comparator.comparingDouble(multiplier -> multiplier.subtract(1).norm()));
        List<Complex> left = new ArrayList<>(multipliers);
        byDistance.subList(0, neutral).forEach(left::remove);
        return left;
    }

    /** The largest modulus of the multipliers across the manifold of such orbits; 0 if there are none. */
    public double spectralRadius() {
        return transverse().stream().mapToDouble(Complex::norm).max().orElse(0.0);
    }

    /**
     * The orbit near a state, by Newton's method; where orbits form a manifold, the nearest to first order. Newton's method in all directions
     * may go along a manifold to a point where it has more neutral directions than near the state; then those near the state are left out. Empty if there is none of just this
     * period.
     *
     * @param period positive
     * @param scale what lengths are compared with, positive
     */
    public static Optional<PeriodicOrbit> near(
            StepMap<Binary64> map, FieldVector<Binary64> state, Binary64 parameter, int period, double scale) {
        Search search = new Search(map, parameter, period, scale);
        Optional<PeriodicOrbit> found = search.from(state, map.dimension());
        Optional<PeriodicOrbit> onManifold = found.flatMap(orbit -> search.onManifold(state, orbit.neutral()));
        boolean isIsolated = found.filter(orbit -> orbit.neutral() == 0).isPresent();
        if (onManifold.isEmpty() && !isIsolated) {
            onManifold = search.onManifold(state, search.singular(state));
        }
        return onManifold.or(() -> found.map(PeriodicOrbit::isolated)).filter(orbit -> orbit.isMinimal(scale));
    }

    /**
     * The orbit through a state that is on it.
     *
     * @param scale what lengths are compared with, positive
     */
    static PeriodicOrbit through(
            StepMap<Binary64> map, FieldVector<Binary64> state, Binary64 parameter, int period, double scale) {
        return new Search(map, parameter, period, scale).at(state);
    }

    private PeriodicOrbit isolated() {
        return new PeriodicOrbit(states, parameter, residual, multipliers, 0);
    }

    /** Whether it does not repeat itself earlier. */
    boolean isMinimal(double scale) {
        for (int divisor = 1; divisor < period(); divisor++) {
            if (period() % divisor == 0
                    && Norm.of(states.get(divisor).subtract(first())).getReal() <= SAME * scale) {
                return false;
            }
        }
        return true;
    }

    /**
     * The distance of a point from the orbit's points.
     *
     * @param points the orbit's points, each of dimension n
     */
    static double distance(List<FieldVector<Binary64>> points, FieldVector<Binary64> point) {
        return points.stream()
                .mapToDouble(other -> Norm.of(other.subtract(point)).getReal())
                .min()
                .orElseThrow();
    }

    /**
     * Newton's method for {@code F^k(s) = s}.
     *
     * @param map the optimizer
     * @param parameter the parameter's value
     * @param period k
     * @param scale what lengths are compared with
     */
    private record Search(StepMap<Binary64> map, Binary64 parameter, int period, double scale) {

        Optional<PeriodicOrbit> from(FieldVector<Binary64> start, int rank) {
            FieldVector<Binary64> state = start;
            for (int i = 0; i < NEWTON_STEPS; i++) {
                OrbitPass<Binary64> pass = new OrbitPass<>(map, state, parameter, period);
                double size = Norm.of(pass.residual()).getReal();
                if (!Double.isFinite(size) || !Double.isFinite(Norm.frobenius(pass.derivative()))) {
                    return Optional.empty();
                }
                GeneralMatrix.SingularValues inverse = GeneralMatrix.singularValues(minusIdentity(pass.derivative()));
                int used = Math.min(rank, inverse.rank(Double.MIN_NORMAL));
                FieldVector<Binary64> step = inverse.solve(DoubleVector.copyOf(pass.residual()), used);
                state = state.subtract(step);
                if (size <= RESIDUAL * scale && Norm.of(step).getReal() <= STEP * scale) {
                    return Optional.of(at(state));
                }
            }
            return Optional.empty();
        }

        /** The nearest of a manifold with so many neutral directions; empty of none. */
        Optional<PeriodicOrbit> onManifold(FieldVector<Binary64> start, int singular) {
            return singular == 0 ? Optional.empty() : from(start, map.dimension() - singular);
        }

        /** How many directions are neutral, as far as a state near an orbit tells. */
        int singular(FieldVector<Binary64> state) {
            OrbitPass<Binary64> pass = new OrbitPass<>(map, state, parameter, period);
            return Double.isFinite(Norm.frobenius(pass.derivative()))
                    ? map.dimension() - rank(pass.derivative(), Math.sqrt(NEUTRAL))
                    : 0;
        }

        PeriodicOrbit at(FieldVector<Binary64> state) {
            OrbitPass<Binary64> pass = new OrbitPass<>(map, state, parameter, period);
            return new PeriodicOrbit(
                    pass.states(),
                    parameter.getReal(),
                    Norm.of(pass.residual()).getReal(),
                    GeneralMatrix.eigenvalues(pass.derivative()),
                    map.dimension() - rank(pass.derivative(), NEUTRAL));
        }

        private static int rank(FieldMatrix<Binary64> derivative, double small) {
            GeneralMatrix.SingularValues values = GeneralMatrix.singularValues(minusIdentity(derivative));
            return values.rank(small * Math.max(1.0, values.values().get(0)));
        }
    }

    /** {@code M - I}. */
    static FieldMatrix<Binary64> minusIdentity(FieldMatrix<Binary64> matrix) {
        FieldMatrix<Binary64> difference = matrix.copy();
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            difference.addToEntry(i, i, Binary64.ONE.negate());
        }
        return difference;
    }
}
