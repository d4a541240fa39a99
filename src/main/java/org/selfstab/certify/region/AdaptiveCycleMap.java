package org.selfstab.certify.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.EnclosureException;
import org.selfstab.dynamics.AdaptiveMethod;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;
import org.selfstab.loss.Loss;

/**
 * A step of an adaptive optimizer, theory.md (50), of its whole state: the n parameters, {@code P_g = sqrt(nu_g)/eta} of each of the K groups, which is of the size of a curvature, and with
 * momentum the n entries of the average of the gradients before.
 *
 * @param loss the loss
 * @param method the optimizer's numbers
 */
record AdaptiveCycleMap(Loss<Interval> loss, AdaptiveMethod<Interval> method) implements CycleMap {

    @Override
    public FieldVector<Interval> next(FieldVector<Interval> box) {
        Step step = new Step(box);
        FieldVector<Interval> next = step.landing.append(step.nextWeights);
        return method.hasMomentum() ? next.append(step.direction) : next;
    }

    @Override
    public FieldMatrix<Interval> derivative(FieldVector<Interval> box) {
        return new Step(box).derivative();
    }

    @Override
    public FieldMatrix<Interval> stateDerivative(FieldVector<Interval> box) {
        return derivative(box);
    }

    @Override
    public double[] ofState(List<FieldVector<Binary64>> state) {
        double eta = method.stepSize().midpoint();
        double[] weights = Boxes.numbers(state.get(1));
        for (int g = 0; g < weights.length; g++) {
            weights[g] = Math.sqrt(weights[g]) / eta;
        }
        FieldVector<Interval> numbers = Boxes.at(Boxes.numbers(state.get(0))).append(Boxes.at(weights));
        return Boxes.numbers(method.hasMomentum() ? numbers.append(Boxes.at(Boxes.numbers(state.get(2)))) : numbers);
    }

    /** With nu in the place of P. */
    @Override
    public List<Interval> shown(FieldVector<Interval> box) {
        List<Interval> shown = new ArrayList<>(Arrays.asList(box.toArray()));
        int n = loss.dimension();
        for (int g = 0; g < method.count(); g++) {
            shown.set(n + g, shown.get(n + g).multiply(method.stepSize()).square());
        }
        return shown;
    }

    /** One step from the points of a box. */
    private final class Step {

        private final int n = loss.dimension();
        private final int size;
        private final FieldVector<Interval> point;
        private final FieldVector<Interval> weights;
        private final FieldVector<Interval> weightOf;
        private final FieldVector<Interval> direction;
        private final FieldVector<Interval> landing;
        private final FieldVector<Interval> nextGradient;
        private final FieldVector<Interval> nextWeights;

        Step(FieldVector<Interval> box) {
            this.size = box.getDimension();
            this.point = box.getSubVector(0, n);
            this.weights = requirePositive(box.getSubVector(n, method.count()));
            this.weightOf = method.spread(weights);
            FieldVector<Interval> gradient = loss.at(point).gradient();
            this.direction = method.hasMomentum()
                    ? gradient.mapMultiply(ownShare())
                            .add(box.getSubVector(n + method.count(), n).mapMultiply(method.momentum()))
                    : gradient;
            this.landing = point.subtract(direction.ebeDivide(weightOf));
            this.nextGradient = loss.at(landing).gradient();
            FieldVector<Interval> squares = method.squares(nextGradient)
                    .mapMultiply(method.stepSize().square().reciprocal());
            FieldVector<Interval> next = method.averaged(weights.ebeMultiply(weights), squares);
            for (int g = 0; g < method.count(); g++) {
                next.setEntry(g, next.getEntry(g).sqrt());
            }
            this.nextWeights = requirePositive(next);
        }

        private Interval ownShare() {
            return method.hasMomentum() ? Interval.of(1).subtract(method.momentum()) : Interval.of(1);
        }

        FieldMatrix<Interval> derivative() {
            FieldMatrix<Interval> hessian = loss.at(point).hessian();
            FieldMatrix<Interval> ofLanding = zero(n);
            FieldMatrix<Interval> ofDirection = zero(n);
            for (int i = 0; i < n; i++) {
                Interval inverse = weightOf.getEntry(i).reciprocal();
                for (int j = 0; j < n; j++) {
                    Interval share = hessian.getEntry(i, j).multiply(ownShare());
                    ofDirection.setEntry(i, j, share);
                    ofLanding.setEntry(i, j, share.multiply(inverse).negate());
                }
                ofLanding.addToEntry(i, i, Interval.of(1));
                ofLanding.setEntry(
                        i, n + method.groups().get(i), direction.getEntry(i).multiply(inverse.square()));
                if (method.hasMomentum()) {
                    int own = n + method.count() + i;
                    ofDirection.setEntry(i, own, method.momentum());
                    ofLanding.setEntry(
                            i, own, method.momentum().multiply(inverse).negate());
                }
            }
            FieldMatrix<Interval> derivative = zero(size);
            derivative.setSubMatrix(ofLanding.getData(), 0, 0);
            derivative.setSubMatrix(ofWeights(ofLanding).getData(), n, 0);
            if (method.hasMomentum()) {
                derivative.setSubMatrix(ofDirection.getData(), n + method.count(), 0);
            }
            return derivative;
        }

        /** By {@code P'^2 = beta2 P^2 + (1 - beta2) h(grad L(theta'))/eta^2}. */
        private FieldMatrix<Interval> ofWeights(FieldMatrix<Interval> ofLanding) {
            FieldMatrix<Interval> ofGradient = loss.at(landing).hessian().multiply(ofLanding);
            Interval share = method.forgetting().divide(method.stepSize().square());
            FieldMatrix<Interval> rows = zero(method.count());
            for (int i = 0; i < n; i++) {
                int g = method.groups().get(i);
                Interval factor = nextGradient.getEntry(i).multiply(share);
                for (int j = 0; j < size; j++) {
                    rows.addToEntry(g, j, ofGradient.getEntry(i, j).multiply(factor));
                }
            }
            for (int g = 0; g < method.count(); g++) {
                rows.addToEntry(g, n + g, method.decay().multiply(weights.getEntry(g)));
                for (int j = 0; j < size; j++) {
                    rows.setEntry(g, j, rows.getEntry(g, j).divide(nextWeights.getEntry(g)));
                }
            }
            return rows;
        }

        private FieldMatrix<Interval> zero(int rows) {
            return new Array2DRowFieldMatrix<>(IntervalField.getInstance(), rows, size);
        }
    }

    private static FieldVector<Interval> requirePositive(FieldVector<Interval> weights) {
        for (Interval weight : weights.toArray()) {
            if (!(weight.isFinite() && weight.isAbove(0))) {
                throw new EnclosureException("P is not certainly positive");
            }
        }
        return weights;
    }
}
