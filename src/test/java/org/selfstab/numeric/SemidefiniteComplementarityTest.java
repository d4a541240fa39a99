package org.selfstab.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the optimality conditions, which are enough where M is semidefinite, and against problems made with a known solution. */
class SemidefiniteComplementarityTest {

    private static final Random RANDOM = new Random(20261129);

    private static DMatrixRMaj gaussian(int rows, int columns) {
        return new DMatrixRMaj(
                rows,
                columns,
                true,
                RANDOM.doubles((long) rows * columns, -1, 1).toArray());
    }

    private static DMatrixRMaj gram(DMatrixRMaj factor) {
        DMatrixRMaj gram = new DMatrixRMaj(factor.numCols, factor.numCols);
        CommonOps_DDRM.multTransA(factor, factor, gram);
        return gram;
    }

    private static DMatrixRMaj image(DMatrixRMaj m, DMatrixRMaj z) {
        DMatrixRMaj image = new DMatrixRMaj(m.numRows, 1);
        CommonOps_DDRM.mult(m, DMatrixRMaj.wrap(m.numCols, 1, SymmetricMatrices.toVector(z)), image);
        return SymmetricMatrices.toMatrix(z.numRows, image.data);
    }

    /** Z and W as {@code V diag V^T} of complementary eigenvalues, and what Q belongs to them. */
    private record Known(DMatrixRMaj q, DMatrixRMaj m, DMatrixRMaj z, DMatrixRMaj w) {

        static Known random(int k, int rank, int rankOfM) {
            SymmetricMatrices.Spectrum spectrum = SymmetricMatrices.spectrum(gram(gaussian(k, k)));
            double[] ofZ = new double[k];
            double[] ofW = new double[k];
            for (int i = 0; i < k; i++) {
                (i < rank ? ofZ : ofW)[i] = 0.1 + RANDOM.nextDouble();
            }
            DMatrixRMaj z = spectrum.with(ofZ);
            DMatrixRMaj w = spectrum.with(ofW);
            DMatrixRMaj m = gram(gaussian(rankOfM, SymmetricMatrices.length(k)));
            DMatrixRMaj q = w.copy();
            CommonOps_DDRM.subtractEquals(q, image(m, z));
            return new Known(q, m, z, w);
        }
    }

