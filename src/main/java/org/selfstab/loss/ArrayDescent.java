package org.selfstab.loss;

/**
 * Gradient descent by a compiled gradient, through arrays: for gradients that are too long for one method or share their code with
 * others.
 */
record ArrayDescent(CompiledProgram gradientProgram) implements DescentLoop.Code {

    @Override
    public void descend(double[] theta, double eta, int steps) {
        double[] scratch = gradientProgram.newScratch();
        double[] gradient = new double[theta.length];
        for (int step = 0; step < steps; step++) {
            gradientProgram.run(0, theta, scratch, gradient);
            for (int i = 0; i < theta.length; i++) {
                theta[i] -= eta * gradient[i];
            }
        }
    }
}
