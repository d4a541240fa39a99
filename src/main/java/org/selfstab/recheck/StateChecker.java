package org.selfstab.recheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.TaylorLoss;

/** Verifies the sets of the optimizer's states, and of those of the constrained optimizer, each from the one before. */
final class StateChecker {

    private final Decimals decimals;
    private final EnclosedProblem problem;
    private final EnclosedOptimizer optimizer;
    private final TaylorLoss loss;
    private final SymmetricBounds bounds;
    private final int n;

    StateChecker(Decimals decimals, EnclosedProblem problem) {
        this.decimals = decimals;
        this.problem = problem;
        this.optimizer = problem.optimizer();
        this.loss = problem.loss();
        this.bounds = new SymmetricBounds(decimals);
        this.n = loss.dimension();
    }

    /** What was verified at the step before. */
    interface Verified {

        /** Contains the optimizer's state. */
        SetInclusion state();

        /** The centre for {@code dagger_t}. */
        FieldVector<DecimalInterval> dagger();

        /** {@code dagger_t} is no farther from it. */
        double daggerRadius();

        /** Contains how far the copies of the constrained optimizer stand from {@code dagger_t}; empty of one copy. */
        Optional<SetInclusion> memory();

        /** Contains {@code theta_t}. */
        EnclosedOptimizer.Points iterate();

        /** Contains {@code v*_t}. */
        EnclosedOptimizer.Points predicted();

        /** {@code |v_t - v*_t|}. */
        default DecimalInterval deviation(Decimals decimals) {
            DecimalInterval ofCentres = decimals.norm(
                    iterate().centre().subtract(dagger()).subtract(predicted().centre()));
            DecimalInterval radius = iterate()
                    .radius()
                    .add(decimals.field().of(daggerRadius()))
                    .add(predicted().radius());
            DecimalInterval around = ofCentres.add(radius.symmetricHull());
            return around.isFinite() && around.lower().signum() < 0 ? decimals.upTo(around.mag()) : around;
        }
    }

    SetInclusion set(CertificateRecords.Set written) {
        int size = optimizer.copies() * n;
        boolean fits = written.centre().size() == size
                && written.frame().size() == size
                && written.frame().stream().allMatch(row -> row.size() == size)
                && written.radii().size() == size;
        RejectedException.unless(fits, "a set has not the dimension " + size);
        return new SetInclusion(decimals, written);
    }

    /** Requires a set to contain the start, or the image of the one before. */
    void requireCarried(SetInclusion set, Optional<SetInclusion> before) {
        if (before.isEmpty()) {
            RejectedException.unless(
                    set.contains(optimizer.standing(problem.start())), "the first set does not contain the start");
            return;
        }
        FieldVector<DecimalInterval> centre = before.get().centre();
        FieldMatrix<DecimalInterval> hessian = CentredForm.over(
                        decimals, loss, optimizer.read(decimals, before.get()).box())
                .hessian();
        RejectedException.unless(
                set.containsImage(
                        optimizer.next(centre, loss.over(optimizer.read(centre)).gradient()),
                        optimizer.derivative(hessian).multiply(before.get().frame()),
                        before.get().radii(),
                        decimals.field().getZero()),
                "the set of theta_t does not contain the image of the one before");
    }

    /** The problem's start as a set of points. */
    EnclosedOptimizer.Points start() {
        FieldVector<DecimalInterval> middle = decimals.middle(problem.start());
        return new EnclosedOptimizer.Points(
                middle,
                problem.start(),
                decimals.norm(problem.start().subtract(middle)).mag());
    }

    /**
     * Requires the state of a run that begins at the edge, theory.md section 10: copy i at {@code psi_0 + (r_i - 1) U U^T (psi_0 - dagger_0)}.
     *
     * @param dagger contains {@code dagger_0}
     * @param basis contains U there
     */
    void requireOscillating(
            SetInclusion state, FieldVector<DecimalInterval> dagger, List<FieldVector<DecimalInterval>> basis) {
        FieldVector<DecimalInterval> displacement = problem.start().subtract(dagger);
        FieldVector<DecimalInterval> along = decimals.zeros(n);
        for (FieldVector<DecimalInterval> u : basis) {
            along = along.add(u.mapMultiply(u.dotProduct(displacement)));
        }
        List<FieldVector<DecimalInterval>> copies = new ArrayList<>();
        for (DecimalInterval share : optimizer.flip().toArray()) {
            copies.add(problem.start().add(along.mapMultiply(share.subtract(1.0))));
        }
        RejectedException.unless(
                state.contains(EnclosedOptimizer.state(copies)),
                "the first set does not contain the oscillating start");
    }

