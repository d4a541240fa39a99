package org.selfstab.claims.reduced;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.AdaptiveGeometry;
import org.selfstab.dynamics.AdaptiveModel;
import org.selfstab.dynamics.Descent;
import org.selfstab.dynamics.reduced.AdaptiveCentralFlow;
import org.selfstab.dynamics.reduced.CentralFlowEnd;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.ArgMax;
import org.selfstab.numeric.Extremum;
import org.selfstab.numeric.Norm;

/**
 * The central flow of an adaptive optimizer from the problem's start beside the exact iterates, theory.md section 14; evidence: a numeric run in double precision.
 *
 * @param run the flow
 * @param kick where the iterates start, {@code theta_0 + kick sigma u}, in units of sigma; 0 below the edge
 * @param beside what is said of the iterates; empty where they or the flow ended early
 */
public record AdaptiveFlowResult(AdaptiveCentralFlow.Run run, double kick, Optional<BesideIterates> beside) {

    /** Without a kick in the problem the iterates start here, in units of sigma. */
    public static final double DEFAULT_KICK = 0.8;

    /**
     * The iterates over {@code 1 <= t <= T - 1}, with {@code bar_t = (theta_{t-1} + 2 theta_t + theta_{t+1})/4}, {@code osc_t = (2 theta_t - theta_{t-1} - theta_{t+1})/4} and
     * {@code x_t^2 = osc'P osc} in the flow's P.
     *
     * @param meanSigmaSquared the mean of sigma^2 of the flow over time
     * @param meanXSquared of {@code x_t^2}, over that mean
     * @param meanElevation of {@code L(theta_t) - L(bar_t)}, over {@code lambda/2} times that mean
     * @param distance the largest {@code |bar_t - theta(t)|}
     * @param moments the largest {@code |nu_t - nu(t)|/nu(t)}
     */
    public record BesideIterates(
            double meanSigmaSquared, double meanXSquared, double meanElevation, Extremum distance, Extremum moments) {}

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
            return new AdaptiveFlowResult(run, 0, Optional.empty());
        }
        AdaptiveCentralFlow.Sample first = run.samples().get(0);
        double kick = first.sigmaSquared() > 0 ? stated.orElse(DEFAULT_KICK) : 0;
        boolean isWhole = run.end() instanceof CentralFlowEnd.ReachedHorizon && run.integral() > 0 && steps > 1;
        try {
            return new AdaptiveFlowResult(
                    run, kick, isWhole ? Optional.of(beside(model, run, nu, kick)) : Optional.empty());
        } catch (UndefinedGeometryException notFinite) {
            return new AdaptiveFlowResult(run, kick, Optional.empty());
        }
    }

    private static BesideIterates beside(
            AdaptiveModel<Binary64> model, AdaptiveCentralFlow.Run run, FieldVector<Binary64> nu, double kick) {
        AdaptiveCentralFlow.Sample first = run.samples().get(0);
        AdaptiveGeometry<Binary64> origin = first.geometry();
        FieldVector<Binary64> start =
                origin.theta().add(origin.u().mapMultiply(new Binary64(kick * Math.sqrt(first.sigmaSquared()))));
        Descent<Binary64> descent = model.descent(model.oscillating(start, nu, origin));
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
            AdaptiveGeometry<Binary64> flow = run.samples().get(t).geometry();
            xSquared += osc.dotProduct(flow.weighted(osc)).getReal();
            elevation += valueAt(model, here) - valueAt(model, bar);
            distance.include(Norm.of(bar.subtract(flow.theta())).getReal(), t);
            moments.include(relative(iterates.get(t).get(1), flow.nu()), t);
        }
        int count = steps - 1;
        return new BesideIterates(
                mean,
                xSquared / count / mean,
                elevation / count / (mean * model.edge().getReal() / 2),
                distance.get().orElseThrow(),
                moments.get().orElseThrow());
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
