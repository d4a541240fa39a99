package org.selfstab.report;

/** The colour map of that name: even steps look even, also to colour-blind eyes and in grey. */
final class Viridis {

    /** Its colours at 0, 1/8, ..., 1. */
    private static final int[] COLOURS = {
        0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xFDE725
    };

    private Viridis() {}

    /** The colour of a share from 0 to 1, as {@code #rrggbb}. */
    static String of(double share) {
        double position = Math.min(1.0, Math.max(0.0, share)) * (COLOURS.length - 1);
        int lower = Math.min((int) position, COLOURS.length - 2);
        double rest = position - lower;
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int first = COLOURS[lower] >> shift & 0xFF;
            int second = COLOURS[lower + 1] >> shift & 0xFF;
            mixed |= (int) Math.round(first + rest * (second - first)) << shift;
        }
        return String.format("#%06X", mixed);
    }
}
