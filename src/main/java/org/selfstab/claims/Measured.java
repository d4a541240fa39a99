package org.selfstab.claims;

/**
 * One quantity of a condition or a conclusion and what is decided about it.
 *
 * @param quantity its formula in plain text, for instance {@code max eta lambda_2}
 * @param verdict its value, threshold, evidence and witness
 */
public record Measured(String quantity, Verdict verdict) {}
