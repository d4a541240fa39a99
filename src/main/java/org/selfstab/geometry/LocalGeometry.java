package org.selfstab.geometry;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.numeric.FrobeniusEstimate;
import org.selfstab.numeric.Norm;

/**
 * Everything of theory.md section 1 at a point whose top Hessian eigenvalue is simple.
 *
 * @param <T> the field's elements
 */
public final class LocalGeometry<T extends CalculusFieldElement<T>> extends EigenpairGeometry<T> {

    private static final double ROUNDING_ULPS = 16.0;

    private final Eigensystem<T> eigensystem;
    private final Optional<ByProducts<T>> byProducts;
    private final Optional<Feedback<T>> feedback;
    private FieldMatrix<T> reducedResolvent;
    private double alphaRounding = Double.NaN;
    private double[] gradientCancellation;

    private LocalGeometry(
            LossAtPoint<T> loss,
            Eigensystem<T> eigensystem,
            FieldVector<T> u,
            FieldMatrix<T> thirdAlongU,
            Optional<Feedback<T>> feedback) {
        super(loss, u, eigensystem.top(), thirdAlongU);
        this.eigensystem = eigensystem;
        this.byProducts = Optional.empty();
        this.feedback = feedback;
    }

    private LocalGeometry(
            LossAtPoint<T> loss, Eigensystem<T> eigensystem, FieldVector<T> gradS, ByProducts<T> byProducts) {
        super(loss, eigensystem.vectors().get(0), eigensystem.top(), gradS);
        this.eigensystem = eigensystem;
        this.byProducts = Optional.of(byProducts);
        this.feedback = Optional.empty();
    }

    /**
     * What is known instead of the whole spectrum where derivatives are known by their products with vectors.
     *
     * @param resolvedGradient {@code R grad L}, R the reduced resolvent; of dimension n
     * @param whole computes all of the Hessian's eigenvalues and eigenvectors: costly
     * @param norms of the constraints' Hessians; empty where the point is none of a trajectory
     */
    record ByProducts<T extends CalculusFieldElement<T>>(
            FieldVector<T> resolvedGradient, Supplier<Eigensystem<T>> whole, Optional<ConstraintNorms> norms) {}

    static <T extends CalculusFieldElement<T>> LocalGeometry<T> of(
            LossAtPoint<T> loss, Eigensystem<T> eigensystem, SignConvention<T> orientation) {
        FieldVector<T> u = orientation.orient(eigensystem.vectors().get(0));
        return new LocalGeometry<>(loss, eigensystem, u, loss.third(u), Optional.empty());
    }

    /** The same point where something else moves the sharpness, too. */
    public LocalGeometry<T> with(Feedback<T> more) {
        return new LocalGeometry<>(atPoint(), eigensystem, u(), thirdAlongU(), Optional.of(more));
    }

    @Override
    Optional<Feedback<T>> feedback() {
        return feedback;
    }

    /** The geometry where {@code D3L(u, ., .)} is known too, u being the eigensystem's first vector as it stands. */
    static <T extends CalculusFieldElement<T>> LocalGeometry<T> of(
            LossAtPoint<T> loss, Eigensystem<T> eigensystem, FieldMatrix<T> thirdAlongU) {
        return new LocalGeometry<>(loss, eigensystem, eigensystem.vectors().get(0), thirdAlongU, Optional.empty());
    }

    /** The geometry by products with vectors, u being the eigensystem's first vector as it stands. */
    static <T extends CalculusFieldElement<T>> LocalGeometry<T> of(
            LossAtPoint<T> loss, Eigensystem<T> eigensystem, FieldVector<T> gradS, ByProducts<T> byProducts) {
        return new LocalGeometry<>(loss, eigensystem, gradS, byProducts);
    }

    /** Eigenvalues and eigenvectors of the Hessian, largest first: all, or in many variables ({@link LinearAlgebra}) the first two. */
    public Eigensystem<T> eigensystem() {
        return eigensystem;
    }

    /** All eigenvalues and eigenvectors of the Hessian, largest first, whatever that costs. */
    public Eigensystem<T> wholeEigensystem() {
        return byProducts.map(known -> known.whole().get()).orElse(eigensystem);
    }

    /** Whether derivatives are known by their products with vectors, {@link LinearAlgebra#MATRIX_FREE}. */
    public boolean isMatrixFree() {
        return byProducts.isPresent();
    }

    /** What is known in place of matrices; empty where there are matrices. */
    Optional<ByProducts<T>> byProducts() {
        return byProducts;
    }

    /** {@code lambda_2}; minus infinity in one dimension. */
    public T secondEigenvalue() {
        return eigensystem.values().size() > 1
                ? eigensystem.values().get(1)
                : sharpness().newInstance(Double.NEGATIVE_INFINITY);
    }

    /** The matrix {@code D3L(a, ., .)}, n by n, for any direction a. */
    public FieldMatrix<T> third(FieldVector<T> a) {
        return atPoint().third(a);
    }

    /** The vector {@code D3L(a, b, .)} for any directions a and b. */
    public FieldVector<T> third(FieldVector<T> a, FieldVector<T> b) {
        return atPoint().third(a, b);
    }

    /** The vector {@code D4L(u, u, u, .)}. */
    public FieldVector<T> fourthAlongU() {
        return atPoint().fourth(u(), u(), u());
    }

    /** The Frobenius norm of H; in many variables estimated from products with vectors. */
    public double hessianNorm() {
        return norm(this::hessian, this::hessian);
    }

