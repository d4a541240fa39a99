package org.selfstab.symbolic;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.TaylorTerm;
import org.selfstab.expression.autodiff.LossDerivatives;

/** The third-order Taylor polynomial of the loss at a point, split along and off the top eigenvector. */
final class TaylorTerms {

    /** The coordinate along u; brackets cannot occur in a parameter's name. */
    static final Symbol ALONG = Expression.symbol("x[u]");

    private final LossDerivatives derivatives;
    private final PointSimplification point;
    private final SharpnessGeometry geometry;
    private final SymbolicMatrix hessian;
    private final Expression sharpness;
    private final List<Symbol> off;
    private final List<Expression> w;

    TaylorTerms(
            LossDerivatives derivatives,
            PointSimplification point,
            SharpnessGeometry geometry,
            SymbolicMatrix hessian,
            Expression sharpness) {
        this.derivatives = derivatives;
        this.point = point;
        this.geometry = geometry;
        this.hessian = hessian;
        this.sharpness = sharpness;
        this.off = derivatives.variables().stream()
                .map(variable -> Expression.symbol("w[" + variable.name() + "]"))
                .toList();
        this.w = componentsOff();
    }

    /** The components of w; zero along a coordinate axis if that is the direction of u. */
    private List<Expression> componentsOff() {
        List<Expression> components = new ArrayList<>();
        for (int i = 0; i < off.size(); i++) {
            components.add(geometry.u().get(i).equals(Expression.ONE) ? Expression.ZERO : off.get(i));
        }
        return components;
    }

    /** The symbols of the components of w. */
    List<Symbol> off() {
        return off;
    }

    /** The terms, those of lower order first. */
    List<TaylorTerm> terms() {
        Expression x = ALONG;
        Expression alongU = point.simplified(SharpnessGeometry.dot(geometry.gradient(), geometry.u()));
        return List.of(
                term(TaylorTerm.Role.CONSTANT, point.simplified(point.at(derivatives.value()))),
                term(TaylorTerm.Role.GRADIENT_ALONG_U, alongU.times(x)),
                term(TaylorTerm.Role.GRADIENT_OFF_U, SharpnessGeometry.dot(geometry.gradient(), w)),
                term(TaylorTerm.Role.SHARPNESS, fraction(2).times(sharpness).times(x.power(2))),
                term(TaylorTerm.Role.HESSIAN_OFF_DIAGONAL, Expression.ZERO),
                term(TaylorTerm.Role.HESSIAN_OFF_U, fraction(2).times(hessianOffU())),
                term(
                        TaylorTerm.Role.SKEWNESS,
                        fraction(6).times(geometry.skewness()).times(x.power(3))),
                term(
                        TaylorTerm.Role.SELF_STABILIZATION,
                        fraction(2).times(selfStabilization()).times(x.power(2))),
                term(
                        TaylorTerm.Role.THIRD_ALONG_U,
                        fraction(2).times(third(geometry.u())).times(x)),
                term(TaylorTerm.Role.THIRD_OFF_U, fraction(6).times(third(w))));
    }

    private static TaylorTerm term(TaylorTerm.Role role, Expression expression) {
        return new TaylorTerm(role, expression);
    }

    private static Expression fraction(int denominator) {
        return Expression.constant(new BigFraction(1, denominator));
    }

    private Expression selfStabilization() {
        return SharpnessGeometry.dot(geometry.sharpnessGradientOffU(), w);
    }

    private Expression hessianOffU() {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < w.size(); i++) {
            for (int j = 0; j < w.size(); j++) {
                terms.add(hessian.entry(i, j).times(w.get(i)).times(w.get(j)));
            }
        }
        return Expression.sum(terms);
    }

    /** {@code D3L(a,w,w)}, the coefficient of each monomial of w simplified. */
    private Expression third(List<Expression> a) {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < w.size(); i++) {
            for (int j = i; j < w.size(); j++) {
                Expression monomial = w.get(i).times(w.get(j));
                if (!monomial.isZero()) {
                    terms.add(
                            monomial.times(Expression.constant(i == j ? 1 : 2)).times(thirdAlong(a, i, j)));
                }
            }
        }
        return Expression.sum(terms);
    }

    private Expression thirdAlong(List<Expression> a, int i, int j) {
        List<Expression> terms = new ArrayList<>();
        for (int k = 0; k < a.size(); k++) {
            if (!a.get(k).isZero()) {
                terms.add(a.get(k).times(point.simplified(point.at(derivatives.third(i, j, k)))));
            }
        }
        return Expression.sum(terms);
    }
}
