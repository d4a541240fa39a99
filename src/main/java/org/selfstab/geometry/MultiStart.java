package org.selfstab.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.selfstab.loss.ArrayDerivatives;

/**
 * The nearest point of the stable set from many starts (theory.md section 2), in doubles: theta itself, the end of a short gradient flow, points along u,
 * where the linearised projection goes, points beyond stationary points that are no minima, and points all over the ball about theta
 * in which a nearer point would have to lie. From each, both active sets are tried, first by {@link FeasibleDescent} and then by
 * Newton's method; only a stationary point that passes the second-order test counts. It is no proof that there is no other.
 *
 * <p>By products with vectors the samples are fewer, and points where the two largest eigenvalues meet are looked for from theta and from where a search
 * failed alone.
 */
final class MultiStart {

    private static final int SAMPLES_IN_FEW_VARIABLES = 32;
    private static final int SAMPLES = 16;
    /** By products with vectors a start takes thousands of them. */
    private static final int SAMPLES_IN_MANY_VARIABLES = 2;

    private static final int FEW_VARIABLES = 3;
    private static final int MAX_ESCAPES = 8;
    private static final int MAX_SUSPECTS = 8;
    private static final int MAX_SUSPECTS_IN_MANY_VARIABLES = 2;
    private static final int CROSSING_SAMPLES = 8;
    private static final long SEED = 20261128;
    /** Distances that differ relatively by less are equal: of equally near points the first one found is taken. */
    private static final double SAME_DISTANCE = 1e-9;
    /** A feasible point is known to FeasibleDescent's accuracy only; nearer by more than this, relatively, it refutes a nearest point. */
    private static final double NEARER = 1e-5;
    /** Eigenvalues closer than this part of the largest are worth a look for a crossing. */
    private static final double NEARLY_EQUAL = 0.25;

    private final int n;
    private final double edge;
    private final NearestPointSearch newton;
    private final FeasibleDescent descent;
    private final GradientFlow flow;
    private final EigenvalueCrossing crossing;
    private final boolean isDense;
    private final ArrayGeometry geometry;
    private final DMatrixRMaj point;
    private final DMatrixRMaj direction;

    MultiStart(Supplier<? extends ArrayDerivatives> derivatives, LinearAlgebra algebra, double edge) {
        ArrayDerivatives ofFlow = derivatives.get();
        this.n = ofFlow.dimension();
        Function<ArrayDerivatives, ArrayGeometry> geometries = algebra.geometries(n);
        this.isDense = algebra == LinearAlgebra.DENSE;
        this.edge = edge;
        this.newton = new NearestPointSearch(() -> geometries.apply(derivatives.get()), algebra, edge);
        this.descent = new FeasibleDescent(geometries.apply(derivatives.get()), edge);
        this.geometry = geometries.apply(derivatives.get());
        ArrayDerivatives ofCrossing = derivatives.get();
        TopTwo topTwo = algebra.topTwo(ofCrossing);
        this.flow = new GradientFlow(ofFlow, isDense ? Optional.empty() : Optional.of(topTwo));
        this.crossing = new EigenvalueCrossing(ofCrossing, topTwo, edge);
        this.point = new DMatrixRMaj(n, 1);
        this.direction = new DMatrixRMaj(n, 1);
    }

    /**
     * A nearest point.
     *
     * @param from where Newton's method on its constraints begins in order to find it, n by 1: theta itself, wherever that finds it too
     * @param onBoundary whether {@code S <= 2/eta} is active
     * @param distance from theta
     */
    record Found(DMatrixRMaj from, boolean onBoundary, double distance) {}

    /**
     * Searches.
     *
     * @param theta the point to be projected, n by 1
     * @throws UndefinedGeometryException if a derivative is not finite at theta, or theta itself is a point of the stable set where the top
     *     eigenvalue is not simple
     * @throws ClosedEigengapException if a point where the two largest eigenvalues meet is nearer than every stationary point
     * @throws ProjectionException if no stationary point passes the tests, or a nearer point of the stable set is known
     */
    Found nearestTo(DMatrixRMaj theta) {
        return new Search(theta).run();
    }

    /** One search: what is known so far. */
    private final class Search {

