package org.selfstab.run;

import java.util.Optional;
import org.selfstab.problem.RunSettings;

/** Why a run ended. */
public sealed interface RunEnd {

    /** One sentence for people. */
    String description();

    /** The same in a few words without numbers but those of steps, as part of a sentence. */
    String brief();

    /** Whether the run went as far as it was asked to. */
    default boolean isComplete() {
        return false;
    }

    /**
     * All steps were done.
     *
     * @param steps how many
     * @param uncut how many steps the default horizon takes, where it was cut to the largest number of steps
     */
    record ReachedHorizon(int steps, Optional<Double> uncut) implements RunEnd {

        /** The end of a run whose horizon was not cut. */
        public ReachedHorizon(int steps) {
            this(steps, Optional.empty());
        }

        @Override
        public String description() {
            return "reached the horizon of " + steps + " steps";
        }

        @Override
        public String brief() {
            return "horizon reached";
        }

        @Override
        public boolean isComplete() {
            return true;
        }
    }

    /** An iterate is not finite, is out of double's range, or is so large that its loss, gradient or Hessian overflows. */
    record Diverged(int step, double previousNorm) implements RunEnd {
        @Override
        public String description() {
            return "the iterates diverged: not finite at step " + step
                    + (step == 0 ? "" : ", |theta| = " + previousNorm + " the step before");
        }

        @Override
        public String brief() {
            return "the iterates diverged at step " + step;
        }
    }

    /**
     * The loss, its gradient or its Hessian is not finite at an iterate that is no larger than others: log of a negative number, or a kink.
     *
     * @param reason which of them, and where
     */
    record LeftDomain(int step, double norm, String reason) implements RunEnd {
        @Override
        public String description() {
            return "the iterates left the domain of the loss at step " + step + ", |theta| = " + norm + ": " + reason;
        }

        @Override
        public String brief() {
            return "the iterates left the domain of the loss at step " + step;
        }
    }

    /**
     * No iterate's projection onto the stable set lies on its boundary, mostly because the sharpness stays below 2/eta.
     *
     * @param recurredAt the step at which an earlier iterate came again in every digit, so that no later one is new; empty if none did
     */
    record EdgeNeverReached(
            int steps, double largestSharpness, int atStep, double threshold, Optional<Integer> recurredAt)
            implements RunEnd {

        /** A search in which every iterate was a new one. */
        public EdgeNeverReached(int steps, double largestSharpness, int atStep, double threshold) {
            this(steps, largestSharpness, atStep, threshold, Optional.empty());
        }

        @Override
        public String description() {
            return whatWasSeen() + "; selfstab explore shows which step sizes meet the edge from this start";
        }

        /** The same without advice. */
        public String whatWasSeen() {
            return brief() + ": " + sharpness()
                    + recurredAt
                            .map(step -> "; from step " + step
                                    + " on no iterate is new, since the optimizer came back to an"
                                    + " earlier one in every digit")
                            .orElse("");
        }

        /** Iterates beside the valley's floor are sharper, or flatter, than the nearest point of the stable set, which is what counts. */
        private String sharpness() {
            String seen = largestSharpness + " at step " + atStep;
            return largestSharpness < threshold
                    ? "the largest sharpness seen is " + seen + ", and the edge is at " + threshold
                    : "the iterates' own sharpness exceeds the edge's, " + threshold + ", with " + seen
                            + ", but each one's nearest point of the stable set has a smaller one, or there is no such point";
        }

        @Override
        public String brief() {
            return "the edge of stability was not reached in " + steps + " steps";
        }
    }

    /** A projection onto the stable set found no point. */
    record ProjectionFailed(int step, String reason) implements RunEnd {
        @Override
        public String description() {
            return "the projection onto the stable set failed at step " + step + ": " + reason;
        }

        @Override
        public String brief() {
            return "the projection onto the stable set failed at step " + step;
        }
    }

    /** A quantity that the theory needs is not defined at a point of the constrained trajectory. */
    record GeometryUndefined(int step, String reason) implements RunEnd {
        @Override
        public String description() {
            return "the constrained trajectory's geometry is undefined at step " + step + ": " + reason;
        }

