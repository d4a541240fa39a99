package org.selfstab.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;

/**
 * The true nearest point of the stable set (theory.md section 2): Newton's method on the Karush-Kuhn-Tucker system, with exact
 * second derivatives of the constraints, and an active-set test on {@code S <= 2/eta}. Converges to rounding; the point is the
 * nearest of those near theta.
 *
 * <p>The first guess is that the inequality is active where theta itself violates it, as nearly always along the edge; a guess
 * that fails its test (a negative multiplier, or a violated inequality) gives way to the other. Both orders end at the point that
 * satisfies all conditions, but trying without the inequality first would double the work of every step at the edge.
 *
 * @param <T> the field's elements
 */
public final class NearestPointProjection<T extends CalculusFieldElement<T>> implements StableSetProjection<T> {

    private static final int MAX_STEPS = 60;
    private static final double SMALLEST_DAMPING = 1.0 / 1024.0;
    /** Steps below this many units in the last place of theta leave, by quadratic convergence, only rounding behind. */
    private static final double CONVERGED_ULPS = 4096.0;

    private final Surveyor<T> surveyor;
    private final T sharpnessBound;

    public NearestPointProjection(Surveyor<T> surveyor, T eta) {
        this.surveyor = surveyor;
        this.sharpnessBound = eta.reciprocal().multiply(2.0);
    }

    @Override
    public Projection<T> project(FieldVector<T> theta, Orientation<T> orientation) {
        LocalGeometry<T> atTheta = surveyor.survey(theta, orientation);
        Supplier<Projection<T>> boundary = () -> boundaryPoint(atTheta, orientation);
        Supplier<Projection<T>> interior = () -> interiorPoint(atTheta, orientation);
        return excess(atTheta) > 0 ? firstOf(boundary, interior) : firstOf(interior, boundary);
    }

    private Projection<T> firstOf(Supplier<Projection<T>> likely, Supplier<Projection<T>> other) {
        try {
            return likely.get();
        } catch (ProjectionException likelyFailure) {
            try {
                return other.get();
            } catch (ProjectionException otherFailure) {
                throw new ProjectionException(likelyFailure.getMessage() + "; " + otherFailure.getMessage());
            }
        }
    }

    private Projection<T> interiorPoint(LocalGeometry<T> atTheta, Orientation<T> orientation) {
        LocalGeometry<T> stationary = new Search("inside", atTheta, orientation, this::interiorConstraints)
                .nearest()
                .geometry();
        if (excess(stationary) > 0) {
            throw new ProjectionException("inside: S exceeds 2/eta by " + excess(stationary));
        }
        return Projection.at(stationary, false, sharpnessBound);
    }

    private Projection<T> boundaryPoint(LocalGeometry<T> atTheta, Orientation<T> orientation) {
        Solution<T> solution = new Search("on the boundary", atTheta, orientation, this::boundaryConstraints).nearest();
        if (solution.sharpnessMultiplier() < 0) {
            throw new ProjectionException(
                    "on the boundary: the multiplier of the sharpness is " + solution.sharpnessMultiplier() + " < 0");
        }
        return Projection.at(solution.geometry(), true, sharpnessBound);
    }

    private double excess(LocalGeometry<T> geometry) {
        return geometry.sharpness().subtract(sharpnessBound).getReal();
    }

    private List<Constraint<T>> interiorConstraints(LocalGeometry<T> geometry) {
        return List.of(Constraint.stationarityAlongU(geometry));
    }

    private List<Constraint<T>> boundaryConstraints(LocalGeometry<T> geometry) {
        return List.of(Constraint.stationarityAlongU(geometry), Constraint.edgeOfStability(geometry, sharpnessBound));
    }

    private static <T extends CalculusFieldElement<T>> T scaleOf(Constraint<T> constraint) {
        T slope = Norm.of(constraint.gradient());
        if (slope.isZero()) {
            throw new ProjectionException("a constraint of the stable set does not change near theta; residual "
                    + constraint.value().getReal());
        }
        return slope.reciprocal();
    }

    private record Solution<T extends CalculusFieldElement<T>>(LocalGeometry<T> geometry, FieldVector<T> multipliers) {

        /** The multiplier of {@code S - 2/eta}, the second constraint; not negative at a nearest point. */
        double sharpnessMultiplier() {
            return multipliers.getEntry(1).getReal();
        }
    }

