package org.selfstab.geometry;

import java.util.Arrays;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;
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

    public GeometryEvaluator(Loss<T> loss, Eigensolver<T> eigensolver) {
        this.loss = loss;
        this.eigensolver = eigensolver;
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
        LossAtPoint<T> local = loss.at(theta);
        Eigensystem<T> eigensystem = eigensystem(local);
        if (!eigensystem.isTopSimple()) {
            throw UndefinedGeometryException.topEigenvalueNotSimple(
                    eigensystem.top().getReal(), eigensystem.gap().getReal());
        }
        return LocalGeometry.of(local, eigensystem, orientation);
    }

    /**
     * The eigensystem of the Hessian at a point.
     *
     * @throws UndefinedGeometryException if a derivative is not finite there
     */
    public Eigensystem<T> eigensystem(LossAtPoint<T> local) {
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
}