    private static void assertSolves(SemidefiniteComplementarity.Solution found, DMatrixRMaj q, DMatrixRMaj m) {
        double size = Math.max(1, SymmetricMatrices.spectrum(found.z()).norm());
        DMatrixRMaj w = image(m, found.z());
        CommonOps_DDRM.addEquals(w, q);
        double[] ofZ = SymmetricMatrices.spectrum(found.z()).values();
        double[] ofW = SymmetricMatrices.spectrum(w).values();
        assertThat(ofZ[ofZ.length - 1]).isGreaterThan(-1e-12 * size);
        assertThat(ofW[ofW.length - 1]).isGreaterThan(-1e-12 * size);
        DMatrixRMaj product = new DMatrixRMaj(w.numRows, w.numRows);
        CommonOps_DDRM.mult(found.z(), w, product);
        assertThat(CommonOps_DDRM.elementMaxAbs(product)).isLessThan(1e-11 * size);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8})
    void findsWhatProblemsAreMadeFrom(int k) {
        for (int rank = 0; rank <= k; rank++) {
            for (int trial = 0; trial < (k > 4 ? 2 : 10); trial++) {
                Known known = Known.random(k, rank, SymmetricMatrices.length(k) + 2);
                SemidefiniteComplementarity.Solution found =
                        SemidefiniteComplementarity.solve(known.q, known.m).orElseThrow();
                assertSolves(found, known.q, known.m);
                assertThat(found.rank()).isEqualTo(rank);
                assertThat(found.isUnique()).isTrue();
                for (int i = 0; i < k * k; i++) {
                    assertThat(found.z().data[i]).isEqualTo(known.z.data[i], within(1e-8));
                }
            }
        }
    }

    /** The closed form and the path to the same problem. */
    @Test
    void theClosedFormOfTwoAgreesWithThePathOfThree() {
        for (int trial = 0; trial < 200; trial++) {
            DMatrixRMaj m = gram(gaussian(5, 3));
            DMatrixRMaj q = SymmetricMatrices.toMatrix(2, gaussian(3, 1).data);
            SemidefiniteComplementarity.Solution two =
                    SemidefiniteComplementarity.solve(q, m).orElseThrow();
            assertSolves(two, q, m);
            SemidefiniteComplementarity.Solution three = SemidefiniteComplementarity.solve(bordered(q), borderedMap(m))
                    .orElseThrow();
            assertThat(three.rank()).isEqualTo(two.rank());
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    assertThat(three.z().get(i, j))
                            .isEqualTo(
                                    two.z().get(i, j),
                                    within(1e-7 * (1 + two.z().get(i, i))));
                }
            }
        }
    }

    private static DMatrixRMaj bordered(DMatrixRMaj q) {
        DMatrixRMaj bordered = CommonOps_DDRM.identity(3);
        CommonOps_DDRM.insert(q, bordered, 0, 0);
        return bordered;
    }

    /** Entries 11, 12, 22 of a matrix of three are the first, second and fourth. */
    private static DMatrixRMaj borderedMap(DMatrixRMaj m) {
        int[] places = {0, 1, 3};
        DMatrixRMaj bordered = CommonOps_DDRM.identity(6);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                bordered.set(places[i], places[j], m.get(i, j));
            }
        }
        return bordered;
    }

    /** Two eigenvalues that one variable moves alike: only the trace is determined, and the middle is a multiple of the identity. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void saysThatZIsNotUniqueWhereMIsSingular(int k) {
        DMatrixRMaj identity = CommonOps_DDRM.identity(k);
        DMatrixRMaj trace = DMatrixRMaj.wrap(1, SymmetricMatrices.length(k), SymmetricMatrices.toVector(identity));
        DMatrixRMaj q = identity.copy();
        CommonOps_DDRM.scale(-3e-3, q);
        SemidefiniteComplementarity.Solution found =
                SemidefiniteComplementarity.solve(q, gram(trace)).orElseThrow();

        assertThat(found.isUnique()).isFalse();
        assertThat(found.isTraceUnique()).isTrue();
        assertThat(found.rank()).isEqualTo(k);
        assertThat(CommonOps_DDRM.trace(found.z())).isEqualTo(3e-3, within(1e-13));
        assertThat(found.z().get(0, 0)).isEqualTo(3e-3 / k, within(1e-10));
        assertThat(found.z().get(0, 1)).isEqualTo(0, within(1e-10));
    }

    /** M that knows one combination of entries and the trace, so that solutions are many but bounded. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void solvesSingularProblems(int k) {
        for (int trial = 0; trial < 20; trial++) {
            Known known = Known.random(k, k - 1, 1);
            DMatrixRMaj trace = DMatrixRMaj.wrap(
                    1, SymmetricMatrices.length(k), SymmetricMatrices.toVector(CommonOps_DDRM.identity(k)));
            DMatrixRMaj m = gram(trace);
            CommonOps_DDRM.addEquals(m, known.m);
            DMatrixRMaj q = known.q.copy();
            CommonOps_DDRM.addEquals(q, image(known.m, known.z));
            CommonOps_DDRM.subtractEquals(q, image(m, known.z));
            SemidefiniteComplementarity.Solution found =
                    SemidefiniteComplementarity.solve(q, m).orElseThrow();
            assertSolves(found, q, m);
            assertThat(found.isTraceUnique()).isTrue();
        }
    }

    @Test
    void hasNoSolutionWhereNothingHoldsZ() {
        DMatrixRMaj q = CommonOps_DDRM.diag(-1, 1);
        Optional<SemidefiniteComplementarity.Solution> none =
                SemidefiniteComplementarity.solve(q, new DMatrixRMaj(3, 3));
        assertThat(none).isEmpty();
    }
}
