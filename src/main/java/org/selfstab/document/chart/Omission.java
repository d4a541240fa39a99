package org.selfstab.document.chart;

/**
 * A figure that was left out.
 *
 * @param title what it would have shown
 * @param reason why it makes no sense here
 */
public record Omission(String title, String reason) {}
