package org.selfstab.problem;

import org.selfstab.vocabulary.Location;

/**
 * Something in a problem file that is accepted but that its author should know.
 *
 * @param location where
 * @param message one line
 */
public record ProblemWarning(Location location, String message) {

    /** {@code file:line:column: message}. */
    @Override
    public String toString() {
        return location + ": " + message;
    }
}
