package org.selfstab.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.numeric.JacobiEigensolver;

/**
 * Both solvers on symmetric matrices of every kind: entries that differ by hundreds of orders of magnitude, subnormal and huge
 * ones, multiple and clustered eigenvalues, low ranks. Backward stable is what they must be: residual and orthogonality to some n
 * ulps, the order, and hence u to some n ulps times {@code |A|/(lambda_1 - lambda_2)}.
 */
class EigensolversTest {

    private static final double ULPS = 16.0 * Math.ulp(1.0);

    /** How a matrix is made. */
    enum Kind {
        SCATTERED {
            @Override
            double[][] matrix(int n, Random random) {
                return symmetric(n, (i, j) -> anyMagnitude(random, 320));
            }
        },
        /** Entries {@code c x^(i + j)}, as Hessians have them near a valley's floor. */
        GRADED {
            @Override
            double[][] matrix(int n, Random random) {
                double x = anyMagnitude(random, 200);
                return symmetric(n, (i, j) -> random.nextGaussian() * Math.pow(x, i + j));
            }
        },
        HUGE {
            @Override
            double[][] matrix(int n, Random random) {
                return symmetric(n, (i, j) -> 1e300 * random.nextGaussian());
            }
        },
        SUBNORMAL {
            @Override
            double[][] matrix(int n, Random random) {
                return symmetric(n, (i, j) -> random.nextInt(1000) * Double.MIN_VALUE);
            }
        },
        SPARSE {
            @Override
            double[][] matrix(int n, Random random) {
                return symmetric(n, (i, j) -> random.nextInt(4) == 0 ? anyMagnitude(random, 30) : 0.0);
            }
        },
        CLUSTERED {
            @Override
            double[][] matrix(int n, Random random) {
                double width = anyMagnitude(random, 18);
                return withEigenvalues(n, random, () -> random.nextInt(3) - 1 + width * random.nextGaussian());
            }
        },
        REPEATED {
            @Override
            double[][] matrix(int n, Random random) {
                return withEigenvalues(n, random, () -> random.nextInt(3) - 1);
            }
        },
        RANK_ONE {
            @Override
            double[][] matrix(int n, Random random) {
                double[] v = random.doubles(n, -1.0, 1.0).toArray();
                return symmetric(n, (i, j) -> v[i] * v[j]);
            }
        },
        ZERO {
            @Override
            double[][] matrix(int n, Random random) {
                return new double[n][n];
            }
        };

        abstract double[][] matrix(int n, Random random);
    }

    private interface Entry {
        double at(int i, int j);
    }

    @Property(seed = "20261128", tries = 400)
    void isBackwardStableInDoubles(
            @ForAll Kind kind,
            @ForAll @IntRange(min = 1, max = 30) int n,
            @ForAll @IntRange(max = 1_000_000) int seed) {
        double[][] matrix = kind.matrix(n, new Random(seed));
        var solved = new DoubleEigensolver().solve(fieldMatrix(Binary64Field.getInstance(), matrix));

        checkEigensystem(matrix, solved);
    }

    @Property(seed = "20261128", tries = 400)
    void agreesWithFortyDigits(
            @ForAll Kind kind, @ForAll @IntRange(min = 1, max = 5) int n, @ForAll @IntRange(max = 1_000_000) int seed) {
        double[][] matrix = kind.matrix(n, new Random(seed));
        var doubles = new DoubleEigensolver().solve(fieldMatrix(Binary64Field.getInstance(), matrix));
        var decimals = new JacobiEigensolver<Dfp>().solve(fieldMatrix(new DfpField(40), matrix));

        checkEigensystem(matrix, decimals);
        double norm = decimals.spectralNorm().getReal();
        for (int j = 0; j < n; j++) {
            double exact = decimals.values().get(j).getReal();
            assertThat(Math.abs(doubles.values().get(j).getReal() - exact))
                    .isLessThanOrEqualTo(ULPS * n * norm + Double.MIN_VALUE);
        }
        double gap = decimals.gap().getReal();
        if (gap > 1e-10 * norm) {
            assertSameDirection(doubles.vectors().get(0), decimals.vectors().get(0), ULPS * n * (norm / gap));
        }
    }

