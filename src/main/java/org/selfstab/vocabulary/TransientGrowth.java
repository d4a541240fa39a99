package org.selfstab.vocabulary;

/**
 * The largest power of a square matrix M in the spectral norm.
 *
 * @param factor {@code max |M^t|} over {@code t >= 0}; infinite if the powers grow without bound
 * @param power the first t that attains it up to 1e-9; 0 where none exceeds the identity
 * @param isEnd whether no later power can exceed it; else it is the largest of those looked at
 * @param isBounded whether the powers do not grow for ever
 */
public record TransientGrowth(double factor, int power, boolean isEnd, boolean isBounded) {}
