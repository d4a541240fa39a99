package org.selfstab.certify;

import java.util.Optional;
import org.selfstab.expression.Expression;

/**
 * A statement on all members of a family that was to be decided by bounds.
 *
 * @param claim the statement; its value contains the largest constant over the members
 * @param member the value of the swept parameter at the member whose constant has the largest bounds; empty if no member has bounds
 */
public record FamilyClaim(CertifiedClaim claim, Optional<Expression> member) {}
