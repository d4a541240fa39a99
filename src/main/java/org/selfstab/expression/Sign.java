package org.selfstab.expression;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What an expression's form says about its sign wherever it is defined. */
public final class Sign {

    private static final Set<ElementaryFunction> POSITIVE = EnumSet.of(
            ElementaryFunction.EXP, ElementaryFunction.COSH, ElementaryFunction.SOFTPLUS, ElementaryFunction.SIGMOID);
    private static final Set<ElementaryFunction> NOT_NEGATIVE =
            EnumSet.of(ElementaryFunction.ABS, ElementaryFunction.LOGCOSH);

    private Sign() {}

    static boolean isPositive(Expression expression) {
        if (expression instanceof Constant constant) {
            return constant.value().signum() > 0;
        }
        if (expression instanceof Pi) {
            return true;
        }
        if (expression instanceof Application application) {
            return POSITIVE.contains(application.function());
        }
        if (expression instanceof Power power) {
            return isPositive(power.base());
        }
        if (expression instanceof Product product) {
            return product.coefficient().signum() > 0
                    && product.factors().stream().allMatch(Sign::isPositive);
        }
        if (expression instanceof SumOver sum) {
            return isPositive(sum.body());
        }
        if (expression instanceof Index index) {
            return index.from() > 0;
        }
        if (expression instanceof Element element) {
            return element.table().entries().stream().allMatch(Sign::isPositive);
        }
        return expression instanceof Sum sum && isPositive(sum.terms());
    }

    private static boolean isPositive(List<Expression> terms) {
        return terms.stream().allMatch(Sign::isNotNegative) && terms.stream().anyMatch(Sign::isPositive);
    }

    /** Whether the form shows that it is nowhere negative. */
    public static boolean isNotNegative(Expression expression) {
        if (expression instanceof Constant constant) {
            return constant.value().signum() >= 0;
        }
        if (expression instanceof Application application && NOT_NEGATIVE.contains(application.function())) {
            return true;
        }
        if (expression instanceof Power power) {
            return !Rationals.isInteger(power.exponent())
                    || !power.exponent().getNumerator().testBit(0)
                    || isNotNegative(power.base());
        }
        if (expression instanceof Product product) {
            return product.coefficient().signum() >= 0
                    && product.factors().stream().allMatch(Sign::isNotNegative);
        }
        if (expression instanceof Sum sum) {
            return sum.terms().stream().allMatch(Sign::isNotNegative);
        }
        if (expression instanceof SumOver sum) {
            return isNotNegative(sum.body());
        }
        if (expression instanceof Index index) {
            return index.from() >= 0;
        }
        if (expression instanceof Element element) {
            return element.table().entries().stream().allMatch(Sign::isNotNegative);
        }
        return isPositive(expression);
    }
}
