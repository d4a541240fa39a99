package org.selfstab.claims.orbit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.claims.BifurcationEvent;
import org.selfstab.claims.Branch;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.GeneralMatrix;
import org.selfstab.numeric.Norm;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Interruption;

/**
 * Follows fixed points and periodic orbits of an optimizer over a parameter by pseudo-arclength (H. B. Keller 1977), finds where their stability changes, and goes
 * over to the orbits that begin there. Along a manifold of orbits, the place on it is held. Used once.
 */
final class Continuation {

    private static final int MOST_BRANCHES = 64;
    private static final int MOST_POINTS = 4000;
    private static final int CORRECTIONS = 8;
    private static final double FIRST_STEP = 2e-3;
    private static final double LARGEST_STEP = 1e-2;
    private static final double SMALLEST_STEP = 1e-8;
    private static final double CONVERGED = 1e-13;
    private static final double RESIDUAL = 1e-9;
    private static final double LEAST_COSINE = 0.95;
    /** Singular values of the orbit's equations below this belong to a manifold of orbits. */
    private static final double NEUTRAL = 1e-9;

    /** Orbits so near to ones of a shorter period, in units of the scale, are about to become such. */
    private static final double SHORTER = 1e-4;

    private static final double FIRST_AMPLITUDE = 1e-2;
    private static final double LEAST_AMPLITUDE = 1e-6;
    /** A new branch is entered so near to where it begins, in units of the length of the branch before. */
    private static final double ENTRY = 0.02;

    private final StepMap<Binary64> map;
    private final EventLocator locator;
    private final double from;
    private final double to;
    private final int longestPeriod;
    private final int n;
    private final double stateScale;
    private final double range;
    private final IntConsumer progress;
    private final List<Branch> branches = new ArrayList<>();
    private final List<BifurcationEvent> events = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Seed> seeds = new ArrayList<>();
    private int taken;
    private int followed;

    /**
     * A continuation over a range of the parameter.
     *
     * @param scale what lengths of states are compared with
     * @param longestPeriod the longest period of orbits that are followed
     * @param progress is told how many orbits were found
     */
    Continuation(
            StepMap<Binary64> map,
            EventLocator locator,
            double from,
            double to,
            double scale,
            int longestPeriod,
            IntConsumer progress) {
        this.map = map;
        this.locator = locator;
        this.from = from;
        this.to = to;
        this.longestPeriod = longestPeriod;
        this.n = map.dimension();
        this.stateScale = scale;
        this.range = to - from;
        this.progress = progress;
    }

    /**
     * Where a branch begins.
     *
     * @param period of its orbits
     * @param state of one of them
     * @param parameter its parameter
     * @param direction a change of state and parameter that it begins with
     * @param amplitude how far it is from the branch that it comes from; 0 if from none
     * @param origin in words
     */
    record Seed(
            int period,
            FieldVector<Binary64> state,
            double parameter,
            FieldVector<Binary64> direction,
            double amplitude,
            String origin) {}

    /**
     * What came of following one seed: what a continuation that goes on needs to know of it.
     *
     * @param branches the branch; none if the seed led to no orbit, or to a branch known before
     * @param events on it that were not known before
     * @param notes what was not followed
     * @param seeds what is to be followed later
     */
    record Followed(List<Branch> branches, List<BifurcationEvent> events, List<String> notes, List<Seed> seeds) {

        Followed {
            branches = List.copyOf(branches);
            events = List.copyOf(events);
            notes = List.copyOf(notes);
            seeds = List.copyOf(seeds);
        }
    }

    /**
     * An orbit on a branch.
     *
     * @param state its state
     * @param p its parameter
     * @param tangent of the branch, of N + 1 entries, of length 1 in units of scale and range
     * @param pass its steps
     * @param transverse its multipliers but those that are 1 along a manifold of orbits
     * @param anchor the manifold
     */
    record Node(
            FieldVector<Binary64> state,
            double p,
            FieldVector<Binary64> tangent,
            OrbitPass<Binary64> pass,
            List<Complex> transverse,
            ExtendedSystem.Anchor<Binary64> anchor) {

        /** How many multipliers are outside of the unit circle. */
        int unstable() {
            return (int) transverse.stream()
                    .filter(multiplier -> multiplier.norm() > 1)
                    .count();
        }

        double spectralRadius() {
            return transverse.stream().mapToDouble(Complex::norm).max().orElse(0);
        }

        boolean turnsWith(Node other) {
            int last = tangent.getDimension() - 1;
            return tangent.getEntry(last).getReal()
                            * other.tangent.getEntry(last).getReal()
                    < 0;
        }

        boolean isAlike(Node other) {
            return unstable() == other.unstable() && !turnsWith(other);
        }
    }

