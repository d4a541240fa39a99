package org.selfstab.recheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.LossEnclosure;
import org.selfstab.recheck.taylor.TaylorLoss;

/** Verifies each step of a certificate of several unstable eigenvalues from the one before, theory.md section 11. */
final class UnstableStepChecker {

    private final Decimals decimals;
    private final EnclosedProblem problem;
    private final int n;
    private final int k;
    private final EnclosedOptimizer optimizer;
    private final TaylorLoss loss;
    private final SymmetricBounds bounds;
    private final StateChecker states;
    private Optional<SetInclusion> beforeEdge = Optional.empty();
    private Optional<UnstableCheckedStep> previous = Optional.empty();

    /**
     * Begins a run.
     *
     * @param k how many eigenvalues it follows
     */
    UnstableStepChecker(Decimals decimals, EnclosedProblem problem, int k) {
        this.decimals = decimals;
        this.problem = problem;
        this.loss = problem.loss();
        this.n = loss.dimension();
        this.k = k;
        this.optimizer = problem.optimizer();
        this.bounds = new SymmetricBounds(decimals);
        this.states = new StateChecker(decimals, problem);
        RejectedException.unless(
                2 <= k && k < n, "a run of " + k + " unstable eigenvalues in " + n + " variables is not verified");
        int stated = problem.stated().unstable().orElse(k);
        RejectedException.unless(stated == k, "the problem follows " + stated + " unstable eigenvalues, not " + k);
    }

    /** Verifies a set before t = 0: it contains the start, or the image of the one before; whether its projection certainly lies inside the stable set. */
    boolean approach(CertificateRecords.Approach written) {
        RejectedException.unless(!problem.stated().atEdge(), "the problem starts at t = 0, without an approach");
        SetInclusion set = states.set(written.set());
        states.requireCarried(set, beforeEdge);
        beforeEdge = Optional.of(set);
        return written.reach()
                .filter(reach -> optimizer
                        .edge()
                        .isAbove(new InteriorCheck(
                                        decimals,
                                        loss,
                                        optimizer.read(decimals, set).box())
                                .sharpnessWithin(decimals.field().of(reach))))
                .isPresent();
    }

    /** Verifies a step. */
    UnstableCheckedStep check(CertificateRecords.UnstableStep step) {
        int expected = previous.map(before -> before.t() + 1).orElse(0);
        RejectedException.unless(step.t() == expected, "step " + step.t() + " where step " + expected + " should be");
        SetInclusion state = states.set(step.iterate());
        boolean isPutAtEdge = previous.isEmpty() && problem.stated().atEdge() && optimizer.copies() > 1;
        if (!isPutAtEdge) {
            states.requireCarried(state, previous.isEmpty() ? beforeEdge : previous.map(UnstableCheckedStep::state));
        }
        EnclosedOptimizer.Points iterate = optimizer.read(decimals, state);
        EnclosedOptimizer.Points start = isPutAtEdge ? states.start() : iterate;
        Dagger dagger = dagger(
                step,
                previous.map(states::projectedAfter)
                        .orElseGet(() -> new StateChecker.Projected(start.centre(), start.radius())));
        if (isPutAtEdge) {
            states.requireOscillating(state, dagger.box(), columns(dagger.u()));
        }
        Optional<SetInclusion> memory = states.memory(step.memory(), previous, dagger.centre(), dagger.radius());
        LossEnclosure atDagger = new CentredForm(decimals, loss, dagger.centre(), dagger.box());
        UnstableDecimalGeometry geometry = UnstableDecimalGeometry.of(decimals, atDagger, dagger.u(), dagger.a());
        List<DecimalInterval> eigenvalues = bounds.eigenvalues(dagger.a());
        DecimalInterval next = next(atDagger.hessian(), dagger, step);
        RejectedException.unless(
                eigenvalues.get(k - 1).isAbove(next),
                "the eigenvalues followed at dagger_t may not be the " + k + " largest");
        FieldMatrix<DecimalInterval> covariance =
                new CovarianceCheck(decimals, geometry, optimizer).verified(step.rank(), step.covariance());
        SetInclusion predicted = states.set(step.predicted());
        requirePredicted(predicted, state, dagger, geometry);
        LossEnclosure atIterate = new CentredForm(decimals, loss, iterate.centre(), iterate.box());
        UnstableCheckedStep checked = new UnstableCheckedStep(
                step.t(),
                state,
                iterate,
                atIterate.value(),
                bounds.eigenvalues(atIterate.hessian()),
                dagger.centre(),
                step.daggerRadius(),
                memory,
                geometry,
                eigenvalues,
                next,
                step.rank(),
                covariance,
                predicted,
                optimizer.read(decimals, predicted));
        previous = Optional.of(checked);
        return checked;
    }

