package org.selfstab.claims;

import java.util.List;

/**
 * What is left of a loss's geometry at a point where the top eigenvalue of the Hessian is not simple in double precision, so that u, and
 * all that depends on it, has no numbers.
 *
 * @param sharpness {@code S = lambda_1}
 * @param multiplicity how many eigenvalues agree with {@code lambda_1} to half of the digits, itself included; at least 2
 * @param spread how far the lowest of these is below {@code lambda_1}, over the largest magnitude of an eigenvalue
 * @param gradient {@code grad L}, of dimension n
 * @param hessian H, n rows
 */
public record TopEigenspace(
        double sharpness, int multiplicity, double spread, List<Double> gradient, List<List<Double>> hessian) {

    /** The eigenvalues of a matrix with exactly equal ones are found to a few units in the last place. */
    private static final double ROUNDING = 0x1p-47;

    public TopEigenspace {
        gradient = List.copyOf(gradient);
        hessian = hessian.stream().map(List::copyOf).toList();
    }

    /** Whether the eigenvalues are equal up to rounding; otherwise they only are too close for double precision. */
    public boolean isRepeated() {
        return spread <= ROUNDING * hessian.size();
    }

    /** Why u has no numbers. */
    public String reason() {
        return isRepeated()
                ? "u is not unique: lambda_1 = " + sharpness + " has multiplicity " + multiplicity
                        + "; what depends on u is undefined"
                : "u is not determined in double precision: " + multiplicity + " eigenvalues lie within "
                        + RunRemarks.number(spread) + " of lambda_1 = " + sharpness
                        + ", relatively; what depends on u has no numbers";
    }
}
