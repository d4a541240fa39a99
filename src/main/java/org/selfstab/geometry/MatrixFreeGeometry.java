package org.selfstab.geometry;

import static org.selfstab.numeric.ArrayVectors.add;
import static org.selfstab.numeric.ArrayVectors.dot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.Binary64;
import org.selfstab.loss.ArrayDerivatives;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.ConjugateGradients;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.numeric.Lanczos;
import org.selfstab.numeric.SymmetricOperator;

/**
 * {@link ArrayGeometry} by products of derivatives with vectors: S and u by Lanczos' method from the u found last, the second eigenvalue likewise off u, the
 * reduced resolvent by conjugate gradients, which serve where {@code S - H} is positive definite off u, as it is if S is the largest eigenvalue.
 *
 * <p>That it is shows with the second eigenvalue, which a pseudo-random vector is mixed in for: what is larger than S changes places with it.
 */
final class MatrixFreeGeometry implements ArrayGeometry {

    private static final double ROOT_OF_ULP = Math.sqrt(Math.ulp(1.0));
    private static final long SEED = 20261129;
    /** The part of a start for the second eigenvalue that is pseudo-random. */
    private static final double MIXED_IN = 1e-3;
    /** Of the residual; an eigenvalue's error is of its square. */
    private static final double SECOND_TOLERANCE = 1e-7;
    /** Of vectors in a plane where each is an eigenvector, or nearly. */
    private static final double ACCURACY_OF_TWO = 1e-9;

    private static final double FINEST_RESIDUAL = 1e-15;
    private static final int MOST_CHANGES = 8;

    private final ArrayDerivatives kernel;
    private final KrylovMemory memory;
    private final int n;
    private final Lanczos lanczos;
    private final DMatrixRMaj point;
    private final DMatrixRMaj gradient;
    private final DMatrixRMaj u;
    private final DMatrixRMaj second;
    private final DMatrixRMaj gradS;
    private final DMatrixRMaj resolvedGradient;
    /** {@code D3L(u, R grad L, .)}. */
    private final DMatrixRMaj turn;

    private final DMatrixRMaj scratch;
    private double sharpness;
    private double secondEigenvalue;
    private double lowest;
    private double accuracyOfTop;
    private boolean isSecondKnown;
    private boolean isTurnKnown;

    MatrixFreeGeometry(ArrayDerivatives kernel, KrylovMemory memory) {
        this.kernel = kernel;
        this.memory = memory;
        this.n = kernel.dimension();
        this.lanczos = new Lanczos(n);
        this.point = new DMatrixRMaj(n, 1);
        this.gradient = new DMatrixRMaj(n, 1);
        this.u = new DMatrixRMaj(n, 1);
        this.second = new DMatrixRMaj(n, 1);
        this.gradS = new DMatrixRMaj(n, 1);
        this.resolvedGradient = new DMatrixRMaj(n, 1);
        this.turn = new DMatrixRMaj(n, 1);
        this.scratch = new DMatrixRMaj(n, 1);
    }

    /** What is known at a point already, by products with vectors. */
    static <T extends CalculusFieldElement<T>> MatrixFreeGeometry at(LocalGeometry<T> known) {
        LocalGeometry.ByProducts<T> byProducts = known.byProducts().orElseThrow();
        MatrixFreeGeometry geometry = new MatrixFreeGeometry(
                new RealPartDerivatives<>(known.atPoint()),
                KrylovMemory.with(known.u().getDimension(), byProducts.norms()));
        RealParts.copy(known.point(), geometry.point.data);
        RealParts.copy(known.gradient(), geometry.gradient.data);
        RealParts.copy(known.u(), geometry.u.data);
        RealParts.copy(known.eigensystem().vectors().get(1), geometry.second.data);
        RealParts.copy(known.gradS(), geometry.gradS.data);
        RealParts.copy(byProducts.resolvedGradient(), geometry.resolvedGradient.data);
        geometry.sharpness = known.sharpness().getReal();
        geometry.secondEigenvalue = known.secondEigenvalue().getReal();
        geometry.lowest = known.eigensystem().lowest().getReal();
        geometry.isSecondKnown = true;
        return geometry;
    }

