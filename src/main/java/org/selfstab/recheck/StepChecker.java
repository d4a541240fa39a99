package org.selfstab.recheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.LossEnclosure;
import org.selfstab.recheck.taylor.TaylorLoss;

/** Verifies each step of a certificate from the one before. */
final class StepChecker {

    private static final String BOUNDARY = "BOUNDARY";
    private static final String INSIDE = "INSIDE";

    private final Decimals decimals;
    private final EnclosedProblem problem;
    private final int n;
    private final EnclosedOptimizer optimizer;
    private final DecimalInterval edge;
    private final TaylorLoss loss;
    private final SymmetricBounds bounds;
    private final StateChecker states;
    private final NearestPointCheck nearest;
    private final BoundaryProjection boundary;
    private Optional<SetInclusion> beforeEdge = Optional.empty();
    private Optional<CheckedStep> previous = Optional.empty();

    StepChecker(Decimals decimals, EnclosedProblem problem) {
        this.decimals = decimals;
        this.problem = problem;
        this.loss = problem.loss();
        this.n = loss.dimension();
        this.optimizer = problem.optimizer();
        this.edge = optimizer.edge();
        this.bounds = new SymmetricBounds(decimals);
        this.states = new StateChecker(decimals, problem);
        this.nearest = new NearestPointCheck(decimals, loss, edge);
        this.boundary = new BoundaryProjection(decimals, loss, edge);
    }

    /**
     * Verifies a set before t = 0: it contains the start, or the image of the one before.
     *
     * @return contains the largest sharpness within the stated distance, where the nearest points are; the whole line if none is stated
     */
    DecimalInterval approach(CertificateRecords.Approach written) {
        RejectedException.unless(!problem.stated().atEdge(), "the problem starts at t = 0, without an approach");
        SetInclusion set = states.set(written.set());
        states.requireCarried(set, beforeEdge);
        beforeEdge = Optional.of(set);
        return written.reach()
                .map(reach -> new InteriorCheck(
                                decimals, loss, optimizer.read(decimals, set).box())
                        .sharpnessWithin(decimals.field().of(reach)))
                .orElse(decimals.field().entire());
    }

    /** Whether the iterate before t = 0 that was verified last is shown to be at the edge already. */
    boolean isAtEdge() {
        return beforeEdge
                .map(set -> optimizer.read(decimals, set))
                .filter(points -> boundary.isShown(points.centre(), points.radius()))
                .isPresent();
    }

    /**
     * Whether the projection of the iterate of t = 0 lies on the boundary for certain, if the step passes its check; not where it may lie inside too.
     *
     * @throws RejectedException if it lies inside for certain, so that t = 0 is later
     */
    static boolean isAtEdge(CertificateRecords.Step start) {
        List<String> pieces = pieces(start);
        RejectedException.unless(
                pieces.contains(BOUNDARY),
                "it is not the first iterate at the edge: its projection lies inside of the stable set");
        return pieces.equals(List.of(BOUNDARY));
    }

    private static List<String> pieces(CertificateRecords.Step step) {
        return step.nearest().stream().map(CertificateRecords.Nearest::piece).toList();
    }

    /** Verifies a step. */
    CheckedStep check(CertificateRecords.Step step) {
        int expected = previous.map(before -> before.t() + 1).orElse(0);
        RejectedException.unless(step.t() == expected, "step " + step.t() + " where step " + expected + " should be");
        SetInclusion state = states.set(step.iterate());
        boolean isPutAtEdge = previous.isEmpty() && problem.stated().atEdge() && optimizer.copies() > 1;
        if (!isPutAtEdge) {
            states.requireCarried(state, previous.isEmpty() ? beforeEdge : previous.map(CheckedStep::state));
        }
        EnclosedOptimizer.Points iterate = optimizer.read(decimals, state);
        Dagger dagger = dagger(step, isPutAtEdge ? states.start() : iterate);
        if (isPutAtEdge) {
            states.requireOscillating(state, dagger.box(), List.of(dagger.u()));
        }
        Optional<SetInclusion> memory = states.memory(step.memory(), previous, dagger.centre(), dagger.radius());
        LossEnclosure atDagger = new CentredForm(decimals, loss, dagger.centre(), dagger.box());
        FieldMatrix<DecimalInterval> hessian = atDagger.hessian();
        requireSecond(hessian, dagger, step.secondAtLeast(), step.secondAtMost());
        DecimalGeometry geometry = DecimalGeometry.of(atDagger, dagger.u(), dagger.sharpness());
        requireOrientation(geometry);
        LossEnclosure atIterate = new CentredForm(decimals, loss, iterate.centre(), iterate.box());
        FieldVector<DecimalInterval> pair = pair(atIterate.hessian(), step.iteratePair(), "theta_t");
        RejectedException.unless(
                isSimple(atIterate.hessian(), pair), "the eigenvalue stated at theta_t may not be the top one");
        SetInclusion predicted = states.set(step.predicted());
        requirePredicted(predicted, state, dagger, geometry);
        CheckedStep checked = new CheckedStep(
                step.t(),
                state,
                iterate,
                atIterate.value(),
                pair.getEntry(n),
                dagger.centre(),
                step.daggerRadius(),
                memory,
                nearest.areNearest(dagger.solutions(), previous.isEmpty()),
                step.nearest().stream()
                        .mapToDouble(CertificateRecords.Nearest::uniqueness)
                        .min()
                        .orElseThrow(),
                geometry,
                step.secondAtLeast(),
                step.secondAtMost(),
                fourthAlong(atDagger, step.quartic()),
                predicted,
                optimizer.read(decimals, predicted),
                geometry.alpha().isPositive() ? Optional.of(tube(step, dagger)) : Optional.empty());
        previous = Optional.of(checked);
        return checked;
    }