    /**
     * Verifies the set of {@code E_t}, how far the copies of the constrained optimizer stand from {@code dagger_t}; empty of one copy.
     *
     * @param dagger the centre for {@code dagger_t}, which is no farther from it than the radius
     */
    Optional<SetInclusion> memory(
            Optional<CertificateRecords.Set> written,
            Optional<? extends Verified> previous,
            FieldVector<DecimalInterval> dagger,
            DecimalInterval radius) {
        RejectedException.unless(
                written.isPresent() == optimizer.copies() > 1,
                "a memory stands where the optimizer keeps several copies, and else none");
        Optional<SetInclusion> memory = written.map(this::set);
        memory.ifPresent(set -> RejectedException.unless(
                previous.isEmpty()
                        ? set.contains(decimals.zeros(optimizer.copies() * n))
                        : containsNext(set, previous.get(), dagger, radius),
                "the memory does not contain the image of the one before"));
        return memory;
    }

    /** With {@code D_t = 1 dagger_t + E_t} in (33): {@code E' = (A - B C A/(C B)) E + (1 - B/(C B)) (dagger - dagger')}. */
    private boolean containsNext(
            SetInclusion memory, Verified before, FieldVector<DecimalInterval> dagger, DecimalInterval radius) {
        DecimalInterval distance = decimals.field().of(before.daggerRadius()).add(radius);
        FieldVector<DecimalInterval> back = decimals.around(before.dagger().subtract(dagger), distance);
        FieldVector<DecimalInterval> shares = optimizer.b().mapDivide(optimizer.reach());
        FieldMatrix<DecimalInterval> map =
                optimizer.onCopies(optimizer.a().subtract(shares.outerProduct(optimizer.kept())), n);
        List<FieldVector<DecimalInterval>> pushes = new ArrayList<>();
        for (DecimalInterval share : shares.toArray()) {
            pushes.add(back.mapMultiply(decimals.field().getOne().subtract(share)));
        }
        SetInclusion old = before.memory().orElseThrow();
        return memory.containsImage(
                map.operate(old.centre()).add(EnclosedOptimizer.state(pushes)),
                map.multiply(old.frame()),
                old.radii(),
                decimals.field().getZero());
    }

    /** What {@code dagger_{t+1}} is the projection of: points within a distance of a centre. */
    record Projected(FieldVector<DecimalInterval> centre, DecimalInterval distance) {}

    /**
     * Requires the set of {@code v*_0} to contain {@code theta_0 - dagger_0}.
     *
     * @param dagger the centre for {@code dagger_0}, which is no farther from it than the radius
     */
    void requireDisplacements(
            SetInclusion predicted, SetInclusion state, FieldVector<DecimalInterval> dagger, DecimalInterval radius) {
        boolean isOne = optimizer.copies() == 1;
        RejectedException.unless(
                predicted.containsImage(
                        state.centre().subtract(optimizer.standing(isOne ? dagger : decimals.around(dagger, radius))),
                        state.frame(),
                        state.radii(),
                        isOne ? radius : decimals.field().getZero()),
                "the set of v*_0 does not contain theta_0 - dagger_0");
    }

    /**
     * Requires the set of {@code v*_t} to contain the image of the one before.
     *
     * @param image contains what becomes of the centre of the one before
     * @param derivative contains the derivatives of the step on it
     */
    void requirePredicted(
            SetInclusion predicted,
            SetInclusion before,
            FieldVector<DecimalInterval> image,
            FieldMatrix<DecimalInterval> derivative) {
        RejectedException.unless(
                predicted.containsImage(
                        image,
                        derivative.multiply(before.frame()),
                        before.radii(),
                        decimals.field().getZero()),
                "the set of v*_t does not contain the image of the one before");
    }

    /** What is projected after a step: {@code dagger_t + C A E_t + C B grad L(dagger_t)}. */
    Projected projectedAfter(Verified before) {
        DecimalInterval reach = optimizer.reach();
        FieldVector<DecimalInterval> thetas =
                before.dagger().add(loss.over(before.dagger()).gradient().mapMultiply(reach));
        DecimalInterval radius = decimals.field().of(before.daggerRadius());
        FieldMatrix<DecimalInterval> hessian = CentredForm.over(
                        decimals, loss, decimals.around(before.dagger(), radius))
                .hessian();
        DecimalInterval distance = bounds.norm(decimals.identity(n).add(hessian.scalarMultiply(reach)))
                .multiply(radius)
                .mag();
        if (before.memory().isPresent()) {
            EnclosedOptimizer.Points kept =
                    optimizer.read(decimals, optimizer.kept(), before.memory().get());
            thetas = thetas.add(kept.centre());
            distance = distance.add(kept.radius()).mag();
        }
        return new Projected(thetas, distance);
    }
}