    private static List<FieldVector<DecimalInterval>> columns(FieldMatrix<DecimalInterval> matrix) {
        List<FieldVector<DecimalInterval>> columns = new ArrayList<>();
        for (int j = 0; j < matrix.getColumnDimension(); j++) {
            columns.add(matrix.getColumnVector(j));
        }
        return columns;
    }

    /** What was verified of {@code dagger_t}, over all solutions that it may be. */
    private record Dagger(
            FieldVector<DecimalInterval> centre,
            DecimalInterval radius,
            FieldVector<DecimalInterval> box,
            FieldMatrix<DecimalInterval> direction,
            FieldMatrix<DecimalInterval> u,
            FieldMatrix<DecimalInterval> a) {}

    /** One solution of the nearest-point equations, verified: as it lies on its piece for certain, or might, or certainly not. */
    private record Solution(
            String piece,
            FieldVector<DecimalInterval> centre,
            DecimalInterval distance,
            FieldMatrix<DecimalInterval> u,
            FieldMatrix<DecimalInterval> a,
            boolean isCertain,
            boolean isPossible,
            boolean isExcluded) {}

    private Dagger dagger(CertificateRecords.UnstableStep step, StateChecker.Projected projected) {
        List<Solution> solutions = new ArrayList<>();
        for (CertificateRecords.UnstableNearest nearest : step.nearest()) {
            solutions.add(solution(nearest, projected));
        }
        requirePieces(solutions);
        RejectedException.unless(
                previous.isPresent()
                        || problem.stated().atEdge()
                        || solutions.stream()
                                .noneMatch(solution -> solution.piece().equals(UnstableStationarity.NONE)),
                "it is not the first iterate at the edge: its projection lies inside of the stable set");
        RejectedException.unless(
                step.nearest().stream()
                                .map(CertificateRecords.UnstableNearest::reference)
                                .distinct()
                                .count()
                        == 1,
                "U has two references");
        DecimalInterval radius = decimals.field().of(step.daggerRadius());
        Solution first = solutions.get(0);
        FieldVector<DecimalInterval> centre = first.centre();
        FieldMatrix<DecimalInterval> u = first.u();
        FieldMatrix<DecimalInterval> a = first.a();
        RejectedException.unless(
                step.nearest().get(0).distance() <= step.daggerRadius(), "dagger_t may be outside its ball");
        for (Solution other : solutions.subList(1, solutions.size())) {
            DecimalInterval away = decimals.norm(centre.subtract(other.centre()));
            RejectedException.unless(
                    away.add(other.distance()).mag().isAtMost(radius), "dagger_t may be outside its ball");
            u = hull(u, other.u());
            a = hull(a, other.a());
        }
        return new Dagger(centre, radius, decimals.around(centre, radius), decimals.middles(first.u()), u, a);
    }

    private static FieldMatrix<DecimalInterval> hull(
            FieldMatrix<DecimalInterval> one, FieldMatrix<DecimalInterval> other) {
        FieldMatrix<DecimalInterval> hull = one.copy();
        for (int i = 0; i < hull.getRowDimension(); i++) {
            for (int j = 0; j < hull.getColumnDimension(); j++) {
                hull.setEntry(i, j, one.getEntry(i, j).hull(other.getEntry(i, j)));
            }
        }
        return hull;
    }

    /** One solution is enough where it is certain how many eigenvalues are held; else it may be either of two, but not if both certainly have a wrong sign. */
    private static void requirePieces(List<Solution> solutions) {
        List<String> pieces = solutions.stream().map(Solution::piece).toList();
        boolean both = pieces.size() == 2
                && pieces.contains(UnstableStationarity.ALL)
                && pieces.contains(UnstableStationarity.ONE)
                && solutions.stream().allMatch(Solution::isPossible)
                && !solutions.stream().allMatch(Solution::isExcluded);
        RejectedException.unless(
                both || (solutions.size() == 1 && solutions.get(0).isCertain()),
                "dagger_t may lie on another piece of the stable set");
    }

