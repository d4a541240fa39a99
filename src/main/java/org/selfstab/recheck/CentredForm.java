package org.selfstab.recheck;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.LossEnclosure;
import org.selfstab.recheck.taylor.TaylorLoss;

/** A loss's derivatives over a box, by interval evaluation and by the mean value theorem about the centre, intersected. */
final class CentredForm implements LossEnclosure {

    private final LossEnclosure everywhere;
    private final LossEnclosure middle;
    private final FieldVector<DecimalInterval> offset;

    CentredForm(TaylorLoss loss, FieldVector<DecimalInterval> centre, FieldVector<DecimalInterval> box) {
        this.everywhere = loss.over(box);
        this.middle = loss.over(centre);
        this.offset = box.subtract(centre);
    }

    @Override
    public DecimalInterval value() {
        return everywhere.value().intersection(middle.value().add(gradient().dotProduct(offset)));
    }

    @Override
    public FieldVector<DecimalInterval> gradient() {
        FieldVector<DecimalInterval> form = middle.gradient().add(hessian().operate(offset));
        FieldVector<DecimalInterval> direct = everywhere.gradient().copy();
        for (int i = 0; i < direct.getDimension(); i++) {
            direct.setEntry(i, direct.getEntry(i).intersection(form.getEntry(i)));
        }
        return direct;
    }

    @Override
    public FieldMatrix<DecimalInterval> hessian() {
        return both(everywhere.hessian(), middle.hessian().add(everywhere.third(offset)));
    }

    @Override
    public FieldMatrix<DecimalInterval> third(FieldVector<DecimalInterval> a) {
        return both(everywhere.third(a), middle.third(a).add(everywhere.fourth(a, offset)));
    }

    @Override
    public FieldMatrix<DecimalInterval> fourth(FieldVector<DecimalInterval> a, FieldVector<DecimalInterval> b) {
        return everywhere.fourth(a, b);
    }

    private static FieldMatrix<DecimalInterval> both(
            FieldMatrix<DecimalInterval> direct, FieldMatrix<DecimalInterval> form) {
        FieldMatrix<DecimalInterval> both = direct.copy();
        for (int i = 0; i < both.getRowDimension(); i++) {
            for (int j = 0; j < both.getColumnDimension(); j++) {
                both.setEntry(i, j, direct.getEntry(i, j).intersection(form.getEntry(i, j)));
            }
        }
        return both;
    }
}
