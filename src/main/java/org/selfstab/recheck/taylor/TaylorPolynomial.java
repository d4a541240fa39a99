package org.selfstab.recheck.taylor;

import org.selfstab.interval.DecimalInterval;

/**
 * The Taylor polynomial of a function round every point of a box, each coefficient an interval that contains it for all of them. A
 * coefficient that is exactly 0 is left out.
 */
final class TaylorPolynomial {

    private final MonomialBasis basis;
    /** By monomials; null stands for 0. */
    private final DecimalInterval[] coefficients;

    /** Whether no variable occurs in the function: coefficients may also vanish at one point. */
    private final boolean isConstant;

    private TaylorPolynomial(MonomialBasis basis, boolean isConstant, DecimalInterval[] coefficients) {
        this.basis = basis;
        this.isConstant = isConstant;
        this.coefficients = coefficients;
    }

    static TaylorPolynomial constant(MonomialBasis basis, DecimalInterval value) {
        DecimalInterval[] coefficients = new DecimalInterval[basis.size()];
        coefficients[0] = value;
        return new TaylorPolynomial(basis, true, coefficients);
    }

    static TaylorPolynomial variable(MonomialBasis basis, int variable, DecimalInterval value) {
        DecimalInterval[] coefficients = new DecimalInterval[basis.size()];
        coefficients[0] = value;
        coefficients[basis.place(variable)] = basis.field().getOne();
        return new TaylorPolynomial(basis, false, coefficients);
    }

    DecimalInterval value() {
        return coefficient(0);
    }

    private DecimalInterval coefficient(int place) {
        return coefficients[place] == null ? basis.field().getZero() : coefficients[place];
    }

    /** Contains the partial derivatives: by monomials, each Taylor coefficient times the factorials of the exponents. */
    DecimalInterval[] derivatives() {
        DecimalInterval[] derivatives = new DecimalInterval[basis.size()];
        for (int i = 0; i < derivatives.length; i++) {
            derivatives[i] = coefficient(i).multiply(basis.factorial(i));
        }
        return derivatives;
    }

    TaylorPolynomial add(TaylorPolynomial other) {
        DecimalInterval[] sum = new DecimalInterval[basis.size()];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = sum(coefficients[i], other.coefficients[i]);
        }
        return new TaylorPolynomial(basis, isConstant && other.isConstant, sum);
    }

    private static DecimalInterval sum(DecimalInterval a, DecimalInterval b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.add(b);
    }

    TaylorPolynomial negate() {
        DecimalInterval[] negated = new DecimalInterval[basis.size()];
        for (int i = 0; i < negated.length; i++) {
            negated[i] = coefficients[i] == null ? null : coefficients[i].negate();
        }
        return new TaylorPolynomial(basis, isConstant, negated);
    }

    TaylorPolynomial scale(DecimalInterval factor) {
        DecimalInterval[] scaled = new DecimalInterval[basis.size()];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = coefficients[i] == null ? null : coefficients[i].multiply(factor);
        }
        return new TaylorPolynomial(basis, isConstant, scaled);
    }

    TaylorPolynomial multiply(TaylorPolynomial other) {
        DecimalInterval[] product = new DecimalInterval[basis.size()];
        for (int i = 0; i < product.length; i++) {
            if (coefficients[i] == null) {
                continue;
            }
            for (int j = 0; j < basis.partners(i); j++) {
                if (other.coefficients[j] != null) {
                    int place = basis.product(i, j);
                    product[place] = sum(product[place], coefficients[i].multiply(other.coefficients[j]));
                }
            }
        }
        return new TaylorPolynomial(basis, isConstant && other.isConstant, product);
    }

    /** The product with itself, in which no coefficient counts as two unknown numbers. */
    TaylorPolynomial square() {
        DecimalInterval[] square = new DecimalInterval[basis.size()];
        for (int i = 0; i < square.length; i++) {
            if (coefficients[i] == null) {
                continue;
            }
            for (int j = 0; j < Math.min(i + 1, basis.partners(i)); j++) {
                if (coefficients[j] != null) {
                    int place = basis.product(i, j);
                    DecimalInterval term = i == j
                            ? coefficients[i].square()
                            : coefficients[i].multiply(coefficients[j]).multiply(2);
                    square[place] = sum(square[place], term);
                }
            }
        }
        return new TaylorPolynomial(basis, isConstant, square);
    }

    /**
     * A function of this: {@code f_0 + f_1 h + f_2 h^2 + ...}, where h is this without its value.
     *
     * @throws UndefinedException if the function is not certainly defined, or smooth, at the value
     */
    TaylorPolynomial compose(UnivariateSeries function) {
        DecimalInterval[] outer = function.coefficients(value(), isConstant ? 0 : basis.degree());
        DecimalInterval[] withoutValue = coefficients.clone();
        withoutValue[0] = null;
        TaylorPolynomial h = new TaylorPolynomial(basis, isConstant, withoutValue);
        DecimalInterval[] valueAlone = new DecimalInterval[basis.size()];
        valueAlone[0] = outer[0];
        TaylorPolynomial result = new TaylorPolynomial(basis, isConstant, valueAlone);
        TaylorPolynomial square = null;
        TaylorPolynomial power = h;
        for (int k = 1; k < outer.length; k++) {
            if (k == 2) {
                square = h.square();
            }
            power = k == 1 ? h : k == 2 ? square : k == 4 ? square.square() : power.multiply(h);
            if (!outer[k].isZero()) {
                result = result.add(power.scale(outer[k]));
            }
        }
        return result;
    }
}
