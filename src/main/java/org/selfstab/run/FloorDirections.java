package org.selfstab.run;

import java.util.Comparator;
import java.util.List;

/**
 * The directions off u at a point of the edge by their curvature, theory.md section 18: stiff ones, whose displacement follows the oscillation within few steps,
 * soft ones, which span the floor, and what lies between.
 *
 * @param directions of the Hessian's eigenvectors from the second on, the largest eigenvalue first
 * @param epsilon {@code sqrt(a b alpha)} with alpha of all directions that are not stiff; not a number where that alpha is not positive
 */
public record FloorDirections(List<Direction> directions, double epsilon) {

    public FloorDirections {
        directions = List.copyOf(directions);
    }

    /**
     * From where on a direction is stiff, and up to where it is soft, {@code b |lambda|} being in units of epsilon.
     *
     * @param stiff positive
     * @param soft positive, below {@code stiff}
     */
    public record Limits(double stiff, double soft) {

        /** Ten and a tenth. */
        public static final Limits DEFAULT = new Limits(10.0, 0.1);

        /** A value at a limit is within, whatever its last digits. */
        private static final double ROUNDING = 1e-9;

        /** The class of a curvature. */
        public Kind kind(double curvature) {
            if (curvature >= stiff * (1.0 - ROUNDING)) {
                return Kind.STIFF;
            }
            if (Math.abs(curvature) <= soft * (1.0 + ROUNDING)) {
                return Kind.SOFT;
            }
            return curvature <= -stiff ? Kind.REPELLING : Kind.INTERMEDIATE;
        }

        /** By what factor a direction of a clear class is within its limit, at least 1. */
        private double margin(Direction direction) {
            return switch (direction.kind()) {
                case STIFF -> direction.curvature() / stiff;
                case SOFT -> soft / Math.abs(direction.curvature());
                case INTERMEDIATE, REPELLING -> 0.0;
            };
        }
    }

    /** What the curvature of a direction makes of it. */
    public enum Kind {
        /** Its displacement follows the square of the oscillation. */
        STIFF,
        /** Curvature acts one order earlier than the drift does, (D16). */
        INTERMEDIATE,
        /** It belongs to the floor. */
        SOFT,
        /** Its displacement grows faster than the oscillation turns. */
        REPELLING
    }

    /**
     * A direction.
     *
     * @param index of the Hessian's eigenvectors, from 1: u is 0
     * @param eigenvalue lambda
     * @param curvature {@code b lambda/epsilon}
     * @param kind its class
     */
    public record Direction(int index, double eigenvalue, double curvature, Kind kind) {}

    /** Those of a class. */
    public List<Direction> of(Kind kind) {
        return directions.stream().filter(direction -> direction.kind() == kind).toList();
    }

    /** Whether every direction is soft or stiff. */
    public boolean isClear() {
        return of(Kind.INTERMEDIATE).isEmpty() && of(Kind.REPELLING).isEmpty();
    }

    /** The smallest factor by which a direction is within the limit of its class, at least 1 where all are; infinite where nothing curves. */
    public double margin(Limits limits) {
        return directions.stream().mapToDouble(limits::margin).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** The direction closest to a limit, or beyond both. */
    public Direction closest(Limits limits) {
        return directions.stream()
                .min(Comparator.comparingDouble(limits::margin))
                .orElseThrow();
    }
}
