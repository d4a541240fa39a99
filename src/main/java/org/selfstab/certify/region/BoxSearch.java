package org.selfstab.certify.region;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.BoxClaim;
import org.selfstab.certify.BoxDecision;
import org.selfstab.certify.BoxQuantity;
import org.selfstab.certify.BoxResult;
import org.selfstab.certify.enclosure.BoxedLoss;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.interval.Interval;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunListener;
import org.selfstab.vocabulary.Interruption;

/**
 * Decides claims for all points of a box of variables and parameters by branch and bound: a part on which intervals prove the claim is
 * done with, a point at which they refute it is a counterexample, any other part is halved where it is relatively widest. About a box on
 * which the loss is not defined everywhere, eta not positive, or the optimizer without an edge, nothing is decided.
 */
public final class BoxSearch {

    private static final String NOWHERE_DEFINED = "the quantity was not shown to be defined at any point tried";
    private static final String NOT_DIVISIBLE = "enclosures of doubles are too wide to decide it";

    private final List<String> names;
    private final BoxedLoss loss;
    private final FieldVector<Interval> whole;
    private final int budget;
    private final TrialPoints points;
    private Optional<Gap> gap;
    private Optional<String> domain = Optional.empty();

    /**
     * A search.
     *
     * @param problem the problem, all of whose variables are boxed
     * @param box the intervals of the variables in the problem's order, then of parameters that are boxed too; finite
     * @param budget how many parts to look at for each claim, at least 1
     */
    public BoxSearch(Problem problem, Map<String, Interval> box, int budget) {
        this.names = List.copyOf(box.keySet());
        this.loss = new BoxedLoss(problem, names.subList(problem.variables().size(), names.size()));
        this.whole = Boxes.zero(names.size());
        for (int i = 0; i < names.size(); i++) {
            whole.setEntry(i, box.get(names.get(i)));
        }
        this.budget = budget;
        this.points = new TrialPoints(whole);
    }

    /**
     * Decides claims.
     *
     * @param listener is told the number of parts looked at for each
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public BoxResult decide(List<BoxClaim> claims, RunListener listener) {
        List<BoxDecision> decisions = claims.stream()
                .map(claim -> decide(claim, parts -> listener.progress(claim.toString(), parts)))
                .toList();
        return new BoxResult(names, Arrays.asList(whole.toArray()), domain(), decisions);
    }

    /**
     * Decides a claim.
     *
     * @param progress is told the number of parts looked at
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public BoxDecision decide(BoxClaim claim, IntConsumer progress) {
        if (gap().isPresent()) {
            Gap found = gap().get();
            return BoxDecision.undecided(claim, 1, found.part(), Interval.undefined(), found.reason());
        }
        Partition partition = new Partition(whole);
        Deque<Partition> open = new ArrayDeque<>(List.of(partition));
        MoreDigits moreDigits = new MoreDigits(loss);
        int digits = 0;
        int parts = 0;
        boolean definedSomewhere = false;
        while (!open.isEmpty()) {
            Interruption.check();
            Partition next = open.removeFirst();
            FieldVector<Interval> part = next.box();
            progress.accept(++parts);
            Interval value = value(claim.quantity(), part);
            if (claim.isProvedBy(value)) {
                continue;
            }
            List<double[]> tried = points.of(part);
            List<double[]> hidden = new ArrayList<>();
            for (int i = 0; i < tried.size(); i++) {
                Interval there = value(claim.quantity(), Boxes.at(tried.get(i)));
                if (claim.isRefutedBy(there)) {
                    return BoxDecision.refuted(claim, parts, digits, tried.get(i), there);
                }
                definedSomewhere |= there.isDefined();
                // doubles do not tell on which side of the bound the quantity is, or at the midpoint, the first,
                // whether it is defined
                if (!claim.isProvedBy(there) && (i == 0 || there.isDefined())) {
                    hidden.add(tried.get(i));
                }
            }
            Optional<MoreDigits.Finding> closer =
                    hidden.isEmpty() ? Optional.empty() : moreDigits.decide(claim, part, hidden);
            if (closer.isPresent()) {
                digits = Math.max(digits, closer.get().digits());
                if (closer.get().witness().isEmpty()) {
                    continue;
                }
                double[] witness = closer.get().witness().get();
                return BoxDecision.refuted(
                        claim, parts, digits, witness, closer.get().rounded());
            }
            if (!definedSomewhere) {
                return BoxDecision.undecided(claim, parts, part, value, NOWHERE_DEFINED);
            }
            if (parts >= budget || !next.halve(open)) {
                String reason = parts >= budget ? parts + " parts were not enough" : NOT_DIVISIBLE;
                return BoxDecision.undecided(claim, parts, part, value, reason + moreDigits.report());
            }
        }
        return BoxDecision.proved(claim, parts, digits, partition.text());
    }

    /**
     * A part, mostly a point, on which there is no problem, as far as can be shown.
     *
     * @param reason what the loss, eta or the optimizer lacks there
     */
    private record Gap(FieldVector<Interval> part, String reason) {}

