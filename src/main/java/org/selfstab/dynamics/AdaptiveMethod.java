package org.selfstab.dynamics;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.selfstab.loss.Backend;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.problem.Problem;

/**
 * The numbers of an adaptive optimizer, theory.md (50): vectors of dimension n have an entry for each parameter, moments one for each group.
 *
 * @param stepSize eta
 * @param momentum beta1, 0 for RMSProp
 * @param decay beta2
 * @param edge {@code 2 (1 + beta1)/(1 - beta1)}, of the largest eigenvalue of {@code P^{-1} H}
 * @param groups the group of each parameter
 * @param count how many groups there are
 * @param <T> the field's elements
 */
public record AdaptiveMethod<T extends CalculusFieldElement<T>>(
        T stepSize, T momentum, T decay, T edge, List<Integer> groups, int count) {

    /** The optimizer of a problem with the numbers of a backend. */
    public static <T extends CalculusFieldElement<T>> AdaptiveMethod<T> of(
            Problem problem, Optimizer.Adaptive optimizer, Backend<T> backend) {
        T momentum = backend.valueOf(problem.withValues(optimizer.momentum()));
        T one = backend.field().getOne();
        return new AdaptiveMethod<>(
                backend.valueOf(problem.stepSize()),
                momentum,
                backend.valueOf(problem.withValues(optimizer.decay())),
                one.add(momentum).multiply(2.0).divide(one.subtract(momentum)),
                optimizer.groups(),
                optimizer.groupCount());
    }

    /** Whether gradients are averaged before they are applied, as Adam does. */
    public boolean hasMomentum() {
        return !momentum.isZero();
    }

    /** The diagonal of {@code sqrt(P)}, {@code P = sqrt(nu)/eta}; of dimension n. */
    public FieldVector<T> root(FieldVector<T> nu) {
        FieldVector<T> root = nu.copy();
        for (int g = 0; g < count; g++) {
            root.setEntry(g, nu.getEntry(g).sqrt().divide(stepSize).sqrt());
        }
        return spread(root);
    }

    /** The diagonal of P, of dimension n. */
    public FieldVector<T> preconditioner(FieldVector<T> nu) {
        FieldVector<T> root = root(nu);
        return root.ebeMultiply(root);
    }

    /** A number of each group as one of each parameter. */
    public FieldVector<T> spread(FieldVector<T> ofGroups) {
        FieldVector<T> spread = new ArrayFieldVector<>(stepSize.getField(), groups.size());
        for (int m = 0; m < groups.size(); m++) {
            spread.setEntry(m, ofGroups.getEntry(groups.get(m)));
        }
        return spread;
    }

    /** The sum over each group of the products of two vectors' entries. */
    public FieldVector<T> products(FieldVector<T> a, FieldVector<T> b) {
        FieldVector<T> sums = new ArrayFieldVector<>(stepSize.getField(), count);
        for (int m = 0; m < groups.size(); m++) {
            int group = groups.get(m);
            sums.setEntry(group, sums.getEntry(group).add(a.getEntry(m).multiply(b.getEntry(m))));
        }
        return sums;
    }

    /** {@code h_g}: the sum over each group of a vector's squared entries. */
    public FieldVector<T> squares(FieldVector<T> v) {
        return products(v, v);
    }

    /** {@code beta2 nu + (1 - beta2) h}: the moments after a step. */
    public FieldVector<T> averaged(FieldVector<T> nu, FieldVector<T> h) {
        return nu.mapMultiply(decay).add(h.mapMultiply(forgetting()));
    }

    /** {@code beta1 m + (1 - beta1) g}: the average of gradients after a step. */
    FieldVector<T> pulled(FieldVector<T> average, FieldVector<T> gradient) {
        return average.mapMultiply(momentum).add(gradient.mapMultiply(ownShare()));
    }

    /** {@code -(1 - beta1)/(1 + beta1)}: the average before a step alternates with the gradient at the edge, smaller by this. */
    T alternating() {
        return edge.reciprocal().multiply(2.0).negate();
    }

    /** {@code 1 - beta1}, by which a gradient counts in its own step. */
    T ownShare() {
        return momentum.getField().getOne().subtract(momentum);
    }

    /** The optimizer in the coordinates {@code sqrt(P) theta} with P fixed: gradient descent of step size 1, with momentum heavy ball of {@code 1 - beta1}. */
    LinearMethod<T> inMetric() {
        T one = momentum.getField().getOne();
        T zero = momentum.getField().getZero();
        return hasMomentum()
                ? new LinearMethod<>(
                        List.of(List.of(one.add(momentum), momentum.negate()), List.of(one, zero)),
                        List.of(ownShare().negate(), zero),
                        List.of(one, zero))
                : new LinearMethod<>(List.of(List.of(one)), List.of(one.negate()), List.of(one));
    }

    /** A number of the same field. */
    T number(double value) {
        return stepSize.newInstance(value);
    }

    /** {@code 1 - beta2}. */
    public T forgetting() {
        return decay.getField().getOne().subtract(decay);
    }

    /** {@code rho = (1 - beta2)/beta2}, the rate at which the moments follow in the central flow. */
    public T rho() {
        return forgetting().divide(decay);
    }
}
