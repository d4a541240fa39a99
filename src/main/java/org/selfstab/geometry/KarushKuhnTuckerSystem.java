package org.selfstab.geometry;

import java.util.List;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.selfstab.numeric.Norm;

/**
 * The first-order conditions of {@code min |q - theta|^2 / 2} under equality constraints, at one iterate (q, mu).
 *
 * <p>The residual is {@code (q - theta + sum mu_i grad c_i, c)}; with constraints scaled to unit gradients all its entries are lengths.
 *
 * @param <T> the field's elements
 */
final class KarushKuhnTuckerSystem<T extends CalculusFieldElement<T>> {

    private final FieldVector<T> q;
    private final FieldVector<T> multipliers;
    private final List<Constraint<T>> constraints;
    private final FieldVector<T> residual;

    KarushKuhnTuckerSystem(
            FieldVector<T> theta, FieldVector<T> q, FieldVector<T> multipliers, List<Constraint<T>> constraints) {
        this.q = q;
        this.multipliers = multipliers;
        this.constraints = List.copyOf(constraints);
        this.residual = residual(theta);
    }

    private FieldVector<T> residual(FieldVector<T> theta) {
        FieldVector<T> stationarity = q.subtract(theta);
        FieldVector<T> values = new ArrayFieldVector<>(q.getField(), constraints.size());
        for (int i = 0; i < constraints.size(); i++) {
            Constraint<T> constraint = constraints.get(i);
            stationarity = stationarity.add(constraint.gradient().mapMultiply(multipliers.getEntry(i)));
            values.setEntry(i, constraint.value());
        }
        return stationarity.append(values);
    }

    FieldVector<T> q() {
        return q;
    }

    FieldVector<T> multipliers() {
        return multipliers;
    }

    /** The residual's magnitude, a length. */
    T residualNorm() {
        return Norm.of(residual);
    }

    /**
     * The Newton step for (q, mu), of dimension n + m.
     *
     * @throws ProjectionException if the system is singular
     */
    FieldVector<T> newtonStep() {
        try {
            FieldVector<T> minusResidual =
                    residual.mapMultiply(q.getField().getOne().negate());
            return new FieldLUDecomposition<>(jacobian()).getSolver().solve(minusResidual);
        } catch (MathRuntimeException singular) {
            throw ActiveSet.singularSystem(residualNorm().getReal());
        }
    }

    /** The second-order condition here, with so many of the constraints, from the first on, active. */
    boolean isMinimum(int active) {
        int n = q.getDimension();
        DMatrixRMaj hessian = new DMatrixRMaj(n, n);
        RealParts.copy(lagrangianHessian(), hessian.data);
        DMatrixRMaj[] gradients = new DMatrixRMaj[active];
        for (int i = 0; i < active; i++) {
            gradients[i] = new DMatrixRMaj(n, 1);
            RealParts.copy(constraints.get(i).gradient(), gradients[i].data);
        }
        return new ReducedHessian(n).isPositiveDefinite(hessian, gradients, active);
    }

    private FieldMatrix<T> lagrangianHessian() {
        FieldMatrix<T> lagrangian = MatrixUtils.createFieldIdentityMatrix(q.getField(), q.getDimension());
        for (int i = 0; i < constraints.size(); i++) {
            if (!multipliers.getEntry(i).isZero()) {
                lagrangian = lagrangian.add(constraints.get(i).hessian().get().scalarMultiply(multipliers.getEntry(i)));
            }
        }
        return lagrangian;
    }

    private FieldMatrix<T> jacobian() {
        int n = q.getDimension();
        int m = constraints.size();
        FieldMatrix<T> lagrangian = lagrangianHessian();
        FieldMatrix<T> jacobian = MatrixUtils.createFieldMatrix(q.getField(), n + m, n + m);
        for (int i = 0; i < m; i++) {
            Constraint<T> constraint = constraints.get(i);
            for (int j = 0; j < n; j++) {
                jacobian.setEntry(j, n + i, constraint.gradient().getEntry(j));
                jacobian.setEntry(n + i, j, constraint.gradient().getEntry(j));
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                jacobian.setEntry(i, j, lagrangian.getEntry(i, j));
            }
        }
        return jacobian;
    }

    /**
     * A function that a point of the stable set makes zero, with its derivatives at a point.
     *
     * @param value the function
     * @param gradient its gradient, of dimension n
     * @param hessian computes its Hessian, n by n: costly, and not needed where its multiplier is zero
     * @param <T> the field's elements
     */
    record Constraint<T extends CalculusFieldElement<T>>(
            T value, FieldVector<T> gradient, Supplier<FieldMatrix<T>> hessian) {

        /** {@code grad L . u = 0}. */
        static <T extends CalculusFieldElement<T>> Constraint<T> stationarityAlongU(LocalGeometry<T> geometry) {
            return new Constraint<>(
                    geometry.gradientAlongU(), geometry.gradientOfGradientAlongU(), geometry::hessianOfGradientAlongU);
        }

        /** {@code S - 2/eta = 0}. */
        static <T extends CalculusFieldElement<T>> Constraint<T> edgeOfStability(LocalGeometry<T> geometry, T bound) {
            return new Constraint<>(
                    geometry.sharpness().subtract(bound), geometry.gradS(), geometry::hessianOfSharpness);
        }

        /** The constraint in other units: multiplied by a constant factor. */
        Constraint<T> times(T factor) {
            return new Constraint<>(value.multiply(factor), gradient.mapMultiply(factor), () -> hessian.get()
                    .scalarMultiply(factor));
        }
    }
}
