package org.selfstab.report.figure;

import java.util.List;
import org.selfstab.document.chart.Cursor;

/**
 * What a figure of a sweep is about.
 *
 * @param title the quantity or claim
 * @param key the key of its words in the readout
 * @param followed whether points can be chosen in it
 */
record SweptFigure(String title, String key, Followed followed) {

    /** Whether a page lets its reader choose a point. */
    enum Followed {
        YES,
        NO
    }

    /** A name for files, and an identifier in pages. */
    String name() {
        return "sweep-" + title.replaceAll("[^A-Za-z0-9]+", "-");
    }

    List<Cursor> tracks(SweptPoints points, String x, String y) {
        return followed == Followed.YES ? points.tracks(x, y, title, key) : List.of();
    }
}