    /** Where it could not be shown that the loss is defined, eta positive and the optimizer one; empty if they are on the whole box. */
    private Optional<Gap> gap() {
        if (gap == null) {
            Partition partition = new Partition(whole);
            gap = searchGap(partition, points, loss::obstacle);
            if (gap.isEmpty()) {
                domain = partition.text();
                FieldVector<Interval> parameters = ofParameters();
                gap = searchGap(new Partition(parameters), new TrialPoints(parameters), loss::obstacleOfOptimizer);
            }
        }
        return gap;
    }

    /** The box of the parameters, at one point of the variables. */
    private FieldVector<Interval> ofParameters() {
        FieldVector<Interval> box = whole.copy();
        for (int i = 0; i < loss.variables(); i++) {
            box.setEntry(i, Interval.of(whole.getEntry(i).midpoint()));
        }
        return box;
    }

    private Optional<Gap> searchGap(
            Partition partition, TrialPoints points, Function<FieldVector<Interval>, Optional<String>> obstacles) {
        Deque<Partition> open = new ArrayDeque<>(List.of(partition));
        for (int parts = 1; !open.isEmpty(); parts++) {
            Interruption.check();
            Partition next = open.removeFirst();
            FieldVector<Interval> part = next.box();
            Optional<String> obstacle = obstacles.apply(part);
            if (obstacle.isEmpty()) {
                continue;
            }
            for (double[] point : points.of(part)) {
                Optional<Gap> there = obstacles.apply(Boxes.at(point)).map(reason -> new Gap(Boxes.at(point), reason));
                if (there.isPresent()) {
                    return there;
                }
            }
            if (parts >= budget || !next.halve(open)) {
                return obstacle.map(reason -> new Gap(part, reason));
            }
        }
        return Optional.empty();
    }

    /** The parts on each of which the loss is defined and eta positive, as a text; empty if they do not cover the box, or there is no such text. */
    private Optional<String> domain() {
        return gap().isEmpty() ? domain : Optional.empty();
    }

    private Interval value(BoxQuantity quantity, FieldVector<Interval> box) {
        LossAtPoint<Interval> local = loss.at(box);
        return BoxGeometry.of(quantity, local, () -> BoxGeometry.over(local), loss.stepSize(box));
    }

    /**
     * Where a claim over a box is tried: extremes of a quantity tend to lie at midpoints and on the box's boundary. Of the whole box the centre, and
     * the centres of its faces and edges up to its corners, as far as these are not too many; of a part its midpoint, and those moved to the faces
     * of the whole box that the part touches. And zero in any direction, where much vanishes exactly.
     */
    private static final class TrialPoints {

        private static final int MOST = 729;

        private final FieldVector<Interval> whole;

        TrialPoints(FieldVector<Interval> whole) {
            this.whole = whole;
        }

        /** Points of a part of the box, its midpoint first. */
        List<double[]> of(FieldVector<Interval> part) {
            List<double[]> points = new ArrayList<>(List.of(Boxes.numbers(part)));
            for (int i = 0; i < part.getDimension(); i++) {
                List<double[]> moved = new ArrayList<>();
                for (double special : special(i, part.getEntry(i))) {
                    for (double[] point : points) {
                        double[] there = point.clone();
                        there[i] = special;
                        moved.add(there);
                    }
                }
                points.addAll(moved.subList(0, Math.min(moved.size(), MOST - points.size())));
            }
            return points;
        }

        /** The ends of the whole box in a direction that a part reaches, and zero, other than its own midpoint. */
        private Set<Double> special(int i, Interval side) {
            Set<Double> numbers = new LinkedHashSet<>();
            if (side.lower() == whole.getEntry(i).lower()) {
                numbers.add(side.lower());
            }
            if (side.upper() == whole.getEntry(i).upper()) {
                numbers.add(side.upper());
            }
            if (side.contains(0.0)) {
                numbers.add(0.0);
            }
            numbers.remove(side.midpoint());
            return numbers;
        }
    }
}
