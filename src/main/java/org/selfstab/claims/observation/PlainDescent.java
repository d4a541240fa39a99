package org.selfstab.claims.observation;

import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.claims.constants.FarFromStableSet;
import org.selfstab.dynamics.Descent;
import org.selfstab.dynamics.Model;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.numeric.Norm;

/**
 * Where plain gradient descent from a point is after a number of steps, without anything of the theory: it goes on where the
 * constrained trajectory is undefined.
 *
 * @param <T> the numbers of the run
 */
final class PlainDescent<T extends CalculusFieldElement<T>> {

    /** What two iterates two steps apart may differ by, relatively, on a period-two orbit. */
    public static final double TWO_CYCLE_TOLERANCE = 1e-9;

    /** Two neighbouring points of an orbit closer to each other than this, relatively, are one: a fixed point. */
    private static final double FIXED_POINT_TOLERANCE = 1e-6;

    private final Model<T> model;
    private final List<FieldVector<T>> start;
    private final int steps;
    private FieldVector<T> last;
    private FieldVector<T> before;
    private FieldVector<T> twoBefore;
    private int farFor;
    private double lastSharpness;
    private Optional<Integer> notFiniteAt = Optional.empty();

    private PlainDescent(Model<T> model, List<FieldVector<T>> start, int steps) {
        this.model = model;
        this.start = start;
        this.steps = steps;
    }

    /** Runs a number of steps from a state of the optimizer, at least 2, unless an iterate is not finite before. */
    public static <T extends CalculusFieldElement<T>> PlainDescent<T> run(
            Model<T> model, List<FieldVector<T>> start, int steps) {
        PlainDescent<T> descent = new PlainDescent<>(model, start, steps);
        descent.run();
        return descent;
    }

    private void run() {
        Descent<T> descent = model.descent(start);
        last = descent.iterate();
        for (int step = 1; step <= steps; step++) {
            descent.step();
            twoBefore = before;
            before = last;
            last = descent.iterate();
            if (!Double.isFinite(Norm.of(last).getReal())) {
                notFiniteAt = Optional.of(step);
                return;
            }
            if (step > steps - FarFromStableSet.stretch(steps)) {
                observeSharpness(step);
            }
        }
    }

    private void observeSharpness(int step) {
        try {
            T sharpness = model.geometry().eigensystem(model.loss().at(last)).top();
            lastSharpness = model.rates().step().multiply(sharpness).getReal();
            farFor = lastSharpness > FarFromStableSet.FAR ? farFor + 1 : 0;
        } catch (UndefinedGeometryException notFinite) {
            notFiniteAt = Optional.of(step);
        }
    }

    /** The number of steps asked for. */
    public int steps() {
        return steps;
    }

    /** A step whose iterate, or the Hessian there, is not finite, if there was one: the first such iterate. */
    public Optional<Integer> notFiniteAt() {
        return notFiniteAt;
    }

    /** {@code eta S} at the last iterate. */
    public double lastSharpness() {
        return lastSharpness;
    }

    /** At how many steps, up to the last, {@code eta S} is beyond {@link FarFromStableSet#FAR} without a break. */
    public int farFor() {
        return farFor;
    }

    /** Half the distance between the two points that the last iterates alternate between; empty if they do not. */
    public Optional<Double> twoCycle() {
        if (notFiniteAt.isPresent()) {
            return Optional.empty();
        }
        double scale = Norm.of(last).getReal() + Norm.of(before).getReal();
        double change = Norm.of(last.subtract(twoBefore)).getReal();
        double width = Norm.of(last.subtract(before)).getReal();
        return change <= TWO_CYCLE_TOLERANCE * scale && width > FIXED_POINT_TOLERANCE * scale
                ? Optional.of(width / 2.0)
                : Optional.empty();
    }
}
