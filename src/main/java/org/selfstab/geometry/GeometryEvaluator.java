package org.selfstab.geometry;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.loss.DerivativeKernel;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.Eigensolver;
import org.selfstab.numeric.Eigensystem;

/**
 * Finds the local geometry of a loss.
 *
 * @param <T> the field's elements
 */
public final class GeometryEvaluator<T extends CalculusFieldElement<T>> {

    private final Loss<T> loss;
    private final Eigensolver<T> eigensolver;
    private final Optional<Survey<T>> byProducts;

    /** By the whole spectrum of the Hessian. */
    public GeometryEvaluator(Loss<T> loss, Eigensolver<T> eigensolver) {
        this.loss = loss;
        this.eigensolver = eigensolver;
        this.byProducts = Optional.empty();
    }

    private GeometryEvaluator(Loss<T> loss, Eigensolver<T> eigensolver, Survey<T> byProducts) {
        this.loss = loss;
        this.eigensolver = eigensolver;
        this.byProducts = Optional.of(byProducts);
    }

    /** Of a compiled loss, by the faster algebra. */
    public static GeometryEvaluator<Binary64> of(CompiledLoss loss) {
        return of(loss, LinearAlgebra.of(loss.dimension()));
    }

    /** Of a compiled loss. For one thread, if by products. */
    public static GeometryEvaluator<Binary64> of(CompiledLoss loss, LinearAlgebra algebra) {
        return algebra == LinearAlgebra.DENSE
                ? new GeometryEvaluator<>(loss, new DoubleEigensolver())
                : new GeometryEvaluator<>(loss, new DoubleEigensolver(), new ByProducts(loss));
    }

    /** The loss surveyed. */
    public Loss<T> loss() {
        return loss;
    }

    /**
     * The geometry at a point.
     *
     * @throws UndefinedGeometryException if a derivative is not finite there, or the top eigenvalue is not simple
     */
    public LocalGeometry<T> evaluate(FieldVector<T> theta, SignConvention<T> orientation) {
        if (byProducts.isPresent()) {
            return byProducts.get().evaluate(theta, orientation);
        }
        LossAtPoint<T> local = loss.at(theta);
        Eigensystem<T> eigensystem = eigensystem(local);
        if (!eigensystem.isTopSimple()) {
            throw UndefinedGeometryException.topEigenvalueNotSimple(
                    eigensystem.top().getReal(), eigensystem.gap().getReal());
        }
        return LocalGeometry.of(local, eigensystem, orientation);
    }

    /**
     * The loss at a point, such that products of its derivatives with vectors cost no more than they have to.
     */
    public LossAtPoint<T> at(FieldVector<T> theta) {
        return byProducts.isPresent() ? byProducts.get().at(theta) : loss.at(theta);
    }

    /**
     * The eigensystem of the Hessian at a point: all of it, or in many variables its first two pairs.
     *
     * @throws UndefinedGeometryException if a derivative is not finite there
     */
    public Eigensystem<T> eigensystem(LossAtPoint<T> local) {
        if (byProducts.isPresent()) {
            return byProducts.get().eigensystem(local.point());
        }
        FieldMatrix<T> hessian = local.hessian();
        int defined = finiteDerivatives(local, hessian);
        if (defined < 3) {
            throw UndefinedGeometryException.notFinite(
                    defined, Arrays.stream(local.point().toArray()).mapToDouble(T::getReal));
        }
        return eigensolver.solve(hessian);
    }

    /** How many of loss, gradient and Hessian are finite, up to the first that is not. */
    private int finiteDerivatives(LossAtPoint<T> local, FieldMatrix<T> hessian) {
        if (!local.value().isFinite()) {
            return 0;
        }
        boolean gradientFinite = true;
        boolean hessianFinite = true;
        FieldVector<T> gradient = local.gradient();
        for (int i = 0; i < loss.dimension(); i++) {
            gradientFinite &= gradient.getEntry(i).isFinite();
            for (int j = 0; j <= i; j++) {
                hessianFinite &= hessian.getEntry(i, j).isFinite();
            }
        }
        if (!gradientFinite) {
            return 1;
        }
        return hessianFinite ? 3 : 2;
    }

    /** A survey without matrices. */
    private interface Survey<T extends CalculusFieldElement<T>> {
        LossAtPoint<T> at(FieldVector<T> theta);

        LocalGeometry<T> evaluate(FieldVector<T> theta, SignConvention<T> orientation);

        Eigensystem<T> eigensystem(FieldVector<T> theta);
    }

    private static final class ByProducts implements Survey<Binary64> {

        private final DerivativeKernel kernel;
        private final MatrixFreeGeometry geometry;
        private final ProductKernels products;
        private final DMatrixRMaj point;
        private final DMatrixRMaj anyDirection;

        ByProducts(CompiledLoss loss) {
            int n = loss.dimension();
            this.kernel = loss.derivativeKernel();
            this.geometry = new MatrixFreeGeometry(kernel, new KrylovMemory(n));
            this.products = new ProductKernels(loss::derivativeKernel);
            this.point = new DMatrixRMaj(n, 1);
            this.anyDirection = new DMatrixRMaj(n, 1);
        }

        @Override
        public LossAtPoint<Binary64> at(FieldVector<Binary64> theta) {
            DoubleVector.copy(theta, point.data, 0);
            kernel.moveTo(point.data);
            return products.snapshotOf(kernel, point.data);
        }

        @Override
        public LocalGeometry<Binary64> evaluate(FieldVector<Binary64> theta, SignConvention<Binary64> orientation) {
            DoubleVector.copy(theta, point.data, 0);
            geometry.evaluate(point, anyDirection, 0.0);
            geometry.orient(orientation);
            return geometry.snapshot(products.snapshotOf(kernel, point.data));
        }

        @Override
        public Eigensystem<Binary64> eigensystem(FieldVector<Binary64> theta) {
            DoubleVector.copy(theta, point.data, 0);
            return geometry.eigensystem(point);
        }
    }
}
