package org.selfstab.claims;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.problem.RunSettings;
import org.selfstab.vocabulary.Digits;

/** What a reader should know of a run before trusting its numbers. */
public final class RunRemarks {

    /** A start nearer to the axis than this, in units of delta, has no oscillation yet. */
    private static final double NEAR_AXIS = 0.05;

    /** Above this the theory's small parameter is not small. */
    private static final double SMALL_EPSILON = 0.2;

    private RunRemarks() {}

    static List<String> of(RunConstants constants) {
        List<String> remarks = new ArrayList<>();
        RunAccuracy accuracy = constants.accuracy();
        accuracy.noiseFrom()
                .ifPresent(step -> remarks.add("the iterates are rounding noise from about t = " + step
                        + " on: along u it may have grown to "
                        + number(accuracy.noise().orElseThrow().value())
                        + " eps delta; --precision 50 runs with more digits"));
        accuracy.startAlongU()
                .filter(x -> x < NEAR_AXIS)
                .ifPresent(x -> remarks.add(
                        x == 0
                                ? "x_0 is 0: theta_0 lies on the stable set's axis, where nothing oscillates; kick = \"1/2\" in [run] starts an oscillation"
                                : "|x_0| is " + number(x)
                                        + " delta: the run comes smoothly from below and starts with hardly an oscillation. It shows one if it lasts until that"
                                        + " has grown; kick = \"1/2\" in [run] starts one"));
        constants
                .epsilon()
                .filter(eps -> eps.value() > SMALL_EPSILON)
                .ifPresent(eps -> remarks.add("eps = " + number(eps.value())
                        + " is not small: what the theory calls O(eps) is then as large as what it corrects"));
        constants
                .coupling()
                .filter(worst -> worst.step() == constants.steps() && constants.steps() > 1)
                .ifPresent(worst -> remarks.add(
                        "|v - v*| is still growing at the last step, t = " + worst.step() + "; take a longer horizon"));
        return remarks;
    }

    /**
     * That a run is shorter than the default horizon.
     *
     * @param steps its length
     * @param uncut the default horizon's
     */
    static String cutHorizon(int steps, double uncut) {
        String way = uncut <= RunSettings.MAX_STEPS
                ? "a larger max_steps, or a horizon, in [run] shows more"
                : "no run has more than " + RunSettings.MAX_STEPS + " steps";
        return "the default horizon of three periods, "
                + String.format(Digits.LOCALE, uncut < 1e9 ? "%.0f" : "%.3g", uncut) + " steps, is cut to max_steps = "
                + steps + "; " + way;
    }

    /** An estimate, of which two digits are known. */
    public static String number(double value) {
        return String.format(Digits.LOCALE, "%.2g", value);
    }
}
