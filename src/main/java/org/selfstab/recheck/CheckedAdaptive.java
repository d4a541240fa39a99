package org.selfstab.recheck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.LossEnclosure;
import org.selfstab.recheck.taylor.TaylorLoss;

/**
 * A step of an adaptive optimizer, theory.md (50), of its whole state: the n variables, {@code P_g = sqrt(nu_g)/eta} of each group, and the n entries of the average of gradients where beta1 is
 * not 0. It is two maps one after the other: to the next point and the average of which the step was made, the P left as they were; and from there to the next P.
 *
 * @param variables their names
 * @param momentum contains beta1
 * @param decay contains beta2
 */
record CheckedAdaptive(
        Decimals decimals,
        List<String> variables,
        TaylorLoss loss,
        StatedAdaptive optimizer,
        DecimalInterval eta,
        DecimalInterval momentum,
        DecimalInterval decay)
        implements CheckedMap {

    /**
     * Requires a number that may be beta1 or beta2.
     *
     * @throws RejectedException if it is not certainly at least 0 and less than 1
     */
    static DecimalInterval requireShare(String name, DecimalInterval share) {
        RejectedException.unless(
                share.isFinite()
                        && share.getField().getZero().isAtMost(share)
                        && share.getField().getOne().isAbove(share),
                "the optimizer: " + name + " lies in " + Decimals.shown(share) + " and not from 0 to 1");
        return share;
    }

    private boolean hasMomentum() {
        return !momentum.isZero();
    }

    private int n() {
        return variables.size();
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>(variables);
        IntStream.rangeClosed(1, optimizer.count()).forEach(g -> names.add("P[" + g + "]"));
        if (hasMomentum()) {
            variables.forEach(variable -> names.add("m[" + variable + "]"));
        }
        return names;
    }

    @Override
    public int stateSize() {
        return n() + optimizer.count() + (hasMomentum() ? n() : 0);
    }

    @Override
    public FieldVector<DecimalInterval> image(FieldVector<DecimalInterval> box) {
        return weighted(moved(box));
    }

    @Override
    public FieldMatrix<DecimalInterval> stateDerivative(FieldVector<DecimalInterval> box) {
        return derivative(box);
    }

    @Override
    public FieldMatrix<DecimalInterval> derivative(FieldVector<DecimalInterval> box) {
        return ofWeights(moved(box)).multiply(ofMove(box));
    }

    /** The average after the step's gradient, the gradient itself without momentum. */
    private FieldVector<DecimalInterval> average(FieldVector<DecimalInterval> box) {
        FieldVector<DecimalInterval> gradient = local(box).gradient();
        return hasMomentum()
                ? gradient.mapMultiply(rest(momentum))
                        .add(box.getSubVector(n() + optimizer.count(), n()).mapMultiply(momentum))
                : gradient;
    }

    private FieldVector<DecimalInterval> moved(FieldVector<DecimalInterval> box) {
        FieldVector<DecimalInterval> average = average(box);
        FieldVector<DecimalInterval> moved = box.copy();
        for (int i = 0; i < n(); i++) {
            moved.setEntry(i, box.getEntry(i).subtract(average.getEntry(i).divide(weight(box, i))));
            if (hasMomentum()) {
                moved.setEntry(n() + optimizer.count() + i, average.getEntry(i));
            }
        }
        return moved;
    }

    private FieldMatrix<DecimalInterval> ofMove(FieldVector<DecimalInterval> box) {
        FieldVector<DecimalInterval> average = average(box);
        FieldMatrix<DecimalInterval> hessian = local(box).hessian();
        FieldMatrix<DecimalInterval> matrix = decimals.identity(stateSize());
        for (int i = 0; i < n(); i++) {
            DecimalInterval weight = weight(box, i);
            for (int j = 0; j < n(); j++) {
                DecimalInterval own = hessian.getEntry(i, j).multiply(rest(momentum));
                matrix.addToEntry(i, j, own.divide(weight).negate());
                if (hasMomentum()) {
                    matrix.setEntry(n() + optimizer.count() + i, j, own);
                }
            }
            matrix.setEntry(i, place(i), average.getEntry(i).divide(weight.square()));
            if (hasMomentum()) {
                int kept = n() + optimizer.count() + i;
                matrix.setEntry(i, kept, momentum.divide(weight).negate());
                matrix.setEntry(kept, kept, momentum);
            }
        }
        return matrix;
    }

    private FieldVector<DecimalInterval> weighted(FieldVector<DecimalInterval> box) {
        FieldVector<DecimalInterval> gradient = local(box).gradient();
        FieldVector<DecimalInterval> weighted = box.copy();
        for (int g = 0; g < optimizer.count(); g++) {
            DecimalInterval sum = decimals.field().getZero();
            for (int i = 0; i < n(); i++) {
                sum = optimizer.groups().get(i) == g
                        ? sum.add(gradient.getEntry(i).square())
                        : sum;
            }
            DecimalInterval square = weight(box.getEntry(n() + g))
                    .square()
                    .multiply(decay)
                    .add(sum.divide(eta.square()).multiply(rest(decay)));
            weighted.setEntry(n() + g, weight(square).sqrt());
        }
        return weighted;
    }

    private FieldMatrix<DecimalInterval> ofWeights(FieldVector<DecimalInterval> box) {
        LossEnclosure local = local(box);
        FieldVector<DecimalInterval> gradient = local.gradient();
        FieldMatrix<DecimalInterval> hessian = local.hessian();
        FieldVector<DecimalInterval> weighted = weighted(box);
        FieldMatrix<DecimalInterval> matrix = decimals.identity(stateSize());
        for (int g = 0; g < optimizer.count(); g++) {
            int row = n() + g;
            DecimalInterval next = weight(weighted.getEntry(row));
            matrix.setEntry(row, row, decay.multiply(box.getEntry(row)).divide(next));
            DecimalInterval share = rest(decay).divide(eta.square()).divide(next);
            for (int j = 0; j < n(); j++) {
                DecimalInterval sum = decimals.field().getZero();
                for (int i = 0; i < n(); i++) {
                    sum = optimizer.groups().get(i) == g
                            ? sum.add(gradient.getEntry(i).multiply(hessian.getEntry(i, j)))
                            : sum;
                }
                matrix.setEntry(row, j, sum.multiply(share));
            }
        }
        return matrix;
    }

    private LossEnclosure local(FieldVector<DecimalInterval> box) {
        return CentredForm.over(decimals, loss, box.getSubVector(0, n()));
    }

    private int place(int variable) {
        return n() + optimizer.groups().get(variable);
    }

    private DecimalInterval weight(FieldVector<DecimalInterval> box, int variable) {
        return weight(box.getEntry(place(variable)));
    }

    private static DecimalInterval weight(DecimalInterval weight) {
        RejectedException.unless(weight.isPositive(), "a second moment is not certainly positive");
        return weight;
    }

    private static DecimalInterval rest(DecimalInterval share) {
        return share.getField().getOne().subtract(share);
    }
}
