package org.selfstab.suite;

/**
 * A claim beside what was computed.
 *
 * @param outcome whether they agree
 * @param computed the computed value, for people
 * @param expected the asserted value, for people
 * @param reason what more there is to say, for instance why a value is undefined; may be empty
 */
public record Judgement(Outcome outcome, String computed, String expected, String reason) {}
