package org.selfstab.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.selfstab.expression.BranchCondition;
import org.selfstab.expression.ClosedForm;
import org.selfstab.expression.ClosedFormResult;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.NoClosedForm;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.TaylorTerm;
import org.selfstab.expression.autodiff.LossDerivatives;

/** Closed forms, each also compared with a numeric eigen-decomposition that shares nothing but the derivatives. */
class ClosedFormGeometryTest {

    private static final Symbol X = Expression.symbol("x");
    private static final Symbol Y = Expression.symbol("y");
    private static final Symbol W = Expression.symbol("w");
    private static final Symbol ETA = Expression.symbol("eta");
    private static final Symbol ZETA = Expression.symbol("zeta");
    private static final Symbol EPSILON = Expression.symbol("epsilon");
    private static final Symbol PHI = Expression.symbol("phi");
    private static final Expression THREE = Expression.constant(3);
    private static final Expression HALF_SQUARE = X.power(2).dividedBy(Expression.TWO);
    private static final Map<String, Expression> VALUES =
            Map.of("eta", rational(3, 10), "zeta", Expression.ONE, "epsilon", rational(1, 100), "phi", rational(9, 10));

    private static Expression rational(int numerator, int denominator) {
        return Expression.constant(new BigFraction(numerator, denominator));
    }

    private static Expression sharpValley() {
        return Y.plus(ZETA.times(X)).times(HALF_SQUARE).minus(EPSILON.times(X.plus(Y)));
    }

    @Test
    void sharpValleyOnItsFloor() {
        ClosedForm form = derive(sharpValley(), List.of(X, Y), List.of(Expression.ZERO, Expression.TWO.dividedBy(ETA)));
        assertThat(form.blocks()).containsExactly(List.of(0), List.of(1));
        assertThat(form.sharpness()).isEqualTo(Expression.TWO.dividedBy(ETA));
        assertThat(form.u()).containsExactly(Expression.ONE, Expression.ZERO);
        assertThat(form.skewness()).isEqualTo(THREE.times(ZETA));
        assertThat(form.sharpnessGradientOffU()).containsExactly(Expression.ZERO, Expression.ONE);
        assertThat(form.beta()).isEqualTo(Expression.ONE);
        assertThat(form.alpha()).isEqualTo(EPSILON);
        assertThat(form.delta().orElseThrow())
                .isEqualTo(Expression.TWO.times(EPSILON).sqrt());
        assertThat(form.epsilon().orElseThrow()).isEqualTo(ETA.times(EPSILON.sqrt()));
        assertThat(form.conditions()).extracting(BranchCondition::text).contains("2/eta > 0");
        assertThat(term(form, TaylorTerm.Role.SELF_STABILIZATION)).hasToString("w[y]*x[u]^2/2");
        assertThat(term(form, TaylorTerm.Role.SKEWNESS)).hasToString("zeta*x[u]^3/2");
    }

    @Test
    void exponentialValleyOnItsFloor() {
        Expression loss =
                Expression.apply(ElementaryFunction.EXP, Y).times(HALF_SQUARE).minus(EPSILON.times(Y));
        Expression height = Expression.apply(ElementaryFunction.LOG, Expression.TWO.dividedBy(ETA));
        ClosedForm form = derive(loss, List.of(X, Y), List.of(Expression.ZERO, height));
        assertThat(form.sharpness()).isEqualTo(Expression.TWO.dividedBy(ETA));
        assertThat(form.beta()).isEqualTo(Expression.constant(4).dividedBy(ETA.power(2)));
        assertThat(form.gamma().orElseThrow()).isEqualTo(Expression.ONE);
    }