    /** The Frobenius norm of {@code D3L(u, ., .)}; in many variables estimated. */
    public double thirdAlongUNorm() {
        return norm(this::thirdAlongU, v -> third(u(), v));
    }

    /** The Frobenius norm of {@code D4L(u, u, ., .)}; in many variables estimated. */
    public double fourthAlongUNorm() {
        return norm(() -> atPoint().fourth(u(), u()), v -> atPoint().fourth(u(), u(), v));
    }

    private double norm(Supplier<FieldMatrix<T>> matrix, UnaryOperator<FieldVector<T>> product) {
        return byProducts.isEmpty()
                ? Norm.frobenius(matrix.get())
                : FrobeniusEstimate.of(
                        u().getDimension(),
                        (v, result) -> RealParts.copy(product.apply(RealParts.vector(v, u().getField())), result));
    }

    /** Whether the oscillation's size delta is defined: alpha and beta are positive beyond rounding. */
    public boolean hasOscillation() {
        return beta().getReal() > 0 && alpha().getReal() > alphaRounding();
    }

    /**
     * The magnitude up to which alpha is rounding, in its own unit: a few units in the last place of what {@code H theta} cancels from in each
     * coordinate, along gradS_perp, and of gradS, from which its part along u is taken, along grad L. At a minimiser alpha and gamma would
     * otherwise be noise. It scales with the loss, and with each coordinate, as alpha does.
     */
    public double alphaRounding() {
        if (Double.isNaN(alphaRounding)) {
            double ulps = ROUNDING_ULPS * sharpness().getField().getOne().ulp().getReal();
            alphaRounding = ulps
                    * (cancelledAlongGradSPerp()
                            + gradientNorm().getReal() * gradSNorm().getReal());
        }
        return alphaRounding;
    }

    /** {@code sum over i, j of |gradS_perp_i| |H_ij| |theta_j|}. */
    private double cancelledAlongGradSPerp() {
        double[] cancelled = gradientCancellation();
        double[] along = DoubleVector.array(gradSPerp());
        double sum = 0;
        for (int i = 0; i < cancelled.length; i++) {
            sum += Math.abs(along[i]) * cancelled[i];
        }
        return sum;
    }

    /** {@link GradientCancellation} here, to be read only; computed once, as two observers of a run need it. */
    public double[] gradientCancellation() {
        if (gradientCancellation == null) {
            gradientCancellation = GradientCancellation.at(atPoint(), eigensystem);
        }
        return gradientCancellation;
    }

    /** {@code Hess S}, theory.md (2), n by n. */
    public FieldMatrix<T> hessianOfSharpness() {
        FieldMatrix<T> secondOrder = thirdAlongU().multiply(reducedResolvent()).multiply(thirdAlongU());
        return atPoint().fourth(u(), u()).add(secondOrder.scalarMultiply(two()));
    }

    /** {@code grad L . u}, which vanishes on the stable set. */
    public T gradientAlongU() {
        return gradient().dotProduct(u());
    }

    /** {@code grad(grad L . u)}, theory.md (9). */
    public FieldVector<T> gradientOfGradientAlongU() {
        return u().mapMultiply(sharpness())
                .add(
                        byProducts.isPresent()
                                ? third(u(), byProducts.get().resolvedGradient())
                                : thirdAlongU().operate(reducedResolvent().operate(gradient())));
    }

    /**
     * {@code Hess(grad L . u)}, n by n: the derivative of theory.md (9). With R the reduced resolvent, {@code w = R grad L},
     * {@code M_a = D3L(a, ., .)} and {@code q = M_u R w}, differentiating u and R gives {@code D4L(u, w) + S (R M_u + M_u R) -
     * M_u + u gradS' + gradS u' + M_w R M_u + M_u R M_w - q gradS' - gradS q' - (grad L . u) M_u R^2 M_u}.
     */
    public FieldMatrix<T> hessianOfGradientAlongU() {
        FieldMatrix<T> r = reducedResolvent();
        FieldVector<T> w = r.operate(gradient());
        FieldMatrix<T> rThird = r.multiply(thirdAlongU());
        FieldVector<T> q = thirdAlongU().operate(r.operate(w));
        FieldMatrix<T> oneSided = rThird.scalarMultiply(sharpness())
                .add(atPoint().third(w).multiply(rThird))
                .add(u().subtract(q).outerProduct(gradS()));
        return atPoint()
                .fourth(u(), w)
                .subtract(thirdAlongU())
                .add(oneSided)
                .add(oneSided.transpose())
                .subtract(rThird.transpose().multiply(rThird).scalarMultiply(gradientAlongU()));
    }

    /** {@code R = sum over j >= 2 of e_j e_j' / (S - lambda_j)}, n by n; computed once, as several formulas need it. */
    private FieldMatrix<T> reducedResolvent() {
        if (reducedResolvent == null) {
            Eigensystem<T> whole = wholeEigensystem();
            int n = u().getDimension();
            FieldMatrix<T> sum = hessian().createMatrix(n, n);
            for (int j = 1; j < n; j++) {
                FieldVector<T> e = whole.vectors().get(j);
                T weight = sharpness().subtract(whole.values().get(j)).reciprocal();
                sum = sum.add(e.mapMultiply(weight).outerProduct(e));
            }
            reducedResolvent = sum;
        }
        return reducedResolvent;
    }

    private T two() {
        return sharpness().newInstance(2.0);
    }
}
