package org.selfstab.geometry;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.loss.LossAtPoint;

/**
 * Reads whole third and fourth derivatives from contractions. Which coordinates are coupled is seen from one contraction along a generic
 * direction, in which with probability one nothing cancels; by a {@link Colouring} a derivative with few couplings then takes few
 * contractions.
 *
 * @param <T> the field's elements
 */
final class TensorReader<T extends CalculusFieldElement<T>> {

    private static final long SEED = 20230501;
    private static final int GROUPS = 3;

    private final LossAtPoint<T> loss;
    private final int n;

    TensorReader(LossAtPoint<T> loss) {
        this.loss = loss;
        this.n = loss.point().getDimension();
    }

    /** The colouring by which the third derivative can be read. */
    Colouring thirdColouring() {
        return Colouring.of(real(loss.third(generic()), 3, loss));
    }

    /** The colouring by which the fourth derivative can be read. */
    Colouring fourthColouring() {
        return Colouring.of(real(loss.fourth(generic(), generic()), 4, loss));
    }

    private FieldVector<T> generic() {
        return field(new Random(SEED).doubles(n, 0.5, 1.0).toArray());
    }

    /** The third derivative, from one contraction for each colour. */
    DerivativeTensor third(Colouring colouring) {
        Reading reading = new Reading(colouring);
        for (int a = 0; a < colouring.colours(); a++) {
            reading.addThird(a, real(loss.third(field(colouring.indicator(a))), 3, loss));
        }
        return reading.tensor(3).orElseGet(() -> third(Colouring.trivial(n)));
    }

    /**
     * The fourth derivative, from one contraction for each pair of colours in one of three groups: of the four indices of an entry two are
     * in one group, so that by symmetry a third of all pairs suffices.
     */
    DerivativeTensor fourth(Colouring colouring) {
        Reading reading = new Reading(colouring);
        for (int a = 0; a < colouring.colours(); a++) {
            FieldVector<T> first = field(colouring.indicator(a));
            for (int b = a; b < colouring.colours(); b += GROUPS) {
                reading.addFourth(a, b, real(loss.fourth(first, field(colouring.indicator(b))), 4, loss));
            }
        }
        return reading.tensor(4).orElseGet(() -> fourth(Colouring.trivial(n)));
    }

    private interface EntryReceiver {
        void accept(int i, int j, int k, int l, double value);
    }

    /** The slices found so far. */
    private final class Reading {

        private final Colouring colouring;
        private final Map<Integer, DerivativeTensor.Slice> slices = new LinkedHashMap<>();
        private boolean complete = true;

        Reading(Colouring colouring) {
            this.colouring = colouring;
        }

        void addThird(int a, DMatrixRMaj contraction) {
            add(a, a, contraction, (i, j, k, l, value) -> put(i, i, k, l, value));
        }

        void addFourth(int a, int b, DMatrixRMaj contraction) {
            add(a, b, contraction, this::putSymmetric);
        }

        private void add(int a, int b, DMatrixRMaj contraction, EntryReceiver receiver) {
            for (int k = 0; k < n; k++) {
                int i = colouring.member(a, k);
                int j = colouring.member(b, k);
                for (int l = k; l < n; l++) {
                    double value = contraction.get(k, l);
                    if (value != 0 && i >= 0 && j >= 0) {
                        receiver.accept(i, j, k, l, value);
                    } else if (value != 0) {
                        complete = false;
                    }
                }
            }
        }

        /** Takes an entry of the fourth derivative for all orders of its indices, unless another contraction gives it. */
        private void putSymmetric(int i, int j, int k, int l, double value) {
            int[] p = {i, j, k, l};
            Arrays.sort(p);
            if (!isFirstPairOfOneGroup(Math.min(i, j), Math.max(i, j), p)) {
                return;
            }
            putBothWays(p[0], p[1], p[2], p[3], value);
            if (p[1] != p[2]) {
                putBothWays(p[0], p[2], p[1], p[3], value);
            }
            if (p[0] != p[1] && p[2] != p[3]) {
                putBothWays(p[0], p[3], p[1], p[2], value);
            }
        }

        /** Of the pairs of an entry's sorted indices that are in one group the first, by which the entry is read. */
        private boolean isFirstPairOfOneGroup(int i, int j, int... sorted) {
            for (int first = 0; first < sorted.length; first++) {
                for (int second = first + 1; second < sorted.length; second++) {
                    if (group(sorted[first]) == group(sorted[second])) {
                        return sorted[first] == i && sorted[second] == j;
                    }
                }
            }
            throw new IllegalStateException("four indices in " + GROUPS + " groups, no two in one");
        }

        private int group(int i) {
            return colouring.colourOf(i) % GROUPS;
        }

        private void putBothWays(int i, int j, int k, int l, double value) {
            put(i, j, k, l, value);
            if (i != k || j != l) {
                put(k, l, i, j, value);
            }
        }

        private void put(int i, int j, int k, int l, double value) {
            slices.computeIfAbsent(i * n + j, any -> new DerivativeTensor.Slice(i, j))
                    .add(k * n + l, value);
        }

        /** The tensor; nothing if an entry was found that the colouring excludes. */
        Optional<DerivativeTensor> tensor(int order) {
            return complete
                    ? Optional.of(
                            new DerivativeTensor(n, order, slices.values().toArray(DerivativeTensor.Slice[]::new)))
                    : Optional.empty();
        }
    }

    private FieldVector<T> field(double[] entries) {
        FieldVector<T> vector = new ArrayFieldVector<>(loss.point().getField(), n);
        for (int i = 0; i < n; i++) {
            vector.setEntry(i, vector.getField().getOne().multiply(entries[i]));
        }
        return vector;
    }

    /**
     * A matrix of derivatives in double precision.
     *
     * @param order of the derivatives, 2 to 4
     * @param loss the loss at their point
     * @throws UndefinedGeometryException if an entry is not finite
     */
    static <T extends CalculusFieldElement<T>> DMatrixRMaj real(FieldMatrix<T> matrix, int order, LossAtPoint<T> loss) {
        int n = matrix.getRowDimension();
        DMatrixRMaj real = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double entry = matrix.getEntry(i, j).getReal();
                if (!Double.isFinite(entry)) {
                    throw UndefinedGeometryException.notFinite(
                            order, Arrays.stream(loss.point().toArray()).mapToDouble(T::getReal));
                }
                real.data[i * n + j] = entry;
            }
        }
        return real;
    }
}
