package org.selfstab.claims;

import org.selfstab.problem.Noise;
import org.selfstab.problem.Problem;

/**
 * How much is run.
 *
 * @param replicas independent runs at the edge, from 2 to {@value #MOST_RUNS}
 * @param steps of each; the first quarter is not measured
 * @param escape how runs beside a minimum are done
 */
public record NoiseOptions(int replicas, int steps, Escapes escape) {

    /** By default so many runs at the edge. */
    public static final int REPLICAS = 32;

    /** The largest number of replicas, and of runs beside a minimum for each step size. */
    public static final int MOST_RUNS = 100_000;

    /** By default so many steps of each, with batches that are not large. */
    public static final int STEPS = 200_000;

    /** Gradients of items that the default numbers of runs and steps are kept below, as far as a batch allows. */
    private static final double MOST_GRADIENTS = 3e8;

    private static final int FEWEST_STEPS = 2000;
    private static final int FEWEST_RUNS = 4;

    /**
     * Runs that start beside a minimum.
     *
     * @param runs of each step size, from 2 to {@value NoiseOptions#MOST_RUNS}
     * @param steps of each, T
     * @param spread the standard deviation of each coordinate of the start about the minimum
     * @param radius a run has left where it is farther than this from the minimum
     */
    public record Escapes(int runs, int steps, double spread, double radius) {

        /** How many step sizes there are, around the edges. */
        public static final int STEP_SIZES = 12;

        /** How many excursions are looked at for each run of a step size. */
        public static final int EXCURSIONS = 20;

        /** The most steps of an excursion. */
        public static final int LONGEST_EXCURSION = 500;

        /** What is done where nothing else is said. */
        public static final Escapes DEFAULTS = new Escapes(200, 2000, 0.01, 0.5);

        public Escapes {
            if (runs < 2 || runs > MOST_RUNS || steps < 1 || !(spread > 0) || !(radius > 0)) {
                throw new IllegalArgumentException(runs + ", " + steps + ", " + spread + ", " + radius);
            }
        }

        /** The most steps, of all step sizes and excursions together, for each run of a step size. */
        private double mostSteps() {
            return (double) STEP_SIZES * steps + (double) EXCURSIONS * Math.min(steps, LONGEST_EXCURSION);
        }
    }

    public NoiseOptions {
        if (replicas < 2 || replicas > MOST_RUNS || steps < 1) {
            throw new IllegalArgumentException(replicas + ", " + steps);
        }
    }

    /**
     * How many gradients the runs take at most, where each is the sum of a batch: what the time of a run is proportional to.
     *
     * @param batch how many items a gradient is taken of
     */
    public double mostGradients(int batch) {
        double besideMinimum = (double) escape.runs() * escape.mostSteps();
        return batch * Math.max((double) replicas * steps, besideMinimum);
    }

    /**
     * What is run where nothing else is said: {@link #REPLICAS} runs of {@link #STEPS} steps and {@link Escapes#DEFAULTS}, or as many fewer steps at the edge and runs beside a minimum as large batches need
     * to be done with some {@value #MOST_GRADIENTS} gradients of items.
     *
     * @param batch how many items a gradient is taken of
     */
    public static NoiseOptions defaults(int batch) {
        double steps = MOST_GRADIENTS / ((double) batch * REPLICAS);
        double runs = MOST_GRADIENTS / ((double) batch * Escapes.DEFAULTS.mostSteps());
        return new NoiseOptions(
                REPLICAS,
                (int) Math.min(STEPS, Math.max(FEWEST_STEPS, steps)),
                new Escapes(
                        (int) Math.min(Escapes.DEFAULTS.runs(), Math.max(FEWEST_RUNS, runs)),
                        Escapes.DEFAULTS.steps(),
                        Escapes.DEFAULTS.spread(),
                        Escapes.DEFAULTS.radius()));
    }

    /** Those of a problem. */
    public static NoiseOptions defaults(Problem problem) {
        return defaults(itemsOfGradient(problem));
    }

    /** Of how many items a problem's gradients are taken. */
    public static int itemsOfGradient(Problem problem) {
        return problem.noise().flatMap(Noise::batches).isPresent() ? problem.batchSize() : 1;
    }
}
