/** Stochastic gradients: the mean-square and the almost-sure edge of stability, where the noisy edge settles, and how iterates leave. */
package org.selfstab.noise;
