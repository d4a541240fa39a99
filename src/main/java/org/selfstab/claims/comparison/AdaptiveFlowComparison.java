package org.selfstab.claims.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.AdaptiveFlowResult;
import org.selfstab.claims.AdaptiveFlowResult.BesideIterates;
import org.selfstab.dynamics.AdaptiveModel;
import org.selfstab.dynamics.Descent;
import org.selfstab.dynamics.reduced.AdaptiveCentralFlow;
import org.selfstab.dynamics.reduced.AdaptiveSpace;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.ArgMax;
import org.selfstab.numeric.Norm;
import org.selfstab.run.CentralFlowEnd;

/** Runs the central flow of an adaptive optimizer from the problem's start beside the exact iterates, theory.md section 14. */
final class AdaptiveFlowComparison {

    /** Eigenvalues are listed down to this part of the edge, and at most so many. */
    private static final double LISTED = 0.5;

    private static final int MOST_LISTED = 8;

    private AdaptiveFlowComparison() {}

    /** The largest eigenvalues, down to half the edge: the first one in any case. */
    private static List<Double> eigenvalues(AdaptiveSpace space, double edge) {
        List<Double> eigenvalues = new ArrayList<>(List.of(space.eigenvalue(0)));
        for (int i = 1; i < MOST_LISTED && space.eigenvalue(i) >= LISTED * edge; i++) {
            eigenvalues.add(space.eigenvalue(i));
        }
        return eigenvalues;
    }

    /**
     * Runs both.
     *
     * @param steps T, at least 2
     * @param stated the kick of the problem, in units of sigma
     */
    static AdaptiveFlowResult of(AdaptiveModel<Binary64> model, int steps, Optional<Double> stated) {
        FieldVector<Binary64> nu = model.momentsAt(model.start());
        AdaptiveCentralFlow.Run run = new AdaptiveCentralFlow(model).run(model.start(), nu, steps);
        if (run.samples().isEmpty()) {
            return result(model, run, 0, Optional.empty());
        }
        AdaptiveCentralFlow.Sample first = run.samples().get(0);
        double kick = first.sigmaSquared() > 0 ? stated.orElse(AdaptiveFlowResult.DEFAULT_KICK) : 0;
        boolean isWhole = run.end() instanceof CentralFlowEnd.ReachedHorizon && run.integral() > 0 && steps > 1;
        try {
            return result(model, run, kick, isWhole ? Optional.of(beside(model, run, nu, kick)) : Optional.empty());
        } catch (UndefinedGeometryException notFinite) {
            return result(model, run, kick, Optional.empty());
        }
    }

    private static AdaptiveFlowResult result(
            AdaptiveModel<Binary64> model, AdaptiveCentralFlow.Run run, double kick, Optional<BesideIterates> beside) {
        List<AdaptiveCentralFlow.Sample> samples = run.samples();
        double edge = model.edge().getReal();
        return new AdaptiveFlowResult(
                run.end(),
                run.events().stream()
                        .map(event ->
                                new AdaptiveFlowResult.Event(event.isEntered(), event.time(), event.sigmaSquared()))
                        .toList(),
                run.largestDrift(),
                samples.stream().findFirst().map(sample -> numbers(sample, edge)),
                samples.stream()
                        .skip(Math.max(0, samples.size() - 1))
                        .findFirst()
                        .map(sample -> numbers(sample, edge)),
                kick,
                beside);
    }

    private static AdaptiveFlowResult.Sample numbers(AdaptiveCentralFlow.Sample sample, double edge) {
        AdaptiveSpace space = sample.space();
        return new AdaptiveFlowResult.Sample(
                numbers(space.theta()),
                numbers(space.nu()),
                eigenvalues(space, edge),
                sample.held(),
                sample.sigmaSquared(),
                space.displacement());
    }

    private static List<Double> numbers(FieldVector<Binary64> vector) {
        return Arrays.stream(vector.toArray()).map(Binary64::getReal).toList();
    }

