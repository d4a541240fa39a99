package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which share of a range a number is: logarithmic for positive numbers that differ by more than a factor of 50.
 *
 * @param least the least number
 * @param greatest the greatest
 */
record ColourScale(double least, double greatest) {

    private static final double LOGARITHMIC_FROM = 50.0;

    boolean isLogarithmic() {
        return least > 0 && greatest > LOGARITHMIC_FROM * least;
    }

    /** From 0 for the least to 1 for the greatest; 1/2 if there is only one. */
    double share(double value) {
        if (greatest <= least) {
            return 0.5;
        }
        return isLogarithmic()
                ? Math.log(value / least) / Math.log(greatest / least)
                : (value - least) / (greatest - least);
    }

    /** The number of a share. */
    double at(double share) {
        return isLogarithmic() ? least * Math.pow(greatest / least, share) : least + share * (greatest - least);
    }

    /** Five shares from 0 to 1 with the text of their numbers; one if there is only one number. */
    List<Tick> ticks() {
        if (greatest <= least) {
            return List.of(new Tick(0.5, text(least)));
        }
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= 4; i++) {
            ticks.add(new Tick(i / 4.0, text(at(i / 4.0))));
        }
        return ticks;
    }

    private static String text(double value) {
        boolean large = Math.abs(value) >= 1000 && Math.abs(value) < 1e7;
        return String.format(Locale.ROOT, large ? "%.0f" : "%.3g", value);
    }

    /** A mark beside the scale. */
    record Tick(double share, String text) {}
}
