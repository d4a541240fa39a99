package org.selfstab.claims;

import java.util.List;
import java.util.Locale;

/**
 * Where an orbit's stability or a branch's course changes.
 *
 * @param kind what happens
 * @param period the period of the orbit that it happens to: a flip of period k makes orbits of period 2 k
 * @param at the parameter's value
 * @param point the orbit's point, as the branch goes through it
 * @param branch the index of its branch
 * @param changesStability whether the orbit is stable on one side of it
 * @param isPolished whether {@code at} solves the extended system in decimals, so that all its digits are right; otherwise it is bracketed in doubles
 * @param error an estimate of the error of {@code at}
 */
public record BifurcationEvent(
        Kind kind,
        int period,
        double at,
        List<Double> point,
        int branch,
        boolean changesStability,
        boolean isPolished,
        double error) {

    public BifurcationEvent {
        point = List.copyOf(point);
    }

    /** What happens. */
    public enum Kind {
        /** A multiplier passes -1. */
        FLIP,
        /** The branch turns back: a multiplier is 1, and two orbits meet. */
        FOLD,
        /** A multiplier passes 1 where a symmetric branch meets one of less symmetry. */
        PITCHFORK,
        /** A multiplier passes 1 where two branches cross. */
        TRANSCRITICAL,
        /** A pair of multipliers passes the unit circle elsewhere. */
        NEIMARK_SACKER;

        /** The word for it in outputs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
