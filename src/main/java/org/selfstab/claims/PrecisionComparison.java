package org.selfstab.claims;

import java.util.Optional;
import org.selfstab.claims.constants.Verification;
import org.selfstab.numeric.Extremum;

/**
 * A run in higher precision beside the same run in double precision.
 *
 * @param drift the largest distance of the double iterates from the precise ones, in the unit of theta, and its step
 * @param inDouble the verification in double precision
 */
public record PrecisionComparison(Optional<Extremum> drift, Verification inDouble) {}
