package org.selfstab.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.util.Binary64;
import org.selfstab.loss.LossAtPoint;

/**
 * The operator norms of the third and fourth derivatives at a point, {@code max |D^kL(a, ..., c)|} over unit vectors, which by
 * Banach's theorem on symmetric forms is attained at equal arguments; bounded from both sides in double precision.
 *
 * <p>Lower bound: alternating maximisation over some arguments with the others held, a power method that never loses
 * ground, from the Hessian's eigenvectors and, in up to {@value #FULL_DIMENSION} dimensions, all their normalised sums and differences in pairs, and from 24
 * generic directions, the same on each call.
 * Upper bound: the spectral norm of an unfolding into a matrix, which takes the same form to a maximum over a larger set;
 * n by n^2 for the third derivative, for the fourth n^2 by n^2 in up to {@value #FULL_DIMENSION} dimensions, otherwise n by n^3.
 *
 * @param <T> the field's elements
 */
public final class DerivativeNorms<T extends CalculusFieldElement<T>> {

    /** Up to this dimension the fourth derivative is kept whole. */
    public static final int FULL_DIMENSION = 10;

    private static final int MAX_ITERATIONS = 100;
    private static final double CONVERGED = 1e-14;
    /** Every start is followed until it gains less than this; only the best is then followed to convergence. */
    private static final double COARSE = 1e-3;

    private static final int GENERIC_STARTS = 24;
    private static final long SEED = 20230501;

    private final LossAtPoint<T> loss;
    private final int n;
    private final List<RealVector> starts;
    private final RealMatrix[] third;

    /**
     * Prepares the norms at a point.
     *
     * @throws UndefinedGeometryException if a derivative is not finite there; the norms' methods likewise
     */
    public DerivativeNorms(LossAtPoint<T> loss) {
        this.loss = loss;
        this.n = loss.point().getDimension();
        this.starts = starts(DoubleEigensolver.solve(real(loss.hessian())));
        this.third = new RealMatrix[n];
        for (int i = 0; i < n; i++) {
            third[i] = real(loss.third(basisVector(i)));
        }
    }

