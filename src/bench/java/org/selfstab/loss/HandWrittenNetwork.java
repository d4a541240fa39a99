package org.selfstab.loss;



/** The gradient of {@link TanhNetwork} with three hidden units and four data points, as a person would write it. */
final class HandWrittenNetwork {

    private static final int HIDDEN = 3;
    private static final double[] INPUTS = {-0.5, 0.5, 1.5, 2.5};
    private static final double[] TARGETS = {1.0 / 3.0, -1.0 / 3.0, 1.0 / 3.0, -1.0 / 3.0};

    private final double[] activations = new double[HIDDEN];

    void gradient(double[] theta, double[] gradient) {
        for (int i = 0; i < 3 * HIDDEN; i++) {
            gradient[i] = 0.0;
        }
        for (int p = 0; p < INPUTS.length; p++) {
            double residual = -TARGETS[p];
            for (int h = 0; h < HIDDEN; h++) {
                activations[h] = Math.tanh(theta[h] * INPUTS[p] + theta[HIDDEN + h]);
                residual += theta[2 * HIDDEN + h] * activations[h];
            }
            double scale = residual / INPUTS.length;
            for (int h = 0; h < HIDDEN; h++) {
                double slope = scale * theta[2 * HIDDEN + h] * (1.0 - activations[h] * activations[h]);
                gradient[h] += slope * INPUTS[p];
                gradient[HIDDEN + h] += slope;
                gradient[2 * HIDDEN + h] += scale * activations[h];
            }
        }
    }
}
