package org.selfstab.geometry;

import static org.selfstab.numeric.ArrayVectors.add;
import static org.selfstab.numeric.ArrayVectors.dot;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.selfstab.numeric.ArrayVectors;
import org.selfstab.numeric.Lanczos;
import org.selfstab.numeric.SymmetricOperator;

/**
 * The Hessian of the Lagrangian {@code W = I + mu Hess(grad L . u) + nu Hess S} by its products with vectors, {@link
 * LocalGeometry#hessianOfGradientAlongU()} and {@link LocalGeometry#hessianOfSharpness()} applied from the right: five products with derivatives and two
 * solutions with the resolvent for one of W's; fewer without mu.
 */
final class KrylovLagrangian implements SymmetricOperator {

    /** Of the resolvent's solutions: the second-order test and steps that are corrected by the next need no more, and norms less. */
    private static final double ACCURACY = 1e-8;

    private static final double ACCURACY_OF_NORMS = 1e-2;
    private static final double NORM_TOLERANCE = 0.1;
    /** Of the smallest eigenvalue's residual. */
    private static final double EIGENVALUE_TOLERANCE = 1e-3;

    /** What takes the place of the eigenvalues along the normals: beyond 1, that of flat constraints. */
    private static final double ALONG_NORMALS = 4.0;

    private static final double MARGIN = Math.sqrt(Math.ulp(1.0));
    private static final long SEED = 20261130;

    private final int n;
    private final Lanczos lanczos;
    private final double[] a;
    private final double[] b;
    private final double[] resolvedA;
    private final double[] resolved;
    private final double[] direction;
    private final double[] term;
    private final double[] q;
    private final double[][] normals = new double[2][];
    private MatrixFreeGeometry geometry;
    private double mu;
    private double nu;
    private double accuracy;
    private boolean isTurnKnown;
    private int m;

    KrylovLagrangian(int n) {
        this.n = n;
        this.lanczos = new Lanczos(n);
        this.a = new double[n];
        this.b = new double[n];
        this.resolvedA = new double[n];
        this.resolved = new double[n];
        this.direction = new double[n];
        this.term = new double[n];
        this.q = new double[n];
    }

    /** Takes the point and the multipliers. */
    void set(MatrixFreeGeometry at, double ofGradientAlongU, double ofSharpness) {
        geometry = at;
        mu = ofGradientAlongU;
        nu = ofSharpness;
        accuracy = ACCURACY;
        isTurnKnown = false;
    }

    /** The norms at a point, off the gradient of {@code grad L . u}. */
    ConstraintNorms norms(MatrixFreeGeometry at) {
        DMatrixRMaj normal = new DMatrixRMaj(n, 1);
        at.gradientOfGradientAlongU(normal);
        setNormals(normal);
        set(at, 1.0, 0.0);
        accuracy = ACCURACY_OF_NORMS;
        double ofGradientAlongU = normOfCurvature();
        nu = 1.0;
        mu = 0.0;
        return new ConstraintNorms(ofGradientAlongU, normOfCurvature());
    }

    private double normOfCurvature() {
        double[] vector = new double[n];
        Lanczos.mix(1.0, SEED, vector);
        offNormals(vector);
        lanczos.solve(
                (v, product) -> {
                    curve(v, product);
                    offNormals(product);
                },
                vector,
                NORM_TOLERANCE);
        return Math.max(Math.abs(lanczos.value()), Math.abs(lanczos.lowest()));
    }

    /** {@code q = D3L(u, R w, .)}. */
    private void findTurn() {
        if (!isTurnKnown) {
            Arrays.fill(resolved, 0.0);
            resolve(geometry.resolvedGradient().data, resolved);
            geometry.kernel().third(geometry.u().data, resolved, q);
            isTurnKnown = true;
        }
    }

    private void resolve(double[] right, double[] solution) {
        if (!geometry.resolve(right, solution, accuracy)) {
            throw UndefinedGeometryException.topEigenvalueNotSimple(
                    geometry.sharpness(), geometry.sharpness() - geometry.secondEigenvalue());
        }
    }

    @Override
    public void apply(double[] v, double[] product) {
        curve(v, product);
        add(1.0, v, product);
    }