    /** What was verified of {@code dagger_t}, over all solutions that it may be. */
    private record Dagger(
            FieldVector<DecimalInterval> centre,
            DecimalInterval radius,
            FieldVector<DecimalInterval> box,
            FieldVector<DecimalInterval> direction,
            FieldVector<DecimalInterval> u,
            DecimalInterval sharpness,
            List<StationaryPoint> solutions) {}

    /** Verifies {@code dagger_t}, at first as the projection of the start. */
    private Dagger dagger(CertificateRecords.Step step, EnclosedOptimizer.Points start) {
        StateChecker.Projected projected = previous.map(states::projectedAfter)
                .orElseGet(() -> new StateChecker.Projected(start.centre(), start.radius()));
        List<Solution> solutions = new ArrayList<>();
        for (CertificateRecords.Nearest nearest : step.nearest()) {
            solutions.add(solution(nearest, projected.centre(), projected.distance()));
        }
        requirePieces(pieces(step), solutions);
        RejectedException.unless(
                step.nearest().get(0).distance() <= step.daggerRadius(), "dagger_t may be outside its ball");
        return hull(
                solutions,
                decimals.field().of(step.daggerRadius()),
                solutions.stream()
                        .map(solution -> stationary(solution, projected.centre(), projected.distance()))
                        .toList());
    }

    private StationaryPoint stationary(
            Solution solution, FieldVector<DecimalInterval> thetas, DecimalInterval distance) {
        FieldVector<DecimalInterval> unknowns = solution.enclosure();
        return new StationaryPoint(
                solution.centre().getSubVector(0, n),
                solution.distance(),
                unknowns.getSubVector(n, n),
                unknowns.getEntry(3 * n),
                solution.boundary()
                        ? unknowns.getEntry(3 * n + 1)
                        : decimals.field().getZero(),
                thetas,
                distance);
    }

    /** One solution of the nearest-point equations, verified. */
    private record Solution(
            boolean boundary,
            FieldVector<DecimalInterval> centre,
            FieldVector<DecimalInterval> enclosure,
            DecimalInterval sharpness,
            DecimalInterval distance) {}

    private Solution solution(
            CertificateRecords.Nearest nearest, FieldVector<DecimalInterval> thetas, DecimalInterval distance) {
        boolean boundary = nearest.piece().equals(BOUNDARY);
        RejectedException.unless(boundary || nearest.piece().equals(INSIDE), "unknown piece of the stable set");
        int size = 3 * n + 2;
        requireSize(nearest.zero(), size);
        FieldVector<DecimalInterval> centre = decimals.vector(nearest.zero().centre());
        FieldVector<DecimalInterval> box = decimals.vector(nearest.zero().box());
        FieldVector<DecimalInterval> radii = decimals.vector(nearest.zero().radii());
        StationarityEquations atCentre =
                new StationarityEquations(decimals, loss.over(centre.getSubVector(0, n)), edge, centre, boundary);
        FieldMatrix<DecimalInterval> jacobian = atCentre.jacobian();
        FieldVector<DecimalInterval> residual = atCentre.value();
        residual.setSubVector(0, residual.getSubVector(0, n).subtract(thetas));
        ZeroTest test = new ZeroTest(decimals, centre, residual, jacobian, n, distance);
        FieldVector<DecimalInterval> contraction = test.contraction(
                equations(decimals.around(centre, box), boundary).jacobian(), box);
        RejectedException.unless(
                test.passes(contraction, box, radii), "Krawczyk's test of dagger_t does not pass as stated");
        DecimalInterval stated = decimals.field().of(nearest.distance());
        RejectedException.unless(
                test.distance(contraction, n, distance).mag().isAtMost(stated),
                "dagger_t may be farther from its centre than stated");
        requireUniqueness(test, centre, nearest, boundary);
        FieldVector<DecimalInterval> enclosure = decimals.around(centre, radii);
        return new Solution(boundary, centre, enclosure, boundary ? edge : enclosure.getEntry(size - 1), stated);
    }

