package org.selfstab.geometry;

/** The local geometry is not defined at a point; the message says why. */
public final class UndefinedGeometryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean topNotSimple;

    private UndefinedGeometryException(String message, boolean topNotSimple) {
        super(message);
        this.topNotSimple = topNotSimple;
    }

    /** Whether it is the top eigenvalue, which is not simple; otherwise a derivative is not finite. */
    public boolean isTopNotSimple() {
        return topNotSimple;
    }

    static UndefinedGeometryException topEigenvalueNotSimple(double sharpness, double gap) {
        return new UndefinedGeometryException(
                "the top eigenvalue is not simple: lambda_1 = " + sharpness + ", lambda_1 - lambda_2 = " + gap
                        + "; u, grad S, alpha, beta and delta are undefined",
                true);
    }

    static UndefinedGeometryException notFinite() {
        return new UndefinedGeometryException("the loss or one of its derivatives is not finite", false);
    }
}
