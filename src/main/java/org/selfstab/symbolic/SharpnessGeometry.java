package org.selfstab.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.selfstab.expression.Expression;
import org.selfstab.expression.autodiff.LossDerivatives;

/** The quantities of theory.md (1) and (3) to (7) for a given top eigenvector, as expressions of the parameters. */
final class SharpnessGeometry {

    private final NumericValues values;
    private final PointSimplification point;
    private final Expression stepSize;
    private final List<Expression> u;
    private final List<Expression> gradient = new ArrayList<>();
    private final List<Expression> sharpnessGradient = new ArrayList<>();
    private final List<Expression> offU = new ArrayList<>();
    private final Expression skewness;
    private final Expression alpha;
    private final Expression beta;

    SharpnessGeometry(
            LossDerivatives derivatives,
            PointSimplification point,
            NumericValues values,
            Expression stepSize,
            List<Expression> u) {
        this.point = point;
        this.values = values;
        this.stepSize = stepSize;
        this.u = u;
        for (int i = 0; i < u.size(); i++) {
            gradient.add(point.simplified(point.at(derivatives.gradient(i))));
            sharpnessGradient.add(point.simplified(sharpnessDerivative(derivatives, i)));
        }
        this.skewness = point.simplified(dot(sharpnessGradient, u));
        for (int i = 0; i < u.size(); i++) {
            offU.add(point.simplified(sharpnessGradient.get(i).minus(skewness.times(u.get(i)))));
        }
        this.alpha = point.simplified(dot(gradient, offU).negate());
        this.beta = point.simplified(dot(offU, offU));
    }

    /** Entry i of {@code D3L(u,u)}. */
    private Expression sharpnessDerivative(LossDerivatives derivatives, int i) {
        List<Expression> terms = new ArrayList<>();
        for (int j = 0; j < u.size(); j++) {
            for (int k = 0; k < u.size(); k++) {
                Expression weight = u.get(j).times(u.get(k));
                if (!weight.isZero()) {
                    terms.add(weight.times(point.at(derivatives.third(i, j, k))));
                }
            }
        }
        return Expression.sum(terms);
    }

    static Expression dot(List<Expression> a, List<Expression> b) {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            terms.add(a.get(i).times(b.get(i)));
        }
        return Expression.sum(terms);
    }

    List<Expression> u() {
        return u;
    }

    List<Expression> gradient() {
        return gradient;
    }

    List<Expression> sharpnessGradient() {
        return sharpnessGradient;
    }

    Expression skewness() {
        return skewness;
    }

    List<Expression> sharpnessGradientOffU() {
        return offU;
    }

    Expression alpha() {
        return alpha;
    }

    Expression beta() {
        return beta;
    }

    Optional<Expression> delta() {
        return isPositive(alpha) && isPositive(beta)
                ? Optional.of(point.simplified(
                        Expression.TWO.times(alpha).dividedBy(beta).sqrt()))
                : Optional.empty();
    }

    Optional<Expression> epsilon() {
        return isPositive(alpha) ? Optional.of(point.simplified(stepSize.times(alpha.sqrt()))) : Optional.empty();
    }

    /** Where alpha is positive neither norm is zero. */
    Optional<Expression> gamma() {
        return isPositive(alpha)
                ? Optional.of(point.simplified(
                        alpha.dividedBy(dot(gradient, gradient).times(beta).sqrt())))
                : Optional.empty();
    }

    private boolean isPositive(Expression expression) {
        return !expression.isZero() && values.of(expression) > 0;
    }
}
