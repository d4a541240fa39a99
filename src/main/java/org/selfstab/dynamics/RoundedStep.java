package org.selfstab.dynamics;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.run.StepView;

/**
 * A step in double precision.
 *
 * @param step in the numbers of its run
 */
record RoundedStep(CoupledStep<?> step) implements StepView {

    @Override
    public int t() {
        return step.t();
    }

    @Override
    public List<Double> theta() {
        return theta(step);
    }

    private static <T extends CalculusFieldElement<T>> List<Double> theta(CoupledStep<T> step) {
        return rounded(step.ofParameters(step.theta()));
    }

    @Override
    public List<Double> dagger() {
        return dagger(step);
    }

    private static <T extends CalculusFieldElement<T>> List<Double> dagger(CoupledStep<T> step) {
        return rounded(step.ofParameters(step.geometry().point()));
    }

    private static List<Double> rounded(FieldVector<? extends CalculusFieldElement<?>> vector) {
        return IntStream.range(0, vector.getDimension())
                .mapToObj(i -> vector.getEntry(i).getReal())
                .toList();
    }

    @Override
    public double loss() {
        return step.loss().getReal();
    }

    @Override
    public double sharpness() {
        return step.sharpness().getReal();
    }

    @Override
    public double alpha() {
        return step.geometry().alpha().getReal();
    }

    @Override
    public double beta() {
        return step.geometry().beta().getReal();
    }

    @Override
    public double x() {
        return step.x().getReal();
    }
}
