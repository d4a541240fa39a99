package org.selfstab.claims;

import java.util.Optional;
import org.selfstab.vocabulary.Extremum;

/**
 * What makes theory.md (27a) and (27b) true on a run, over its pairs of neighbouring steps.
 *
 * @param following {@code C_P} of (27a); empty if the run is at a point of the edge, or if eps is undefined
 * @param descent {@code C_D} of (27b); empty if {@code Pi grad L} is 0 to rounding at every step, or if eps is undefined
 * @param gradient {@code max_t |grad L(dagger_t)|}, in the loss's unit over the parameter's
 * @param smallestShare the smallest {@code |Pi_t grad L_t|/|grad L_t|} of the steps that descent speaks of
 * @param pairs how many steps have a next one
 * @param isAtPoint whether the run, in two variables, is at the edge, where the stable set is a point: nothing is compared then
 * @param descending at how many of them {@code Pi_t grad L_t} is more than rounding
 */
public record ImplicitBiasConstants(
        Optional<UncertainExtreme> following,
        Optional<UncertainExtreme> descent,
        double gradient,
        Optional<Extremum> smallestShare,
        int pairs,
        boolean isAtPoint,
        int descending) {}
