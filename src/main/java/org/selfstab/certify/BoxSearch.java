package org.selfstab.certify;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.linear.FieldVector;
import org.selfstab.claims.Verdict.Status;
import org.selfstab.dynamics.Interruption;
import org.selfstab.interval.Interval;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.problem.Problem;

/**
 * Decides claims for all points of a box of variables and parameters by branch and bound: a part on which intervals prove the claim is
 * done with, a midpoint at which they refute it is a counterexample, any other part is halved where it is relatively widest.
 */
public final class BoxSearch {

    private final BoxedLoss loss;
    private final FieldVector<Interval> whole;
    private final int budget;

    /**
     * A search.
     *
     * @param problem the problem, all of whose variables are boxed
     * @param parameters the names of the parameters that are boxed too; may be empty
     * @param box the variables' intervals in the problem's order, then the parameters'; finite
     * @param budget how many parts to look at for each claim, at least 1
     */
    public BoxSearch(Problem problem, List<String> parameters, List<Interval> box, int budget) {
        this.loss = new BoxedLoss(problem, parameters);
        this.whole = Boxes.zero(box.size());
        for (int i = 0; i < box.size(); i++) {
            whole.setEntry(i, box.get(i));
        }
        this.budget = budget;
    }

    /**
     * Decides a claim.
     *
     * @param progress is told the number of parts looked at
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public BoxDecision decide(BoxClaim claim, IntConsumer progress) {
        Deque<FieldVector<Interval>> open = new ArrayDeque<>(List.of(whole));
        int parts = 0;
        while (!open.isEmpty()) {
            Interruption.check();
            FieldVector<Interval> part = open.removeFirst();
            progress.accept(++parts);
            Optional<Interval> value = value(claim.quantity(), part);
            if (value.filter(claim::isProvedBy).isPresent()) {
                continue;
            }
            double[] midpoint = Boxes.numbers(part);
            Optional<Interval> there = value(claim.quantity(), Boxes.at(midpoint));
            if (there.filter(claim::isRefutedBy).isPresent()) {
                List<Double> witness = DoubleStream.of(midpoint).boxed().toList();
                return new BoxDecision(claim, Status.FAILS, parts, Optional.of(witness), Optional.empty(), there);
            }
            if (parts >= budget) {
                List<Interval> remaining = Arrays.asList(part.toArray());
                return new BoxDecision(claim, Status.UNDECIDED, parts, Optional.empty(), Optional.of(remaining), value);
            }
            halve(part, open);
        }
        return new BoxDecision(claim, Status.HOLDS, parts, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Optional<Interval> value(BoxQuantity quantity, FieldVector<Interval> box) {
        LossAtPoint<Interval> local = loss.at(box);
        Interval eta = loss.stepSize(box);
        double[] anyDirection = new double[loss.variables()];
        return TopEigenpair.of(local.hessian(), anyDirection).map(pair -> {
            Interval second = MatrixBounds.secondEigenvalues(local.hessian(), pair.u());
            return quantity.value(GeometryEnclosure.over(local, pair.u(), pair.sharpness()), second, eta);
        });
    }

    private void halve(FieldVector<Interval> part, Deque<FieldVector<Interval>> open) {
        int widest = IntStream.range(0, part.getDimension())
                .boxed()
                .max((i, j) -> Double.compare(relativeWidth(part, i), relativeWidth(part, j)))
                .orElseThrow();
        FieldVector<Interval> lower = part.copy();
        FieldVector<Interval> upper = part.copy();
        lower.setEntry(widest, part.getEntry(widest).lowerHalf());
        upper.setEntry(widest, part.getEntry(widest).upperHalf());
        open.addLast(lower);
        open.addLast(upper);
    }

    private double relativeWidth(FieldVector<Interval> part, int i) {
        double all = whole.getEntry(i).width();
        return all == 0.0 ? 0.0 : part.getEntry(i).width() / all;
    }
}
