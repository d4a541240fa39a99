package org.selfstab.geometry;

import static org.ejml.dense.row.mult.VectorVectorMult_DDRM.innerProd;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * Comes from anywhere to where Newton's method may begin: first to the stable set, by Gauss-Newton steps of least length, then along it
 * downhill, by projecting theta to the tangent space and coming back, as long as the distance from theta falls. It needs no fourth
 * derivatives, goes past stationary points that are no minima, and every point that it accepts is one of the constraints.
 */
final class FeasibleDescent {

    private static final int MAX_RESTORING_STEPS = 12;
    private static final int MAX_STEPS = 16;
    private static final double SMALLEST_DAMPING = 1.0 / 64.0;
    /** A tangent step shorter than this part of the distance from theta leaves the rest to Newton's method. */
    private static final double ENOUGH = 1e-3;
    /** A point is feasible if it is this close to the constraints, in units of its distance from theta. */
    private static final double FEASIBLE = 1e-7;
    /** Of u, relatively, where it comes from iterations. */
    private static final double ACCURACY = 1e-8;

    private final int n;
    private final double edge;
    private final ArrayGeometry geometry;
    private final DMatrixRMaj anyDirection;
    private final DMatrixRMaj[] normals;
    private final double[] residuals = new double[2];
    private final DMatrixRMaj theta;
    private final DMatrixRMaj q;
    private final DMatrixRMaj trial;
    private final DMatrixRMaj tangent;
    private int m;

    FeasibleDescent(ArrayGeometry geometry, double edge) {
        this.n = geometry.point().getNumElements();
        this.edge = edge;
        this.geometry = geometry;
        this.anyDirection = new DMatrixRMaj(n, 1);
        this.normals = new DMatrixRMaj[] {new DMatrixRMaj(n, 1), new DMatrixRMaj(n, 1)};
        this.theta = new DMatrixRMaj(n, 1);
        this.q = new DMatrixRMaj(n, 1);
        this.trial = new DMatrixRMaj(n, 1);
        this.tangent = new DMatrixRMaj(n, 1);
    }

    /**
     * Descends.
     *
     * @param to the point whose distance falls, theta, n by 1
     * @param point where it starts and, if it succeeds or comes to where the geometry is undefined, where it ended; n by 1
     * @param onBoundary whether {@code S = 2/eta} is to hold too
     * @param reach points farther from theta are not wanted
     * @return whether it came to a point of the constraints within reach
     * @throws UndefinedGeometryException if the geometry is undefined at a point that it comes to
     */
    boolean descend(DMatrixRMaj to, DMatrixRMaj point, boolean onBoundary, double reach) {
        theta.setTo(to);
        q.setTo(point);
        m = onBoundary ? 2 : 1;
        try {
            boolean feasible = restore(q, 4.0 * reach) && followTangents(reach);
            point.setTo(q);
            return feasible;
        } catch (UndefinedGeometryException undefined) {
            point.setTo(geometry.point());
            throw undefined;
        }
    }

    /** {@code S - 2/eta} where the descent ended. */
    double excess() {
        return geometry.sharpness() - edge;
    }

    private boolean followTangents(double reach) {
        double damping = 1.0;
        double distance = distance(q);
        for (int i = 0; i < MAX_STEPS && setTangent() > ENOUGH * distance; i++) {
            boolean falls = false;
            while (!falls && damping >= SMALLEST_DAMPING) {
                CommonOps_DDRM.add(q, damping, tangent, trial);
                falls = restore(trial, 4.0 * reach) && distance(trial) < distance;
                damping = falls ? Math.min(1.0, 2.0 * damping) : 0.5 * damping;
            }
            if (!falls) {
                break;
            }
            q.setTo(trial);
            distance = distance(q);
        }
        return restore(q, 4.0 * reach) && distance <= reach;
    }

    /** Sets the tangent to what theta - q has off the normals; returns its length. */
    private double setTangent() {
        CommonOps_DDRM.subtract(theta, q, tangent);
        for (int k = 0; k < m; k++) {
            CommonOps_DDRM.addEquals(tangent, -innerProd(normals[k], tangent), normals[k]);
        }
        return NormOps_DDRM.fastNormF(tangent);
    }

    /** Brings a point to the constraints; the geometry and the normals are those at it. */
    private boolean restore(DMatrixRMaj point, double reach) {
        for (int i = 0; i < MAX_RESTORING_STEPS; i++) {
            double off = linearise(point);
            double far = distance(point);
            if (!(off < reach) || !(far < reach)) {
                return false;
            }
            if (off <= FEASIBLE * far || off <= NewtonSearch.negligible(Math.ulp(1.0), NormOps_DDRM.fastNormF(point))) {
                return true;
            }
            for (int k = 0; k < m; k++) {
                CommonOps_DDRM.addEquals(point, -residuals[k], normals[k]);
            }
        }
        return false;
    }

    /** Finds orthonormal normals and how far the linearised constraints are along each; returns their distance. */
    private double linearise(DMatrixRMaj point) {
        geometry.evaluate(point, anyDirection, ACCURACY);
        geometry.gradientOfGradientAlongU(normals[0]);
        residuals[0] = geometry.gradientAlongU();
        normalise(0);
        if (m > 1) {
            normals[1].setTo(geometry.gradS());
            double along = innerProd(normals[0], normals[1]);
            residuals[1] = excess() - along * residuals[0];
            CommonOps_DDRM.addEquals(normals[1], -along, normals[0]);
            normalise(1);
        }
        return m > 1 ? Math.hypot(residuals[0], residuals[1]) : Math.abs(residuals[0]);
    }

    private void normalise(int k) {
        double norm = NormOps_DDRM.fastNormF(normals[k]);
        residuals[k] /= norm;
        CommonOps_DDRM.scale(1.0 / norm, normals[k]);
    }

    private double distance(DMatrixRMaj point) {
        double square = 0.0;
        for (int i = 0; i < n; i++) {
            double difference = point.data[i] - theta.data[i];
            square += difference * difference;
        }
        return Math.sqrt(square);
    }
}
