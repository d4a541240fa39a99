package org.selfstab.noise;

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

    /** By default so many steps of each. */
    public static final int STEPS = 200_000;

    /**
     * Runs that start beside a minimum.
     *
     * @param runs of each step size, from 2 to {@value NoiseOptions#MOST_RUNS}
     * @param steps of each, T
     * @param spread the standard deviation of each coordinate of the start about the minimum
     * @param radius a run has left where it is farther than this from the minimum
     */
    public record Escapes(int runs, int steps, double spread, double radius) {

        /** What is done where nothing else is said. */
        public static final Escapes DEFAULTS = new Escapes(200, 2000, 0.01, 0.5);

        public Escapes {
            if (runs < 2 || runs > MOST_RUNS || steps < 1 || !(spread > 0) || !(radius > 0)) {
                throw new IllegalArgumentException(runs + ", " + steps + ", " + spread + ", " + radius);
            }
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
        double besideMinimum = (double) escape.runs() * Escape.mostSteps(escape.steps());
        return batch * Math.max((double) replicas * steps, besideMinimum);
    }

    /** What is run where nothing else is said. */
    public static NoiseOptions defaults() {
        return new NoiseOptions(REPLICAS, STEPS, Escapes.DEFAULTS);
    }
}
