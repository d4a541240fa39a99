package org.selfstab.certify.enclosure;

import org.hipparchus.Field;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;
import org.selfstab.loss.InterpretedLoss;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;

/**
 * A loss whose derivatives are undefined over every box on which it may itself not be. A derivative's expression may be defined where the
 * loss is not: that of {@code 0*log(x)} is zero, and that of {@code log(x)} is 1/x also for negative x.
 *
 * @param loss the loss by its expressions
 */
public record DefinedLoss(Loss<Interval> loss) implements Loss<Interval> {

    /** The loss of these derivatives. */
    public static DefinedLoss of(LossDerivatives derivatives) {
        return new DefinedLoss(InterpretedLoss.of(derivatives, IntervalField.getInstance()));
    }

    @Override
    public int dimension() {
        return loss.dimension();
    }

    @Override
    public Field<Interval> field() {
        return loss.field();
    }

    @Override
    public LossAtPoint<Interval> at(FieldVector<Interval> theta) {
        return new WhereDefined(loss.at(theta));
    }

    private record WhereDefined(LossAtPoint<Interval> local) implements LossAtPoint<Interval> {

        @Override
        public FieldVector<Interval> point() {
            return local.point();
        }

        @Override
        public Interval value() {
            return local.value();
        }

        @Override
        public FieldVector<Interval> gradient() {
            return local.value().isDefined() ? local.gradient() : Boxes.undefined(point().getDimension());
        }

        @Override
        public FieldMatrix<Interval> hessian() {
            return local.value().isDefined() ? local.hessian() : undefinedMatrix();
        }

        @Override
        public FieldMatrix<Interval> third(FieldVector<Interval> a) {
            return local.value().isDefined() ? local.third(a) : undefinedMatrix();
        }

        @Override
        public FieldMatrix<Interval> fourth(FieldVector<Interval> a, FieldVector<Interval> b) {
            return local.value().isDefined() ? local.fourth(a, b) : undefinedMatrix();
        }

        private FieldMatrix<Interval> undefinedMatrix() {
            return Boxes.undefinedMatrix(point().getDimension());
        }
    }
}
