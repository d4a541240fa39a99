package org.selfstab.loss;

import static org.selfstab.loss.DerivativeSection.FOURTH_ALONG;
import static org.selfstab.loss.DerivativeSection.FOURTH_AT_POINT;
import static org.selfstab.loss.DerivativeSection.GRADIENT;
import static org.selfstab.loss.DerivativeSection.HESSIAN;
import static org.selfstab.loss.DerivativeSection.THIRD_ALONG;
import static org.selfstab.loss.DerivativeSection.THIRD_AT_POINT;
import static org.selfstab.loss.DerivativeSection.VALUE;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.MathUtils;

/**
 * A loss program run at one point, section by section as derivatives are asked for. What depends on the point alone
 * runs once; only what depends on the directions runs again for each direction.
 *
 * <p>When a point asks for the first third or fourth derivative ever of its loss, it starts over on the lengthened
 * program. Points made later are on that program from the start.
 *
 * @param <T> the field's elements
 */
final class LazyLossAtPoint<T extends CalculusFieldElement<T>> implements LossAtPoint<T> {

    private static final List<DerivativeSection> OF_POINT_ALONE =
            List.of(VALUE, GRADIENT, HESSIAN, THIRD_AT_POINT, FOURTH_AT_POINT);

    private final LossProgram<? extends Evaluation<T>> program;
    private final FieldVector<T> point;
    private DerivativeOrder order;
    private Evaluation<T> evaluation;
    private int sectionsDone;
    /** The direction along which the third derivative is at hand; null if along none. */
    private FieldVector<T> thirdAlong;

    /** A loss at a point that nobody else changes. */
    LazyLossAtPoint(LossProgram<? extends Evaluation<T>> program, FieldVector<T> theta) {
        MathUtils.checkDimension(theta.getDimension(), program.dimension());
        this.program = program;
        this.point = theta;
        startOn(program.longest());
    }

    private void startOn(LossProgram.Stage<? extends Evaluation<T>> stage) {
        order = stage.order();
        evaluation = stage.evaluations().get();
        sectionsDone = 0;
        thirdAlong = null;
        evaluation.setInputs(0, point);
    }

    @Override
    public FieldVector<T> point() {
        return point.copy();
    }

    @Override
    public T value() {
        runAtPoint(VALUE);
        return evaluation.output(VALUE.index());
    }

    @Override
    public FieldVector<T> gradient() {
        runAtPoint(GRADIENT);
        return evaluation.outputVector(GRADIENT.index(), dimension());
    }

    @Override
    public FieldMatrix<T> hessian() {
        runAtPoint(HESSIAN);
        return matrix(HESSIAN);
    }

    @Override
    public FieldMatrix<T> third(FieldVector<T> a) {
        reach(DerivativeOrder.THIRD);
        runAtPoint(THIRD_AT_POINT);
        runThirdAlong(a);
        return matrix(THIRD_ALONG);
    }

    @Override
    public FieldMatrix<T> fourth(FieldVector<T> a, FieldVector<T> b) {
        reach(DerivativeOrder.FOURTH);
        runAtPoint(FOURTH_AT_POINT);
        // D4L(a,b,.,.) may reuse what D3L(a,.,.) has computed from the same a.
        runThirdAlong(a);
        setDirection(2, b);
        evaluation.run(FOURTH_ALONG.index());
        return matrix(FOURTH_ALONG);
    }

    private void runThirdAlong(FieldVector<T> a) {
        if (!a.equals(thirdAlong)) {
            setDirection(1, a);
            evaluation.run(THIRD_ALONG.index());
            thirdAlong = a.copy();
        }
    }

    private void reach(DerivativeOrder needed) {
        if (order.compareTo(needed) < 0) {
            startOn(program.atLeast(needed));
        }
    }

    /** Runs the section, and before it all earlier ones that depend on the point alone, unless they have run. */
    private void runAtPoint(DerivativeSection last) {
        while (sectionsDone < OF_POINT_ALONE.size()
                && OF_POINT_ALONE.get(sectionsDone).compareTo(last) <= 0) {
            evaluation.run(OF_POINT_ALONE.get(sectionsDone).index());
            sectionsDone++;
        }
    }

    private void setDirection(int number, FieldVector<T> direction) {
        MathUtils.checkDimension(direction.getDimension(), dimension());
        evaluation.setInputs(number * dimension(), direction);
    }

    private FieldMatrix<T> matrix(DerivativeSection section) {
        return evaluation.outputMatrix(section.index(), dimension());
    }

    private int dimension() {
        return point.getDimension();
    }
}
