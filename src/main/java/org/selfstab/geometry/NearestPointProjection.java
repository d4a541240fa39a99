package org.selfstab.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.selfstab.numeric.Norm;

/**
 * The true nearest point of the stable set (theory.md section 2): Newton's method on the Karush-Kuhn-Tucker system, with exact
 * second derivatives of the constraints, and an active-set test on {@code S <= 2/eta}, from where a {@link NearestPointStrategy} has it
 * begin. Converges to rounding. Over any field; {@link CompiledNearestPoint} is the same in compiled doubles.
 *
 * @param <T> the field's elements
 */
public final class NearestPointProjection<T extends CalculusFieldElement<T>> implements StableSetProjection<T> {

    private final GeometryEvaluator<T> evaluator;
    private final T edge;

    public NearestPointProjection(GeometryEvaluator<T> evaluator, T edge) {
        this.evaluator = evaluator;
        this.edge = edge;
    }

    @Override
    public Projection<T> project(FieldVector<T> theta, SignConvention<T> orientation) {
        Searches searches = new Searches(theta);
        boolean onBoundary = searches.strategy().project(searches.roundedTheta());
        return searches.projection(onBoundary, orientation);
    }

    @Override
    public Projection<T> projectNear(FieldVector<T> theta, LocalGeometry<T> known) {
        Searches searches = new Searches(theta);
        double distance = Norm.of(theta.subtract(known.point())).getReal();
        boolean onBoundary = searches.strategy().projectNear(searches.roundedTheta(), distance);
        return searches.projection(onBoundary, SignConvention.along(known.u()));
    }

    @Override
    public Projection<T> projectByOneSearch(FieldVector<T> theta, SignConvention<T> orientation) {
        Searches searches = new Searches(theta);
        boolean onBoundary = searches.strategy().projectFromTheta();
        return searches.projection(onBoundary, orientation);
    }

    private double excess(LocalGeometry<T> geometry) {
        return geometry.sharpness().subtract(edge).getReal();
    }

    private List<KarushKuhnTuckerSystem.Constraint<T>> interiorConstraints(LocalGeometry<T> geometry) {
        return List.of(KarushKuhnTuckerSystem.Constraint.stationarityAlongU(geometry));
    }

    private List<KarushKuhnTuckerSystem.Constraint<T>> boundaryConstraints(LocalGeometry<T> geometry) {
        return List.of(
                KarushKuhnTuckerSystem.Constraint.stationarityAlongU(geometry),
                KarushKuhnTuckerSystem.Constraint.edgeOfStability(geometry, edge));
    }

    private static <T extends CalculusFieldElement<T>> T scaleOf(KarushKuhnTuckerSystem.Constraint<T> constraint) {
        T slope = Norm.of(constraint.gradient());
        if (slope.isZero()) {
            throw ActiveSet.flatConstraint(constraint.value().getReal());
        }
        return slope.reciprocal();
    }

    /** Searches for the nearest point to one theta. */
    private final class Searches implements StationarySearch {

        private final FieldVector<T> theta;
        private final double ulp;
        private LocalGeometry<T> atTheta;
        private Search last;

        Searches(FieldVector<T> theta) {
            this.theta = theta;
            this.ulp = theta.getField().getOne().ulp().getReal();
        }

        NearestPointStrategy strategy() {
            Supplier<RealPartDerivatives<T>> derivatives = () -> new RealPartDerivatives<>(evaluator.loss());
            return new NearestPointStrategy(this, derivatives, LinearAlgebra.DENSE, edge.getReal());
        }

        DMatrixRMaj roundedTheta() {
            DMatrixRMaj rounded = new DMatrixRMaj(theta.getDimension(), 1);
            RealParts.copy(theta, rounded.data);
            return rounded;
        }

        /** Where the last search ended. */
        Projection<T> projection(boolean onBoundary, SignConvention<T> orientation) {
            return Projection.at(evaluator.evaluate(last.solution(), orientation), onBoundary, edge);
        }

        @Override
        public void begin() {
            atTheta = evaluator.evaluate(theta, SignConvention.largestComponentPositive());
        }

        @Override
        public boolean thetaViolates() {
            return excess(atTheta) > 0;
        }

        @Override
        public void search(boolean onBoundary) {
            search(onBoundary, atTheta);
        }

