package org.selfstab.loss;

import static org.selfstab.loss.DerivativeSection.FOURTH_ALONG;
import static org.selfstab.loss.DerivativeSection.FOURTH_AT_POINT;
import static org.selfstab.loss.DerivativeSection.GRADIENT;
import static org.selfstab.loss.DerivativeSection.HESSIAN;
import static org.selfstab.loss.DerivativeSection.THIRD_ALONG;
import static org.selfstab.loss.DerivativeSection.THIRD_AT_POINT;
import static org.selfstab.loss.DerivativeSection.VALUE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
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
    private final Set<DerivativeSection> done = EnumSet.noneOf(DerivativeSection.class);
    private DerivativeOrder order;
    private Evaluation<T> evaluation;

    LazyLossAtPoint(LossProgram<? extends Evaluation<T>> program, FieldVector<T> theta) {
        MathUtils.checkDimension(theta.getDimension(), program.dimension());
        this.program = program;
        this.point = theta.copy();
        startOn(program.longest());
    }

    private void startOn(LossProgram.Stage<? extends Evaluation<T>> stage) {
        order = stage.order();
        evaluation = stage.evaluations().get();
        done.clear();
        setInputs(0, point);
    }

    @Override
    public FieldVector<T> point() {
        return point.copy();
    }

    @Override
    public T value() {
        runAtPoint(VALUE);
        return output(VALUE, 0);
    }

    @Override
    public FieldVector<T> gradient() {
        runAtPoint(GRADIENT);
        FieldVector<T> gradient = new ArrayFieldVector<>(point.getField(), dimension());
        for (int i = 0; i < dimension(); i++) {
            gradient.setEntry(i, output(GRADIENT, i));
        }
        return gradient;
    }

    @Override
    public FieldMatrix<T> hessian() {
        runAtPoint(HESSIAN);
        return symmetricMatrix(HESSIAN);
    }

    @Override
    public FieldMatrix<T> third(FieldVector<T> a) {
        reach(DerivativeOrder.THIRD);
        runAtPoint(THIRD_AT_POINT);
        setInputs(dimension(), a);
        evaluation.run(THIRD_ALONG.index());
        return symmetricMatrix(THIRD_ALONG);
    }

    @Override
    public FieldMatrix<T> fourth(FieldVector<T> a, FieldVector<T> b) {
        reach(DerivativeOrder.FOURTH);
        runAtPoint(FOURTH_AT_POINT);
        setInputs(dimension(), a);
        setInputs(2 * dimension(), b);
        // D4L(a,b,.,.) may reuse what D3L(a,.,.) has computed from the same a.
        evaluation.run(THIRD_ALONG.index());
        evaluation.run(FOURTH_ALONG.index());
        return symmetricMatrix(FOURTH_ALONG);
    }

    private void reach(DerivativeOrder needed) {
        if (order.compareTo(needed) < 0) {
            startOn(program.atLeast(needed));
        }
    }

    /** Runs the section, and before it all earlier ones that depend on the point alone, unless they have run. */
    private void runAtPoint(DerivativeSection last) {
        for (DerivativeSection section : OF_POINT_ALONE) {
            if (section.compareTo(last) <= 0 && done.add(section)) {
                evaluation.run(section.index());
            }
        }
    }

    private void setInputs(int first, FieldVector<T> values) {
        MathUtils.checkDimension(values.getDimension(), dimension());
        for (int i = 0; i < dimension(); i++) {
            evaluation.setInput(first + i, values.getEntry(i));
        }
    }

    private FieldMatrix<T> symmetricMatrix(DerivativeSection section) {
        FieldMatrix<T> matrix = new Array2DRowFieldMatrix<>(point.getField(), dimension(), dimension());
        int index = 0;
        for (int i = 0; i < dimension(); i++) {
            for (int j = i; j < dimension(); j++) {
                T entry = output(section, index++);
                matrix.setEntry(i, j, entry);
                matrix.setEntry(j, i, entry);
            }
        }
        return matrix;
    }

    private T output(DerivativeSection section, int index) {
        return evaluation.output(section.index(), index);
    }

    private int dimension() {
        return point.getDimension();
    }
}
