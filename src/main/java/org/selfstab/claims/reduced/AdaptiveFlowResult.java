package org.selfstab.claims.reduced;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.AdaptiveModel;
import org.selfstab.dynamics.Descent;
import org.selfstab.dynamics.reduced.AdaptiveCentralFlow;
import org.selfstab.dynamics.reduced.AdaptiveSpace;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.ArgMax;
import org.selfstab.numeric.Norm;
import org.selfstab.run.CentralFlowEnd;
import org.selfstab.vocabulary.Extremum;

/**
 * The central flow of an adaptive optimizer from the problem's start beside the exact iterates, theory.md section 14; evidence: a numeric run in double precision.
 *
 * @param edge of the largest eigenvalue of {@code P^{-1} H}
 * @param run the flow
 * @param kick where the iterates start, {@code theta_0 + kick sigma u}, in units of sigma; 0 below the edge
 * @param beside what is said of the iterates; empty where they or the flow ended early
 */
public record AdaptiveFlowResult(
        double edge, AdaptiveCentralFlow.Run run, double kick, Optional<BesideIterates> beside) {

    /** Without a kick in the problem the iterates start here, in units of sigma. */
    public static final double DEFAULT_KICK = 0.8;

    /**
     * The iterates over {@code 1 <= t <= T - 1}, with {@code bar_t = (theta_{t-1} + 2 theta_t + theta_{t+1})/4}, {@code osc_t = (2 theta_t - theta_{t-1} - theta_{t+1})/4} and
     * {@code x_t^2 = osc'P osc} in the flow's P.
     *
     * @param eigenvalues the largest of {@code P^{-1} H} at {@code bar_t} with second moments averaged alike, at the last t
     * @param meanSigmaSquared the mean of sigma^2 of the flow over time
     * @param meanXSquared of {@code x_t^2}, over that mean
     * @param meanElevation of {@code L(theta_t) - L(bar_t)}, over {@code lambda/2} times that mean
     * @param distance the largest {@code |bar_t - theta(t)|}
     * @param moments the largest {@code |nu_t - nu(t)|/nu(t)}
     */
    public record BesideIterates(
            List<Double> eigenvalues,
            double meanSigmaSquared,
            double meanXSquared,
            double meanElevation,
            Extremum distance,
            Extremum moments) {

        public BesideIterates {
            eigenvalues = List.copyOf(eigenvalues);
        }
    }

    /** Eigenvalues are listed down to this part of the edge, and at most so many. */
    private static final double LISTED = 0.5;

    private static final int MOST_LISTED = 8;

    /** The largest eigenvalues, down to half the edge: the first one in any case. */
    public static List<Double> eigenvalues(AdaptiveSpace space, double edge) {
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
        double edge = model.edge().getReal();
        AdaptiveCentralFlow.Run run = new AdaptiveCentralFlow(model).run(model.start(), nu, steps);
        if (run.samples().isEmpty()) {
            return new AdaptiveFlowResult(edge, run, 0, Optional.empty());
        }
        AdaptiveCentralFlow.Sample first = run.samples().get(0);
        double kick = first.sigmaSquared() > 0 ? stated.orElse(DEFAULT_KICK) : 0;
        boolean isWhole = run.end() instanceof CentralFlowEnd.ReachedHorizon && run.integral() > 0 && steps > 1;
        try {
            return new AdaptiveFlowResult(
                    edge, run, kick, isWhole ? Optional.of(beside(model, run, nu, kick)) : Optional.empty());
        } catch (UndefinedGeometryException notFinite) {
            return new AdaptiveFlowResult(edge, run, kick, Optional.empty());
        }
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