    private StationarityEquations equations(FieldVector<DecimalInterval> unknowns, boolean boundary) {
        LossEnclosure local = CentredForm.over(decimals, loss, unknowns.getSubVector(0, n));
        return new StationarityEquations(decimals, local, edge, unknowns, boundary);
    }

    private void requireUniqueness(
            ZeroTest test, FieldVector<DecimalInterval> centre, CertificateRecords.Nearest nearest, boolean boundary) {
        boolean inBox = nearest.zero().box().stream().allMatch(radius -> nearest.uniqueness() <= radius);
        if (!inBox) {
            FieldVector<DecimalInterval> cube = new ArrayFieldVector<>(
                    centre.getDimension(), decimals.field().of(nearest.uniqueness()));
            FieldVector<DecimalInterval> contraction = test.contraction(
                    equations(decimals.around(centre, cube), boundary).jacobian(), cube);
            RejectedException.unless(
                    test.passes(contraction, cube, cube), "dagger_t is not shown to be unique as far as stated");
        }
    }

    /** One solution is enough where it is certain on which piece the nearest point lies; else it may be either of two, but not if both certainly have a wrong sign. */
    private void requirePieces(List<String> pieces, List<Solution> solutions) {
        boolean both = pieces.size() == 2
                && pieces.contains(BOUNDARY)
                && pieces.contains(INSIDE)
                && !solutions.stream().allMatch(this::isExcluded);
        boolean certainlyBoundary = pieces.equals(List.of(BOUNDARY))
                && solutions.get(0).enclosure().getEntry(3 * n + 1).isPositive();
        boolean certainlyInside =
                pieces.equals(List.of(INSIDE)) && solutions.get(0).sharpness().isAtMost(edge);
        RejectedException.unless(
                both || certainlyBoundary || certainlyInside, "dagger_t may lie on another piece of the stable set");
    }

    /** Whether the multiplier is certainly negative, or inside the sharpness certainly above the edge. */
    private boolean isExcluded(Solution solution) {
        return solution.boundary()
                ? solution.enclosure().getEntry(3 * n + 1).negate().isPositive()
                : solution.sharpness().isAbove(edge);
    }

    private Dagger hull(List<Solution> solutions, DecimalInterval radius, List<StationaryPoint> points) {
        Solution first = solutions.get(0);
        FieldVector<DecimalInterval> centre = first.centre().getSubVector(0, n);
        FieldVector<DecimalInterval> u = first.enclosure().getSubVector(n, n);
        DecimalInterval sharpness = first.sharpness();
        for (Solution other : solutions.subList(1, solutions.size())) {
            DecimalInterval away = decimals.norm(centre.subtract(other.centre().getSubVector(0, n)));
            RejectedException.unless(
                    away.add(other.distance()).mag().isAtMost(radius), "dagger_t may be outside its ball");
            for (int i = 0; i < n; i++) {
                u.setEntry(i, u.getEntry(i).hull(other.enclosure().getEntry(n + i)));
            }
            sharpness = sharpness.hull(other.sharpness());
        }
        return new Dagger(
                centre,
                radius,
                decimals.around(centre, radius),
                first.centre().getSubVector(n, n),
                u,
                sharpness,
                points);
    }

    private void requireSecond(
            FieldMatrix<DecimalInterval> hessian, Dagger dagger, Optional<Double> atLeast, Optional<Double> atMost) {
        if (n == 1) {
            return;
        }
        DecimalInterval upper = stated(atMost);
        RejectedException.unless(
                bounds.isSecondBelow(hessian, dagger.direction(), upper), "lambda_2 at dagger_t may exceed its bound");
        RejectedException.unless(dagger.sharpness().isAbove(upper), "the top eigenvalue at dagger_t may be double");
        atLeast.ifPresent(bound -> RejectedException.unless(
                bounds.isSecondAbove(hessian, decimals.field().of(bound)),
                "lambda_2 at dagger_t may be below its bound"));
    }

