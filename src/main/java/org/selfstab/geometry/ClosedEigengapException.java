package org.selfstab.geometry;

/**
 * The nearest point of the stable set is one where two eigenvalues are the largest (theory.md section 7, eigengap): there the sharpness
 * is not smooth and u is not unique.
 */
public final class ClosedEigengapException extends ProjectionException {

    private static final long serialVersionUID = 1L;

    /** Relatively; the eigenvalues at a crossing are known to half of the digits. */
    private static final double AT_EDGE = 1e-6;

    private final double first;
    private final double second;
    private final boolean inside;

    ClosedEigengapException(double first, double second, double edge) {
        super("two eigenvalues are the largest at the nearest point of the stable set: lambda_1 = " + first
                + ", lambda_2 = " + second + ", the edge is at " + edge
                + "; there u is not unique and S is not smooth");
        this.first = first;
        this.second = second;
        this.inside = first < (1.0 - AT_EDGE) * edge;
    }

    /** {@code lambda_1} there. */
    public double first() {
        return first;
    }

    /** {@code lambda_2} there, equal to the first to rounding. */
    public double second() {
        return second;
    }

    /** Whether both lie below 2/eta: the nearest point is none of the boundary. */
    public boolean isInside() {
        return inside;
    }
}
