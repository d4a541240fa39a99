package org.selfstab.claims.orbit;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.numeric.Norm;
import org.selfstab.vocabulary.Interruption;

/** The minimum in whose valley a point lies, whatever the optimizer's steps: gradient descent whose steps are halved until the loss falls enough. */
public final class LowestPoint {

    private static final int MOST_STEPS = 20_000;
    private static final double LARGEST_STEP = 1e3;
    private static final double SMALLEST_STEP = 1e-12;
    private static final double FAR_OUT = 1e6;

    private LowestPoint() {}

    /**
     * The point near a minimum that such descent ends at.
     *
     * @param start a point, of dimension n
     * @param p the map's parameter
     */
    public static FieldVector<Binary64> from(StepMap<Binary64> map, FieldVector<Binary64> start, Binary64 p) {
        FieldVector<Binary64> point = start;
        double step = 1;
        for (int i = 0; i < MOST_STEPS && Norm.of(point).getReal() <= FAR_OUT; i++) {
            Interruption.check();
            StepMap<Binary64>.Local here = map.local(map.standing(point), p);
            FieldVector<Binary64> gradient = here.gradient();
            double squares = Norm.squared(gradient).getReal();
            double value = here.value().getReal();
            step = Math.min(LARGEST_STEP, step * 2);
            FieldVector<Binary64> next = point;
            while (next == point && step > SMALLEST_STEP) {
                FieldVector<Binary64> tried = point.subtract(gradient.mapMultiply(new Binary64(step)));
                if (map.local(map.standing(tried), p).value().getReal() < value - step * squares / 2) {
                    next = tried;
                } else {
                    step /= 2;
                }
            }
            if (next == point) {
                return point;
            }
            point = next;
        }
        return point;
    }
}
