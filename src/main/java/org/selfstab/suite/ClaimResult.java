package org.selfstab.suite;

import java.util.Optional;
import org.selfstab.vocabulary.Mutation;

/**
 * A claim with its judgement.
 *
 * @param claim the claim
 * @param judgement the judgement
 * @param mutation what became of its wrong variants, if they were tried
 * @param seconds how long it took
 */
public record ClaimResult(StatedClaim claim, Judgement judgement, Optional<Mutation> mutation, double seconds) {}
