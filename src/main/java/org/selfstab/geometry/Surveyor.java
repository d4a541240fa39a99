package org.selfstab.geometry;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;

/**
 * Finds the local geometry of a loss.
 *
 * @param <T> the field's elements
 */
public final class Surveyor<T extends CalculusFieldElement<T>> {

    private final Loss<T> loss;
    private final Eigensolver<T> eigensolver;

    public Surveyor(Loss<T> loss, Eigensolver<T> eigensolver) {
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
    public LocalGeometry<T> survey(FieldVector<T> theta, Orientation<T> orientation) {
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
        if (!isFinite(local, hessian)) {
            throw UndefinedGeometryException.notFinite();
        }
        return eigensolver.solve(hessian);
    }

    private boolean isFinite(LossAtPoint<T> local, FieldMatrix<T> hessian) {
        boolean finite = local.value().isFinite();
        FieldVector<T> gradient = local.gradient();
        for (int i = 0; i < loss.dimension(); i++) {
            finite &= gradient.getEntry(i).isFinite();
            for (int j = 0; j <= i; j++) {
                finite &= hessian.getEntry(i, j).isFinite();
            }
        }
        return finite;
    }
}
