package org.selfstab.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.selfstab.claims.Escape;
import org.selfstab.claims.Escape.Beyond;
import org.selfstab.claims.Escape.Share;
import org.selfstab.claims.Escape.Spikes;
import org.selfstab.claims.Estimate;
import org.selfstab.claims.MinimumEdges;
import org.selfstab.claims.NoiseOptions.Escapes;
import org.selfstab.numeric.Xoshiro256;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;
import org.selfstab.run.RunListener;
import org.selfstab.run.Workers;
import org.selfstab.vocabulary.Interruption;

/** Runs exact stochastic iterates that start beside a minimum, and sees how they leave it. */
final class EscapeRun {

    private static final double LEAST = 0.8;
    private static final double LARGEST = 1.2;

    /** How near to the minimum excursions start, in parts of the other runs' spread. */
    private static final double NEAR = 1e-8;

    /** Nearer to the minimum than this part of the radius a run has come to rest: what is below has no room in doubles. */
    private static final double AT_REST = 1e-150;

    private static final double RATIO_OF_RANKS = 1.1;

    /** Where nearly all runs grow by less than this, none of them has excursions. */
    private static final double LEAST_EXCURSION = 1.01;

    private EscapeRun() {}

    /** Runs. */
    static Escape of(Problem problem, NoiseSource source, MinimumEdges minimum, Escapes options, RunListener listener) {
        double low = LEAST * minimum.meanSquare().stepSize();
        double high = LARGEST
                * Math.max(minimum.almostSure().stepSize(), minimum.meanSquare().stepSize());
        long seed = problem.noise().orElseThrow().seed();
        double[] centre = minimum.point().coordinates();
        try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
            AtomicInteger done = new AtomicInteger();
            Runnable afterRun = () -> listener.progress("runs beside the minimum", done.incrementAndGet());
            List<Future<Share>> tasks = new ArrayList<>();
            for (int i = 0; i < Escapes.STEP_SIZES; i++) {
                double eta = low + (high - low) * i / (Escapes.STEP_SIZES - 1);
                Xoshiro256 random = Xoshiro256.ofStream(seed, i);
                tasks.add(workers.submit(() -> share(
                        eta,
                        new StochasticDescent(MethodMatrices.of(problem, eta), source, centre, random),
                        centre,
                        options,
                        random,
                        afterRun)));
            }
            Future<Optional<Spikes>> spikes = workers.submit(
                    () -> spikes(problem, source, minimum, options, Xoshiro256.ofStream(seed, Escapes.STEP_SIZES)));
            List<Share> shares = new ArrayList<>();
            for (Future<Share> task : tasks) {
                shares.add(workers.resultOf(task, "runs beside the minimum"));
            }
            return new Escape(shares, workers.resultOf(spikes, "excursions"));
        }
    }

    private static Share share(
            double eta,
            StochasticDescent descent,
            double[] centre,
            Escapes options,
            Xoshiro256 random,
            Runnable afterRun) {
        int left = 0;
        for (int run = 0; run < options.runs(); run++) {
            Interruption.check();
            startBeside(centre, options.spread(), descent, random);
            if (!(largestDistance(descent, centre, options.steps(), options.radius()) <= options.radius())) {
                left++;
            }
            afterRun.run();
        }
        return new Share(eta, left, options.runs());
    }

    private static void startBeside(double[] centre, double spread, StochasticDescent descent, Xoshiro256 random) {
        double[] start = new double[centre.length];
        for (int i = 0; i < start.length; i++) {
            start[i] = centre[i] + spread * random.nextGaussian();
        }
        descent.startAt(start);
    }

    /** Up to some step, or until it is larger than a radius or at rest; not a number where iterates are not finite. */
    private static double largestDistance(StochasticDescent descent, double[] centre, int steps, double radius) {
        double largest = 0;
        for (int step = 0; step <= steps && largest <= radius; step++) {
            descent.look();
            double distance = distance(descent.point(), centre);
            largest = Math.max(largest, distance);
            if (distance < AT_REST * radius) {
                return largest;
            }
            descent.advance();
        }
        return largest;
    }

    private static double distance(double[] point, double[] centre) {
        double squares = 0;
        for (int i = 0; i < centre.length; i++) {
            squares += (point[i] - centre[i]) * (point[i] - centre[i]);
        }
        return Math.sqrt(squares);
    }

    private static Optional<Spikes> spikes(
            Problem problem, NoiseSource source, MinimumEdges minimum, Escapes options, Xoshiro256 random) {
        double eta = RealValue.of(problem.stepSize());
        if (source.drawing().isEmpty()
                || !minimum.interpolates()
                || source.root().length > 0
                || eta >= minimum.almostSure().stepSize()) {
            return Optional.empty();
        }
        double[] centre = minimum.point().coordinates();
        StochasticDescent descent = new StochasticDescent(MethodMatrices.of(problem), source, centre, random);
        double[] largest = new double[Escapes.EXCURSIONS * options.runs()];
        for (int run = 0; run < largest.length; run++) {
            Interruption.check();
            startBeside(centre, NEAR * options.spread(), descent, random);
            descent.look();
            double first = distance(descent.point(), centre);
            largest[run] = largestDistance(
                            descent, centre, Math.min(options.steps(), Escapes.LONGEST_EXCURSION), options.radius())
                    / first;
            if (!(largest[run] <= options.radius() / first)) {
                return Optional.empty();
            }
        }
        Arrays.sort(largest);
        return hill(largest, (int) (Escape.TAIL * largest.length));
    }

    /** B. M. Hill, Ann. Statist. 3, 1975, 1163, by the last of some sorted numbers; empty if they are one. */
    private static Optional<Spikes> hill(double[] sorted, int tail) {
        double threshold = sorted[sorted.length - tail - 1];
        double sum = 0;
        for (int i = sorted.length - tail; i < sorted.length; i++) {
            sum += Math.log(sorted[i] / threshold);
        }
        if (!(sum > 0) || threshold < LEAST_EXCURSION) {
            return Optional.empty();
        }
        double index = tail / sum;
        return Optional.of(
                new Spikes(new Estimate(index, index / Math.sqrt(tail)), distribution(sorted), sorted.length));
    }

    private static List<Beyond> distribution(double[] sorted) {
        int runs = sorted.length;
        List<Beyond> distribution = new ArrayList<>();
        for (int rank = 1; rank <= runs; rank = Math.max(rank + 1, (int) (RATIO_OF_RANKS * rank))) {
            distribution.add(new Beyond(sorted[runs - rank], rank / (double) runs));
        }
        return distribution;
    }
}
