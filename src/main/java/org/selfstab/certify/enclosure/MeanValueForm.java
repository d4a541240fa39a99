package org.selfstab.certify.enclosure;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.Interval;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;

/**
 * A loss and its derivatives over a box, each by its expression and by the mean value theorem, {@code f(c) + f'(box)(box - c)}, whichever
 * is narrower entry by entry: expressions in which a variable occurs often are overestimated, the mean value form only by the square of
 * the width (Neumaier, Interval Methods for Systems of Equations, section 2.3).
 */
public final class MeanValueForm implements LossAtPoint<Interval> {

    private final LossAtPoint<Interval> overBox;
    private final LossAtPoint<Interval> atCentre;
    private final FieldVector<Interval> offset;
    private FieldVector<Interval> gradient;
    private FieldMatrix<Interval> hessian;

    /**
     * The forms over a box.
     *
     * @param box the box, finite, of dimension n
     */
    public MeanValueForm(Loss<Interval> loss, FieldVector<Interval> box) {
        FieldVector<Interval> centre = Boxes.at(Boxes.numbers(box));
        this.overBox = loss.at(box);
        this.atCentre = loss.at(centre);
        this.offset = box.subtract(centre);
    }

    @Override
    public FieldVector<Interval> point() {
        return overBox.point();
    }

    @Override
    public Interval value() {
        return narrower(overBox.value(), atCentre.value().add(gradient().dotProduct(offset)));
    }

    @Override
    public FieldVector<Interval> gradient() {
        if (gradient == null) {
            gradient = intersection(
                    overBox.gradient(), atCentre.gradient().add(hessian().operate(offset)));
        }
        return gradient;
    }

    @Override
    public FieldMatrix<Interval> hessian() {
        if (hessian == null) {
            hessian = intersection(overBox.hessian(), atCentre.hessian().add(overBox.third(offset)));
        }
        return hessian;
    }

    @Override
    public FieldMatrix<Interval> third(FieldVector<Interval> a) {
        return intersection(overBox.third(a), atCentre.third(a).add(overBox.fourth(a, offset)));
    }

    /** By its expression alone. */
    @Override
    public FieldMatrix<Interval> fourth(FieldVector<Interval> a, FieldVector<Interval> b) {
        return overBox.fourth(a, b);
    }

    /** What both forms allow; the expression's value where a derivative is not defined, so that the other form says nothing. */
    private static Interval narrower(Interval expression, Interval meanValue) {
        return meanValue.isDefined() ? expression.intersection(meanValue) : expression;
    }

    private static FieldVector<Interval> intersection(FieldVector<Interval> a, FieldVector<Interval> b) {
        FieldVector<Interval> both = a.copy();
        for (int i = 0; i < both.getDimension(); i++) {
            both.setEntry(i, narrower(a.getEntry(i), b.getEntry(i)));
        }
        return both;
    }

    private static FieldMatrix<Interval> intersection(FieldMatrix<Interval> a, FieldMatrix<Interval> b) {
        FieldMatrix<Interval> both = a.copy();
        for (int i = 0; i < both.getRowDimension(); i++) {
            for (int j = 0; j < both.getColumnDimension(); j++) {
                both.setEntry(i, j, narrower(a.getEntry(i, j), b.getEntry(i, j)));
            }
        }
        return both;
    }
}
