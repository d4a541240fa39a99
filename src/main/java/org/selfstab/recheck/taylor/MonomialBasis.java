package org.selfstab.recheck.taylor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;

/**
 * The monomials in n variables up to a total degree, in graded order, with the places of their products. The first is 1, the next n are
 * the variables. There are {@code (n + d choose d)} of them, and {@code (2n + d choose d)} products.
 */
final class MonomialBasis {

    private final DecimalIntervalField field;
    private final int variables;
    private final int degree;
    /** Of each monomial the variables in it, not descending. */
    private final List<List<Integer>> monomials = new ArrayList<>();
    /** How many monomials have at most a degree. */
    private final int[] upTo;

    private final int[][] products;

    MonomialBasis(DecimalIntervalField field, int variables, int degree) {
        this.field = field;
        this.variables = variables;
        this.degree = degree;
        this.upTo = new int[degree + 1];
        Map<List<Integer>, Integer> places = new HashMap<>();
        monomials.add(List.of());
        upTo[0] = 1;
        for (int d = 1; d <= degree; d++) {
            for (List<Integer> lower : List.copyOf(monomials.subList(d == 1 ? 0 : upTo[d - 2], upTo[d - 1]))) {
                int last = lower.isEmpty() ? 0 : lower.get(lower.size() - 1);
                for (int variable = last; variable < variables; variable++) {
                    List<Integer> higher = new ArrayList<>(lower);
                    higher.add(variable);
                    monomials.add(higher);
                }
            }
            upTo[d] = monomials.size();
        }
        field.countWork(pairs());
        for (int i = 0; i < monomials.size(); i++) {
            places.put(monomials.get(i), i);
        }
        this.products = new int[monomials.size()][];
        for (int i = 0; i < products.length; i++) {
            products[i] = new int[upTo[degree - monomials.get(i).size()]];
            for (int j = 0; j < products[i].length; j++) {
                List<Integer> product = new ArrayList<>(monomials.get(i));
                product.addAll(monomials.get(j));
                product.sort(null);
                products[i][j] = places.get(product);
            }
        }
    }

    /** How many products there are, each of which is looked up once. */
    private double pairs() {
        double pairs = 1.0;
        for (int k = 1; k <= degree; k++) {
            pairs *= (2.0 * variables + k) / k;
        }
        return pairs;
    }

    DecimalIntervalField field() {
        return field;
    }

    int degree() {
        return degree;
    }

    int size() {
        return products.length;
    }

    /** How many monomials, from the first, may be multiplied with one without exceeding the degree. */
    int partners(int place) {
        return products[place].length;
    }

    /** The place of a product. */
    int product(int place, int other) {
        return products[place][other];
    }

    /** The place of the monomial of several variables. */
    int place(int... variables) {
        int place = 0;
        for (int variable : variables) {
            place = products[place][1 + variable];
        }
        return place;
    }

    /** The product of the factorials of a monomial's exponents: a derivative is this times the Taylor coefficient. */
    int factorial(int place) {
        int factorial = 1;
        int run = 0;
        List<Integer> variables = monomials.get(place);
        for (int i = 0; i < variables.size(); i++) {
            run = i > 0 && variables.get(i).equals(variables.get(i - 1)) ? run + 1 : 1;
            factorial *= run;
        }
        return factorial;
    }

    /** Contains a rational number. */
    DecimalInterval enclosing(BigFraction number) {
        DecimalInterval numerator = field.of(new BigDecimal(number.getNumerator()));
        return number.getDenominator().bitLength() == 1
                ? numerator
                : numerator.divide(field.of(new BigDecimal(number.getDenominator())));
    }

    @Override
    public String toString() {
        return Arrays.toString(upTo);
    }
}
