package org.selfstab.document.chart;

/**
 * Areas of one colour.
 *
 * @param label their name in the legend; empty for areas that are not named there
 * @param tone their colour
 * @param corners the corners of one area after the other, with a gap after each; none for a colour that is only named in the legend
 */
public record Patch(String label, Tone tone, Points corners) {

    /** A colour in the legend. */
    static Patch key(String label, Tone tone) {
        return new Patch(label, tone, Points.of(0, i -> 0, i -> 0));
    }
}
