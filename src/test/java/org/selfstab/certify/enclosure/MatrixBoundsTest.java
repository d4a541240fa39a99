package org.selfstab.certify.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.interval.Interval;

/** Bounds on eigenvalues against matrices whose eigenvalues are known by construction. */
class MatrixBoundsTest {

    /** {@code diag(3, 1, -2)} turned by a rotation: the eigenvalues are these up to rounding. */
    @Property(tries = 300, seed = "20261124")
    void eigenvaluesLieBetweenTheirBounds(
            @ForAll @DoubleRange(min = -3, max = 3) double first,
            @ForAll @DoubleRange(min = -3, max = 3) double second) {
        RealMatrix rotation = rotation(0, 1, first).multiply(rotation(1, 2, second));
        RealMatrix matrix = rotation.multiply(MatrixUtils.createRealDiagonalMatrix(new double[] {3, 1, -2}))
                .multiply(rotation.transpose());
        FieldMatrix<Interval> intervals = Boxes.identity(3);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                intervals.setEntry(i, j, Interval.of(0.5 * (matrix.getEntry(i, j) + matrix.getEntry(j, i))));
            }
        }
        TopEigenpair pair = TopEigenpair.of(intervals, rotation.getColumn(0)).orElseThrow();

        assertThat(MatrixBounds.largestEigenvalue(intervals)).isBetween(3 - 1e-13, 3 + 1e-9);
        assertThat(MatrixBounds.norm(intervals)).isBetween(3 - 1e-13, 3 + 1e-9);
        assertThat(MatrixBounds.secondEigenvalueAtLeast(intervals)).isBetween(1 - 1e-9, 1 + 1e-13);
        assertThat(pair.secondEigenvalue()).isBetween(1 - 1e-13, 1 + 1e-9);
        assertThat(Interval.around(pair.sharpness(), 1e-13).contains(3)).isTrue();
        for (int i = 0; i < 3; i++) {
            assertThat(Interval.around(pair.u().getEntry(i), 1e-13).contains(rotation.getEntry(i, 0)))
                    .isTrue();
        }
    }

    /** Whichever plane a checker proposes: with {@code lambda_2 = lambda_3} the eigenvectors of doubles may be any. */
    @Property(tries = 300, seed = "20261124")
    void aSecondEigenvalueThatIsDoubleIsBoundedOnEveryPlane(
            @ForAll @DoubleRange(min = -3, max = 3) double first,
            @ForAll @DoubleRange(min = -3, max = 3) double second,
            @ForAll @DoubleRange(min = 0, max = 3) double other,
            @ForAll @IntRange(min = 6, max = 14) int digits) {
        double radius = Math.pow(10, -digits);
        RealMatrix rotation = rotation(0, 1, first).multiply(rotation(1, 2, second));
        RealMatrix matrix = rotation.multiply(MatrixUtils.createRealDiagonalMatrix(new double[] {4, 0, 0}))
                .multiply(rotation.transpose());
        FieldMatrix<Interval> intervals = Boxes.identity(3);
        FieldMatrix<Interval> plane = intervals.getSubMatrix(0, 2, 0, 1);
        RealMatrix turned = rotation.multiply(rotation(1, 2, other));
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double entry = 0.5 * (matrix.getEntry(i, j) + matrix.getEntry(j, i));
                intervals.setEntry(i, j, Interval.around(Interval.of(entry), radius * (1 + i * j)));
            }
            plane.setEntry(i, 0, Interval.of(turned.getEntry(i, 0)));
            plane.setEntry(i, 1, Interval.of(turned.getEntry(i, 1)));
        }
        Interval bound = Interval.of(MatrixBounds.secondEigenvalueAtLeast(intervals));
        FieldMatrix<Interval> raised = plane.transpose()
                .multiply(intervals.subtract(Boxes.identity(3).scalarMultiply(bound)))
                .multiply(plane);

        assertThat(bound.getReal()).isBetween(-20 * radius - 1e-8, 0.0);
        assertThat(MatrixBounds.isPositiveDefinite(raised)).isTrue();
    }

    private static RealMatrix rotation(int p, int q, double angle) {
        RealMatrix rotation = MatrixUtils.createRealIdentityMatrix(3);
        rotation.setEntry(p, p, Math.cos(angle));
        rotation.setEntry(q, q, Math.cos(angle));
        rotation.setEntry(p, q, -Math.sin(angle));
        rotation.setEntry(q, p, Math.sin(angle));
        return rotation;
    }

    @Test
    void aMatrixThatMayBeSingularIsNotPositiveDefinite() {
        FieldMatrix<Interval> matrix = Boxes.identity(2);
        assertThat(MatrixBounds.isPositiveDefinite(matrix)).isTrue();
        matrix.setEntry(0, 1, new Interval(0.9, 1.0));
        matrix.setEntry(1, 0, new Interval(0.9, 1.0));
        assertThat(MatrixBounds.isPositiveDefinite(matrix)).isFalse();
    }

    @Test
    void aTopEigenvalueThatMayBeDoubleIsNotEnclosed() {
        FieldMatrix<Interval> matrix = Boxes.identity(2);
        assertThat(TopEigenpair.of(matrix, new double[] {1, 0})).isEmpty();
        matrix.setEntry(0, 0, new Interval(0.9, 1.1));
        assertThat(TopEigenpair.of(matrix, new double[] {1, 0})).isEmpty();
        matrix.setEntry(0, 0, new Interval(1.9, 2.1));
        assertThat(TopEigenpair.of(matrix, new double[] {-1, 0})
                        .orElseThrow()
                        .u()
                        .getEntry(0)
                        .isBelow(-0.9))
                .isTrue();
    }

    /** A companion matrix has the roots it was made from as eigenvalues: a real one and a conjugate pair. */
    @Property(tries = 500, seed = "20261124")
    void theUnitCircleIsToldByTheRoots(
            @ForAll @DoubleRange(min = -1.5, max = 1.5) double real,
            @ForAll @DoubleRange(min = 0, max = 1.5) double modulus,
            @ForAll @DoubleRange(min = 0, max = 3) double angle) {
        double b = -2 * modulus * Math.cos(angle);
        double c = modulus * modulus;
        FieldMatrix<Interval> companion = Boxes.identity(3);
        double[][] rows = {{0, 0, real * c}, {1, 0, -(c - real * b)}, {0, 1, -(b - real)}};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                companion.setEntry(i, j, Interval.of(rows[i][j]));
            }
        }
        SpectralRadius.Place place = SpectralRadius.of(companion).place();

        double largest = Math.max(Math.abs(real), modulus);
        if (Math.abs(largest - 1) > 1e-6) {
            assertThat(place).isEqualTo(largest < 1 ? SpectralRadius.Place.INSIDE : SpectralRadius.Place.NOT_INSIDE);
        } else {
            assertThat(place).isNotEqualTo(largest < 1 ? SpectralRadius.Place.NOT_INSIDE : SpectralRadius.Place.INSIDE);
        }
    }

    /** Jordan blocks, multiples of the identity, reciprocal pairs, where Stein's equation is singular, and rotations. */
    @ParameterizedTest
    @CsvSource({
        "0.99, 0, 0, 0.99, INSIDE",
        "0.99, 1, 0, 0.99, INSIDE",
        "0.99, 1000, 0, 0.99, INSIDE",
        "-0.973, 0, 0, -0.973, INSIDE",
        "1.01, 0, 0, 1.01, NOT_INSIDE",
        "1.01, 1, 0, 1.01, NOT_INSIDE",
        "2, 0, 0, 0.5, NOT_INSIDE",
        "2, 100, 0, 0.5, NOT_INSIDE",
        "0.5, 0, 0, 1.001, NOT_INSIDE",
        "0.6, -0.79, 0.79, 0.6, INSIDE",
        "0.6, -0.81, 0.81, 0.6, NOT_INSIDE",
        "0, 4, 0.24, 0, INSIDE",
        "1, 0, 0, 1, UNDECIDED",
        "1, 0, 0, 0.5, UNDECIDED",
        "1e300, 0, 0, 0.5, UNDECIDED",
    })
    void spectralRadiusOfTwoByTwoMatrices(double a, double b, double c, double d, SpectralRadius.Place place) {
        FieldMatrix<Interval> matrix = Boxes.identity(2);
        matrix.setEntry(0, 0, Interval.of(a));
        matrix.setEntry(0, 1, Interval.of(b));
        matrix.setEntry(1, 0, Interval.of(c));
        matrix.setEntry(1, 1, Interval.of(d));
        assertThat(SpectralRadius.of(matrix).place()).isEqualTo(place);
    }

    @Test
    void eigenvaluesOnTheUnitCircleAreNotDecided() {
        FieldMatrix<Interval> matrix = Boxes.identity(1);
        matrix.setEntry(0, 0, new Interval(0.99, 1.01));
        assertThat(SpectralRadius.of(matrix).place()).isEqualTo(SpectralRadius.Place.UNDECIDED);
        assertThat(SpectralRadius.enclosure(matrix, SpectralRadius.Place.UNDECIDED))
                .contains(new Interval(1.0 - 0x1p-5, 1.0 + 0x1p-5));
    }
}