    /** {@code (W - I) v}. */
    private void curve(double[] v, double[] product) {
        double[] u = geometry.u().data;
        double[] w = geometry.resolvedGradient().data;
        geometry.kernel().third(u, v, a);
        Arrays.fill(resolvedA, 0.0);
        resolve(a, resolvedA);
        if (mu == 0.0) {
            Arrays.fill(product, 0.0);
        } else {
            curveByGradientAlongU(v, product);
        }
        for (int i = 0; i < n; i++) {
            // What D3L(u, ., .) and D4L(u, ., v, .) have to be applied to.
            b[i] = (mu == 0.0 ? 0.0 : mu * resolved[i]) + 2.0 * nu * resolvedA[i];
            direction[i] = mu * w[i] + nu * u[i];
        }
        geometry.kernel().third(u, b, term);
        add(1.0, term, product);
        geometry.kernel().fourth(u, direction, v, term);
        add(1.0, term, product);
    }

    /** The terms of {@code mu Hess(grad L . u) v} that {@code mu Hess S v} has no counterparts of; also finds {@code R (M_w + S - (grad L . u) R M_u) v}. */
    private void curveByGradientAlongU(double[] v, double[] product) {
        findTurn();
        double[] u = geometry.u().data;
        double[] w = geometry.resolvedGradient().data;
        double[] gradS = geometry.gradS().data;
        double slope = geometry.gradientAlongU();
        geometry.kernel().third(w, v, b);
        for (int i = 0; i < n; i++) {
            b[i] += geometry.sharpness() * v[i] - slope * resolvedA[i];
        }
        Arrays.fill(resolved, 0.0);
        resolve(b, resolved);
        double alongGradS = dot(gradS, v);
        double alongU = dot(u, v) - dot(q, v);
        for (int i = 0; i < n; i++) {
            double direct = geometry.sharpness() * resolvedA[i] - a[i];
            product[i] = mu * (direct + (u[i] - q[i]) * alongGradS + gradS[i] * alongU);
        }
        geometry.kernel().third(w, resolvedA, term);
        add(mu, term, product);
    }

    /** Whether it is positive definite off the first so many gradients of the constraints, by norms if these are known, by its smallest eigenvalue otherwise. */
    boolean isMinimum(DMatrixRMaj[] gradients, int active) {
        if (n <= active) {
            return true;
        }
        if (geometry.nearbyNorms().map(norms -> norms.showMinimum(mu, nu)).orElse(false)) {
            return true;
        }
        double smallest = smallestEigenvalue(gradients, active, new DMatrixRMaj(n, 1));
        return m == active && smallest - lanczos.residual() > MARGIN * Math.max(1.0, Math.abs(lanczos.lowest()));
    }

    /**
     * The smallest eigenvalue off the first so many gradients of the constraints, up to a thousandth of its largest; never more than {@value
     * #ALONG_NORMALS}.
     *
     * @param vector receives the unit eigenvector, n by 1
     */
    double smallestEigenvalue(DMatrixRMaj[] gradients, int active, DMatrixRMaj vector) {
        if (n <= active) {
            return Double.POSITIVE_INFINITY;
        }
        orthonormalise(gradients, active);
        vector.zero();
        Lanczos.mix(1.0, SEED, vector.data);
        offNormals(vector.data);
        lanczos.solve(
                (v, product) -> {
                    apply(v, product);
                    for (int i = 0; i < n; i++) {
                        product[i] = -product[i];
                    }
                    offNormals(product);
                    for (int k = 0; k < m; k++) {
                        add(-ALONG_NORMALS * dot(normals[k], v), normals[k], product);
                    }
                },
                vector.data,
                EIGENVALUE_TOLERANCE);
        return -lanczos.value();
    }

    private void orthonormalise(DMatrixRMaj[] gradients, int active) {
        m = 0;
        for (int k = 0; k < active; k++) {
            double[] normal = ArrayVectors.copy(gradients[k].data);
            double whole = Math.sqrt(dot(normal, normal));
            offNormals(normal);
            double rest = Math.sqrt(dot(normal, normal));
            if (rest > MARGIN * whole) {
                for (int i = 0; i < n; i++) {
                    normal[i] /= rest;
                }
                normals[m] = normal;
                m++;
            }
        }
    }

    /** Takes out what a vector has along the normals. */
    void offNormals(double[] v) {
        for (int k = 0; k < m; k++) {
            add(-dot(normals[k], v), normals[k], v);
        }
    }

    /** Takes the normals of which {@link #offNormals} takes out what a vector has along them. */
    void setNormals(DMatrixRMaj... gradients) {
        orthonormalise(gradients, gradients.length);
    }
}
