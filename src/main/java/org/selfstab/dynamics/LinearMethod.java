package org.selfstab.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.expression.Expression;
import org.selfstab.numeric.FieldVectors;
import org.selfstab.numeric.LinearRecursion;
import org.selfstab.optimizer.Optimizer;

/**
 * A linear optimizer in one number system, theory.md (28): {@code s' = A s + B g}, {@code psi = C s}.
 *
 * @param a the rows of A, q by q
 * @param b B, of q entries
 * @param c C, of q entries
 * @param <T> the numbers
 */
public record LinearMethod<T extends CalculusFieldElement<T>>(List<List<T>> a, List<T> b, List<T> c)
        implements StepBlocks {

    /** An optimizer, with the value of each entry. */
    public static <T extends CalculusFieldElement<T>> LinearMethod<T> of(
            Optimizer.Linear optimizer, Function<Expression, T> value) {
        return new LinearMethod<>(
                optimizer.a().stream()
                        .map(row -> row.stream().map(value).toList())
                        .toList(),
                optimizer.b().stream().map(value).toList(),
                optimizer.c().stream().map(value).toList());
    }

    /** {@code C s}: where the loss is evaluated. */
    public FieldVector<T> read(List<FieldVector<T>> copies) {
        return sum(c, copies);
    }

    /** Whether {@code psi' = psi + B g}: gradient descent, whose one copy is psi itself. */
    boolean isPlain() {
        return b.size() == 1 && isOne(a.get(0).get(0)) && isOne(c.get(0));
    }

    /** {@code A s + B g}. */
    public List<FieldVector<T>> next(List<FieldVector<T>> copies, FieldVector<T> gradient) {
        List<FieldVector<T>> next = new ArrayList<>(b.size());
        for (int i = 0; i < b.size(); i++) {
            FieldVector<T> kept = sum(a.get(i), copies);
            next.add(b.get(i).isZero() ? kept : FieldVectors.plus(kept, b.get(i), gradient));
        }
        return next;
    }

    /** Of averaging, {@code x' = (1 - c) x + c z'}, the weight c. */
    T averageWeight() {
        return a.get(1).get(0);
    }

    /** Averaging with another weight. */
    LinearMethod<T> withAverage(T weight) {
        T rest = weight.negate().add(1.0);
        return new LinearMethod<>(
                List.of(a.get(0), List.of(weight, rest)),
                List.of(b.get(0), b.get(0).multiply(weight)),
                c);
    }

    /** The spectral radius of {@code A + curvature B C}. */
    double multiplier(double curvature) {
        return b.size() == 1
                ? Math.abs(1.0 + curvature * b.get(0).getReal())
                : at(curvature).spectralRadius();
    }

    /** A step in the plane of a curvature, {@code A + curvature B C}. */
    @Override
    public LinearRecursion at(double curvature) {
        int q = b.size();
        double[][] rows = new double[q][q];
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                rows[i][j] = entry(i, j, curvature);
            }
        }
        return LinearRecursion.of(rows);
    }

    /**
     * The curvatures at which the block of two copies has a double eigenvalue and one eigenvector, ascending; none of more copies. There the discriminant
     * {@code trace^2 - 4 det}, a polynomial of degree 2 of the curvature, vanishes: for heavy ball at {@code (1 -+ sqrt(m))^2/eta}.
     */
    @Override
    public List<Double> exceptional() {
        if (b.size() != 2) {
            return List.of();
        }
        double zero = discriminant(0);
        double plus = discriminant(1);
        double minus = discriminant(-1);
        double square = 0.5 * (plus + minus) - zero;
        double half = 0.25 * (plus - minus);
        double root = half * half - square * zero;
        if (root < 0 || square == 0) {
            return List.of();
        }
        double numerator = -half - Math.copySign(Math.sqrt(root), half);
        return Stream.of(numerator / square, zero / numerator)
                .filter(Double::isFinite)
                .distinct()
                .sorted()
                .filter(curvature -> Double.isInfinite(at(curvature).eigenvectorCondition()))
                .toList();
    }

    /** {@code trace^2 - 4 det} of the block of two copies, as {@code (M_11 - M_22)^2 + 4 M_12 M_21}. */
    private double discriminant(double curvature) {
        double difference = entry(0, 0, curvature) - entry(1, 1, curvature);
        return difference * difference + 4 * entry(0, 1, curvature) * entry(1, 0, curvature);
    }

    private double entry(int i, int j, double curvature) {
        return a.get(i).get(j).getReal()
                + curvature * b.get(i).getReal() * c.get(j).getReal();
    }

    /** What a step multiplies small differences of states by where the loss has a Hessian: {@code A x I + B C x H}, the copies one below the other. */
    public FieldMatrix<T> derivative(FieldMatrix<T> hessian) {
        int q = b.size();
        int n = hessian.getRowDimension();
        FieldMatrix<T> derivative = new Array2DRowFieldMatrix<>(hessian.getField(), q * n, q * n);
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                T pull = pull(i, j);
                for (int k = 0; k < n; k++) {
                    for (int l = 0; l < n; l++) {
                        T entry = pull.isZero() ? pull : hessian.getEntry(k, l).multiply(pull);
                        derivative.setEntry(
                                i * n + k, j * n + l, k == l ? a.get(i).get(j).add(entry) : entry);
                    }
                }
            }
        }
        return derivative;
    }

    /** {@code B_i C_j}, exact where C_j is 1. */
    public T pull(int i, int j) {
        T factor = c.get(j);
        return isOne(factor) ? b.get(i) : b.get(i).multiply(factor);
    }

    /** The gradient that, added to the one taken, leads the copies so that {@code C s} moves by a difference; C B is not 0. */
    FieldVector<T> forceFor(FieldVector<T> difference) {
        T reached = b.get(0).getField().getZero();
        for (int i = 0; i < b.size(); i++) {
            reached = reached.add(c.get(i).multiply(b.get(i)));
        }
        return difference.mapMultiply(reached.reciprocal());
    }

    /** One of the vectors itself where it alone counts once. */
    private static <T extends CalculusFieldElement<T>> FieldVector<T> sum(
            List<T> weights, List<FieldVector<T>> vectors) {
        FieldVector<T> sum = null;
        for (int i = 0; i < weights.size(); i++) {
            T weight = weights.get(i);
            if (!weight.isZero()) {
                FieldVector<T> term =
                        isOne(weight) ? vectors.get(i) : vectors.get(i).mapMultiply(weight);
                sum = sum == null ? term : sum.add(term);
            }
        }
        return sum == null ? vectors.get(0).mapMultiply(weights.get(0)) : sum;
    }

    /** Of a double without making another number. */
    private static <T extends CalculusFieldElement<T>> boolean isOne(T weight) {
        return (Object) weight instanceof Binary64 number
                ? number.getReal() == 1.0
                : weight.subtract(1.0).isZero();
    }
}
