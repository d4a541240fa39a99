package org.selfstab.geometry;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.selfstab.vocabulary.SelfstabException;

/** The local geometry is not defined at a point; the message says why. */
public final class UndefinedGeometryException extends SelfstabException {

    private static final long serialVersionUID = 1L;

    private static final List<String> DERIVATIVES = List.of(
            "the loss",
            "the gradient of the loss",
            "the Hessian of the loss",
            "a third derivative of the loss",
            "a fourth derivative of the loss");

    /** Of a point with more coordinates than these the first are shown. */
    private static final int MOST_SHOWN = 8;

    /** {@code lambda_2} where the top eigenvalue is not simple; else not a number. */
    private final double second;

    private UndefinedGeometryException(String message, double second) {
        super(message);
        this.second = second;
    }

    /** Whether it is the top eigenvalue, which is not simple; otherwise a derivative is not finite. */
    public boolean isTopNotSimple() {
        return !Double.isNaN(second);
    }

    /** The second eigenvalue where the top one is not simple; else not a number. */
    public double secondEigenvalue() {
        return second;
    }

    static UndefinedGeometryException topEigenvalueNotSimple(double sharpness, double gap) {
        return new UndefinedGeometryException(
                "the top eigenvalue is not simple: lambda_1 = " + sharpness + ", lambda_1 - lambda_2 = " + gap
                        + "; u, grad S, alpha, beta and delta are undefined",
                sharpness - gap);
    }

    /** Second moments of an adaptive optimizer of which one is 0, as where a gradient vanishes for long. */
    public static UndefinedGeometryException singularMetric(int parameter) {
        return new UndefinedGeometryException(
                "the second moment nu of parameter " + parameter
                        + " is 0, out of range or not a number, so that P = sqrt(nu)/eta has no inverse: its gradient vanishes, and nothing is added to sqrt(nu)",
                Double.NaN);
    }

    /**
     * A derivative that is not finite.
     *
     * @param order of the derivative, from 0 for the loss itself to 4
     * @param point where
     */
    public static UndefinedGeometryException notFinite(int order, DoubleStream point) {
        String shown = point.limit(MOST_SHOWN + 1L)
                .mapToObj(Double::toString)
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(),
                        numbers -> numbers.size() <= MOST_SHOWN
                                ? String.join(", ", numbers)
                                : String.join(", ", numbers.subList(0, MOST_SHOWN)) + ", ..."));
        return new UndefinedGeometryException(
                DERIVATIVES.get(order) + " is not finite at theta = (" + shown + ")"
                        + (order == 0
                                ? ", outside its domain or too far out"
                                : ": a kink, as of abs, sqrt or a power, the end of its domain, or too far out")
                        + "; a smaller eta or another start may keep away from there",
                Double.NaN);
    }

    @Override
    public boolean isAboutTheProblem() {
        return true;
    }
}
