package org.selfstab.noise;

import java.util.List;
import org.selfstab.claims.Estimate;

/**
 * Means of quantities along several runs, with standard errors from the means of blocks: of all blocks as if independent, or of whole runs, which are, whichever is
 * the larger.
 *
 * @param blocks of each run, of each of its blocks, the mean of each quantity
 */
record BlockMeans(List<double[][]> blocks) {

    BlockMeans {
        blocks = List.copyOf(blocks);
    }

    /** The mean of a quantity. */
    double mean(int quantity) {
        double sum = 0;
        int count = 0;
        for (double[][] run : blocks) {
            for (double[] block : run) {
                sum += block[quantity];
                count++;
            }
        }
        return sum / count;
    }

    /** The mean of a quantity. */
    Estimate of(int quantity) {
        return linearized(mean(quantity), block -> block[quantity]);
    }

    /** The ratio of two means, its error to first order. */
    Estimate ratio(int numerator, int denominator) {
        double below = mean(denominator);
        double ratio = mean(numerator) / below;
        return linearized(ratio, block -> (block[numerator] - ratio * block[denominator]) / below);
    }

    /** The ratio of the sum of two means to a third. */
    Estimate ratioOfSum(int first, int second, int denominator) {
        double below = mean(denominator);
        double ratio = (mean(first) + mean(second)) / below;
        return linearized(ratio, block -> (block[first] + block[second] - ratio * block[denominator]) / below);
    }

    /** The change of a quantity's mean from the first half of the runs to the second. */
    Estimate drift(int quantity) {
        double sum = 0;
        double squares = 0;
        for (double[][] run : blocks) {
            double change = 0;
            for (int k = 0; k < run.length; k++) {
                change += (2 * k < run.length ? -1 : 1) * run[k][quantity] / (run.length / 2.0);
            }
            sum += change;
            squares += change * change;
        }
        int runs = blocks.size();
        double mean = sum / runs;
        return new Estimate(mean, Math.sqrt((squares / runs - mean * mean) / (runs - 1)));
    }

    @FunctionalInterface
    private interface Reading {
        double of(double[] block);
    }

    private Estimate linearized(double value, Reading reading) {
        double byBlocks = 0;
        double byRuns = 0;
        double mean = 0;
        int count = 0;
        for (double[][] run : blocks) {
            for (double[] block : run) {
                mean += reading.of(block);
                count++;
            }
        }
        mean /= count;
        for (double[][] run : blocks) {
            double ofRun = 0;
            for (double[] block : run) {
                double deviation = reading.of(block) - mean;
                byBlocks += deviation * deviation;
                ofRun += deviation / run.length;
            }
            byRuns += ofRun * ofRun;
        }
        int runs = blocks.size();
        return new Estimate(value, Math.sqrt(Math.max(byBlocks / count / (count - 1.0), byRuns / runs / (runs - 1.0))));
    }
}
