package org.selfstab.recheck;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.LossEnclosure;
import org.selfstab.recheck.taylor.TaylorLoss;

/**
 * A loss's derivatives over a box, by interval evaluation and by Taylor's formula about a centre with the remainder over the box,
 * intersected. The remainder is of the fourth derivative, so that the enclosures of lower ones are the narrower.
 */
final class CentredForm implements LossEnclosure {

    private static final double HARDLY = 0x1p-10;

    private final Decimals decimals;
    private final LossEnclosure everywhere;
    private final LossEnclosure middle;
    private final FieldVector<DecimalInterval> offset;

    CentredForm(
            Decimals decimals, TaylorLoss loss, FieldVector<DecimalInterval> centre, FieldVector<DecimalInterval> box) {
        this.decimals = decimals;
        this.everywhere = loss.over(box);
        this.middle = loss.over(centre);
        this.offset = box.subtract(centre);
    }

    /** Over a box, about its midpoint. */
    static CentredForm over(Decimals decimals, TaylorLoss loss, FieldVector<DecimalInterval> box) {
        return new CentredForm(decimals, loss, decimals.middle(box), box);
    }

    @Override
    public DecimalInterval value() {
        return everywhere.value().intersection(middle.value().add(gradient().dotProduct(offset)));
    }

    @Override
    public FieldVector<DecimalInterval> gradient() {
        FieldVector<DecimalInterval> byMean = middle.gradient().add(hessian().operate(offset));
        FieldVector<DecimalInterval> gradient = everywhere.gradient().copy();
        for (int i = 0; i < gradient.getDimension(); i++) {
            gradient.setEntry(i, gradient.getEntry(i).intersection(byMean.getEntry(i)));
        }
        return gradient;
    }

    @Override
    public FieldMatrix<DecimalInterval> hessian() {
        FieldMatrix<DecimalInterval> change = everywhere.third(offset);
        FieldMatrix<DecimalInterval> linear = middle.third(offset);
        FieldMatrix<DecimalInterval> byMean =
                both(everywhere.hessian(), middle.hessian().add(change));
        if (isAboutLinear(change, linear)) {
            return byMean;
        }
        FieldMatrix<DecimalInterval> byTaylor = middle.hessian()
                .add(linear)
                .add(everywhere.fourth(offset, offset).scalarMultiply(decimals.half()));
        return both(byMean, byTaylor);
    }

    /** Whether the third derivative hardly changes over the box, so that Taylor's formula is not worth the fourth. */
    private static boolean isAboutLinear(FieldMatrix<DecimalInterval> change, FieldMatrix<DecimalInterval> linear) {
        boolean about = true;
        for (int i = 0; i < change.getRowDimension(); i++) {
            for (int j = 0; j <= i; j++) {
                DecimalInterval most = linear.getEntry(i, j).mag().multiply(1.0 + HARDLY);
                about &= change.getEntry(i, j).mag().isAtMost(most);
            }
        }
        return about;
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
