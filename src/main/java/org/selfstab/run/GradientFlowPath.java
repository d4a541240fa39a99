package org.selfstab.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;

/**
 * Gradient flow {@code d theta/dt = -grad L} from a start, with the sharpness along it.
 *
 * @param samples points of the flow in their order, the start first: all local extremes of the sharpness, and the others as far as memory lasts
 * @param meetings times at which the direction u of the largest eigenvalue turns into another, in their order
 * @param end why it ends
 */
public record GradientFlowPath(List<Sample> samples, List<Meeting> meetings, End end) {

    private static final double RELATIVE_ROUNDING = 1e-9;

    public GradientFlowPath {
        samples = List.copyOf(samples);
        meetings = List.copyOf(meetings);
    }

    /**
     * A point of the flow.
     *
     * @param time t, in the unit of {@code theta^2/L}: gradient descent does {@code t/eta} steps in it
     * @param theta the point, of dimension n
     * @param loss {@code L}
     * @param slope {@code |grad L|}
     * @param sharpness S
     */
    public record Sample(double time, FieldVector<Binary64> theta, double loss, double slope, double sharpness) {}

    /**
     * Two eigenvalues that change places.
     *
     * @param time by which they have done so
     * @param sharpness S there
     */
    public record Meeting(double time, double sharpness) {}

    /** Why a flow ends. */
    public sealed interface End {

        /** One sentence for people. */
        String description();

        /** Whether nothing more could be seen of the flow. */
        default boolean isComplete() {
            return true;
        }
    }

    /**
     * The flow has come to a stationary point.
     *
     * @param time when; 0 where the start is one, to rounding
     * @param lowest the least eigenvalue of the Hessian there
     * @param sharpness the largest
     */
    public record Settled(double time, double lowest, double sharpness) implements End {

        private static final double ROUNDING = 1e-8;

        @Override
        public String description() {
            return (time == 0 ? "the start is " : "gradient flow settles at ") + kind() + " with eigenvalues from "
                    + lowest + " to " + sharpness
                    + (time == 0 ? ": gradient flow and gradient descent stay there" : ", by t = " + time);
        }

        private String kind() {
            double flat = ROUNDING * Math.max(Math.abs(lowest), Math.abs(sharpness));
            if (lowest > flat) {
                return "a minimum";
            }
            if (lowest < -flat) {
                return sharpness > flat ? "a saddle" : "a stationary point that is no minimum,";
            }
            return "a stationary point";
        }
    }

    /**
     * The flow still moves after as many steps of gradient descent as a run may take.
     *
     * @param steps how many, each of the largest stable step size
     */
    public record StillMoving(double time, long steps, double slope) implements End {

        @Override
        public String description() {
            return "gradient flow still moves at t = " + time + ", |grad L| = " + slope + ": it was followed for "
                    + steps
                    + " steps of gradient descent with eta = 2/S; a larger max_steps in [run] follows it farther";
        }

        @Override
        public boolean isComplete() {
            return false;
        }
    }

    /** The flow leaves every bounded set. */
    public record Diverged(double time, double norm) implements End {
        @Override
        public String description() {
            return "gradient flow diverges: |theta| = " + norm + " at t = " + time;
        }
    }

    /** The loss or a derivative is not finite where the flow goes. */
    public record LeftDomain(double time, String reason) implements End {
        @Override
        public String description() {
            return "gradient flow leaves the domain of the loss at t = " + time + ": " + reason;
        }
    }

    /** The integrator gets nowhere. */
    public record Stalled(double time) implements End {
        @Override
        public String description() {
            return "gradient flow stalls at t = " + time
                    + ": it crosses to and fro where the gradient is not continuous, as at a kink of abs";
        }

        @Override
        public boolean isComplete() {
            return false;
        }
    }

    /** The start. */
    public Sample start() {
        return samples.get(0);
    }

    /** The last point. */
    public Sample last() {
        return samples.get(samples.size() - 1);
    }

    /** Where the sharpness is largest; the first such point. */
    public Sample sharpest() {
        Sample sharpest = start();
        for (Sample sample : samples) {
            sharpest = sample.sharpness() > sharpest.sharpness() ? sample : sharpest;
        }
        return sharpest;
    }

    /**
     * Sharpnesses that the flow comes to from below.
     *
     * @param low where a rise begins
     * @param high where it, or another from within it, ends
     */
    public record Rise(double low, double high) {

        private boolean meets(Rise other) {
            return low <= other.high && other.low <= high;
        }

        private Rise and(Rise other) {
            return new Rise(Math.min(low, other.low), Math.max(high, other.high));
        }
    }

    /** All sharpnesses, as intervals apart, the longest first, that the flow comes to from below, beyond rounding. */
    public List<Rise> rises() {
        double rounding = RELATIVE_ROUNDING
                * samples.stream()
                        .mapToDouble(sample -> Math.abs(sample.sharpness()))
                        .max()
                        .orElseThrow();
        List<Rise> rises = new ArrayList<>();
        double low = start().sharpness();
        double high = low;
        for (Sample sample : samples) {
            double sharpness = sample.sharpness();
            if (sharpness < high - rounding) {
                addTo(rises, new Rise(low, high), rounding);
                low = sharpness;
                high = sharpness;
            }
            low = high - low > rounding ? low : Math.min(low, sharpness);
            high = Math.max(high, sharpness);
        }
        addTo(rises, new Rise(low, high), rounding);
        rises.sort(Comparator.comparingDouble((Rise rise) -> rise.low - rise.high));
        return rises;
    }

    private static void addTo(List<Rise> apart, Rise rise, double rounding) {
        if (rise.high - rise.low <= rounding) {
            return;
        }
        Rise joined = rise;
        for (Rise other : List.copyOf(apart)) {
            if (joined.meets(other)) {
                apart.remove(other);
                joined = joined.and(other);
            }
        }
        apart.add(joined);
    }
}