        @Override
        public String brief() {
            return "the constrained trajectory's geometry is undefined at step " + step;
        }
    }

    /** The nearest point of the stable set is one where the two largest eigenvalues meet. */
    record EigenvaluesMeet(int step, double first, double second, double threshold) implements RunEnd {
        @Override
        public String description() {
            return "two eigenvalues are the largest at the nearest point of the stable set at step " + step
                    + ": lambda_1 = " + first + ", lambda_2 = " + second + ", the edge is at " + threshold
                    + "; there u is not unique and S is not smooth";
        }

        @Override
        public String brief() {
            return "two eigenvalues are the largest at step " + step;
        }
    }

    /** Of an adaptive optimizer another eigenvalue of {@code P^{-1} H} is at the edge, too, or about to be, so that the constrained run of one direction ends. */
    record EdgesMeet(int step, double first, double second, double threshold) implements RunEnd {
        @Override
        public String description() {
            return "two eigenvalues of P^-1 H are at or near the edge at step " + step + ": lambda_1 = " + first
                    + ", lambda_2 = "
                    + second + ", the edge is at " + threshold
                    + "; the constrained run (59) follows the direction u of one, up to there; ode holds both (54) beside the iterates";
        }

        @Override
        public String brief() {
            return "two eigenvalues of P^-1 H are at or near the edge at step " + step;
        }
    }

    /**
     * Beside several eigenvalues that are followed another one comes to the edge.
     *
     * @param k how many are followed
     * @param next {@code lambda_{k+1}}
     */
    record MoreUnstable(int step, int k, double next, double threshold) implements RunEnd {
        @Override
        public String description() {
            return "beside the " + k + " eigenvalues followed another one comes to the edge at step " + step
                    + ": lambda_"
                    + (k + 1) + " = " + next + ", S_c is " + threshold + remedy(k);
        }

        /** What to do where more than k eigenvalues are at the edge. */
        public static String remedy(int k) {
            return k < RunSettings.MOST_UNSTABLE
                    ? "; unstable = " + (k + 1) + " in [run] follows it, too, where there are more variables than that"
                    : "; more than " + k
                            + " are not followed: a start or a loss that is less symmetric, or a smaller eta, has fewer of them at the edge;"
                            + " descent shows the iterates alone";
        }

        @Override
        public String brief() {
            return "eigenvalue " + (k + 1) + " comes to the edge at step " + step;
        }
    }

    /** The sharpness does not change off u, so that nothing stabilises. */
    record NoSelfStabilization(int step) implements RunEnd {
        @Override
        public String description() {
            return "no self-stabilization at step " + step + ": beta = |gradS_perp|^2 is 0, so delta is undefined";
        }

        @Override
        public String brief() {
            return "no self-stabilization at step " + step;
        }
    }

    /** The horizon, an expression of delta and alpha at t = 0, gives no number of steps. */
    record HorizonOutOfRange(double horizon, int most) implements RunEnd {
        @Override
        public String description() {
            return "the horizon is " + horizon + " steps with delta and alpha at t = 0; it must be from 1 to " + most;
        }

        @Override
        public String brief() {
            return "the horizon gives no number of steps";
        }
    }

    /** A kick is stated in units of delta, which is undefined. */
    record NotKicked(int step, double alpha, double rounding) implements RunEnd {
        @Override
        public String description() {
            return "the start cannot be kicked: at the projection of step " + step + " alpha is " + alpha
                    + ", not positive beyond rounding, so that delta, the kick's unit, is undefined; without kick in [run] the run starts at the iterate itself";
        }

        @Override
        public String brief() {
            return "the start cannot be kicked, as delta is undefined";
        }
    }

    /** The default horizon of three periods is not defined: alpha does not exceed its rounding. */
    record NoDefaultHorizon(double alpha, double rounding) implements RunEnd {
        @Override
        public String description() {
            return "no progressive sharpening at t = 0 (alpha = " + alpha
                    + ", zero to rounding or negative), so the default horizon of three periods is undefined;"
                    + " a horizon in [run] or --horizon runs nevertheless; selfstab explore shows where alpha is"
                    + " positive";
        }

        @Override
        public String brief() {
            return "no progressive sharpening at t = 0, so the default horizon is undefined";
        }
    }
}
