package org.selfstab.certify;

import org.selfstab.interval.Interval;

/**
 * An extreme over a run.
 *
 * @param value contains it
 * @param step a step at which it is attained, or nearly
 */
public record EnclosedExtreme(Interval value, int step) {

    EnclosedExtreme negated() {
        return new EnclosedExtreme(value.negate(), step);
    }

    EnclosedExtreme dividedBy(Interval unit) {
        return new EnclosedExtreme(value.divide(unit), step);
    }
}