    private Solution solution(CertificateRecords.UnstableNearest nearest, StateChecker.Projected projected) {
        String piece = nearest.piece();
        boolean isKnown = piece.equals(UnstableStationarity.ALL)
                || piece.equals(UnstableStationarity.NONE)
                || (piece.equals(UnstableStationarity.ONE) && k == 2);
        RejectedException.unless(isKnown, "unknown piece of the stable set of " + k + " eigenvalues");
        StepChecker.requireSize(nearest.zero(), UnstableStationarity.size(n, k));
        boolean fits =
                nearest.reference().size() == k && nearest.reference().stream().allMatch(row -> row.size() == n);
        RejectedException.unless(fits, "the reference of U has not " + k + " rows of " + n);
        List<FieldVector<DecimalInterval>> reference =
                nearest.reference().stream().map(decimals::vector).toList();
        FieldVector<DecimalInterval> centre = decimals.vector(nearest.zero().centre());
        FieldVector<DecimalInterval> box = decimals.vector(nearest.zero().box());
        FieldVector<DecimalInterval> radii = decimals.vector(nearest.zero().radii());
        UnstableStationarity atCentre = new UnstableStationarity(
                decimals, loss.over(centre.getSubVector(0, n)), optimizer.edge(), reference, centre, piece);
        FieldVector<DecimalInterval> residual = atCentre.value();
        residual.setSubVector(0, residual.getSubVector(0, n).subtract(projected.centre()));
        ZeroTest test = new ZeroTest(
                decimals,
                centre,
                residual,
                n,
                projected.distance(),
                decimals.roughlyInverse(atCentre.jacobian())
                        .orElseThrow(() -> new RejectedException("the Jacobian at a stated zero is singular")));
        FieldVector<DecimalInterval> contraction = test.contraction(
                over(decimals.around(centre, box), reference, piece).jacobian(), box);
        RejectedException.unless(
                test.passes(contraction, box, radii), "Krawczyk's test of dagger_t does not pass as stated");
        DecimalInterval stated = decimals.field().of(nearest.distance());
        RejectedException.unless(
                test.distance(contraction, n, projected.distance()).mag().isAtMost(stated),
                "dagger_t may be farther from its centre than stated");
        UnstableStationarity found = over(decimals.around(centre, radii), reference, piece);
        return new Solution(
                piece,
                centre.getSubVector(0, n),
                stated,
                found.u(),
                found.a(),
                isCertain(found, piece),
                !piece.equals(UnstableStationarity.ONE) || isOne(found),
                isExcluded(found, piece));
    }

    private UnstableStationarity over(
            FieldVector<DecimalInterval> unknowns, List<FieldVector<DecimalInterval>> reference, String piece) {
        LossEnclosure local = CentredForm.over(decimals, loss, unknowns.getSubVector(0, n));
        return new UnstableStationarity(decimals, local, optimizer.edge(), reference, unknowns, piece);
    }

    /** Whether the multiplier is certainly not negative, and A certainly not above the edge. */
    private boolean isCertain(UnstableStationarity found, String piece) {
        return switch (piece) {
            case UnstableStationarity.ALL -> SymmetricBounds.arePositiveDefinite(found.z());
            case UnstableStationarity.ONE ->
                isOne(found)
                        && found.belowEdge().isFinite()
                        && found.belowEdge().lower().signum() >= 0;
            default ->
                SymmetricBounds.arePositiveDefinite(
                        decimals.identity(k).scalarMultiply(optimizer.edge()).subtract(found.a()));
        };
    }

    /** Whether, of two eigenvalues, the multiplier certainly has a negative eigenvalue, or A certainly one above the edge. */
    private static boolean isExcluded(UnstableStationarity found, String piece) {
        if (piece.equals(UnstableStationarity.ONE)) {
            return found.belowEdge().negate().isPositive();
        }
        FieldMatrix<DecimalInterval> z = found.z();
        DecimalInterval determinant = z.getEntry(0, 0)
                .multiply(z.getEntry(1, 1))
                .subtract(z.getEntry(0, 1).square());
        DecimalInterval trace = z.getEntry(0, 0).add(z.getEntry(1, 1));
        return determinant.negate().isPositive() || trace.negate().isPositive();
    }

    /** Whether an eigenvalue is certainly held, and the other one above 0, so that the equations say what they should. */
    private boolean isOne(UnstableStationarity found) {
        DecimalInterval size = found.z().getEntry(0, 0).add(found.z().getEntry(1, 1));
        return size.isPositive()
                && optimizer.edge().subtract(found.belowEdge().multiply(size)).isPositive();
    }

