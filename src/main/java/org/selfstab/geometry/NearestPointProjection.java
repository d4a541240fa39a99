package org.selfstab.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;

/**
 * The true nearest point of the stable set (theory.md section 2): Newton's method on the Karush-Kuhn-Tucker system, with exact
 * second derivatives of the constraints, and an active-set test on {@code S <= 2/eta}. Converges to rounding; the point is the
 * nearest of those near theta. Over any field; {@link CompiledNearestPoint} is the same in compiled doubles.
 *
 * @param <T> the field's elements
 */
public final class NearestPointProjection<T extends CalculusFieldElement<T>> implements StableSetProjection<T> {

    private final Surveyor<T> surveyor;
    private final T sharpnessBound;

    public NearestPointProjection(Surveyor<T> surveyor, T eta) {
        this.surveyor = surveyor;
        this.sharpnessBound = eta.reciprocal().multiply(2.0);
    }

    @Override
    public Projection<T> project(FieldVector<T> theta, Orientation<T> orientation) {
        LocalGeometry<T> atTheta = surveyor.survey(theta, orientation);
        return new ActiveSet<>(() -> boundaryPoint(atTheta, orientation), () -> interiorPoint(atTheta, orientation))
                .resolve(excess(atTheta) > 0);
    }

    private Projection<T> interiorPoint(LocalGeometry<T> atTheta, Orientation<T> orientation) {
        LocalGeometry<T> stationary = new Search("inside", atTheta, orientation, this::interiorConstraints)
                .nearest()
                .geometry();
        if (excess(stationary) > 0) {
            throw ActiveSet.sharpnessExceeds(excess(stationary));
        }
        return Projection.at(stationary, false, sharpnessBound);
    }

    private Projection<T> boundaryPoint(LocalGeometry<T> atTheta, Orientation<T> orientation) {
        Solution<T> solution = new Search("on the boundary", atTheta, orientation, this::boundaryConstraints).nearest();
        if (solution.sharpnessMultiplier() < 0) {
            throw ActiveSet.negativeMultiplier(solution.sharpnessMultiplier());
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
            throw ActiveSet.flatConstraint(constraint.value().getReal());
        }
        return slope.reciprocal();
    }

    private record Solution<T extends CalculusFieldElement<T>>(LocalGeometry<T> geometry, FieldVector<T> multipliers) {

        /** The multiplier of {@code S - 2/eta}, the second constraint; not negative at a nearest point. */
        double sharpnessMultiplier() {
            return multipliers.getEntry(1).getReal();
        }
    }

    /** The search from theta under one set of equality constraints. */
    private final class Search implements NewtonSearch.Iteration {

        private final String where;
        private final FieldVector<T> theta;
        private final Orientation<T> orientation;
        private final Function<LocalGeometry<T>, List<Constraint<T>>> constraintsAt;
        private final List<T> scales;
        private KarushKuhnTuckerSystem<T> system;
        private FieldVector<T> newtonStep;

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
            double ulp = theta.getField().getOne().ulp().getReal();
            new NewtonSearch(where, ulp).converge(this, Norm.of(theta).getReal());
            FieldVector<T> q = system.q().add(pointPart(newtonStep));
            return new Solution<>(
                    surveyor.survey(q, orientation), system.multipliers().add(multiplierPart(newtonStep)));
        }

        @Override
        public double prepareStep() {
            newtonStep = system.newtonStep();
            return Norm.of(pointPart(newtonStep)).getReal();
        }

        @Override
        public double residual() {
            return system.residualNorm().getReal();
        }

        @Override
        public boolean advance(double damping, double target) {
            FieldVector<T> damped =
                    newtonStep.mapMultiply(theta.getField().getOne().newInstance(damping));
            try {
                LocalGeometry<T> geometry = surveyor.survey(system.q().add(pointPart(damped)), orientation);
                var candidate = systemAt(geometry, system.multipliers().add(multiplierPart(damped)));
                boolean descends = candidate.residualNorm().getReal() < target;
                system = descends ? candidate : system;
                return descends;
            } catch (UndefinedGeometryException tooFar) {
                return false;
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