    private DecimalInterval stated(Optional<Double> bound) {
        return decimals.field().of(bound.orElseThrow(() -> new RejectedException("no upper bound on lambda_2")));
    }

    /** The frame moves with u, whose sign must be kept from step to step. */
    private void requireOrientation(DecimalGeometry geometry) {
        previous.ifPresent(before -> RejectedException.unless(
                before.geometry().u().dotProduct(geometry.u()).isPositive(), "u turns by a right angle or more"));
    }

    /** Verifies a top eigenpair of all symmetric members, and returns the box that contains it: u and the eigenvalue. */
    private FieldVector<DecimalInterval> pair(
            FieldMatrix<DecimalInterval> hessian, CertificateRecords.Zero zero, String where) {
        requireSize(zero, n + 1);
        FieldVector<DecimalInterval> centre = decimals.vector(zero.centre());
        FieldVector<DecimalInterval> box = decimals.vector(zero.box());
        FieldVector<DecimalInterval> radii = decimals.vector(zero.radii());
        FieldVector<DecimalInterval> u = centre.getSubVector(0, n);
        FieldVector<DecimalInterval> residual = new ArrayFieldVector<>(decimals.field(), n + 1);
        residual.setSubVector(0, hessian.operate(u).subtract(u.mapMultiply(centre.getEntry(n))));
        residual.setEntry(n, Decimals.squareSum(u).subtract(1.0).multiply(0.5));
        ZeroTest test = new ZeroTest(
                decimals,
                centre,
                residual,
                TopPair.jacobian(decimals, hessian, centre),
                0,
                decimals.field().getZero());
        FieldVector<DecimalInterval> contraction =
                test.contraction(TopPair.jacobian(decimals, hessian, decimals.around(centre, box)), box);
        RejectedException.unless(
                test.passes(contraction, box, radii),
                "Krawczyk's test of the eigenpair at " + where + " does not pass as stated");
        return decimals.around(centre, radii);
    }

    private boolean isSimple(FieldMatrix<DecimalInterval> hessian, FieldVector<DecimalInterval> pair) {
        DecimalInterval sharpness = pair.getEntry(n);
        FieldVector<DecimalInterval> direction = pair.getSubVector(0, n);
        for (int i = 0; i < n; i++) {
            direction.setEntry(i, decimals.field().of(direction.getEntry(i).getReal()));
        }
        return n == 1 || sharpness.isAbove(bounds.secondEigenvalueAtMost(hessian, direction));
    }

    private void requirePredicted(SetInclusion predicted, SetInclusion state, Dagger dagger, DecimalGeometry geometry) {
        if (previous.isEmpty()) {
            states.requireDisplacements(predicted, state, dagger.centre(), dagger.radius());
            return;
        }
        PredictionMap map =
                new PredictionMap(decimals, optimizer, previous.get().geometry(), geometry);
        SetInclusion before = previous.get().predictedState();
        states.requirePredicted(
                predicted,
                before,
                map.value(before.centre()),
                map.derivative(previous.get().predicted().box()));
    }

    private CheckedStep.CheckedTube tube(CertificateRecords.Step step, Dagger dagger) {
        DecimalInterval radius = decimals.field().of(step.tubeRadius());
        RejectedException.unless(radius.isPositive(), "the tube's radius is not positive");
        FieldVector<DecimalInterval> box = decimals.around(dagger.centre(), radius.add(dagger.radius()));
        if (loss.obstacle(box).isPresent()) {
            RejectedException.unless(step.tube().isEmpty(), "the loss may not be defined in the tube");
            DecimalInterval anything = decimals.field().entire();
            return new CheckedStep.CheckedTube(anything, anything, Optional.empty(), Optional.empty());
        }
        LossEnclosure local = new CentredForm(decimals, loss, dagger.centre(), box);
        DecimalInterval third = FrobeniusNorms.third(decimals, local);
        DecimalInterval fourth = FrobeniusNorms.fourth(decimals, local);
        if (step.tube().isEmpty()) {
            return new CheckedStep.CheckedTube(third, fourth, Optional.empty(), Optional.empty());
        }
        FieldMatrix<DecimalInterval> hessian = local.hessian();
        FieldVector<DecimalInterval> pair = pair(hessian, step.tube().get().pair(), "the tube");
        FieldVector<DecimalInterval> direction =
                decimals.vector(step.tube().get().pair().centre()).getSubVector(0, n);
        Optional<Double> second = step.tube().get().secondAtMost();
        if (n > 1) {
            DecimalInterval upper = stated(second);
            RejectedException.unless(
                    bounds.isSecondBelow(hessian, direction, upper), "lambda_2 in the tube may exceed its bound");
            RejectedException.unless(pair.getEntry(n).isAbove(upper), "the top eigenvalue in the tube may be double");
        }
        return new CheckedStep.CheckedTube(
                third,
                fourth,
                Optional.of(DecimalGeometry.of(local, pair.getSubVector(0, n), pair.getEntry(n))),
                second);
    }

