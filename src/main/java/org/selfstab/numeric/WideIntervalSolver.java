package org.selfstab.numeric;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.analysis.CalculusFieldUnivariateFunction;
import org.hipparchus.analysis.solvers.FieldBracketingNthOrderBrentSolver;
import org.hipparchus.util.FastMath;

/**
 * A root finder for Hipparchus's event detection over fields finer than doubles. The detection compares times as doubles and ends with an internal
 * error where the two ends of the interval about the root are the same double, to which superlinear convergence leads soon. This one
 * widens the interval to the accuracy asked for, where the bracket it started from allows.
 *
 * @param <T> the field's elements
 */
public final class WideIntervalSolver<T extends CalculusFieldElement<T>> extends FieldBracketingNthOrderBrentSolver<T> {

    private static final int ORDER = 5;

    /**
     * A root finder.
     *
     * @param accuracy the width of the intervals, positive
     */
    public WideIntervalSolver(Field<T> field, double accuracy) {
        super(
                field.getOne().ulp(),
                field.getZero().add(accuracy),
                field.getOne().ulp(),
                ORDER);
    }

    @Override
    public Interval<T> solveInterval(
            int maxEvaluations, CalculusFieldUnivariateFunction<T> function, T least, T most, T start) {
        Interval<T> found = super.solveInterval(maxEvaluations, function, least, most, start);
        T half = getAbsoluteAccuracy().multiply(0.5);
        T left = FastMath.max(least, found.getLeftAbscissa().subtract(half));
        T right = FastMath.min(most, found.getRightAbscissa().add(half));
        return new Interval<>(left, function.value(left), right, function.value(right));
    }
}
