package org.selfstab.vocabulary;

import java.util.List;

/**
 * Where a statement fails, or is closest to failing.
 *
 * @param step the step t
 * @param point the point there, in the order of the variables; empty if the step says it all
 * @param direction the direction in which it fails, in the order of the variables; empty if there is none
 */
public record Witness(int step, List<Double> point, List<Double> direction) {

    public Witness {
        point = List.copyOf(point);
        direction = List.copyOf(direction);
    }

    /** A witness that is a step alone. */
    public static Witness atStep(int step) {
        return new Witness(step, List.of(), List.of());
    }
}
