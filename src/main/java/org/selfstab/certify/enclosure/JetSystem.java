package org.selfstab.certify.enclosure;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.differentiation.FieldGradient;
import org.hipparchus.analysis.differentiation.FieldGradientField;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;
import org.selfstab.loss.InterpretedLoss;
import org.selfstab.loss.Loss;

/** A square system of equations about a loss, written once over any field: its Jacobian comes from jets of intervals. */
public final class JetSystem implements SquareSystem {

    /** The equations over any field. */
    public interface Equations {

        /** The number of equations and of unknowns. */
        int dimension();

        /**
         * The equations' left-hand sides.
         *
         * @param loss the loss over the field
         * @param unknowns the unknowns
         * @param <T> the field's elements
         */
        <T extends CalculusFieldElement<T>> FieldVector<T> value(Loss<T> loss, FieldVector<T> unknowns);
    }

    private final Equations equations;
    /** Over the first unknowns, which are a point; it tells too where a loss of jets is defined. */
    private final Loss<Interval> loss;

    private final FieldGradientField<Interval> jets;
    private final Loss<FieldGradient<Interval>> jetLoss;

    public JetSystem(Equations equations, LossDerivatives derivatives) {
        this.equations = equations;
        this.loss = DefinedLoss.of(derivatives);
        this.jets = FieldGradientField.getField(IntervalField.getInstance(), equations.dimension());
        this.jetLoss = InterpretedLoss.of(derivatives, jets);
    }

    @Override
    public FieldVector<Interval> value(FieldVector<Interval> box) {
        return equations.value(loss, box);
    }

    @Override
    public FieldMatrix<Interval> jacobian(FieldVector<Interval> box) {
        int n = equations.dimension();
        if (!loss.at(box.getSubVector(0, loss.dimension())).value().isDefined()) {
            return Boxes.undefinedMatrix(n);
        }
        FieldVector<FieldGradient<Interval>> unknowns = new ArrayFieldVector<>(jets, n);
        for (int i = 0; i < n; i++) {
            unknowns.setEntry(i, FieldGradient.variable(n, i, box.getEntry(i)));
        }
        FieldVector<FieldGradient<Interval>> values = equations.value(jetLoss, unknowns);
        FieldMatrix<Interval> jacobian = new Array2DRowFieldMatrix<>(IntervalField.getInstance(), n, n);
        for (int i = 0; i < n; i++) {
            jacobian.setRow(i, values.getEntry(i).getGradient());
        }
        return jacobian;
    }
}
