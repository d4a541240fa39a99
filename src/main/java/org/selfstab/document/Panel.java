package org.selfstab.document;

/**
 * The part of a page in which a reader changes what a run began with and sees at once what becomes of it.
 *
 * @param programs what computes, as JavaScript: an expression that stands for the programs
 * @param data what the programs are of, a record that becomes JSON
 * @param place where it stands
 */
public record Panel(String programs, Object data, Place place) {

    /** Where a panel stands. */
    public enum Place {
        /** On a page of its own, open. */
        ALONE,
        /** Among the rest of a page, closed at first; what is closed computes nothing. */
        AMONG_OTHERS
    }

    boolean isAlone() {
        return place == Place.ALONE;
    }
}