    private static void assertSameDirection(FieldVector<Binary64> found, FieldVector<Dfp> exact, double tolerance) {
        double[] first = doubles(found);
        double[] second = doubles(exact);
        double sign = Math.signum(dot(first, second));
        for (int i = 0; i < first.length; i++) {
            assertThat(Math.abs(sign * first[i] - second[i])).isLessThanOrEqualTo(tolerance);
        }
    }

    /** Residuals, in the unit of the largest entry, that neither overflow nor underflow. */
    private static <T extends CalculusFieldElement<T>> void checkEigensystem(double[][] matrix, Eigensystem<T> solved) {
        int n = matrix.length;
        int exponent = largestExponent(matrix);
        double norm = Math.scalb(solved.spectralNorm().getReal(), -exponent);
        double tolerance = ULPS * n * norm + Math.scalb(Double.MIN_VALUE, -exponent);
        for (int j = 0; j < n; j++) {
            double value = solved.values().get(j).getReal();
            double[] vector = doubles(solved.vectors().get(j));
            for (int i = 0; i < n; i++) {
                double residual = -Math.scalb(value, -exponent) * vector[i];
                for (int k = 0; k < n; k++) {
                    residual += Math.scalb(matrix[i][k], -exponent) * vector[k];
                }
                assertThat(Math.abs(residual)).isLessThanOrEqualTo(tolerance);
            }
            for (int k = 0; k <= j; k++) {
                double product = dot(vector, doubles(solved.vectors().get(k)));
                assertThat(Math.abs(product - (k == j ? 1.0 : 0.0))).isLessThanOrEqualTo(ULPS * n);
            }
            if (j > 0) {
                assertThat(value).isLessThanOrEqualTo(solved.values().get(j - 1).getReal());
            }
        }
    }

    private static int largestExponent(double[][] matrix) {
        double largest = Arrays.stream(matrix)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        return largest == 0.0 ? 0 : Math.getExponent(largest) + 1;
    }

    private static double anyMagnitude(Random random, int orders) {
        double sign = random.nextBoolean() ? 1.0 : -1.0;
        return sign * (1.0 + random.nextDouble()) * Math.pow(10.0, -random.nextInt(orders + 1));
    }

    private static double[][] symmetric(int n, Entry entry) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = entry.at(i, j);
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    /** Prescribed eigenvalues, in a basis turned by a reflection off a random direction. */
    private static double[][] withEigenvalues(int n, Random random, DoubleSupplier values) {
        double[] d = new double[n];
        Arrays.setAll(d, i -> values.getAsDouble());
        double[] v = random.doubles(n, -1.0, 1.0).toArray();
        double square = dot(v, v);
        double weighted = 0.0;
        for (int i = 0; i < n; i++) {
            weighted += d[i] * v[i] * v[i];
        }
        double along = 4.0 * weighted / (square * square);
        return symmetric(
                n, (i, j) -> (i == j ? d[i] : 0.0) - 2.0 * (d[i] + d[j]) * v[i] * v[j] / square + along * v[i] * v[j]);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static <T extends CalculusFieldElement<T>> double[] doubles(FieldVector<T> vector) {
        return Arrays.stream(vector.toArray())
                .mapToDouble(CalculusFieldElement::getReal)
                .toArray();
    }

    private static <T extends CalculusFieldElement<T>> FieldMatrix<T> fieldMatrix(Field<T> field, double[][] matrix) {
        FieldMatrix<T> result = MatrixUtils.createFieldMatrix(field, matrix.length, matrix.length);
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                result.setEntry(i, j, field.getOne().newInstance(matrix[i][j]));
            }
        }
        return result;
    }
}