    @Override
    public void evaluate(DMatrixRMaj theta, DMatrixRMaj towards, double accuracy) {
        goTo(theta);
        findTop(accuracy);
        if (accuracy == 0.0) {
            requireSimpleTop();
        }
        orient(towards);
        kernel.third(u.data, u.data, gradS.data);
        System.arraycopy(memory.resolvedGradient(), 0, resolvedGradient.data, 0, n);
        if (!resolve(gradient.data, resolvedGradient.data, accuracy)) {
            // S - H is not positive off u: another eigenvalue is larger, or as large.
            requireSimpleTop();
            orient(towards);
            kernel.third(u.data, u.data, gradS.data);
            if (!resolve(gradient.data, resolvedGradient.data, accuracy)) {
                throw UndefinedGeometryException.topEigenvalueNotSimple(sharpness, sharpness - secondEigenvalue);
            }
        }
        System.arraycopy(resolvedGradient.data, 0, memory.resolvedGradient(), 0, n);
    }

    @Override
    public void moveTo(DMatrixRMaj theta) {
        goTo(theta);
        findTop(0.0);
        requireSimpleTop();
    }

    /**
     * Goes to a point to find S alone there, with half of u's digits.
     *
     * @param theta the point, n by 1
     * @throws UndefinedGeometryException if a derivative is not finite there
     */
    void moveToSharpness(DMatrixRMaj theta) {
        goTo(theta);
        findTop(0.25 * ROOT_OF_ULP);
        findSecond();
    }

    /** The two largest eigenvalues, to half of the digits and as near to each other as may be. */
    TopTwo topTwo() {
        return new TopTwo() {

            @Override
            public void moveTo(double[] theta) {
                goTo(DMatrixRMaj.wrap(n, 1, theta));
                findTop(ACCURACY_OF_TWO);
                findSecond();
            }

            @Override
            public double value(int j) {
                return j == 0 ? sharpness : secondEigenvalue;
            }

            @Override
            public DMatrixRMaj vector(int j) {
                return j == 0 ? u : second;
            }

            @Override
            public double spectralNorm() {
                return MatrixFreeGeometry.this.spectralNorm();
            }
        };
    }