        private final DMatrixRMaj theta;
        private final DMatrixRMaj anyDirection = new DMatrixRMaj(n, 1);
        private final List<DMatrixRMaj> suspects = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
        private final SplittableRandom random = new SplittableRandom(SEED);
        private Optional<Found> best = Optional.empty();
        private double nearestFeasible = Double.POSITIVE_INFINITY;
        private int escapes;

        Search(DMatrixRMaj theta) {
            this.theta = theta;
            newton.setTheta(theta);
        }

        Found run() {
            requireGeometry();
            // The boundary first: a point on it is inside, too, to rounding, and counts as one on it.
            tryNewton(theta, true);
            tryNewton(theta, false);
            tryFrom(theta);
            for (DMatrixRMaj end : flow.endsFrom(theta)) {
                tryFrom(end);
            }
            tryAlongU();
            sampleBall();
            return outcome();
        }

        private void requireGeometry() {
            try {
                geometry.moveTo(theta);
            } catch (UndefinedGeometryException undefined) {
                if (!undefined.isTopNotSimple() || geometry.sharpness() <= edge) {
                    throw undefined;
                }
            }
        }

        private double reach() {
            return best.map(Found::distance).orElse(Double.POSITIVE_INFINITY);
        }

        /** Points at both sides along u, as far as a nearer point may be, and the first of the linearised projection's steps. */
        private void tryAlongU() {
            double step;
            DMatrixRMaj u;
            try {
                geometry.evaluate(theta, anyDirection, 0.0);
                u = geometry.u().copy();
                step = geometry.gradientAlongU() / geometry.sharpness();
                DMatrixRMaj linearised = offset(u, -step);
                double excess = geometry.sharpness() - edge;
                double slope = NormOps_DDRM.normF(geometry.gradS());
                if (slope > 0) {
                    CommonOps_DDRM.addEquals(linearised, -excess / (slope * slope), geometry.gradS());
                    tryFrom(linearised);
                }
            } catch (UndefinedGeometryException undefined) {
                return;
            }
            double length = best.isPresent() ? reach() : Math.abs(step);
            for (double part : isDense ? new double[] {0.25, 0.5, 1.0} : new double[] {0.5}) {
                tryFrom(offset(u, part * length));
                tryFrom(offset(u, -part * length));
            }
        }

        private void sampleBall() {
            int samples = isDense ? n <= FEW_VARIABLES ? SAMPLES_IN_FEW_VARIABLES : SAMPLES : SAMPLES_IN_MANY_VARIABLES;
            double scale = Math.max(NormOps_DDRM.normF(theta), flow.length());
            for (int i = 0; i < samples; i++) {
                // Without any point the radius is not known: from a thousandth of theta's magnitude to four times it.
                double radius = best.isPresent()
                        ? reach() * Math.sqrt((i + 0.5) / samples)
                        : scale * Math.pow(2.0, -10.0 + 12.0 * (i + 0.5) / samples);
                if (radius <= newton.rounding()) {
                    return;
                }
                tryFrom(offset(randomDirection(), radius));
            }
        }

        private DMatrixRMaj randomDirection() {
            DMatrixRMaj sample = new DMatrixRMaj(n, 1);
            for (int i = 0; i < n; i++) {
                // Box and Muller: normal deviates, so that directions are uniform.
                sample.data[i] = Math.sqrt(-2.0 * Math.log(1.0 - random.nextDouble()))
                        * Math.cos(2.0 * Math.PI * random.nextDouble());
            }
            CommonOps_DDRM.scale(1.0 / NormOps_DDRM.normF(sample), sample);
            return sample;
        }

        private DMatrixRMaj offset(DMatrixRMaj unit, double length) {
            DMatrixRMaj sum = new DMatrixRMaj(n, 1);
            CommonOps_DDRM.add(theta, length, unit, sum);
            return sum;
        }

        private void tryFrom(DMatrixRMaj start) {
            descendAndTry(start, true);
            descendAndTry(start, false);
        }