    /** Newton's method with backtracking from theta, under one set of equality constraints. */
    private final class Search {

        private final String where;
        private final FieldVector<T> theta;
        private final Orientation<T> orientation;
        private final Function<LocalGeometry<T>, List<Constraint<T>>> constraintsAt;
        private final List<T> scales;
        private KarushKuhnTuckerSystem<T> system;

        Search(
                String where,
                LocalGeometry<T> atTheta,
                Orientation<T> orientation,
                Function<LocalGeometry<T>, List<Constraint<T>>> constraintsAt) {
            this.where = where;
            this.theta = atTheta.point();
            this.orientation = orientation;
            this.constraintsAt = constraintsAt;
            List<Constraint<T>> constraints = constraintsAt.apply(atTheta);
            this.scales =
                    constraints.stream().map(NearestPointProjection::scaleOf).toList();
            this.system = systemAt(atTheta, new ArrayFieldVector<>(theta.getField(), scales.size()));
        }

        Solution<T> nearest() {
            double rounding =
                    theta.getField().getOne().ulp().getReal() * Norm.of(theta).getReal();
            double previous = Double.POSITIVE_INFINITY;
            for (int i = 0; i < MAX_STEPS; i++) {
                FieldVector<T> step = system.newtonStep();
                double length = Norm.of(pointPart(step)).getReal();
                if (length <= CONVERGED_ULPS * rounding || isStagnant(length, previous)) {
                    return solutionAfter(step);
                }
                system = damped(step);
                previous = length;
            }
            throw new ProjectionException(where + ": no convergence in " + MAX_STEPS + " Newton steps; residual "
                    + system.residualNorm().getReal());
        }

        /** Rounding keeps the steps from shrinking further, yet they are far below what is looked at. */
        private boolean isStagnant(double length, double previous) {
            double small = Math.sqrt(theta.getField().getOne().ulp().getReal())
                    * Norm.of(theta).getReal();
            return length <= small && length >= 0.5 * previous;
        }

        private Solution<T> solutionAfter(FieldVector<T> step) {
            FieldVector<T> q = system.q().add(pointPart(step));
            return new Solution<>(
                    surveyor.survey(q, orientation), system.multipliers().add(multiplierPart(step)));
        }

        private KarushKuhnTuckerSystem<T> damped(FieldVector<T> step) {
            double residual = system.residualNorm().getReal();
            for (double damping = 1.0; damping >= SMALLEST_DAMPING; damping /= 2) {
                Optional<KarushKuhnTuckerSystem<T>> candidate = after(step, damping);
                double target = (1.0 - 0.1 * damping) * residual;
                if (candidate.isPresent() && candidate.get().residualNorm().getReal() < target) {
                    return candidate.get();
                }
            }
            throw new ProjectionException(where + ": no descent along the Newton step; residual " + residual);
        }

        /** The system a part of a step on; empty where the geometry is not defined, so that the step was too long. */
        private Optional<KarushKuhnTuckerSystem<T>> after(FieldVector<T> step, double damping) {
            FieldVector<T> damped = step.mapMultiply(theta.getField().getOne().newInstance(damping));
            try {
                LocalGeometry<T> geometry = surveyor.survey(system.q().add(pointPart(damped)), orientation);
                return Optional.of(systemAt(geometry, system.multipliers().add(multiplierPart(damped))));
            } catch (UndefinedGeometryException tooFar) {
                return Optional.empty();
            }
        }

        private KarushKuhnTuckerSystem<T> systemAt(LocalGeometry<T> geometry, FieldVector<T> multipliers) {
            List<Constraint<T>> constraints = constraintsAt.apply(geometry);
            List<Constraint<T>> scaled = new ArrayList<>();
            for (int i = 0; i < constraints.size(); i++) {
                scaled.add(constraints.get(i).times(scales.get(i)));
            }
            return new KarushKuhnTuckerSystem<>(theta, geometry.point(), multipliers, scaled);
        }

        private FieldVector<T> pointPart(FieldVector<T> step) {
            return step.getSubVector(0, theta.getDimension());
        }

        private FieldVector<T> multiplierPart(FieldVector<T> step) {
            return step.getSubVector(theta.getDimension(), scales.size());
        }
    }
}
