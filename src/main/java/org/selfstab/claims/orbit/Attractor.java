package org.selfstab.claims.orbit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.BifurcationResult;
import org.selfstab.claims.Lyapunov;
import org.selfstab.numeric.Norm;

/** Where an optimizer's iterates are after many steps, at one value of a parameter at a time. May be shared by threads. */
final class Attractor {

    /** Iterates that come back so near to where they were, in units of their length, have returned. */
    static final double RETURNS = 1e-7;

    private static final int TRANSIENT = 3000;
    private static final int EXPONENT_STEPS = 1000;
    private static final int KEPT = 128;

    private final ThreadLocal<StepMap<Binary64>> maps;
    private final DoubleFunction<FieldVector<Binary64>> start;

    /**
     * Iterates of a map.
     *
     * @param map makes the map; each thread has its own
     * @param start the start at a value of the parameter
     */
    Attractor(Supplier<StepMap<Binary64>> map, DoubleFunction<FieldVector<Binary64>> start) {
        this.maps = ThreadLocal.withInitial(map);
        this.start = start;
    }

    /** What is seen at a value of the parameter. */
    BifurcationResult.Column at(double value) {
        StepMap<Binary64> map = maps.get();
        Binary64 p = new Binary64(value);
        FieldVector<Binary64> state = map.standing(start.apply(value));
        for (int i = 0; i < TRANSIENT; i++) {
            state = map.local(state, p).next();
        }
        List<Double> points = new ArrayList<>();
        FieldVector<Binary64> end = state;
        Optional<Integer> period = Optional.empty();
        for (int i = 1; i <= KEPT; i++) {
            points.add(map.pointOf(end, p).getEntry(0).getReal());
            end = map.local(end, p).next();
            double scale = Math.max(Norm.of(state).getReal(), Double.MIN_NORMAL);
            if (period.isEmpty() && Norm.of(end.subtract(state)).getReal() <= RETURNS * scale) {
                period = Optional.of(i);
            }
        }
        if (!Double.isFinite(Norm.of(end).getReal())) {
            return diverged(value);
        }
        try {
            IntConsumer silent = step -> {};
            Lyapunov exponents = LyapunovFinder.along(map, end, p, EXPONENT_STEPS, silent);
            return new BifurcationResult.Column(
                    value,
                    points.subList(0, period.orElse(KEPT)),
                    period,
                    Optional.of(exponents.exponents().get(0)));
        } catch (ArithmeticException notFinite) {
            return diverged(value);
        }
    }

    private static BifurcationResult.Column diverged(double value) {
        return new BifurcationResult.Column(value, List.of(), Optional.empty(), Optional.empty());
    }
}
