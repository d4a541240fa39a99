package org.selfstab.run;

import java.util.Optional;

/**
 * How an optimizer's run alone ended.
 *
 * @param steps the last step whose iterate was seen whole
 * @param failure why there is no next one: the iterates diverge or leave the loss's domain
 * @param isSettled whether the iterates return in every digit, so that all later ones have been seen
 */
public record DescentEnd(int steps, Optional<RunEnd> failure, boolean isSettled) {}