    @Test
    void diskValley() {
        Expression radius = Y.power(2).plus(W.power(2)).sqrt();
        Expression steep = Expression.apply(ElementaryFunction.EXP, X.dividedBy(Expression.TWO));
        Expression loss = radius.plus(THREE.times(steep)).times(HALF_SQUARE).minus(EPSILON.times(X.plus(Y)));
        Expression r = Expression.TWO.dividedBy(ETA).minus(THREE);
        Expression cosine = Expression.apply(ElementaryFunction.COS, PHI);
        Expression sine = Expression.apply(ElementaryFunction.SIN, PHI);
        ClosedForm form = derive(loss, List.of(X, Y, W), List.of(Expression.ZERO, r.times(cosine), r.times(sine)));
        assertThat(form.sharpness()).isEqualTo(Expression.TWO.dividedBy(ETA));
        assertThat(form.u()).containsExactly(Expression.ONE, Expression.ZERO, Expression.ZERO);
        assertThat(form.sharpnessGradientOffU()).containsExactly(Expression.ZERO, cosine, sine);
        assertThat(form.beta()).isEqualTo(Expression.ONE);
        assertThat(form.alpha()).isEqualTo(EPSILON.times(cosine));
    }

    @Test
    void aGenericPointOfTwoCoupledVariables() {
        Expression start = Expression.TWO.times(EPSILON).sqrt().dividedBy(Expression.TWO);
        ClosedForm form = derive(sharpValley(), List.of(X, Y), List.of(start, Expression.TWO.dividedBy(ETA)));
        assertThat(form.blocks()).containsExactly(List.of(0, 1));
        assertThat(form.conditions()).isNotEmpty();
    }

    @Test
    void threeCoupledVariablesOfASpecialKind() {
        Expression squares = X.power(2).plus(Y.power(2)).plus(W.power(2));
        Expression products = X.times(Y).plus(Y.times(W)).plus(X.times(W));
        Expression loss = squares.plus(ZETA.times(products)).plus(X.power(3));
        ClosedForm form = derive(loss, List.of(X, Y, W), List.of(Expression.ZERO, Expression.ZERO, Expression.ZERO));
        assertThat(new NumericValues(VALUES).of(form.sharpness())).isCloseTo(4.0, within(1e-12));
    }

    @Test
    void saysWhyThereIsNoClosedForm() {
        Expression radius = Y.power(2).plus(X.power(2)).sqrt();
        ClosedFormResult result = result(radius, List.of(X, Y), List.of(Expression.ZERO, Expression.ZERO));
        assertThat(result).isInstanceOf(NoClosedForm.class);
    }

    private static Expression term(ClosedForm form, TaylorTerm.Role role) {
        return form.taylor().stream()
                .filter(term -> term.role() == role)
                .findFirst()
                .orElseThrow()
                .expression();
    }

    private static ClosedFormResult result(Expression loss, List<Symbol> variables, List<Expression> point) {
        LossDerivatives derivatives = SymbolicLossDerivatives.of(variables, loss);
        return ClosedFormGeometry.at(derivatives, point, ETA, VALUES, expressions -> {});
    }

    private static ClosedForm derive(Expression loss, List<Symbol> variables, List<Expression> point) {
        ClosedForm form = (ClosedForm) result(loss, variables, point);
        new NumericGeometry(SymbolicLossDerivatives.of(variables, loss), point).compare(form);
        return form;
    }

    /** The same quantities by a numeric eigen-decomposition. */
    private static final class NumericGeometry {

        private static final double TOLERANCE = 1e-12;

        private final LossDerivatives derivatives;
        private final NumericValues parameters = new NumericValues(VALUES);
        private final NumericValues everything;
        private final int n;

        NumericGeometry(LossDerivatives derivatives, List<Expression> point) {
            this.derivatives = derivatives;
            this.n = point.size();
            Map<String, Expression> values = new HashMap<>(VALUES);
            for (int i = 0; i < n; i++) {
                values.put(derivatives.variables().get(i).name(), point.get(i).substitute(VALUES));
            }
            this.everything = new NumericValues(values);
        }