    /** Branches, events and notes, once all is followed. */
    List<Branch> branches() {
        return branches;
    }

    List<BifurcationEvent> events() {
        return events;
    }

    List<String> notes() {
        return notes;
    }

    /** Adds an orbit to begin with; both directions are followed. */
    void begin(PeriodicOrbit orbit, String origin) {
        for (double sign : List.of(1.0, -1.0)) {
            boolean isInside = sign > 0 ? orbit.parameter() < to : orbit.parameter() > from;
            if (isInside) {
                FieldVector<Binary64> direction = DoubleVector.zero(n + 1);
                direction.setEntry(n, new Binary64(sign));
                seeds.add(new Seed(orbit.period(), orbit.first(), orbit.parameter(), direction, 0, origin));
            }
        }
    }

    /** Whether there is something to follow. */
    boolean hasNext() {
        return taken < seeds.size() && branches.size() < MOST_BRANCHES;
    }

    /** Follows the next seed. */
    Followed next() {
        int branchesBefore = branches.size();
        int eventsBefore = events.size();
        int notesBefore = notes.size();
        int seedsBefore = seeds.size();
        follow(seeds.get(taken++));
        return new Followed(
                branches.subList(branchesBefore, branches.size()),
                events.subList(eventsBefore, events.size()),
                notes.subList(notesBefore, notes.size()),
                seeds.subList(seedsBefore, seeds.size()));
    }

    /** Takes what came of the next seed when it was followed before. */
    void take(Followed before) {
        taken++;
        branches.addAll(before.branches());
        events.addAll(before.events());
        notes.addAll(before.notes());
        seeds.addAll(before.seeds());
    }

    /** Notes what is left where there is nothing more to follow. */
    void end() {
        if (taken < seeds.size()) {
            notes.add("of the branches found, " + (seeds.size() - taken) + " are not followed: the most are "
                    + MOST_BRANCHES);
        }
    }

    private void follow(Seed seed) {
        int neutral = neutralOf(seed.state, seed.parameter, seed.period);
        Optional<Node> first = corrected(
                seed.state,
                seed.parameter,
                direction(seed.direction),
                seed.period,
                neutral,
                seed.state,
                Double.MAX_VALUE);
        if (first.isEmpty() || isKnown(first.get(), seed.period)) {
            return;
        }
        List<Branch.Point> points = new ArrayList<>();
        int index = branches.size();
        branches.add(null);
        Node node = first.get();
        double birth = node.p;
        points.add(point(node));
        double step = seed.amplitude == 0 ? FIRST_STEP : Math.min(FIRST_STEP, seed.amplitude);
        String end = "after " + MOST_POINTS + " orbits";
        while (points.size() < MOST_POINTS) {
            Interruption.check();
            Optional<Node> next = next(node, step, seed.period, neutral);
            if (next.isEmpty()) {
                step /= 2;
                if (step < SMALLEST_STEP) {
                    end = "no further orbit is found";
                    break;
                }
                continue;
            }
            Node there = next.get();
            if (amplitude(there.pass) < Math.max(seed.amplitude / 2, SHORTER * stateScale)
                    || changesHalves(node, there)) {
                shorten(there, seed.period);
                end = "it ends on orbits of a shorter period";
                break;
            }
            if (there.p < from || there.p > to) {
                stepsToEvents(node, there, seed, index, neutral, birth);
                atEnd(node, there, seed.period, neutral).ifPresent(last -> points.add(point(last)));
                end = "it leaves the range";
                break;
            }
            stepsToEvents(node, there, seed, index, neutral, birth);
            points.add(point(there));
            progress.accept(++followed);
            node = there;
            step = Math.min(LARGEST_STEP, step * 1.3);
        }
        branches.set(index, new Branch(index, seed.period, seed.origin, points, end));
    }