    private List<RealVector> starts(Eigensystem<Binary64> hessian) {
        List<RealVector> directions = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            directions.add(eigenvector(hessian, i));
        }
        for (int i = 0; i < n && n <= FULL_DIMENSION; i++) {
            for (int j = 0; j < i; j++) {
                RealVector a = eigenvector(hessian, i);
                RealVector b = eigenvector(hessian, j);
                directions.add(a.add(b).unitVector());
                directions.add(a.subtract(b).unitVector());
            }
        }
        Random random = new Random(SEED);
        for (int i = 0; i < GENERIC_STARTS; i++) {
            directions.add(
                    MatrixUtils.createRealVector(random.doubles(n, -1.0, 1.0).toArray())
                            .unitVector());
        }
        return directions;
    }

    /** Bounds of the norm of {@code D3L}. */
    public NormBounds third() {
        RealMatrix gram = MatrixUtils.createRealMatrix(n, n);
        for (RealMatrix slice : third) {
            gram = gram.add(slice.multiply(slice));
        }
        double upper = Math.sqrt(largestMagnitude(gram).value());
        return best(this::improvedThird, upper);
    }

    /** From {@code b} to {@code a = D3L(b,b,.)}, normalised, and to the best b beside it. */
    private Step improvedThird(RealVector b) {
        RealVector a = along(b).operate(b);
        return a.getNorm() == 0 ? largestMagnitude(along(b)) : largestMagnitude(along(a.unitVector()));
    }

    private RealMatrix along(RealVector a) {
        double[][] sum = new double[n][n];
        for (int i = 0; i < n; i++) {
            addMultiple(sum, a.getEntry(i), third[i]);
        }
        return new Array2DRowRealMatrix(sum, false);
    }

    private static void addMultiple(double[][] sum, double factor, RealMatrix matrix) {
        for (int k = 0; k < sum.length; k++) {
            for (int l = 0; l < sum.length; l++) {
                sum[k][l] += factor * matrix.getEntry(k, l);
            }
        }
    }

    /** Bounds of the norm of {@code D4L}. */
    public NormBounds fourth() {
        return n <= FULL_DIMENSION ? fullFourth() : largeFourth();
    }

    private NormBounds fullFourth() {
        RealMatrix unfolded = MatrixUtils.createRealMatrix(n * n, n * n);
        RealMatrix[] slices = new RealMatrix[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                RealMatrix slice = real(loss.fourth(basisVector(i), basisVector(j)));
                slices[i * n + j] = slice;
                slices[j * n + i] = slice;
                for (int k = 0; k < n; k++) {
                    for (int l = 0; l < n; l++) {
                        unfolded.setEntry(i * n + j, k * n + l, slice.getEntry(k, l));
                        unfolded.setEntry(j * n + i, k * n + l, slice.getEntry(k, l));
                    }
                }
            }
        }
        double upper = largestMagnitude(symmetrised(unfolded)).value();
        return best(c -> largestMagnitude(alongTwice(c, slices)), upper);
    }

    /** {@code D4L(c,c,.,.)}. */
    private RealMatrix alongTwice(RealVector c, RealMatrix[] slices) {
        double[][] sum = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double multiplicity = i == j ? 1.0 : 2.0;
                addMultiple(sum, multiplicity * c.getEntry(i) * c.getEntry(j), slices[i * n + j]);
            }
        }
        return new Array2DRowRealMatrix(sum, false);
    }

    private NormBounds largeFourth() {
        RealMatrix gram = MatrixUtils.createRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                RealMatrix slice = real(loss.fourth(basisVector(i), basisVector(j)));
                gram = gram.add(slice.multiply(slice).scalarMultiply(i == j ? 1.0 : 2.0));
            }
        }
        double upper = Math.sqrt(largestMagnitude(gram).value());
        return best(c -> largestMagnitude(real(loss.fourth(field(c), field(c)))), upper);
    }

    /** A value of the form and a direction that has to do with it. */
    private record Step(double value, RealVector direction) {}

    private interface Improvement {
        Step from(RealVector direction);
    }

    private NormBounds best(Improvement improvement, double upper) {
        Step best = upper == 0 ? new Step(0, starts.get(0)) : climbedFromAllStarts(improvement);
        double atLeast = Math.min(best.value(), upper);
        return new NormBounds(
                atLeast,
                upper,
                Arrays.stream(best.direction().toArray()).boxed().toList());
    }

    private Step climbedFromAllStarts(Improvement improvement) {
        Step best = new Step(0, starts.get(0));
        for (RealVector start : starts) {
            Step found = climbed(improvement, improvement.from(start), COARSE);
            best = found.value() > best.value() ? found : best;
        }
        return climbed(improvement, best, CONVERGED);
    }

    private static Step climbed(Improvement improvement, Step from, double smallestGain) {
        Step step = from;
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            Step next = improvement.from(step.direction());
            if (next.value() <= step.value() * (1.0 + smallestGain)) {
                return step;
            }
            step = next;
        }
        return step;
    }

    /** The largest magnitude of an eigenvalue of a symmetric matrix and its eigenvector. */
    private static Step largestMagnitude(RealMatrix matrix) {
        int n = matrix.getRowDimension();
        double[] values = new double[n];
        DMatrixRMaj[] vectors = ArrayEigensolver.roomForVectors(n);
        ArrayEigensolver.solve(new DMatrixRMaj(matrix.getData()), values, vectors);
        double highest = Math.abs(values[0]);
        double lowest = Math.abs(values[n - 1]);
        return highest >= lowest
                ? new Step(highest, new ArrayRealVector(vectors[0].data, false))
                : new Step(lowest, new ArrayRealVector(vectors[n - 1].data, false));
    }

    private static RealVector eigenvector(Eigensystem<Binary64> eigensystem, int index) {
        FieldVector<Binary64> vector = eigensystem.vectors().get(index);
        RealVector real = new ArrayRealVector(vector.getDimension());
        for (int i = 0; i < vector.getDimension(); i++) {
            real.setEntry(i, vector.getEntry(i).getReal());
        }
        return real;
    }

    /** Rounding may leave the two halves of a symmetric matrix different in the last place. */
    private static RealMatrix symmetrised(RealMatrix matrix) {
        return matrix.add(matrix.transpose()).scalarMultiply(0.5);
    }

    private FieldVector<T> basisVector(int i) {
        FieldVector<T> e = new ArrayFieldVector<>(loss.point().getField(), n);
        e.setEntry(i, e.getField().getOne());
        return e;
    }

    private FieldVector<T> field(RealVector v) {
        FieldVector<T> vector = new ArrayFieldVector<>(loss.point().getField(), n);
        for (int i = 0; i < n; i++) {
            vector.setEntry(i, vector.getField().getOne().multiply(v.getEntry(i)));
        }
        return vector;
    }

    private static <T extends CalculusFieldElement<T>> RealMatrix real(FieldMatrix<T> matrix) {
        int n = matrix.getRowDimension();
        RealMatrix real = MatrixUtils.createRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double entry = matrix.getEntry(i, j).getReal();
                if (!Double.isFinite(entry)) {
                    throw UndefinedGeometryException.notFinite();
                }
                real.setEntry(i, j, entry);
            }
        }
        return real;
    }
}
