package org.selfstab.report.figure;

import java.util.List;
import java.util.Optional;
import org.selfstab.document.chart.Cursor;

/**
 * What a figure of a sweep is about.
 *
 * @param what the quantity or claim
 * @param key the key of its words in the readout
 * @param followed whether points can be chosen in it
 * @param at the value of a third parameter at which; empty where there is none
 */
record SweptFigure(String what, String key, Followed followed, Optional<Place> at) {

    SweptFigure(String what, String key, Followed followed) {
        this(what, key, followed, Optional.empty());
    }

    /**
     * One value of a parameter.
     *
     * @param number from 1
     * @param words the parameter and its value
     */
    record Place(int number, String words) {}

    /** Whether a page lets its reader choose a point. */
    enum Followed {
        YES,
        NO
    }

    /** A name for files, and an identifier in pages. */
    String name() {
        return "sweep-" + at.map(place -> place.number() + "-").orElse("") + what.replaceAll("[^A-Za-z0-9]+", "-");
    }

    String title() {
        return what + at.map(place -> " at " + place.words()).orElse("");
    }

    /** The same at one value of a third parameter. */
    SweptFigure at(Place place) {
        return new SweptFigure(what, key, followed, Optional.of(place));
    }

    List<Cursor> tracks(SweptPoints points, String x, String y) {
        return followed == Followed.YES ? points.tracks(x, y, what, key) : List.of();
    }
}
