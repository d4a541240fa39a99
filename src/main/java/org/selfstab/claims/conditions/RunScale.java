package org.selfstab.claims.conditions;

import java.util.Optional;
import org.selfstab.claims.RunConstants;
import org.selfstab.vocabulary.Extremum;

/**
 * The run's eps and delta, the units of its constants (theory.md section 7).
 *
 * @param epsilon {@code max_t epsilon_t}; empty where some alpha_t is not positive beyond rounding
 * @param delta {@code max_t delta_t}; likewise
 */
public record RunScale(Optional<Double> epsilon, Optional<Double> delta) {

    public static RunScale of(RunConstants constants) {
        return new RunScale(
                constants.epsilon().map(Extremum::value), constants.delta().map(Extremum::value));
    }
}