        @Override
        public void searchFrom(double[] from, boolean onBoundary) {
            FieldVector<T> start = new ArrayFieldVector<>(theta.getField(), from.length);
            for (int i = 0; i < from.length; i++) {
                // Where the start is theta, rounded, its other digits are known.
                boolean same = from[i] == theta.getEntry(i).getReal();
                start.setEntry(
                        i, same ? theta.getEntry(i) : theta.getField().getZero().newInstance(from[i]));
            }
            search(onBoundary, evaluator.evaluate(start, SignConvention.largestComponentPositive()));
        }

        private void search(boolean onBoundary, LocalGeometry<T> start) {
            last = onBoundary
                    ? new Search("on the boundary", theta, start, NearestPointProjection.this::boundaryConstraints)
                    : new Search("inside", theta, start, NearestPointProjection.this::interiorConstraints);
            last.converge(ulp);
            if (onBoundary) {
                ActiveSet.requireMultiplier(last.sharpnessMultiplier(), rounding());
            } else {
                LocalGeometry<T> stationary =
                        evaluator.evaluate(last.solution(), SignConvention.largestComponentPositive());
                ActiveSet.requireSharpness(excess(stationary), sharpnessRounding(stationary));
            }
        }

        private double sharpnessRounding(LocalGeometry<T> geometry) {
            return ActiveSet.sharpnessRounding(
                    ulp,
                    geometry.eigensystem().spectralNorm().getReal(),
                    Norm.of(geometry.gradS())
                            .multiply(Norm.of(geometry.point()))
                            .getReal());
        }

        @Override
        public double distance() {
            return Norm.of(last.solution().subtract(theta)).getReal();
        }

        @Override
        public boolean isMinimum() {
            return last.isMinimum(rounding());
        }

        @Override
        public boolean mayReachBoundary() {
            LocalGeometry<T> geometry = evaluator.evaluate(last.solution(), SignConvention.largestComponentPositive());
            return excess(geometry)
                            + 2.0 * distance() * Norm.of(geometry.gradS()).getReal()
                    >= 0;
        }

        @Override
        public double rounding() {
            return NewtonSearch.negligible(ulp, Norm.of(theta).getReal());
        }
    }

    /** The search under one set of equality constraints. */
    private final class Search implements NewtonSearch.Iteration {

        private final String where;
        private final FieldVector<T> theta;
        private final SignConvention<T> orientation;
        private final Function<LocalGeometry<T>, List<KarushKuhnTuckerSystem.Constraint<T>>> constraintsAt;
        private final List<T> scales;
        private KarushKuhnTuckerSystem<T> system;
        private FieldVector<T> newtonStep;

        Search(
                String where,
                FieldVector<T> theta,
                LocalGeometry<T> start,
                Function<LocalGeometry<T>, List<KarushKuhnTuckerSystem.Constraint<T>>> constraintsAt) {
            this.where = where;
            this.theta = theta;
            this.orientation = SignConvention.along(start.u());
            this.constraintsAt = constraintsAt;
            List<KarushKuhnTuckerSystem.Constraint<T>> constraints = constraintsAt.apply(start);
            this.scales =
                    constraints.stream().map(NearestPointProjection::scaleOf).toList();
            this.system = systemAt(start, new ArrayFieldVector<>(theta.getField(), scales.size()));
        }

        void converge(double ulp) {
            new NewtonSearch(where, ulp).converge(this, Norm.of(theta).getReal());
        }

        FieldVector<T> solution() {
            return system.q().add(pointPart(newtonStep));
        }

        /** The multiplier of {@code S - 2/eta}, the second constraint; not negative at a nearest point. */
        double sharpnessMultiplier() {
            return system.multipliers()
                    .add(multiplierPart(newtonStep))
                    .getEntry(1)
                    .getReal();
        }

        boolean isMinimum(double rounding) {
            boolean weak = scales.size() > 1 && sharpnessMultiplier() <= rounding;
            return system.isMinimum(weak ? 1 : scales.size());
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
                LocalGeometry<T> geometry = evaluator.evaluate(system.q().add(pointPart(damped)), orientation);
                var candidate = systemAt(geometry, system.multipliers().add(multiplierPart(damped)));
                boolean descends = candidate.residualNorm().getReal() < target;
                system = descends ? candidate : system;
                return descends;
            } catch (UndefinedGeometryException tooFar) {
                return false;
            }
        }

        private KarushKuhnTuckerSystem<T> systemAt(LocalGeometry<T> geometry, FieldVector<T> multipliers) {
            List<KarushKuhnTuckerSystem.Constraint<T>> constraints = constraintsAt.apply(geometry);
            List<KarushKuhnTuckerSystem.Constraint<T>> scaled = new ArrayList<>();
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