    private static BesideIterates beside(
            AdaptiveModel<Binary64> model, AdaptiveCentralFlow.Run run, FieldVector<Binary64> nu, double kick) {
        AdaptiveCentralFlow.Sample first = run.samples().get(0);
        int held = Math.max(first.held(), run.samples().get(1).held());
        Descent<Binary64> descent = model.descent(start(model, first.space(), held, nu, kick));
        int steps = run.samples().size() - 1;
        List<List<FieldVector<Binary64>>> iterates = new ArrayList<>();
        for (int t = 0; t <= steps; t++) {
            iterates.add(descent.state());
            descent.step();
        }
        double mean = run.integral() / steps;
        double xSquared = 0;
        double elevation = 0;
        ArgMax distance = ArgMax.largest();
        ArgMax moments = ArgMax.largest();
        for (int t = 1; t < steps; t++) {
            FieldVector<Binary64> here = iterates.get(t).get(0);
            FieldVector<Binary64> neighbours =
                    iterates.get(t - 1).get(0).add(iterates.get(t + 1).get(0));
            FieldVector<Binary64> twice = here.mapMultiply(new Binary64(2));
            FieldVector<Binary64> bar = twice.add(neighbours).mapMultiply(new Binary64(0.25));
            FieldVector<Binary64> osc = twice.subtract(neighbours).mapMultiply(new Binary64(0.25));
            AdaptiveSpace flow = run.samples().get(t).space();
            xSquared += flow.squareNorm(osc);
            elevation += valueAt(model, here) - valueAt(model, bar);
            distance.include(Norm.of(bar.subtract(flow.theta())).getReal(), t);
            moments.include(relative(iterates.get(t).get(1), flow.nu()), t);
        }
        int count = steps - 1;
        return new BesideIterates(
                eigenvaluesOf(model, iterates, steps - 1),
                mean,
                xSquared / count / mean,
                elevation / count / (mean * model.edge().getReal() / 2),
                distance.get().orElseThrow(),
                moments.get().orElseThrow());
    }

    /** {@code theta_0 + kick sigma u}; with several eigenvalues at the edge in the first step along each direction by the root of its variance. */
    private static List<FieldVector<Binary64>> start(
            AdaptiveModel<Binary64> model, AdaptiveSpace space, int held, FieldVector<Binary64> nu, double kick) {
        FieldVector<Binary64> start = space.theta();
        if (kick != 0) {
            for (FieldVector<Binary64> direction : space.held(held).directions()) {
                start = start.add(direction.mapMultiply(new Binary64(kick)));
            }
        }
        return model.oscillating(start, nu, space.theta());
    }

    private static List<Double> eigenvaluesOf(
            AdaptiveModel<Binary64> model, List<List<FieldVector<Binary64>>> iterates, int t) {
        List<FieldVector<Binary64>> means = new ArrayList<>();
        for (int part = 0; part < 2; part++) {
            means.add(iterates.get(t)
                    .get(part)
                    .mapMultiply(new Binary64(2))
                    .add(iterates.get(t - 1).get(part))
                    .add(iterates.get(t + 1).get(part))
                    .mapMultiply(new Binary64(0.25)));
        }
        return eigenvalues(
                new AdaptiveSpace(model, means.get(0), means.get(1)),
                model.edge().getReal());
    }

    private static double valueAt(AdaptiveModel<Binary64> model, FieldVector<Binary64> point) {
        LossAtPoint<Binary64> local = model.loss().at(point);
        return local.value().getReal();
    }

    private static double relative(FieldVector<Binary64> nu, FieldVector<Binary64> flow) {
        double largest = 0;
        for (int g = 0; g < nu.getDimension(); g++) {
            double reference = flow.getEntry(g).getReal();
            largest = Math.max(largest, Math.abs(nu.getEntry(g).getReal() - reference) / reference);
        }
        return largest;
    }
}
