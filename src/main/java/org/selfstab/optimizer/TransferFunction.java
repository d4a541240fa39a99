package org.selfstab.optimizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.selfstab.expression.Expression;

/**
 * The transfer function {@code G(z) = C (zI - A)^{-1} B = N(z)/D(z)} of a linear optimizer, from gradients to the point at which the loss is evaluated,
 * with {@code D(z) = det(zI - A)} (theory.md section 10), and what the theory takes from it. By Faddeev and Leverrier's recursion, without
 * divisions but by integers.
 */
public final class TransferFunction {

    private static final Expression MINUS_ONE = Expression.MINUS_ONE;

    private final Optimizer.Linear method;
    private final List<Expression> denominator;

    /** {@code adj(zI - A) B}, of each copy the coefficients from the constant one on. */
    private final List<List<Expression>> states;

    private TransferFunction(Optimizer.Linear method, UnaryOperator<Expression> shortening) {
        this.method = method;
        int q = method.copies();
        List<Expression> characteristic = new ArrayList<>(Collections.nCopies(q, Expression.ZERO));
        characteristic.add(Expression.ONE);
        this.states = new ArrayList<>();
        for (int i = 0; i < q; i++) {
            states.add(new ArrayList<>(Collections.nCopies(q, Expression.ZERO)));
        }
        List<List<Expression>> power = zero();
        for (int k = 1; k <= q; k++) {
            power = plusMultiple(product(method.a(), power), characteristic.get(q - k + 1));
            for (int i = 0; i < q; i++) {
                states.get(i).set(q - k, shortening.apply(inner(power.get(i), method.b())));
            }
            characteristic.set(
                    q - k, shortening.apply(trace(product(method.a(), power)).dividedBy(Expression.constant(-k))));
        }
        this.denominator = List.copyOf(characteristic);
    }

    /** Of an optimizer. */
    public static TransferFunction of(Optimizer.Linear method) {
        return new TransferFunction(method, UnaryOperator.identity());
    }

    /**
     * The same, its coefficients made shorter on the way, of which a symbolic optimizer's grow fast.
     *
     * @param shortening what makes an expression shorter and leaves its value as it is
     */
    public static TransferFunction of(Optimizer.Linear method, UnaryOperator<Expression> shortening) {
        return new TransferFunction(method.rewritten(shortening), shortening);
    }

    /** {@code G(z)}. */
    public Expression at(Expression z) {
        return value(numerator(), z).dividedBy(value(denominator, z));
    }

    /** {@code S_c = 1/G(-1) = D(-1)/N(-1)}, theory.md (29); empty if {@code G(-1)} is 0, so that nothing flips. */
    public Optional<Expression> edge() {
        Expression n = value(numerator(), MINUS_ONE);
        return n.isZero()
                ? Optional.empty()
                : Optional.of(value(denominator, MINUS_ONE).dividedBy(n));
    }

    /** The growth rate {@code a = G(-1)^2/G'(-1)}, theory.md (30). */
    public Expression growthRate() {
        List<Expression> numerator = numerator();
        Expression n = value(numerator, MINUS_ONE);
        Expression slope = value(derivative(numerator), MINUS_ONE)
                .times(value(denominator, MINUS_ONE))
                .minus(n.times(value(derivative(denominator), MINUS_ONE)));
        return n.power(2).dividedBy(slope);
    }

    /** The drift rate {@code b = -lim (z - 1) G(z)} for z to 1, theory.md (31). */
    public Expression driftRate() {
        return value(numerator(), Expression.ONE).negate().dividedBy(value(derivative(denominator), Expression.ONE));
    }

    /**
     * {@code Gamma_0 = 2 + a Q''(-1) - b Q''(1)} with {@code Q = 1/G}: what the optimizer alone contributes to the slow drift of the energy, theory.md (D6); 2 for gradient descent.
     */
    public Expression energyDrift() {
        return Expression.constant(2)
                .plus(growthRate().times(inverseCurvature(MINUS_ONE)))
                .minus(driftRate().times(inverseCurvature(Expression.ONE)));
    }

