package org.selfstab.recheck;

import java.math.BigDecimal;
import java.util.Optional;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.LossEnclosure;

/**
 * The quantities of theory.md section 1 at all points of a box that do not depend on the sign of u; the whole line where nothing could be
 * shown.
 *
 * @param sharpness contains S
 * @param second contains lambda_2; in one dimension it counts as below every double
 * @param alpha formula (3)
 * @param beta formula (4)
 * @param gamma formula (7)
 */
record BoxQuantities(
        DecimalInterval sharpness,
        DecimalInterval second,
        DecimalInterval alpha,
        DecimalInterval beta,
        DecimalInterval gamma) {

    private static final BigDecimal BELOW_DOUBLES = BigDecimal.ONE.negate().scaleByPowerOfTen(9_000);

    static BoxQuantities of(Decimals decimals, LossEnclosure local, int n) {
        return switch (n) {
            case 1 -> onLine(decimals, local);
            case 2 -> new PlanarQuantities(decimals, local).all();
            default -> inSpace(decimals, local, n);
        };
    }

    /**
     * A quantity, by its name in claims; empty if there is none of that name.
     *
     * @param eta contains {@code 2/S_c}, of gradient descent the step size
     */
    Optional<DecimalInterval> named(String quantity, DecimalInterval eta) {
        return Optional.ofNullable(
                switch (quantity) {
                    case "alpha" -> alpha;
                    case "beta" -> beta;
                    case "gamma" -> gamma;
                    case "sharpness" -> sharpness;
                    case "eta_sharpness" -> eta.multiply(sharpness);
                    case "eta_lambda_2" -> eta.multiply(second);
                    default -> null;
                });
    }

    /** In one dimension nothing is off u: {@code gradS_perp}, alpha and beta are zero, and gamma is their undefined ratio. */
    private static BoxQuantities onLine(Decimals decimals, LossEnclosure local) {
        DecimalInterval zero = decimals.field().getZero();
        return new BoxQuantities(
                local.hessian().getEntry(0, 0),
                decimals.field().of(BELOW_DOUBLES),
                zero,
                zero,
                decimals.field().undefined());
    }

    private static BoxQuantities inSpace(Decimals decimals, LossEnclosure local, int n) {
        FieldMatrix<DecimalInterval> hessian = local.hessian();
        if (NarrowSpectrum.isNarrow(hessian)) {
            NarrowSpectrum spectrum = new NarrowSpectrum(decimals, hessian);
            return of(decimals, local, spectrum.topEigenvectors(), spectrum.sharpness(), spectrum.secondEigenvalue());
        }
        SymmetricBounds bounds = new SymmetricBounds(decimals);
        Optional<FieldVector<DecimalInterval>> pair = eigenpair(decimals, hessian);
        if (pair.isPresent()) {
            FieldVector<DecimalInterval> u = pair.get().getSubVector(0, n);
            DecimalInterval sharpness = pair.get().getEntry(n);
            DecimalInterval second = bounds.secondEigenvalue(hessian, decimals.middle(u));
            if (sharpness.isAbove(second)) {
                return of(decimals, local, u, sharpness, second);
            }
        }
        // the top eigenvalue may be multiple, so that nothing is known of u
        DecimalInterval nothing = decimals.field().entire();
        return new BoxQuantities(
                bounds.topEigenvalue(hessian),
                bounds.secondEigenvalue(hessian, bounds.topDirection(hessian)),
                nothing,
                nothing,
                nothing);
    }

    private static BoxQuantities of(
            Decimals decimals,
            LossEnclosure local,
            FieldVector<DecimalInterval> u,
            DecimalInterval sharpness,
            DecimalInterval second) {
        DecimalGeometry geometry = DecimalGeometry.of(local, u, sharpness);
        return new BoxQuantities(sharpness, second, geometry.alpha(), geometry.beta(), geometry.gamma(decimals));
    }

    private static Optional<FieldVector<DecimalInterval>> eigenpair(
            Decimals decimals, FieldMatrix<DecimalInterval> hessian) {
        try {
            return new TopPair(decimals, hessian).enclosure();
        } catch (RejectedException nearlyMultiple) {
            return Optional.empty();
        }
    }
}