    /** {@code |D4L(v,v,v,v)|/|v|^4}, which the operator norm at that point is no less than. */
    private DecimalInterval fourthAlong(LossEnclosure local, List<Double> direction) {
        RejectedException.unless(
                direction.size() == n, "the direction of the fourth derivative has not " + n + " coordinates");
        FieldVector<DecimalInterval> v = decimals.vector(direction);
        DecimalInterval form = local.fourth(v, v).operate(v).dotProduct(v);
        return form.abs().divide(Decimals.squareSum(v).square());
    }

    static void requireSize(CertificateRecords.Zero zero, int size) {
        RejectedException.unless(
                zero.centre().size() == size
                        && zero.box().size() == size
                        && zero.radii().size() == size,
                "a zero has not " + size + " unknowns");
    }

    /**
     * The predicted dynamics in the moving frame, theory.md (34), for gradient descent (11). Copy i of {@code V'} is
     *
     * <pre>
     * P' [sum_j A_ij P V_j + B_i (H P w + (x^2 - delta^2)/2 gradS_perp)] + u' sum_j (A_ij + (S_c + y) B_i C_j) u . V_j
     * </pre>
     *
     * <p>so that each enclosed direction enters but once: of gradient descent the two parts of the last factor are 1 and about -2.
     *
     * @param here the geometry at {@code dagger_t}
     * @param next the geometry at {@code dagger_{t+1}}
     */
    private record PredictionMap(
            Decimals decimals, EnclosedOptimizer optimizer, DecimalGeometry here, DecimalGeometry next) {

        /** Contains the next displacements of all copies for these in a box. */
        FieldVector<DecimalInterval> value(FieldVector<DecimalInterval> displacements) {
            FieldVector<DecimalInterval> w = optimizer.read(displacements);
            DecimalInterval stretch = here.u()
                    .dotProduct(w)
                    .square()
                    .subtract(here.deltaSquared())
                    .multiply(0.5);
            FieldVector<DecimalInterval> force = here.local()
                    .hessian()
                    .operate(here.off(w))
                    .add(here.across().mapMultiply(stretch));
            List<FieldVector<DecimalInterval>> copies = optimizer.copies(displacements);
            List<FieldVector<DecimalInterval>> turned = new ArrayList<>();
            for (int i = 0; i < copies.size(); i++) {
                FieldVector<DecimalInterval> off =
                        force.mapMultiply(optimizer.b().getEntry(i));
                DecimalInterval along = decimals.field().getZero();
                for (int j = 0; j < copies.size(); j++) {
                    off = off.add(
                            here.off(copies.get(j)).mapMultiply(optimizer.a().getEntry(i, j)));
                    along = along.add(here.u().dotProduct(copies.get(j)).multiply(factor(i, j, w)));
                }
                turned.add(next.off(off).add(next.u().mapMultiply(along)));
            }
            return EnclosedOptimizer.state(turned);
        }

        /** {@code A_ij + (S_c + y) B_i C_j}. */
        private DecimalInterval factor(int i, int j, FieldVector<DecimalInterval> w) {
            return optimizer
                    .a()
                    .getEntry(i, j)
                    .add(optimizer.edge().add(here.across().dotProduct(w)).multiply(optimizer.pull(i, j)));
        }

        /** Contains the derivatives by the displacements where {@code w = C V} is in a box. */
        FieldMatrix<DecimalInterval> derivative(FieldVector<DecimalInterval> w) {
            FieldVector<DecimalInterval> bend =
                    here.across().mapMultiply(here.u().dotProduct(w));
            FieldMatrix<DecimalInterval> step =
                    optimizer.derivative(here.local().hessian());
            return optimizer.blocks(w.getDimension(), (i, j) -> {
                FieldVector<DecimalInterval> bent = bend.mapMultiply(optimizer.pull(i, j));
                FieldMatrix<DecimalInterval> off = optimizer
                        .block(step, i, j)
                        .multiply(here.projector(decimals))
                        .add(bent.outerProduct(here.u()));
                FieldVector<DecimalInterval> along =
                        here.u().mapMultiply(factor(i, j, w)).add(bent);
                return next.projector(decimals).multiply(off).add(next.u().outerProduct(along));
            });
        }
    }
}
