package org.selfstab.loss;

import static org.selfstab.loss.DerivativeSection.FOURTH_ALONG;
import static org.selfstab.loss.DerivativeSection.FOURTH_AT_POINT;
import static org.selfstab.loss.DerivativeSection.GRADIENT;
import static org.selfstab.loss.DerivativeSection.HESSIAN;
import static org.selfstab.loss.DerivativeSection.THIRD_ALONG;
import static org.selfstab.loss.DerivativeSection.THIRD_AT_POINT;
import static org.selfstab.loss.DerivativeSection.VALUE;

import java.util.Arrays;
import org.hipparchus.util.Binary64;
import org.selfstab.numeric.DoubleMatrix;
import org.selfstab.numeric.DoubleVector;

/**
 * The derivatives of a loss in double precision, compiled and without allocation: the hot loop's
 * counterpart of {@link LossAtPoint}. An instance keeps the present point and so belongs to one thread.
 *
 * <p>When it asks for the first third or fourth derivative ever of its loss, it starts over on the lengthened program.
 */
final class CompiledDerivatives implements DerivativeKernel {

    private final CompiledLoss loss;
    private final LossProgram<CompiledEvaluation> program;
    private final int n;
    private final double[] point;
    private DerivativeOrder order;
    private CompiledEvaluation evaluation;
    private final double[] thirdAlong;
    private boolean thirdAtPoint;
    private boolean thirdAlongAtHand;
    private boolean fourthAtPoint;

    /** A kernel of a loss by its program. */
    CompiledDerivatives(CompiledLoss loss, LossProgram<CompiledEvaluation> program) {
        this.loss = loss;
        this.program = program;
        this.n = loss.dimension();
        this.point = new double[n];
        this.thirdAlong = new double[n];
        use(program.longest());
    }

    private void use(LossProgram.Stage<CompiledEvaluation> stage) {
        order = stage.order();
        evaluation = stage.evaluations().get();
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public void moveTo(double[] theta) {
        System.arraycopy(theta, 0, point, 0, n);
        runUpToHessian();
    }

    private void runUpToHessian() {
        setInputs(0, point);
        evaluation.run(VALUE.index());
        evaluation.run(GRADIENT.index());
        evaluation.run(HESSIAN.index());
        thirdAtPoint = false;
        thirdAlongAtHand = false;
        fourthAtPoint = false;
    }

    @Override
    public LossAtPoint<Binary64> snapshot() {
        return new LossSnapshot(
                loss,
                DoubleVector.of(point),
                value(),
                DoubleVector.of(evaluation.outputs(GRADIENT.index())),
                DoubleMatrix.symmetric(n, evaluation.outputs(HESSIAN.index())));
    }

    @Override
    public double value() {
        return evaluation.outputs(VALUE.index())[0];
    }

    @Override
    public void gradient(double[] gradient) {
        System.arraycopy(evaluation.outputs(GRADIENT.index()), 0, gradient, 0, n);
    }

    @Override
    public void hessian(double[] hessian) {
        unfold(HESSIAN, hessian);
    }

    @Override
    public void third(double[] a, double[] third) {
        runThirdAtPoint();
        runThirdAlong(a);
        unfold(THIRD_ALONG, third);
    }

    @Override
    public void fourth(double[] a, double[] b, double[] fourth) {
        runThirdAtPoint();
        runFourthAtPoint();
        // D4L(a,b,.,.) may reuse what D3L(a,.,.) has computed from the same a.
        runThirdAlong(a);
        setInputs(2 * n, b);
        evaluation.run(FOURTH_ALONG.index());
        unfold(FOURTH_ALONG, fourth);
    }

    private void runThirdAlong(double[] a) {
        if (!thirdAlongAtHand || !Arrays.equals(a, 0, n, thirdAlong, 0, n)) {
            setInputs(n, a);
            evaluation.run(THIRD_ALONG.index());
            System.arraycopy(a, 0, thirdAlong, 0, n);
            thirdAlongAtHand = true;
        }
    }

    /** Loops that ask for third derivatives ask for fourth ones soon: both are derived at once, so that code is generated once. */
    private void reachFourth() {
        if (order != DerivativeOrder.FOURTH) {
            use(program.atLeast(DerivativeOrder.FOURTH));
            runUpToHessian();
        }
    }

    private void runThirdAtPoint() {
        reachFourth();
        if (!thirdAtPoint) {
            evaluation.run(THIRD_AT_POINT.index());
            thirdAtPoint = true;
        }
    }

    private void runFourthAtPoint() {
        if (!fourthAtPoint) {
            evaluation.run(FOURTH_AT_POINT.index());
            fourthAtPoint = true;
        }
    }

    private void setInputs(int first, double[] values) {
        for (int i = 0; i < n; i++) {
            evaluation.setInput(first + i, values[i]);
        }
    }

    private void unfold(DerivativeSection section, double[] matrix) {
        DoubleMatrix.unfold(n, evaluation.outputs(section.index()), matrix);
    }
}
