package org.selfstab.dynamics;

import java.util.List;
import org.selfstab.expression.Expression;
import org.selfstab.expression.autodiff.ExpressionDerivatives;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.problem.Noise;
import org.selfstab.problem.Problem;

/** The derivatives of a problem's loss. */
public final class DerivedLoss {

    /** The most operations of all items together, if each has as many, up to which they are written out; the loss itself may be too long for that. */
    private static final double MOST_WRITTEN_OUT_ITEMS = 1e7;

    private DerivedLoss() {}

    /** The loss's derivatives with the parameters' values put in, each derived when first asked for. */
    public static LossDerivatives of(Problem problem) {
        return ExpressionDerivatives.of(
                problem.variables(), problem.lossOfVariables(), problem.lossWithSumsOfVariables());
    }

    /** The derivatives of each item that batches are drawn from, with the parameters' values put in; empty without batches. */
    public static List<LossDerivatives> ofItems(Problem problem) {
        List<Expression> items = problem.noise()
                .flatMap(Noise::batches)
                .map(Noise.Batches::items)
                .orElse(List.of());
        return items.stream()
                .map(item -> {
                    Expression withSums = problem.withValues(item);
                    return (LossDerivatives) ExpressionDerivatives.of(
                            problem.variables(),
                            withSums.writtenOutWithin(MOST_WRITTEN_OUT_ITEMS / items.size()),
                            withSums);
                })
                .toList();
    }
}
