package org.selfstab.optimizer;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * A polynomial with rational coefficients.
 *
 * @param coefficients from the constant one on, the last not zero; none of zero
 */
record RationalPolynomial(List<BigFraction> coefficients) {

    static final RationalPolynomial ZERO = of(List.of());
    static final RationalPolynomial ONE = of(List.of(BigFraction.ONE));

    static RationalPolynomial of(List<BigFraction> coefficients) {
        int size = coefficients.size();
        while (size > 0 && coefficients.get(size - 1).isZero()) {
            size--;
        }
        return new RationalPolynomial(List.copyOf(coefficients.subList(0, size)));
    }

    /** {@code constant + slope x}. */
    static RationalPolynomial linear(BigFraction constant, BigFraction slope) {
        return of(List.of(constant, slope));
    }

    /** By the first row; that of no rows is 1. */
    static RationalPolynomial determinant(List<List<RationalPolynomial>> matrix) {
        if (matrix.isEmpty()) {
            return ONE;
        }
        RationalPolynomial sum = ZERO;
        for (int j = 0; j < matrix.size(); j++) {
            List<List<RationalPolynomial>> minor = new ArrayList<>();
            for (List<RationalPolynomial> row : matrix.subList(1, matrix.size())) {
                List<RationalPolynomial> rest = new ArrayList<>(row);
                rest.remove(j);
                minor.add(rest);
            }
            RationalPolynomial term = matrix.get(0).get(j).times(determinant(minor));
            sum = j % 2 == 0 ? sum.plus(term) : sum.minus(term);
        }
        return sum;
    }

    /** -1 of zero. */
    int degree() {
        return coefficients.size() - 1;
    }

    BigFraction coefficient(int power) {
        return power <= degree() ? coefficients.get(power) : BigFraction.ZERO;
    }

    RationalPolynomial plus(RationalPolynomial other) {
        List<BigFraction> sum = new ArrayList<>();
        for (int k = 0; k <= Math.max(degree(), other.degree()); k++) {
            sum.add(coefficient(k).add(other.coefficient(k)));
        }
        return of(sum);
    }

    RationalPolynomial minus(RationalPolynomial other) {
        return plus(other.times(of(List.of(BigFraction.MINUS_ONE))));
    }

    RationalPolynomial times(RationalPolynomial other) {
        List<BigFraction> product = new ArrayList<>();
        for (int k = 0; k <= degree() + other.degree(); k++) {
            BigFraction sum = BigFraction.ZERO;
            for (int i = 0; i <= k; i++) {
                sum = sum.add(coefficient(i).multiply(other.coefficient(k - i)));
            }
            product.add(sum);
        }
        return of(product);
    }

    /** What a division leaves. */
    RationalPolynomial remainder(RationalPolynomial divisor) {
        RationalPolynomial rest = this;
        while (rest.degree() >= divisor.degree()) {
            List<BigFraction> quotient = new ArrayList<>(
                    List.of(rest.coefficient(rest.degree()).divide(divisor.coefficient(divisor.degree()))));
            while (quotient.size() <= rest.degree() - divisor.degree()) {
                quotient.add(0, BigFraction.ZERO);
            }
            rest = rest.minus(divisor.times(of(quotient)));
        }
        return rest;
    }

    /** The quotient by {@code x - root}, where that is a root. */
    RationalPolynomial withoutRoot(BigFraction root) {
        List<BigFraction> quotient = new ArrayList<>();
        BigFraction carried = BigFraction.ZERO;
        for (int k = degree(); k > 0; k--) {
            carried = carried.multiply(root).add(coefficient(k));
            quotient.add(0, carried);
        }
        return of(quotient);
    }

    RationalPolynomial derivative() {
        List<BigFraction> slopes = new ArrayList<>();
        for (int k = 1; k <= degree(); k++) {
            slopes.add(coefficient(k).multiply(k));
        }
        return of(slopes);
    }

    BigFraction at(BigFraction x) {
        BigFraction value = BigFraction.ZERO;
        for (int k = degree(); k >= 0; k--) {
            value = value.multiply(x).add(coefficient(k));
        }
        return value;
    }

    /** Whether it vanishes nowhere from one point to another, both included, by Sturm's theorem. */
    boolean hasNoRoot(BigFraction from, BigFraction to) {
        if (at(from).isZero() || at(to).isZero()) {
            return false;
        }
        List<RationalPolynomial> chain = new ArrayList<>(List.of(this, derivative()));
        while (chain.get(chain.size() - 1).degree() >= 0) {
            int last = chain.size() - 1;
            chain.add(ZERO.minus(chain.get(last - 1).remainder(chain.get(last))));
        }
        return signChanges(chain, from) == signChanges(chain, to);
    }

    private static int signChanges(List<RationalPolynomial> chain, BigFraction x) {
        int changes = 0;
        int before = 0;
        for (RationalPolynomial each : chain) {
            int sign = each.at(x).signum();
            changes += sign * before < 0 ? 1 : 0;
            before = sign == 0 ? before : sign;
        }
        return changes;
    }

    /** Whether all roots have magnitudes below 1, by Schur's recursion on the degree. */
    boolean isSchurStable() {
        int n = degree();
        if (n <= 0) {
            return n == 0;
        }
        BigFraction first = coefficient(0);
        BigFraction last = coefficient(n);
        if (first.abs().compareTo(last.abs()) >= 0) {
            return false;
        }
        List<BigFraction> reduced = new ArrayList<>();
        for (int k = 1; k <= n; k++) {
            reduced.add(last.multiply(coefficient(k)).subtract(first.multiply(coefficient(n - k))));
        }
        return of(reduced).isSchurStable();
    }
}
