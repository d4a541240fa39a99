package org.selfstab.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.selfstab.claims.ComparedMean;
import org.selfstab.claims.Estimate;
import org.selfstab.claims.NoiseOptions;
import org.selfstab.claims.Settling;
import org.selfstab.claims.Settling.At;
import org.selfstab.numeric.Xoshiro256;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;
import org.selfstab.run.RunListener;
import org.selfstab.run.Workers;

/** Runs exact stochastic iterates at the edge, and compares where they settle with theory.md (64). */
final class SettlingRun {

    private static final int BLOCKS = 16;
    private static final double TRANSIENT = 0.25;

    /** Where the bias by a sharpness that moves is more than this share of the gap, the formula, which takes it for constant, says nothing. */
    private static final double LARGEST_BIAS = 0.25;

    private SettlingRun() {}

    /**
     * Runs and compares.
     *
     * @throws NoEdgeException if the formula says nothing where the runs stay
     */
    static Settling of(Problem problem, NoiseSource source, NoiseOptions options, RunListener listener) {
        MethodMatrices method = MethodMatrices.of(problem).seen();
        BlockMeans means = new BlockMeans(runs(problem, method, source, options, listener));
        double[] centre = new double[problem.variables().size()];
        for (int i = 0; i < centre.length; i++) {
            centre[i] = means.mean(Replica.POINT + i);
        }
        if (!Double.isFinite(means.mean(Replica.S))) {
            throw new NoEdgeException("some runs do not stay finite");
        }
        double edge = RealValue.of(problem.edge());
        SettlingPrediction prediction = new SettlingPrediction(method, source, edge, centre);
        At at = prediction.settled();
        return new Compared(problem, method, means, edge, at).settling(weakGap(problem, prediction), options);
    }

    private static Optional<Double> weakGap(Problem problem, SettlingPrediction prediction) {
        try {
            At there = prediction.atEdge();
            return there.alpha() > 0
                    ? Optional.of(RealValue.of(problem.growthRate())
                            * there.gradientVariance()
                            * there.beta()
                            / (4 * there.alpha()))
                    : Optional.empty();
        } catch (NoEdgeException none) {
            return Optional.empty();
        }
    }

    private static List<double[][]> runs(
            Problem problem, MethodMatrices method, NoiseSource source, NoiseOptions options, RunListener listener) {
        double[] start =
                problem.startPoint().stream().mapToDouble(RealValue::of).toArray();
        long seed = problem.noise().orElseThrow().seed();
        int transientSteps = (int) (TRANSIENT * options.steps());
        AtomicLong done = new AtomicLong();
        List<double[][]> runs = new ArrayList<>();
        try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
            List<Future<double[][]>> tasks = new ArrayList<>();
            for (int i = 0; i < options.replicas(); i++) {
                int stream = i;
                tasks.add(workers.submit(() -> new Replica(method, source, start, Xoshiro256.ofStream(seed, stream))
                        .run(
                                transientSteps,
                                options.steps() - transientSteps,
                                BLOCKS,
                                steps -> listener.progress("stochastic runs", (int) done.addAndGet(steps)))));
            }
            for (Future<double[][]> task : tasks) {
                runs.add(workers.resultOf(task, "a stochastic run"));
            }
        }
        return runs;
    }

    /** Means beside what is predicted. */
    private record Compared(Problem problem, MethodMatrices method, BlockMeans means, double edge, At at) {

        Settling settling(Optional<Double> weakGap, NoiseOptions options) {
            boolean hasIdentity = method.copies() == 1;
            Judge judge = new Judge(hasIdentity ? 4 : 3, options.replicas());
            Estimate sharpness = means.of(Replica.S);
            double spread =
                    Math.sqrt(Math.max(0, means.mean(Replica.S_SQUARED) - sharpness.value() * sharpness.value()));
            double eta = RealValue.of(problem.stepSize());
            List<ComparedMean> others = new ArrayList<>();
            others.add(judge.decide(
                    "oscillation",
                    "mean psi_u^2 = delta^2",
                    at.meanSquare(),
                    means.of(Replica.X_SQUARED),
                    at.meanSquare() * square(spread / sharpness.value())));
            Estimate identity = identity(eta);
            boolean isStill = Double.isNaN(identity.value());
            if (hasIdentity && !isStill) {
                others.add(judge.decide(
                        "stationary_identity", "eta (E (u.g_B)^2 + sigma_u^2)/E[psi_u (u.g_B)] = 2", 2, identity, 0));
            }
            ComparedMean gap = gap(judge, sharpness, spread);
            Optional<String> unsettled = unsettled(judge);
            return new Settling(
                    edge,
                    eta,
                    at,
                    weakGap,
                    sharpness,
                    spread,
                    means.ratio(Replica.CURVED, Replica.GRADIENT_SQUARED),
                    unsettled.map(gap::undecided).orElse(gap),
                    others.stream()
                            .map(other -> unsettled.map(other::undecided).orElse(other))
                            .toList());
        }

        /** Why means over the runs are no stationary ones, if that is seen. */
        private Optional<String> unsettled(Judge judge) {
            Estimate drift = means.drift(Replica.S);
            boolean isMoving = Math.abs(drift.value()) > judge.standardErrors() * drift.standardError()
                    && Math.abs(drift.value()) > Judge.LARGEST_ERROR * (edge - at.sharpness());
            return isMoving
                    ? Optional.of(
                            "the sharpness has not settled: from the first half of what is measured to the second it changes by "
                                    + drift.value() + "; more --steps may do")
                    : Optional.empty();
        }

        /**
         * The formula is of leading order in epsilon, and takes the sharpness for constant where the batch's curvature makes the oscillation grow: a distance from the edge that
         * varies by a share of its mean keeps up more of it, by the square of that share. Noise along grad S, which it leaves out, widens the gap, theory.md (64a).
         */
        private ComparedMean gap(Judge judge, Estimate sharpness, double spread) {
            double predicted = edge - at.sharpness();
            double moving = at.shareOfCurvature() * square(spread / predicted);
            double epsilon =
                    Math.sqrt(RealValue.of(problem.growthRate()) * RealValue.of(problem.driftRate()) * at.alpha());
            double widening = RealValue.of(problem.driftRate()) * at.riseVariance() / (2 * at.alpha());
            ComparedMean gap = judge.decide(
                    "sharpness_gap",
                    "S_c - mean S is where h(S) (V + sigma_u^2/delta^2) = 1",
                    predicted,
                    new Estimate(edge - sharpness.value(), sharpness.standardError()),
                    predicted * (moving + epsilon) + widening);
            if (moving > LARGEST_BIAS) {
                return gap.undecided("the sharpness moves by " + Math.round(100 * spread / predicted)
                        + " % of the gap, where the formula takes it for constant");
            }
            if (widening > LARGEST_BIAS * predicted) {
                return gap.undecided("noise along grad S, which the formula leaves out, widens the gap by about "
                        + widening + ", theory.md (64a)");
            }
            return gap;
        }

        private Estimate identity(double eta) {
            Estimate ratio = means.ratioOfSum(Replica.ALONG_SQUARED, Replica.ADDED, Replica.ALONG_TIMES_X);
            return new Estimate(eta * ratio.value(), eta * ratio.standardError());
        }

        private static double square(double x) {
            return x * x;
        }
    }
}
