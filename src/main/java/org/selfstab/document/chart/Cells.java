package org.selfstab.document.chart;

import java.util.List;

/**
 * The cells of a figure whose plane is divided evenly: their colours, below all series.
 *
 * @param across how many there are in a row; 0 if there are none
 * @param up how many there are in a column; 0 if there are none
 * @param patches the cells by their colours, and the legend's colours
 */
public record Cells(int across, int up, List<Patch> patches) {

    /** No cells. */
    static final Cells NONE = new Cells(0, 0, List.of());

    public Cells {
        patches = List.copyOf(patches);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return across == 0;
    }

    /**
     * Areas of one colour.
     *
     * @param label their name in the legend; empty for areas that are not named there
     * @param tone their colour
     * @param corners the corners of one area after the other, with a gap after each; none for a colour that is only named in the legend
     */
    public record Patch(String label, ValueScale.MapColour tone, Points corners) {

        /** A colour in the legend. */
        static Patch key(String label, ValueScale.MapColour tone) {
            return new Patch(label, tone, Points.of(0, i -> 0, i -> 0));
        }
    }
}