    private void goTo(DMatrixRMaj theta) {
        point.setTo(theta);
        isSecondKnown = false;
        isTurnKnown = false;
        kernel.moveTo(point.data);
        if (!Double.isFinite(kernel.value())) {
            throw notFinite(0);
        }
        kernel.gradient(gradient.data);
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(gradient.data[i])) {
                throw notFinite(1);
            }
        }
    }

    private UndefinedGeometryException notFinite(int order) {
        return UndefinedGeometryException.notFinite(order, Arrays.stream(point.data));
    }

    private void findTop(double accuracy) {
        accuracyOfTop = accuracy;
        System.arraycopy(memory.u(), 0, u.data, 0, n);
        if (!memory.isKnown()) {
            u.zero();
            Lanczos.mix(1.0, SEED, u.data);
        }
        search(kernel::hessian, u, accuracy);
        sharpness = lanczos.value();
        lowest = lanczos.lowest();
        rememberTop();
    }

    private void rememberTop() {
        System.arraycopy(u.data, 0, memory.u(), 0, n);
        memory.setKnown();
    }

    private void search(SymmetricOperator operator, DMatrixRMaj vector, double tolerance) {
        boolean isReached = lanczos.solve(operator, vector.data, tolerance);
        if (!isReached && !Double.isFinite(lanczos.residual())) {
            throw notFinite(2);
        }
    }

    /** Finds the second eigenpair; where it turns out to be the first, they change places. */
    private void findSecond() {
        for (int changes = 0; changes < MOST_CHANGES; changes++) {
            int count = memory.countSecond();
            if (KrylovMemory.isCold(count)) {
                second.zero();
                Lanczos.mix(1.0, SEED + count, second.data);
            } else {
                System.arraycopy(memory.second(), 0, second.data, 0, n);
                Lanczos.mix(MIXED_IN, SEED + count, second.data);
            }
            offU(second.data);
            search(this::offU, second, SECOND_TOLERANCE);
            secondEigenvalue = lanczos.value();
            if (lanczos.products() < n / 2) {
                // A space that is nearly the whole one has u in it, far down.
                lowest = Math.min(lowest, lanczos.lowest());
            }
            System.arraycopy(second.data, 0, memory.second(), 0, n);
            isSecondKnown = true;
            if (secondEigenvalue <= sharpness + accuracyOfTop * spectralNorm()) {
                return;
            }
            u.setTo(second);
            rememberTop();
            findTop(accuracyOfTop);
        }
    }

    private void requireSimpleTop() {
        findSecond();
        if (!(sharpness - secondEigenvalue > ROOT_OF_ULP * spectralNorm())) {
            throw UndefinedGeometryException.topEigenvalueNotSimple(sharpness, sharpness - secondEigenvalue);
        }
    }

    /** {@code P H P v}, and u far down in the spectrum. */
    private void offU(double[] v, double[] product) {
        kernel.hessian(v, product);
        offU(product);
        add(-2.0 * spectralNorm() * dot(u.data, v), u.data, product);
    }

    private void offU(double[] v) {
        add(-dot(u.data, v), u.data, v);
    }

    /** {@code (S - H) v}, and something positive along u. */
    private void shifted(double[] v, double[] product) {
        kernel.hessian(v, product);
        double alongU = dot(u.data, v);
        for (int i = 0; i < n; i++) {
            product[i] = sharpness * v[i] - product[i];
        }
        add(spectralNorm() * alongU, u.data, product);
    }

    /**
     * Computes {@code R b} with R the reduced resolvent.
     *
     * @param b of length n
     * @param x where the iterations start, and what receives the vector
     * @return whether {@code S - H} showed itself positive definite off u
     */
    boolean resolve(double[] b, double[] x, double accuracy) {
        System.arraycopy(b, 0, scratch.data, 0, n);
        offU(scratch.data);
        offU(x);
        boolean isPositive =
                ConjugateGradients.solve(this::shifted, scratch.data, x, Math.max(accuracy, FINEST_RESIDUAL));
        offU(x);
        return isPositive;
    }

    /**
     * The first two eigenpairs at a point, which may be equal there.
     *
     * @param theta the point, n by 1
     */
    Eigensystem<Binary64> eigensystem(DMatrixRMaj theta) {
        goTo(theta);
        findTop(0.0);
        findSecond();
        return firstTwo();
    }

    private Eigensystem<Binary64> firstTwo() {
        return new Eigensystem<>(
                List.of(new Binary64(sharpness), new Binary64(secondEigenvalue())),
                List.of(DoubleVector.of(u.data), DoubleVector.of(second.data)),
                new Binary64(lowest));
    }

    @Override
    public LocalGeometry<Binary64> snapshot(LossAtPoint<Binary64> local) {
        return LocalGeometry.of(
                local,
                firstTwo(),
                DoubleVector.of(gradS.data),
                new LocalGeometry.ByProducts<>(
                        DoubleVector.of(resolvedGradient.data),
                        () -> new DoubleEigensolver().solve(local.hessian()),
                        nearbyNorms()));
    }

    /** The norms of the constraints' Hessians, here or at a point of the same trajectory not far from here; empty if there is no trajectory. */
    Optional<ConstraintNorms> nearbyNorms() {
        return memory.norms(() -> new KrylovLagrangian(n).norms(this));
    }

    ArrayDerivatives kernel() {
        return kernel;
    }

    /** {@code R grad L}, n by 1, to be read only. */
    DMatrixRMaj resolvedGradient() {
        return resolvedGradient;
    }

    @Override
    public void orient(DMatrixRMaj towards) {
        ArrayGeometry.super.orient(towards);
        isTurnKnown = false;
    }

    @Override
    public void orient(SignConvention<Binary64> orientation) {
        ArrayGeometry.super.orient(orientation);
        isTurnKnown = false;
    }

    @Override
    public void beginTrajectory() {
        memory.beginTrajectory();
    }

    @Override
    public DMatrixRMaj point() {
        return point;
    }

    @Override
    public DMatrixRMaj u() {
        return u;
    }

    @Override
    public double sharpness() {
        return sharpness;
    }

    @Override
    public double secondEigenvalue() {
        if (!isSecondKnown) {
            findSecond();
        }
        return secondEigenvalue;
    }

    @Override
    public double spectralNorm() {
        return Math.max(Math.abs(sharpness), Math.abs(lowest));
    }

    @Override
    public DMatrixRMaj gradS() {
        return gradS;
    }

    @Override
    public DMatrixRMaj gradient() {
        return gradient;
    }

    @Override
    public void gradientOfGradientAlongU(DMatrixRMaj result) {
        if (!isTurnKnown) {
            kernel.third(u.data, resolvedGradient.data, turn.data);
            isTurnKnown = true;
        }
        CommonOps_DDRM.add(turn, sharpness, u, result);
    }
}