        void compare(ClosedForm form) {
            RealMatrix hessian = MatrixUtils.createRealMatrix(n, n);
            forEachPair((i, j) -> hessian.setEntry(i, j, everything.of(derivatives.hessian(i, j))));
            EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(hessian);
            assertClose(form.sharpness(), eigen.getEigenvalue(0));
            RealVector u = oriented(eigen.getEigenvector(0));
            assertClose(form.u(), u);
            RealVector gradS = sharpnessGradient(u);
            assertClose(form.sharpnessGradient(), gradS);
            double skewness = gradS.dotProduct(u);
            RealVector off = gradS.subtract(u.mapMultiply(skewness));
            assertClose(form.skewness(), skewness);
            assertClose(form.sharpnessGradientOffU(), off);
            RealVector gradient = MatrixUtils.createRealVector(new double[n]);
            forEachPair((i, j) -> gradient.setEntry(i, everything.of(derivatives.gradient(i))));
            double alpha = -gradient.dotProduct(off);
            double beta = off.dotProduct(off);
            assertClose(form.alpha(), alpha);
            assertClose(form.beta(), beta);
            form.delta().ifPresent(delta -> assertClose(delta, Math.sqrt(2 * alpha / beta)));
            form.epsilon().ifPresent(epsilon -> assertClose(epsilon, 0.3 * Math.sqrt(alpha)));
            form.gamma().ifPresent(gamma -> assertClose(gamma, alpha / (gradient.getNorm() * off.getNorm())));
            compareTaylor(form, u);
        }

        /** The Taylor terms at one displacement x along u and w off u add up to the polynomial itself. */
        private void compareTaylor(ClosedForm form, RealVector u) {
            RealVector w = MatrixUtils.createRealVector(new double[n]);
            for (int i = 0; i < n; i++) {
                w.setEntry(i, 0.5 - 0.2 * i * i);
            }
            w = w.subtract(u.mapMultiply(w.dotProduct(u)));
            double x = 0.25;
            Map<String, Expression> values = new HashMap<>(VALUES);
            values.put(form.along().name(), Expression.constant(new BigFraction(x)));
            for (int i = 0; i < n; i++) {
                values.put(form.off().get(i).name(), Expression.constant(new BigFraction(w.getEntry(i))));
            }
            NumericValues displaced = new NumericValues(values);
            double found = form.taylor().stream()
                    .mapToDouble(term -> displaced.of(term.expression()))
                    .sum();
            assertThat(found).isCloseTo(polynomial(u.mapMultiply(x).add(w)), within(1e-11));
        }

        private double polynomial(RealVector v) {
            double[] total = {everything.of(derivatives.value())};
            forEachPair((i, j) -> {
                double vi = v.getEntry(i);
                double vij = vi * v.getEntry(j);
                total[0] += (j == 0 ? everything.of(derivatives.gradient(i)) * vi : 0.0);
                total[0] += everything.of(derivatives.hessian(i, j)) * vij / 2;
                for (int k = 0; k < n; k++) {
                    total[0] += everything.of(derivatives.third(i, j, k)) * vij * v.getEntry(k) / 6;
                }
            });
            return total[0];
        }

        private RealVector sharpnessGradient(RealVector u) {
            RealVector gradient = MatrixUtils.createRealVector(new double[n]);
            forEachPair((j, k) -> {
                for (int i = 0; i < n; i++) {
                    double entry = everything.of(derivatives.third(i, j, k)) * u.getEntry(j) * u.getEntry(k);
                    gradient.addToEntry(i, entry);
                }
            });
            return gradient;
        }

        private RealVector oriented(RealVector u) {
            double largest = u.getEntry(0);
            for (int i = 1; i < n; i++) {
                largest = Math.abs(u.getEntry(i)) > Math.abs(largest) + 1e-9 ? u.getEntry(i) : largest;
            }
            return u.mapMultiply(Math.signum(largest));
        }

        private void forEachPair(Pair action) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    action.accept(i, j);
                }
            }
        }

        @FunctionalInterface
        private interface Pair {
            void accept(int i, int j);
        }

        private void assertClose(Expression found, double expected) {
            assertThat(parameters.of(found))
                    .as("%s", found)
                    .isCloseTo(expected, within(TOLERANCE * Math.max(1.0, Math.abs(expected))));
        }

        private void assertClose(List<Expression> found, RealVector expected) {
            List<Expression> components = new ArrayList<>(found);
            for (int i = 0; i < n; i++) {
                assertClose(components.get(i), expected.getEntry(i));
            }
        }
    }
}
