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
}
