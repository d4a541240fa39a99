/**
 * Runs of stochastic gradients and what is proved of them: the mean-square and the almost-sure edge of stability, where the noisy edge settles, and how iterates
 * leave. What they find is in {@link org.selfstab.claims}, the proof in {@link org.selfstab.certify}.
 */
package org.selfstab.noise;