    /** The orbit at the end of the range that a branch leaves it by. */
    private Optional<Node> atEnd(Node inside, Node outside, int period, int neutral) {
        double end = outside.p > to ? to : from;
        double share = outside.p == inside.p ? 0 : (end - inside.p) / (outside.p - inside.p);
        FieldVector<Binary64> direction = DoubleVector.zero(n + 1);
        direction.setEntry(n, Binary64.ONE);
        return corrected(
                inside.state.add(outside.state.subtract(inside.state).mapMultiply(new Binary64(share))),
                end,
                direction,
                period,
                neutral,
                inside.state,
                LARGEST_STEP);
    }

    /** Goes over to the orbits of a shorter period that a branch ends on. */
    private void shorten(Node node, int period) {
        for (int shorter = 1; shorter < period; shorter++) {
            if (period % shorter == 0
                    && Norm.of(node.pass.states().get(shorter).subtract(node.state))
                                    .getReal()
                            < 2 * amplitude(node.pass)) {
                PeriodicOrbit.near(map, node.state, new Binary64(node.p), shorter, stateScale)
                        .ifPresent(orbit -> begin(orbit, "where orbits of period " + period + " end"));
                return;
            }
        }
    }

    /** How far the orbit is from one of a shorter period, over the primes that divide it; infinite of a fixed point. */
    private static double amplitude(OrbitPass<Binary64> pass) {
        List<FieldVector<Binary64>> states = pass.states();
        double least = Double.POSITIVE_INFINITY;
        for (int shorter = 1; shorter < states.size(); shorter++) {
            if (states.size() % shorter == 0) {
                least = Math.min(
                        least,
                        Norm.of(states.get(shorter).subtract(states.get(0))).getReal());
            }
        }
        return least;
    }

    /** Whether the halves of an orbit change places from one node to the next: between them it is one of half the period. */
    private static boolean changesHalves(Node one, Node other) {
        return one.pass.states().size() % 2 == 0
                && halves(one).dotProduct(halves(other)).getReal() < 0;
    }

    private static FieldVector<Binary64> halves(Node node) {
        return node.state.subtract(node.pass.states().get(node.pass.states().size() / 2));
    }