    /** {@code Q'' = (D/N)''}. */
    public Expression inverseCurvature(Expression z) {
        List<Expression> numerator = numerator();
        List<Expression> numeratorSlope = derivative(numerator);
        List<Expression> denominatorSlope = derivative(denominator);
        Expression n = value(numerator, z);
        Expression n1 = value(numeratorSlope, z);
        Expression n2 = value(derivative(numeratorSlope), z);
        Expression d = value(denominator, z);
        Expression d1 = value(denominatorSlope, z);
        Expression d2 = value(derivative(denominatorSlope), z);
        Expression two = Expression.constant(2);
        return d2.dividedBy(n)
                .minus(two.times(d1).times(n1).plus(d.times(n2)).dividedBy(n.power(2)))
                .plus(two.times(d).times(n1.power(2)).dividedBy(n.power(3)));
    }

    /** The eigenvector r of {@code A + S_c B C} for -1 with {@code C r = 1}, in which the copies oscillate; of q entries. */
    public List<Expression> flipMode() {
        Expression n = value(numerator(), MINUS_ONE);
        List<Expression> mode = new ArrayList<>();
        for (List<Expression> state : states) {
            mode.add(value(state, MINUS_ONE).dividedBy(n));
        }
        return mode;
    }

    /** {@code (zI - A)^{-1} B}, of q entries. */
    List<Expression> state(Expression z) {
        Expression determinant = value(denominator, z);
        return states.stream()
                .map(state -> value(state, z).dividedBy(determinant))
                .toList();
    }

    /** The coefficients of {@code D(z) = det(zI - A)} from the constant one on; {@code A + lambda B C} has {@code D - lambda N} in its place. */
    public List<Expression> denominator() {
        return denominator;
    }

    /** The coefficients of N(z) from the constant one on, of which there are q. */
    public List<Expression> numerator() {
        List<Expression> numerator = new ArrayList<>();
        for (int k = 0; k < method.copies(); k++) {
            List<Expression> terms = new ArrayList<>();
            for (int i = 0; i < method.copies(); i++) {
                terms.add(method.c().get(i).times(states.get(i).get(k)));
            }
            numerator.add(Expression.sum(terms));
        }
        return numerator;
    }

    private static Expression value(List<Expression> polynomial, Expression z) {
        Expression value = Expression.ZERO;
        for (int k = polynomial.size() - 1; k >= 0; k--) {
            value = value.times(z).plus(polynomial.get(k));
        }
        return value;
    }

    private static List<Expression> derivative(List<Expression> polynomial) {
        List<Expression> derivative = new ArrayList<>();
        for (int k = 1; k < polynomial.size(); k++) {
            derivative.add(polynomial.get(k).times(Expression.constant(k)));
        }
        return derivative;
    }

    private List<List<Expression>> zero() {
        int q = method.copies();
        return Collections.nCopies(q, Collections.nCopies(q, Expression.ZERO));
    }

    private static List<List<Expression>> plusMultiple(List<List<Expression>> matrix, Expression ofIdentity) {
        List<List<Expression>> sum = new ArrayList<>();
        for (int i = 0; i < matrix.size(); i++) {
            List<Expression> row = new ArrayList<>(matrix.get(i));
            row.set(i, row.get(i).plus(ofIdentity));
            sum.add(row);
        }
        return sum;
    }

    // Loops, not streams: their first use costs a short run more than the rest of this.
    private static List<List<Expression>> product(List<List<Expression>> one, List<List<Expression>> other) {
        List<List<Expression>> product = new ArrayList<>();
        for (List<Expression> row : one) {
            List<Expression> entries = new ArrayList<>();
            for (int j = 0; j < row.size(); j++) {
                int column = j;
                entries.add(
                        inner(row, other.stream().map(each -> each.get(column)).toList()));
            }
            product.add(entries);
        }
        return product;
    }

    private static Expression inner(List<Expression> row, List<Expression> column) {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            terms.add(row.get(i).times(column.get(i)));
        }
        return Expression.sum(terms);
    }

    private static Expression trace(List<List<Expression>> matrix) {
        List<Expression> diagonal = new ArrayList<>();
        for (int i = 0; i < matrix.size(); i++) {
            diagonal.add(matrix.get(i).get(i));
        }
        return Expression.sum(diagonal);
    }
}
