package org.selfstab.document.chart;

import java.awt.Color;
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
    public List<Cells.Patch> keys() {
        if (greatest <= least) {
            return List.of(key(0.5));
        }
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(i -> key(1.0 - (double) i / STEPS))
                .toList();
    }

    private Cells.Patch key(double share) {
        return Cells.Patch.key(TickFormat.brief(at(share)), MapColour.ofShare(share));
    }

    /** An axis on which these numbers lie. */
    public Axis axis(String quantity) {
        DoubleStream ends = DoubleStream.of(least, greatest);
        return isLogarithmic()
                ? Axis.logarithmic(quantity, "logarithmic", Range.factor(ends))
                : Axis.linear(quantity, "linear", Range.padded(least, greatest));
    }

    /**
     * The colour of an area: one of the inks, which follow the paper, or a fixed one of a scale.
     *
     * @param rgb red, green and blue, eight bits each
     */
    public record MapColour(int rgb) {

        /** How many tones a scale has; more are not told apart. */
        static final int TONES = 64;

        /** The colour map Viridis at 0, 1/8, ..., 1: even steps look even, also to colour-blind eyes and in grey. */
        private static final int[] VIRIDIS = {
            0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xFDE725
        };

        /** The tone of an ink. */
        public static MapColour of(Palette ink) {
            return new MapColour(ink.color().getRGB() & 0xFFFFFF);
        }

        /** The share from 0 to 1 nearest to another of which there is a tone. */
        public static double rounded(double share) {
            return Math.rint(Math.min(1.0, Math.max(0.0, share)) * (TONES - 1)) / (TONES - 1);
        }

        /** The tone of a share from 0 to 1 on the scale of numbers. */
        public static MapColour ofShare(double share) {
            double position = rounded(share) * (VIRIDIS.length - 1);
            int lower = Math.min((int) position, VIRIDIS.length - 2);
            double rest = position - lower;
            return new MapColour(IntStream.of(0, 8, 16)
                    .map(shift ->
                            mixed(VIRIDIS[lower] >> shift & 0xFF, VIRIDIS[lower + 1] >> shift & 0xFF, rest) << shift)
                    .sum());
        }

        private static int mixed(int first, int second, double rest) {
            return (int) Math.round(first + rest * (second - first));
        }

        /** The colour on light paper. */
        Color color() {
            return new Color(rgb);
        }
    }
}
