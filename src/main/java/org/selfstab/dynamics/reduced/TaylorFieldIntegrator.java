package org.selfstab.dynamics.reduced;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.ode.AbstractFieldIntegrator;
import org.hipparchus.ode.FieldExpandableODE;
import org.hipparchus.ode.FieldODEState;
import org.hipparchus.ode.FieldODEStateAndDerivative;
import org.hipparchus.util.FastMath;

/**
 * A field integrator of Hipparchus, with its events and its dense output, whose steps are Taylor polynomials: for any number of digits.
 *
 * <p>Hipparchus's own field methods do not serve for 40 digits. The coefficients of the Dormand-Prince methods and of their dense output
 * are rounded to doubles; those of Luther's method are exact, but its order 6 would ask for steps of 1e-7; Gragg-Bulirsch-Stoer
 * exists for doubles only; and an explicit Runge-Kutta method of sufficient order (extrapolated midpoint rule, order 24) has more than
 * a hundred stages. The oscillation's equations give their Taylor coefficients by a recursion with one Cauchy product for each order,
 * so that a step of order 50 costs less than one of those.
 *
 * <p>Order and step after Jorba and Zou, A software package for the numerical integration of ODEs by means of high-order Taylor methods,
 * Experimental Mathematics 14 (2005), section 3: for a tolerance the order is {@code 1 - log(tolerance)/2}, and the step {@code 1/e^2} of the radius
 * of convergence that the last two coefficients suggest.
 *
 * @param <T> the field's elements
 */
final class TaylorFieldIntegrator<T extends CalculusFieldElement<T>> extends AbstractFieldIntegrator<T> {

    private static final double OF_RADIUS = Math.exp(-2.0);

    private final OscillationEquation<T> equation;
    private final double longestStep;
    private final int order;

    /**
     * An integrator.
     *
     * @param equation what it integrates, and nothing else
     * @param longestStep positive
     * @param tolerance what the terms left out of a step may amount to, relative to the state, less than 1 and positive
     */
    TaylorFieldIntegrator(OscillationEquation<T> equation, double longestStep, double tolerance) {
        super(equation.field(), "Taylor");
        this.equation = equation;
        this.longestStep = longestStep;
        this.order = (int) Math.ceil(1.0 - Math.log(tolerance) / 2.0);
    }

    /**
     * Integrates forward.
     *
     * @throws MathIllegalArgumentException if the end is not after the start
     */
    @Override
    public FieldODEStateAndDerivative<T> integrate(FieldExpandableODE<T> equations, FieldODEState<T> start, T end) {
        sanityChecks(start, end);
        setStepStart(initIntegration(equations, start, end));
        setIsLastStep(false);
        while (!isLastStep()) {
            setStepStart(acceptStep(step(end), end));
        }
        FieldODEStateAndDerivative<T> last = getStepStart();
        setStepStart(null);
        setStepSize(null);
        return last;
    }

    private TaylorInterpolator<T> step(T end) {
        FieldODEStateAndDerivative<T> from = getStepStart();
        incrementEvaluations(1);
        T[][] series = equation.series(from.getTime(), from.getPrimaryState(), order);
        T time = endOfStep(from.getTime(), series, end);
        setStepSize(time.subtract(from.getTime()));
        return TaylorInterpolator.ofStep(from, time, series, getEquations());
    }

    private T endOfStep(T from, T[][] series, T end) {
        double length = FastMath.min(longestStep, OF_RADIUS * radius(series));
        T breakpoint = equation.nextBreakpoint(from);
        T bound = breakpoint.subtract(end).getReal() < 0 ? breakpoint : end;
        T wanted = from.add(length);
        return wanted.subtract(bound).getReal() < 0 ? wanted : bound;
    }

    /** From the last two coefficients, of which one may vanish by symmetry. */
    private double radius(T[][] series) {
        double size = FastMath.max(1.0, largest(series, 0));
        double last = FastMath.pow(size / largest(series, order), 1.0 / order);
        double previous = FastMath.pow(size / largest(series, order - 1), 1.0 / (order - 1));
        return FastMath.min(last, previous);
    }

    private static <T extends CalculusFieldElement<T>> double largest(T[][] series, int k) {
        double largest = 0;
        for (T[] component : series) {
            largest = FastMath.max(largest, FastMath.abs(component[k].getReal()));
        }
        return largest;
    }
}
