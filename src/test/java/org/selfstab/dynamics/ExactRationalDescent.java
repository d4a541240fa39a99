package org.selfstab.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.ExactRationalGradient;
import org.selfstab.problem.Problem;

/**
 * Gradient descent without any rounding, {@code theta_{t+1} = theta_t - eta grad L(theta_t)} (theory.md section 1), for rational
 * losses with rational step size and start: the referee of every rounded descent. Numerators and denominators grow by the loss's
 * degree less one in the exponent at each step, so that only the first steps can be done; the descent stops by itself before they
 * pass a size limit.
 */
public final class ExactRationalDescent {

    private final ExactRationalGradient gradient;
    private final BigFraction eta;
    private final int maxBits;
    private List<BigFraction> theta;
    private int steps;

    /**
     * Starts at a point.
     *
     * @param gradient the loss's gradient
     * @param eta the step size, positive
     * @param start the initial point, of as many coordinates as the loss has variables
     * @param maxBits the largest size of a numerator or denominator of an iterate, in bits, positive
     */
    public ExactRationalDescent(ExactRationalGradient gradient, BigFraction eta, List<BigFraction> start, int maxBits) {
        this.gradient = gradient;
        this.eta = eta;
        this.maxBits = maxBits;
        this.theta = List.copyOf(start);
    }

    /**
     * The exact descent of a problem from its start; empty if the loss, the step size or the start is not rational.
     *
     * @param derivatives the problem's loss with the parameters' values put in
     * @param maxBits the largest size of a numerator or denominator, in bits
     */
    public static Optional<ExactRationalDescent> of(Problem problem, LossDerivatives derivatives, int maxBits) {
        Optional<List<BigFraction>> start = rationals(problem.startPoint());
        Optional<List<BigFraction>> eta = rationals(List.of(problem.stepSize()));
        return ExactRationalGradient.of(derivatives)
                .flatMap(gradient -> start.flatMap(
                        from -> eta.map(size -> new ExactRationalDescent(gradient, size.get(0), from, maxBits))));
    }

    private static Optional<List<BigFraction>> rationals(List<Expression> expressions) {
        List<BigFraction> values = new ArrayList<>();
        for (Expression expression : expressions) {
            if (expression instanceof Constant constant) {
                values.add(constant.value());
            }
        }
        return values.size() == expressions.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    /** The present iterate, exact. */
    public List<BigFraction> iterate() {
        return theta;
    }

    /** How many steps were done. */
    public int steps() {
        return steps;
    }

    /**
     * Goes one step on, unless that would pass the size limit.
     *
     * @return whether the step was done; if not, the iterate is the last one within the limit
     * @throws ArithmeticException where the loss has a pole
     */
    public boolean step() {
        List<BigFraction> slope = gradient.gradient(theta);
        List<BigFraction> next = new ArrayList<>();
        for (int i = 0; i < theta.size(); i++) {
            next.add(theta.get(i).subtract(eta.multiply(slope.get(i))));
        }
        if (next.stream().anyMatch(this::isTooLarge)) {
            return false;
        }
        theta = List.copyOf(next);
        steps++;
        return true;
    }

    private boolean isTooLarge(BigFraction coordinate) {
        return Math.max(
                        coordinate.getNumerator().bitLength(),
                        coordinate.getDenominator().bitLength())
                > maxBits;
    }
}
