package org.selfstab.certify.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.util.CombinatoricsUtils;
import org.selfstab.certify.CycleExponents;
import org.selfstab.certify.enclosure.SpectralRadius;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;

/**
 * Encloses the exponents of an orbit (theory.md (67)). The product of the k largest moduli of eigenvalues is the spectral radius of the k-th compound matrix, and of singular values that of
 * {@code M'M}'s; these are bounded by Stein's equation.
 */
final class ExponentBounds {

    /** The most numbers of a state: compound matrices have up to {@code n!/((n/2)!)^2} rows. */
    private static final int LARGEST_STATE = 5;

    private ExponentBounds() {}

    /**
     * Of an orbit.
     *
     * @param steps contain the derivatives of the steps along it, in their order
     * @return empty if there are too many rows, or a step's derivative may be singular
     */
    static Optional<CycleExponents> of(List<FieldMatrix<Interval>> steps) {
        int n = steps.get(0).getRowDimension();
        if (n > LARGEST_STATE) {
            return Optional.empty();
        }
        FieldMatrix<Interval> product = steps.get(0);
        for (FieldMatrix<Interval> step : steps.subList(1, steps.size())) {
            product = step.multiply(product);
        }
        List<Interval> growth = new ArrayList<>(List.of(Interval.of(0)));
        List<Interval> stretch = new ArrayList<>(List.of(Interval.of(0)));
        for (int k = 1; k <= n; k++) {
            Interval logs = Interval.of(0);
            for (FieldMatrix<Interval> step : steps) {
                logs = logs.add(logOfLargest(step.transpose().multiply(step), k).divide(2));
            }
            growth.add(logOfLargest(product, k).divide(steps.size()));
            stretch.add(logs.divide(steps.size()));
        }
        boolean isFinite =
                growth.stream().allMatch(Interval::isFinite) && stretch.stream().allMatch(Interval::isFinite);
        return isFinite
                ? Optional.of(new CycleExponents(
                        differences(growth), dimension(growth), differences(stretch), dimension(stretch)))
                : Optional.empty();
    }

    /** Contains the logarithm of the product of the k largest moduli of eigenvalues. */
    private static Interval logOfLargest(FieldMatrix<Interval> matrix, int k) {
        FieldMatrix<Interval> compound = compound(matrix, k);
        Interval radius = compound.getRowDimension() == 1
                ? compound.getEntry(0, 0).abs()
                : SpectralRadius.enclosure(compound, SpectralRadius.of(compound).place())
                        .orElse(Interval.entire());
        return radius.lower() > 0 && radius.isFinite() ? radius.log() : Interval.entire();
    }

    /** Of all minors of order k. */
    private static FieldMatrix<Interval> compound(FieldMatrix<Interval> matrix, int k) {
        List<int[]> choices = choices(matrix.getRowDimension(), k);
        int size = choices.size();
        FieldMatrix<Interval> compound = MatrixUtils.createFieldMatrix(IntervalField.getInstance(), size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                compound.setEntry(i, j, determinant(matrix.getSubMatrix(choices.get(i), choices.get(j))));
            }
        }
        return compound;
    }

    /** The increasing choices of k numbers below n. */
    private static List<int[]> choices(int n, int k) {
        List<int[]> choices = new ArrayList<>();
        CombinatoricsUtils.combinationsIterator(n, k).forEachRemaining(choices::add);
        return choices;
    }

    private static Interval determinant(FieldMatrix<Interval> matrix) {
        int n = matrix.getRowDimension();
        if (n == 1) {
            return matrix.getEntry(0, 0);
        }
        Interval sum = Interval.of(0);
        int[] rows = IntStream.range(1, n).toArray();
        for (int j = 0; j < n; j++) {
            int left = j;
            int[] columns =
                    IntStream.range(0, n).filter(column -> column != left).toArray();
            Interval term = matrix.getEntry(0, j).multiply(determinant(matrix.getSubMatrix(rows, columns)));
            sum = j % 2 == 0 ? sum.add(term) : sum.subtract(term);
        }
        return sum;
    }

    private static List<Interval> differences(List<Interval> sums) {
        List<Interval> differences = new ArrayList<>();
        for (int k = 1; k < sums.size(); k++) {
            differences.add(sums.get(k).subtract(sums.get(k - 1)));
        }
        return differences;
    }

    /** {@code j + (l_1 + .. + l_j)/|l_(j+1)|}, for each j that may be the last of which the sum is not negative. */
    private static Interval dimension(List<Interval> sums) {
        int n = sums.size() - 1;
        double lower = n;
        double upper = 0;
        for (int j = 0; j <= n; j++) {
            boolean isPossible =
                    sums.get(j).upper() >= 0 && (j == n || sums.get(j + 1).lower() < 0);
            if (isPossible) {
                Interval beyond = j == n ? Interval.of(0) : share(sums.get(j), sums.get(j + 1));
                Interval there = Interval.of(j).add(beyond);
                lower = Math.min(lower, there.lower());
                upper = Math.max(upper, there.upper());
            }
        }
        return new Interval(lower, Math.min(n, upper));
    }

    /** Of the way from one sum, which is not negative, to the next, which is, the part down to 0. */
    private static Interval share(Interval sum, Interval next) {
        Interval above = new Interval(Math.max(0, sum.lower()), Math.max(0, sum.upper()));
        Interval way = sum.subtract(next);
        return way.lower() > 0
                ? new Interval(
                        Math.max(0, above.divide(way).lower()),
                        Math.min(1, above.divide(way).upper()))
                : new Interval(0, 1);
    }
}
