package org.selfstab.geometry;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.selfstab.numeric.FieldVectors;
import org.selfstab.numeric.Norm;

/**
 * What a point, however it was found, says of itself as the point of the stable set nearest to another (theory.md section 2): the first-order
 * conditions with multipliers by least squares, and the second-order condition.
 *
 * @param offNormals what the way to the point has off the span of the active constraints' gradients, of dimension n; zero at a
 *     stationary point
 * @param wrongSign the length of the part of that way along which the multiplier of {@code S <= 2/eta} is negative; zero at a nearest point
 * @param minimum whether the reduced Hessian of the Lagrangian is positive definite beyond rounding
 * @param <T> the field's elements
 */
public record Stationarity<T extends CalculusFieldElement<T>>(FieldVector<T> offNormals, T wrongSign, boolean minimum) {

    /**
     * Looks at a point.
     *
     * @param theta the point that was projected, of dimension n
     * @param geometry the geometry where it came to
     * @param onBoundary whether {@code S <= 2/eta} is active there
     */
    public static <T extends CalculusFieldElement<T>> Stationarity<T> of(
            FieldVector<T> theta, LocalGeometry<T> geometry, boolean onBoundary) {
        T zero = geometry.sharpness().getField().getZero();
        FieldVector<T> way = theta.subtract(geometry.point());
        FieldVector<T> alongU = geometry.gradientOfGradientAlongU();
        FieldVector<T> firstNormal = unit(alongU);
        List<FieldVector<T>> gradients = new ArrayList<>(List.of(alongU));
        T sharpnessMultiplier = zero;
        T wrongSign = zero;
        FieldVector<T> off = FieldVectors.off(firstNormal, way);
        if (onBoundary) {
            FieldVector<T> gradS = geometry.gradS();
            FieldVector<T> rest = FieldVectors.off(firstNormal, gradS);
            FieldVector<T> secondNormal = unit(rest);
            T component = secondNormal.dotProduct(way);
            sharpnessMultiplier = component.divide(Norm.of(rest));
            wrongSign = component.getReal() < 0 ? component.negate() : zero;
            off = FieldVectors.off(secondNormal, off);
            gradients.add(gradS);
        }
        if (gradients.size() >= theta.getDimension()) {
            return new Stationarity<>(off, wrongSign, true); // nothing is tangent to the stable set's edge
        }
        T multiplier = firstNormal
                .dotProduct(way.subtract(geometry.gradS().mapMultiply(sharpnessMultiplier)))
                .divide(Norm.of(alongU));
        return new Stationarity<>(
                off,
                wrongSign,
                geometry.byProducts().isPresent()
                        ? isMinimumByProducts(geometry, multiplier.getReal(), sharpnessMultiplier.getReal(), gradients)
                        : isPositiveDefinite(lagrangian(geometry, multiplier, sharpnessMultiplier), gradients));
    }

    private static <T extends CalculusFieldElement<T>> FieldMatrix<T> lagrangian(
            LocalGeometry<T> geometry, T multiplier, T sharpnessMultiplier) {
        FieldMatrix<T> lagrangian = MatrixUtils.createFieldIdentityMatrix(
                multiplier.getField(), geometry.point().getDimension());
        if (!multiplier.isZero()) {
            lagrangian = lagrangian.add(geometry.hessianOfGradientAlongU().scalarMultiply(multiplier));
        }
        if (!sharpnessMultiplier.isZero()) {
            lagrangian = lagrangian.add(geometry.hessianOfSharpness().scalarMultiply(sharpnessMultiplier));
        }
        return lagrangian;
    }

    private static <T extends CalculusFieldElement<T>> boolean isMinimumByProducts(
            LocalGeometry<T> geometry, double multiplier, double sharpnessMultiplier, List<FieldVector<T>> gradients) {
        KrylovLagrangian lagrangian = new KrylovLagrangian(geometry.point().getDimension());
        lagrangian.set(MatrixFreeGeometry.at(geometry), multiplier, sharpnessMultiplier);
        return lagrangian.isMinimum(rounded(gradients), gradients.size());
    }

    private static <T extends CalculusFieldElement<T>> boolean isPositiveDefinite(
            FieldMatrix<T> lagrangian, List<FieldVector<T>> gradients) {
        int n = lagrangian.getRowDimension();
        DMatrixRMaj hessian = new DMatrixRMaj(n, n);
        RealParts.copy(lagrangian, hessian.data);
        return new ReducedHessian(n).isPositiveDefinite(hessian, rounded(gradients), gradients.size());
    }

    private static <T extends CalculusFieldElement<T>> DMatrixRMaj[] rounded(List<FieldVector<T>> vectors) {
        DMatrixRMaj[] rounded = new DMatrixRMaj[vectors.size()];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = new DMatrixRMaj(vectors.get(i).getDimension(), 1);
            RealParts.copy(vectors.get(i), rounded[i].data);
        }
        return rounded;
    }

    private static <T extends CalculusFieldElement<T>> FieldVector<T> unit(FieldVector<T> v) {
        return v.mapMultiply(Norm.of(v).reciprocal());
    }
}