    /** Verifies the bound on {@code lambda_{k+1}}: {@code lambda_{k+1}(H) <= lambda_1(H - m V V')} for every V of k columns and every m not negative. */
    private DecimalInterval next(
            FieldMatrix<DecimalInterval> hessian, Dagger dagger, CertificateRecords.UnstableStep step) {
        DecimalInterval bound = decimals.field()
                .of(step.nextAtMost().orElseThrow(() -> new RejectedException("no upper bound on lambda_" + (k + 1))));
        DecimalInterval weight = optimizer.edge().subtract(bound).mag().multiply(2);
        FieldMatrix<DecimalInterval> deflated = hessian.subtract(
                dagger.direction().multiply(dagger.direction().transpose()).scalarMultiply(weight));
        RejectedException.unless(
                SymmetricBounds.arePositiveDefinite(
                        decimals.identity(n).scalarMultiply(bound).subtract(deflated)),
                "lambda_" + (k + 1) + " at dagger_t may exceed its bound");
        return bound;
    }

    private void requirePredicted(
            SetInclusion predicted, SetInclusion state, Dagger dagger, UnstableDecimalGeometry geometry) {
        if (previous.isEmpty()) {
            states.requireDisplacements(predicted, state, dagger.centre(), dagger.radius());
            return;
        }
        UnstableCheckedStep before = previous.get();
        PredictionMap map = new PredictionMap(decimals, optimizer, before.geometry(), before.covariance(), geometry);
        states.requirePredicted(
                predicted,
                before.predictedState(),
                map.value(before.predictedState().centre()),
                map.derivative(before.predicted().box()));
    }

    /**
     * The predicted dynamics (39): a step of the optimizer by the force {@code H P w + dA : (X X' - Sigma)/2 + U (A + Y) X}, after which what is off U and what is along
     * it are carried on apart.
     *
     * @param here the geometry at {@code dagger_t}
     * @param covariance contains Sigma there
     * @param next the geometry at {@code dagger_{t+1}}
     */
    private record PredictionMap(
            Decimals decimals,
            EnclosedOptimizer optimizer,
            UnstableDecimalGeometry here,
            FieldMatrix<DecimalInterval> covariance,
            UnstableDecimalGeometry next) {

        /** {@code P' P + U' U'^T U U^T}. */
        private FieldMatrix<DecimalInterval> turn() {
            return next.offSpace().multiply(here.offSpace()).add(next.onSpace().multiply(here.onSpace()));
        }

        /** Contains the next displacements of all copies for these in a box. */
        FieldVector<DecimalInterval> value(FieldVector<DecimalInterval> displacements) {
            FieldVector<DecimalInterval> w = optimizer.read(displacements);
            FieldVector<DecimalInterval> x = here.u().transpose().operate(w);
            FieldMatrix<DecimalInterval> excess =
                    x.outerProduct(x).subtract(covariance).scalarMultiply(decimals.half());
            FieldVector<DecimalInterval> force = here.local()
                    .hessian()
                    .operate(here.offSpace().operate(w))
                    .add(here.push(excess))
                    .add(here.u().operate(here.a().add(here.y(w)).operate(x)));
            FieldMatrix<DecimalInterval> turn = turn();
            return EnclosedOptimizer.state(optimizer.copies(optimizer.next(displacements, force)).stream()
                    .map(turn::operate)
                    .toList());
        }

        /** Contains the derivatives by the displacements where {@code w = C V} is in a box. */
        FieldMatrix<DecimalInterval> derivative(FieldVector<DecimalInterval> w) {
            FieldMatrix<DecimalInterval> u = here.u();
            FieldMatrix<DecimalInterval> bends = here.bends(u.transpose().operate(w));
            FieldMatrix<DecimalInterval> force = here.local()
                    .hessian()
                    .multiply(here.offSpace())
                    .add(bends.multiply(u.transpose()))
                    .add(u.multiply(bends.transpose()))
                    .add(u.multiply(here.a().add(here.y(w))).multiply(u.transpose()));
            FieldMatrix<DecimalInterval> turn = turn();
            FieldMatrix<DecimalInterval> pushed = turn.multiply(force);
            return optimizer.blocks(w.getDimension(), (i, j) -> turn.scalarMultiply(
                            optimizer.a().getEntry(i, j))
                    .add(pushed.scalarMultiply(
                            optimizer.b().getEntry(i).multiply(optimizer.c().getEntry(j)))));
        }
    }
}
