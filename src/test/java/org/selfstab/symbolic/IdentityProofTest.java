package org.selfstab.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.vocabulary.Verdict;

class IdentityProofTest {

    private static final Symbol X = Expression.symbol("x");
    private static final Symbol Y = Expression.symbol("y");
    private static final IdentityProof PROOF = IdentityProof.thorough();

    @Test
    void provesARationalIdentity() {
        Expression difference = X.plus(Y).power(2).minus(X.power(2)).minus(Y.power(2));
        assertThat(status(difference.minus(Expression.TWO.times(X).times(Y)))).isEqualTo(Verdict.Status.HOLDS);
        Expression quotient = X.power(2).minus(Y.power(2)).dividedBy(X.minus(Y));
        assertThat(status(quotient.minus(X).minus(Y))).isEqualTo(Verdict.Status.HOLDS);
    }

    @Test
    void provesATrigonometricIdentity() {
        Expression sine = Expression.apply(ElementaryFunction.SIN, X).power(2);
        Expression cosine = Expression.apply(ElementaryFunction.COS, X).power(2);
        assertThat(status(sine.plus(cosine).minus(Expression.ONE))).isEqualTo(Verdict.Status.HOLDS);
    }

    @Test
    void provesAnIdentityOfActivationsFromTheirDefinitions() {
        Expression s = Expression.apply(ElementaryFunction.SIGMOID, X);
        Expression t = Expression.apply(ElementaryFunction.SIGMOID, X.negate());
        assertThat(status(s.plus(t).minus(Expression.ONE))).isEqualTo(Verdict.Status.HOLDS);
    }

    @Test
    void refutesWithAPoint() {
        Identity identity = PROOF.examine(X.power(2).minus(X.times(Y)));
        assertThat(identity.status()).isEqualTo(Verdict.Status.FAILS);
        assertThat(identity.witness()).containsOnlyKeys("x", "y");
        BigFraction x = identity.witness().get("x");
        BigFraction y = identity.witness().get("y");
        assertThat(identity.value())
                .isEqualTo(x.multiply(x).subtract(x.multiply(y)).toString());
    }

    @Test
    void refutesWhatIsSmallButNotZero() {
        BigFraction tiny = new BigFraction(1, 10).pow(30);
        Expression sine = Expression.apply(ElementaryFunction.SIN, X);
        Expression almost = sine.power(2)
                .plus(Expression.apply(ElementaryFunction.COS, X).power(2))
                .minus(Expression.ONE)
                .plus(Expression.constant(tiny));
        assertThat(status(almost)).isEqualTo(Verdict.Status.FAILS);
    }

    @Test
    void aRootNeedsItsAssumption() {
        Expression difference = X.power(2).sqrt().minus(X);
        assertThat(status(difference)).isEqualTo(Verdict.Status.FAILS);
        assertThat(PROOF.assumingPositive(List.of(X)).examine(difference).status())
                .isEqualTo(Verdict.Status.HOLDS);
    }

    /** Machin's formula {@code 4 atan(1/5) - atan(1/239) = pi/4} is true, but beyond the rules tried. */
    @Test
    void doesNotClaimWhatItCannotProve() {
        Expression machin = atan(5).times(Expression.constant(4)).minus(atan(239));
        Identity identity = PROOF.examine(machin.minus(Expression.pi().dividedBy(Expression.constant(4))));
        assertThat(identity).isEqualTo(new Identity(Verdict.Status.UNDECIDED, Map.of(), "", 1));
    }

    private static Expression atan(int reciprocal) {
        return Expression.apply(ElementaryFunction.ATAN, Expression.constant(new BigFraction(1, reciprocal)));
    }

    @Test
    void endsAtItsLimitOfSteps() {
        Expression difference = X.plus(Y).power(2).minus(X.power(2)).minus(Y.power(2));
        Expression zero = difference.minus(Expression.TWO.times(X).times(Y));
        assertThat(IdentityProof.with(Effort.steps(2)).examine(zero).status()).isEqualTo(Verdict.Status.UNDECIDED);
        assertThat(IdentityProof.with(Effort.steps(1000)).examine(zero).status())
                .isEqualTo(Verdict.Status.HOLDS);
    }

    /** True, but with some ten thousand terms to expand. */
    @Test
    void doesNotMultiplyOutWithoutBound() {
        Expression z = Expression.symbol("z").plus(Expression.ONE);
        Expression sum = X.plus(Y);
        Expression square =
                sum.power(2).plus(Expression.TWO.times(sum).times(z)).plus(z.power(2));
        Expression difference = sum.plus(z).power(60).minus(square.power(30));
        Identity identity = PROOF.examine(difference);
        assertThat(identity.status()).isEqualTo(Verdict.Status.UNDECIDED);
    }

    private static Verdict.Status status(Expression expression) {
        return PROOF.examine(expression).status();
    }
}
