package org.selfstab.document.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The place of a number between the least and the greatest: by logarithms if all are positive and differ by more than a factor of 50.
 *
 * @param least the least number
 * @param greatest the greatest
 */
public record ValueScale(double least, double greatest) {

    private static final double LOGARITHMIC_FROM = 50.0;
    private static final int STEPS = 4;

    public boolean isLogarithmic() {
        return least > 0 && greatest > LOGARITHMIC_FROM * least;
    }

    /** From 0 for the least to 1 for the greatest; 1/2 if there is only one. */
    public double share(double value) {
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

    /** The tones of five numbers with their texts, the greatest first; of one if there is only one. */
    public List<Patch> keys() {
        if (greatest <= least) {
            return List.of(key(0.5));
        }
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(i -> key(1.0 - (double) i / STEPS))
                .toList();
    }

    private Patch key(double share) {
        return Patch.key(TickFormat.brief(at(share)), Tone.ofShare(share));
    }

    /** An axis on which these numbers lie. */
    public Axis axis(String quantity) {
        DoubleStream ends = DoubleStream.of(least, greatest);
        return isLogarithmic()
                ? Axis.logarithmic(quantity, "logarithmic", Range.factor(ends))
                : Axis.linear(quantity, "linear", Range.padded(least, greatest));
    }
}
