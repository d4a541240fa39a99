package org.selfstab.recheck;

/**
 * What the checker says of a claim.
 *
 * @param name the condition or conclusion
 * @param quantity the quantity, for people
 * @param verdict the verdict that the certificate states; empty if the claim is missing
 * @param confirmed whether it was verified
 * @param reason the bounds that were verified, or why not
 */
public record CheckedClaim(String name, String quantity, String verdict, boolean confirmed, String reason) {}
