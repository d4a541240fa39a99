package org.selfstab.problem;

import java.util.Optional;
import org.selfstab.expression.Expression;

/**
 * What a proof companion asserts of one quantity or condition.
 *
 * @param quantity the quantity's dotted name, for instance {@code coupling.order} or {@code condition.eigengap}
 * @param atLeast the lower bound, if one is asserted
 * @param atMost the upper bound, if one is asserted
 * @param verdict the verdict in lower case (holds, fails, undecided), if one is asserted
 */
public record Expectation(
        String quantity, Optional<Expression> atLeast, Optional<Expression> atMost, Optional<String> verdict) {}