        private void descendAndTry(DMatrixRMaj start, boolean onBoundary) {
            point.setTo(start);
            try {
                if (descent.descend(theta, point, onBoundary, reach())) {
                    DMatrixRMaj feasible = point.copy();
                    double distance = distance(feasible);
                    if (onBoundary || descent.excess() <= 0) {
                        nearestFeasible = Math.min(nearestFeasible, distance);
                    }
                    // What it came to is as near as its minimum to far more than this; no nearer minimum is missed.
                    if (distance < reach() * (1.0 - SAME_DISTANCE) - newton.rounding()) {
                        tryNewton(feasible, onBoundary);
                    }
                } else {
                    suspect(point);
                }
            } catch (UndefinedGeometryException undefined) {
                suspect(point);
            }
        }

        private void tryNewton(DMatrixRMaj from, boolean onBoundary) {
            try {
                newton.searchFrom(from.data, onBoundary);
            } catch (ProjectionException none) {
                suspect(from);
                failures.add(none.getMessage());
                return;
            } catch (UndefinedGeometryException undefined) {
                suspect(from);
                failures.add(undefined.getMessage());
                return;
            }
            double distance = newton.distance();
            if (newton.isMinimum()) {
                if (distance < reach() * (1.0 - SAME_DISTANCE) - newton.rounding()) {
                    best = Optional.of(new Found(from.copy(), onBoundary, distance));
                }
            } else {
                failures.add((onBoundary ? "on the boundary" : "inside") + ": a stationary point at the distance "
                        + distance + " is not a minimum of the distance");
                escape(distance, onBoundary);
            }
        }

        /** Goes on beyond a stationary point to both sides, where the distance falls. */
        private void escape(double distance, boolean onBoundary) {
            newton.solution(point);
            if (escapes < MAX_ESCAPES && distance > 0 && newton.hasDescentDirection(direction)) {
                escapes++;
                DMatrixRMaj stationary = point.copy();
                DMatrixRMaj way = direction.copy();
                for (double part : new double[] {0.25, -0.25}) {
                    DMatrixRMaj beyond = new DMatrixRMaj(n, 1);
                    CommonOps_DDRM.add(stationary, part * distance, way, beyond);
                    descendAndTry(beyond, onBoundary);
                }
            }
        }

        private void suspect(DMatrixRMaj where) {
            if (suspects.size() < (isDense ? MAX_SUSPECTS : MAX_SUSPECTS_IN_MANY_VARIABLES) && isWorthALook(where)) {
                suspects.add(where.copy());
            }
        }

        private double distance(DMatrixRMaj q) {
            CommonOps_DDRM.subtract(q, theta, direction);
            return NormOps_DDRM.normF(direction);
        }

        private Found outcome() {
            suspects.add(theta.copy());
            double radius = best.isPresent() ? reach() : NormOps_DDRM.normF(theta);
            for (int i = 0; isDense && i < CROSSING_SAMPLES && radius > newton.rounding(); i++) {
                suspects.add(offset(randomDirection(), radius * (i + 0.5) / CROSSING_SAMPLES));
            }
            requireEigengap();
            Found found = best.orElseThrow(() -> new ProjectionException(
                    failures.isEmpty()
                            ? "no point of the stable set was found from any start"
                            : String.join("; ", failures.subList(0, Math.min(2, failures.size())))));
            if (nearestFeasible < found.distance() * (1.0 - NEARER) - newton.rounding()) {
                throw new ProjectionException("the stationary point found at the distance " + found.distance()
                        + " is not the nearest: a point of the stable set is known at " + nearestFeasible);
            }
            return found;
        }

        private void requireEigengap() {
            double nearest = reach() * (1.0 - NEARER) - newton.rounding();
            Optional<ClosedEigengapException> closed = Optional.empty();
            for (DMatrixRMaj where : suspects) {
                if (crossing.isFoundFrom(theta, reach(), where) && distance(where) < nearest) {
                    nearest = distance(where);
                    closed = Optional.of(new ClosedEigengapException(crossing.first(), crossing.second(), edge));
                }
            }
            if (closed.isPresent()) {
                throw closed.get();
            }
        }

        private boolean isWorthALook(DMatrixRMaj where) {
            if (!(NormOps_DDRM.normF(where) < Double.POSITIVE_INFINITY)) {
                return false;
            }
            try {
                geometry.moveTo(where);
                return geometry.sharpness() - geometry.secondEigenvalue() <= NEARLY_EQUAL * geometry.spectralNorm();
            } catch (UndefinedGeometryException undefined) {
                return true;
            }
        }
    }
}