    private boolean isKnown(Node node, int period) {
        FieldVector<Binary64> read = map.pointOf(node.state, new Binary64(node.p));
        List<Double> point = DoubleVector.list(read);
        for (Branch branch : branches) {
            if (branch != null && branch.period() == period) {
                for (int i = 1; i < branch.points().size(); i++) {
                    if (isBetween(branch.points().get(i - 1), branch.points().get(i), node.p, point)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isBetween(Branch.Point one, Branch.Point other, double p, List<Double> point) {
        double width = other.at() - one.at();
        double share = width == 0 ? 0 : (p - one.at()) / width;
        if (share < 0 || share > 1) {
            return false;
        }
        for (int k = 0; k < one.orbit().size(); k++) {
            double squares = 0;
            double chord = 0;
            for (int i = 0; i < point.size(); i++) {
                double a = one.orbit().get(k).get(i);
                double b = other.orbit().get(k).get(i);
                squares += Math.pow(a + share * (b - a) - point.get(i), 2);
                chord += Math.pow(b - a, 2);
            }
            if (Math.sqrt(squares) <= 0.2 * Math.sqrt(chord) + 1e-7 * stateScale) {
                return true;
            }
        }
        return false;
    }

    private Branch.Point point(Node node) {
        Binary64 p = new Binary64(node.p);
        return new Branch.Point(
                node.p,
                node.pass.states().stream()
                        .map(state -> DoubleVector.list(map.pointOf(state, p)))
                        .toList(),
                node.spectralRadius());
    }

    // Correcting

    private Optional<Node> next(Node node, double step, int period, int neutral) {
        FieldVector<Binary64> predicted =
                node.state.add(node.tangent.getSubVector(0, n).mapMultiply(new Binary64(step * stateScale)));
        double p = node.p + step * range * node.tangent.getEntry(n).getReal();
        return corrected(predicted, p, node.tangent, period, neutral, node.state, step / 2)
                .filter(there -> cosine(there, node) > LEAST_COSINE);
    }

    private static double cosine(Node one, Node other) {
        return one.tangent.dotProduct(other.tangent).getReal();
    }

    private FieldVector<Binary64> direction(FieldVector<Binary64> change) {
        FieldVector<Binary64> direction = change.copy();
        return direction.mapMultiply(Norm.of(direction).reciprocal());
    }

    /**
     * The orbit near a state and parameter, in the plane across a direction.
     *
     * @param direction of length 1 in units of scale and range
     * @param held the state whose place on a manifold of orbits is held
     * @param room how far the correction may go, in these units
     */
    private Optional<Node> corrected(
            FieldVector<Binary64> predicted,
            double predictedParameter,
            FieldVector<Binary64> direction,
            int period,
            int neutral,
            FieldVector<Binary64> held,
            double room) {
        FieldVector<Binary64> state = predicted;
        double p = predictedParameter;
        try {
            for (int i = 0; i < CORRECTIONS; i++) {
                OrbitPass<Binary64> pass = new OrbitPass<>(map, state, new Binary64(p), period);
                if (!Double.isFinite(Norm.frobenius(pass.derivative()))) {
                    return Optional.empty();
                }
                ExtendedSystem.Anchor<Binary64> anchor = anchor(pass, held, neutral);
                FieldMatrix<Binary64> system = system(pass, anchor, direction);
                FieldVector<Binary64> residual = DoubleVector.zero(n + 1);
                FieldVector<Binary64> closed = pass.residual().add(anchor.at(state));
                residual.setSubVector(0, closed.mapMultiply(new Binary64(1 / stateScale)));
                double along = direction
                                .getSubVector(0, n)
                                .dotProduct(state.subtract(predicted))
                                .getReal()
                        / stateScale;
                residual.setEntry(
                        n, new Binary64(along + direction.getEntry(n).getReal() * (p - predictedParameter) / range));
                DoubleVector change = GeneralMatrix.singularValues(system).solve(DoubleVector.copyOf(residual), n + 1);
                state = state.subtract(change.getSubVector(0, n).mapMultiply(new Binary64(stateScale)));
                p -= change.getEntry(n).getReal() * range;
                double size = Norm.of(change).getReal();
                if (!Double.isFinite(size) || size > room) {
                    return Optional.empty();
                }
                boolean isNear = size <= CONVERGED || (i == CORRECTIONS - 1 && size <= 1e3 * CONVERGED);
                if (isNear) {
                    return node(state, p, direction, period, neutral);
                }
            }
        } catch (MathRuntimeException | IllegalStateException singular) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<Node> node(
            FieldVector<Binary64> state, double p, FieldVector<Binary64> direction, int period, int neutral) {
        OrbitPass<Binary64> pass = new OrbitPass<>(map, state, new Binary64(p), period);
        double residual = Norm.of(pass.residual()).getReal();
        if (!(residual <= RESIDUAL * stateScale) || !Double.isFinite(Norm.frobenius(pass.derivative()))) {
            return Optional.empty();
        }
        ExtendedSystem.Anchor<Binary64> anchor = anchor(pass, state, neutral);
        FieldVector<Binary64> end = DoubleVector.zero(n + 1);
        end.setEntry(n, Binary64.ONE);
        DoubleVector tangent =
                GeneralMatrix.singularValues(system(pass, anchor, direction)).solve(DoubleVector.copyOf(end), n + 1);
        PeriodicOrbit orbit =
                new PeriodicOrbit(pass.states(), p, residual, GeneralMatrix.eigenvalues(pass.derivative()), neutral);
        return Optional.of(new Node(state, p, direction(tangent), pass, orbit.transverse(), anchor));
    }

    /** The equations' derivative, bordered by a direction, in units of scale and range. */
    private FieldMatrix<Binary64> system(
            OrbitPass<Binary64> pass, ExtendedSystem.Anchor<Binary64> anchor, FieldVector<Binary64> direction) {
        FieldMatrix<Binary64> system = MatrixUtils.createFieldMatrix(Binary64Field.getInstance(), n + 1, n + 1);
        system.setSubMatrix(deflated(pass, anchor).getData(), 0, 0);
        FieldVector<Binary64> byParameter = pass.alongParameter().mapMultiply(new Binary64(range / stateScale));
        for (int i = 0; i < n; i++) {
            system.setEntry(i, n, byParameter.getEntry(i));
        }
        system.setRowVector(n, direction);
        return system;
    }

    private FieldMatrix<Binary64> deflated(OrbitPass<Binary64> pass, ExtendedSystem.Anchor<Binary64> anchor) {
        FieldMatrix<Binary64> matrix = PeriodicOrbit.minusIdentity(pass.derivative());
        for (int i = 0; i < anchor.left().size(); i++) {
            matrix = matrix.add(anchor.left().get(i).outerProduct(anchor.right().get(i)));
        }
        return matrix;
    }

    private int neutralOf(FieldVector<Binary64> state, double p, int period) {
        OrbitPass<Binary64> pass = new OrbitPass<>(map, state, new Binary64(p), period);
        GeneralMatrix.SingularValues values =
                GeneralMatrix.singularValues(PeriodicOrbit.minusIdentity(pass.derivative()));
        return n - values.rank(NEUTRAL * Math.max(1, values.values().get(0)));
    }

    private ExtendedSystem.Anchor<Binary64> anchor(OrbitPass<Binary64> pass, FieldVector<Binary64> held, int neutral) {
        List<FieldVector<Binary64>> left = new ArrayList<>();
        List<FieldVector<Binary64>> right = new ArrayList<>();
        if (neutral > 0) {
            GeneralMatrix.SingularValues values =
                    GeneralMatrix.singularValues(PeriodicOrbit.minusIdentity(pass.derivative()));
            left.addAll(values.left().subList(n - neutral, n));
            right.addAll(values.right().subList(n - neutral, n));
        }
        return new ExtendedSystem.Anchor<>(held, left, right);
    }

    // Events

    /** All events between two orbits of a branch, in their order. */
    private void stepsToEvents(Node before, Node after, Seed seed, int index, int neutral, double birth) {
        Node left = before;
        for (int i = 0; i <= 2 * n && !left.isAlike(after); i++) {
            Node inside = left;
            Node outside = after;
            for (int j = 0; j < 40 && separation(inside, outside) > 1e-7; j++) {
                Optional<Node> middle = between(inside, outside, seed.period, neutral);
                if (middle.isEmpty()) {
                    break;
                }
                if (middle.get().isAlike(inside)) {
                    inside = middle.get();
                } else {
                    outside = middle.get();
                }
            }
            report(inside, outside, seed, index, birth);
            left = outside;
        }
    }

    private double separation(Node one, Node other) {
        return Math.max(
                Math.abs(one.p - other.p) / range,
                Norm.of(one.state.subtract(other.state)).getReal() / stateScale);
    }

    private Optional<Node> between(Node one, Node other, int period, int neutral) {
        FieldVector<Binary64> chord = DoubleVector.zero(n + 1);
        chord.setSubVector(0, other.state.subtract(one.state).mapMultiply(new Binary64(1 / stateScale)));
        chord.setEntry(n, new Binary64((other.p - one.p) / range));
        if (Norm.of(chord).isZero()) {
            return Optional.empty();
        }
        return corrected(
                one.state.add(other.state).mapMultiply(new Binary64(0.5)),
                (one.p + other.p) / 2,
                direction(chord),
                period,
                neutral,
                one.state,
                Double.MAX_VALUE);
    }

    private void report(Node inside, Node outside, Seed seed, int index, double birth) {
        boolean turns = inside.turnsWith(outside);
        Optional<EventLocator.Located> located = locator.locate(inside, outside, seed.period, turns, stateScale, range);
        if (located.isEmpty()) {
            return;
        }
        EventLocator.Located found = located.get();
        if (found.p() < from || found.p() > to) {
            return;
        }
        if (amplitude(new OrbitPass<>(map, found.state(), new Binary64(found.p()), seed.period))
                < SHORTER * stateScale) {
            shorten(outside, seed.period);
            return;
        }
        BifurcationEvent event = new BifurcationEvent(
                found.kind(),
                seed.period,
                found.p(),
                DoubleVector.list(map.pointOf(found.state(), new Binary64(found.p()))),
                index,
                Math.min(inside.unstable(), outside.unstable()) == 0,
                found.isPolished(),
                found.error());
        boolean isNew = events.stream()
                .noneMatch(other -> other.kind() == event.kind()
                        && other.period() == event.period()
                        && Math.abs(other.at() - event.at()) <= 1e-10 * Math.max(range, Math.abs(event.at())));
        if (!isNew) {
            return;
        }
        events.add(event);
        if (event.changesStability()) {
            enter(event, found, inside, birth);
        }
    }

    /** Goes over to the orbits that begin at an event. */
    private void enter(BifurcationEvent event, EventLocator.Located found, Node inside, double birth) {
        int period = event.kind() == BifurcationEvent.Kind.FLIP ? 2 * event.period() : event.period();
        boolean isBranching = event.kind() == BifurcationEvent.Kind.FLIP
                || event.kind() == BifurcationEvent.Kind.PITCHFORK
                || event.kind() == BifurcationEvent.Kind.TRANSCRITICAL;
        if (!isBranching || period > longestPeriod) {
            return;
        }
        double near = ENTRY * Math.max(Math.abs(event.at() - birth), 1e-3 * range);
        Optional<Seed> seed = Optional.empty();
        for (double amplitude = FIRST_AMPLITUDE; amplitude >= LEAST_AMPLITUDE; amplitude /= 3) {
            Optional<Seed> tried = beside(event, found, inside, period, amplitude);
            if (tried.isPresent()) {
                seed = tried;
                if (Math.abs(tried.get().parameter - event.at()) <= near) {
                    break;
                }
            }
        }
        seed.ifPresentOrElse(
                seeds::add,
                () -> notes.add("no orbits of period " + period + " are found beside the "
                        + event.kind().word() + " of period " + event.period() + " at " + Digits.text(event.at())));
    }

    private Optional<Seed> beside(
            BifurcationEvent event, EventLocator.Located found, Node inside, int period, double amplitude) {
        FieldVector<Binary64> across =
                found.vector().mapMultiply(Norm.of(found.vector()).reciprocal());
        FieldVector<Binary64> direction = DoubleVector.zero(n + 1);
        direction.setSubVector(0, across);
        FieldVector<Binary64> predicted = found.state().add(across.mapMultiply(new Binary64(amplitude * stateScale)));
        for (int neutral : List.of(inside.anchor.left().size(), 0)) {
            Optional<Node> node =
                    corrected(predicted, event.at(), direction, period, neutral, found.state(), amplitude * 0.9 + 0.2);
            Optional<Seed> seed = node.filter(each -> isApart(each, period, event, amplitude))
                    .map(each -> seed(each, event, found, period, amplitude));
            if (seed.isPresent()) {
                return seed;
            }
        }
        return Optional.empty();
    }

    private boolean isApart(Node node, int period, BifurcationEvent event, double amplitude) {
        return amplitude(node.pass) > amplitude * stateScale / 2
                || (period == event.period() && amplitude(node.pass) > SHORTER * stateScale);
    }

    private Seed seed(Node node, BifurcationEvent event, EventLocator.Located found, int period, double amplitude) {
        FieldVector<Binary64> outward = DoubleVector.zero(n + 1);
        outward.setSubVector(0, node.state.subtract(found.state()).mapMultiply(new Binary64(1 / stateScale)));
        outward.setEntry(n, new Binary64((node.p - event.at()) / range));
        return new Seed(
                period,
                node.state,
                node.p,
                outward,
                period == event.period() ? 0 : amplitude * stateScale,
                event.kind().word() + " of period " + event.period() + " at " + Digits.text(event.at()));
    }

    /** Events by period and place. */
    static Comparator<BifurcationEvent> order() {
        return Comparator.comparingInt(BifurcationEvent::period).thenComparingDouble(BifurcationEvent::at);
    }
}
