package org.selfstab.noise;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.selfstab.numeric.SymmetricMatrices;

/**
 * The Hessians of the items at a critical point of their mean, on the r directions in which the mean is curved.
 *
 * @param items the Hessian of each item, r by r
 * @param mean that of the loss, r by r, with positive eigenvalues
 * @param drawing how batches are drawn
 */
record Linearization(List<DMatrixRMaj> items, DMatrixRMaj mean, Drawing drawing) {

    /** Curvatures below this fraction of the largest are taken for 0. */
    private static final double FLAT = 1e-10;

    Linearization {
        items = List.copyOf(items);
    }

    /**
     * Takes the curved directions.
     *
     * @param whole the Hessian of each item, n by n
     * @throws NoEdgeException if the point is no minimum, or items are curved where their mean is not
     */
    static Linearization of(List<DMatrixRMaj> whole, Drawing drawing) {
        DMatrixRMaj mean = mean(whole);
        int n = mean.getNumRows();
        SymmetricMatrices.Spectrum spectrum = SymmetricMatrices.spectrum(mean);
        double[] values = spectrum.values();
        double negligible = FLAT * Math.max(values[0], -values[n - 1]);
        if (!(values[0] > 0) || values[n - 1] < -negligible) {
            throw new NoEdgeException(
                    "the critical point is no minimum: the Hessian has the eigenvalue " + values[n - 1]);
        }
        int curved = 0;
        while (curved < n && values[curved] > negligible) {
            curved++;
        }
        if (curved == n) {
            return new Linearization(whole, mean, drawing);
        }
        DMatrixRMaj basis = new DMatrixRMaj(n, curved);
        DMatrixRMaj flat = new DMatrixRMaj(n, n - curved);
        for (int j = 0; j < n; j++) {
            CommonOps_DDRM.insert(spectrum.vectors()[j], j < curved ? basis : flat, 0, j < curved ? j : j - curved);
        }
        List<DMatrixRMaj> restricted = new ArrayList<>();
        for (DMatrixRMaj item : whole) {
            if (CommonOps_DDRM.elementMaxAbs(product(item, flat)) > Math.sqrt(FLAT) * values[0]) {
                throw new NoEdgeException("items are curved in directions in which the loss is flat");
            }
            DMatrixRMaj inside = new DMatrixRMaj(curved, curved);
            CommonOps_DDRM.multTransA(basis, product(item, basis), inside);
            restricted.add(inside);
        }
        return new Linearization(restricted, mean(restricted), drawing);
    }

    private static DMatrixRMaj product(DMatrixRMaj one, DMatrixRMaj other) {
        return CommonOps_DDRM.mult(one, other, null);
    }

    private static DMatrixRMaj mean(List<DMatrixRMaj> matrices) {
        DMatrixRMaj sum =
                new DMatrixRMaj(matrices.get(0).getNumRows(), matrices.get(0).getNumCols());
        matrices.forEach(each -> CommonOps_DDRM.addEquals(sum, each));
        CommonOps_DDRM.divide(sum, matrices.size());
        return sum;
    }

    /** The number r of directions. */
    int dimension() {
        return mean.getNumRows();
    }

    /** The largest curvature of the mean. */
    double sharpness() {
        return SymmetricMatrices.spectrum(mean).values()[0];
    }

    /** The Hessian of a batch, r by r. */
    DMatrixRMaj batch(int[] batch) {
        DMatrixRMaj sum = new DMatrixRMaj(dimension(), dimension());
        for (int item : batch) {
            CommonOps_DDRM.addEquals(sum, items.get(item));
        }
        CommonOps_DDRM.divide(sum, batch.length);
        return sum;
    }

    /** The covariance of a batch's Hessian, {@code E[vec(H_B - H) vec(H_B - H)']}, r^2 by r^2, by the items alone. */
    DMatrixRMaj covariance() {
        DMatrixRMaj sum = new DMatrixRMaj(dimension() * dimension(), dimension() * dimension());
        double weight = drawing.varianceFactor() / items.size();
        items.forEach(item -> addSquare(item, weight, sum));
        return sum;
    }

    /** The same by going through all batches. */
    DMatrixRMaj enumeratedCovariance() {
        DMatrixRMaj sum = new DMatrixRMaj(dimension() * dimension(), dimension() * dimension());
        drawing.forEach((batch, probability) -> addSquare(batch(batch), probability, sum));
        return sum;
    }

    private void addSquare(DMatrixRMaj hessian, double weight, DMatrixRMaj sum) {
        DMatrixRMaj deviation = CommonOps_DDRM.subtract(hessian, mean, null);
        int count = deviation.getNumElements();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                sum.data[i * count + j] += weight * deviation.data[i] * deviation.data[j];
            }
        }
    }

    /** {@code E[H_B^2]}. */
    DMatrixRMaj meanSquare() {
        DMatrixRMaj square = mean(items.stream().map(h -> product(h, h)).toList());
        double p = drawing.varianceFactor();
        DMatrixRMaj result = new DMatrixRMaj(dimension(), dimension());
        CommonOps_DDRM.add(p, square, 1 - p, product(mean, mean), result);
        return result;
    }

    /** {@code E[H_B^3]}, from the sums of products of items: a batch's cube is a sum over three places in it, which hold one item, two or three. */
    DMatrixRMaj meanCube() {
        double n = items.size();
        double b = drawing.size();
        DMatrixRMaj square = mean(items.stream().map(h -> product(h, h)).toList());
        DMatrixRMaj alike =
                mean(items.stream().map(h -> product(h, product(h, h))).toList());
        DMatrixRMaj outer =
                mean(items.stream().map(h -> product(h, product(mean, h))).toList());
        CommonOps_DDRM.addEquals(outer, product(square, mean));
        CommonOps_DDRM.addEquals(outer, product(mean, square));
        DMatrixRMaj apart = product(mean, product(mean, mean));
        double pairs = (b - 1) / (b * b);
        double triples = (b - 1) * (b - 2) / (b * b);
        DMatrixRMaj cube = alike.copy();
        if (drawing.isWithReplacement()) {
            CommonOps_DDRM.scale(1 / (b * b), cube);
            CommonOps_DDRM.addEquals(cube, pairs, outer);
            CommonOps_DDRM.addEquals(cube, triples, apart);
            return cube;
        }
        // Means over two places that differ, and over three: of n (n - 1) pairs and n (n - 1) (n - 2) triples.
        double ofPairs = n > 1 ? pairs / (n - 1) : 0;
        double ofTriples = n > 2 ? triples / ((n - 1) * (n - 2)) : 0;
        CommonOps_DDRM.scale(1 / (b * b) - 3 * ofPairs + 2 * ofTriples, cube);
        CommonOps_DDRM.addEquals(cube, n * ofPairs - n * ofTriples, outer);
        CommonOps_DDRM.addEquals(cube, n * n * ofTriples, apart);
        return cube;
    }
}
