package org.selfstab.claims;

import java.util.Optional;

/**
 * The tail index kappa of the largest excursion of iterates about a minimum, {@code P(max > r) ~ r^-kappa}: the positive zero of the moment Lyapunov exponent
 * {@code Lambda(kappa) = lim 1/t log E|s_t|^kappa} of the linearization (H. Kesten, Acta Math. 131, 1973, 207). It is 2 at the mean-square edge, where Lambda(2) is the logarithm of the second
 * moment's spectral radius, and 0 at the almost-sure one. In one variable without momentum {@code E|1 - eta lambda_B|^kappa = 1}.
 *
 * @param value kappa
 * @param standardError of it; empty where it is exact
 * @param method how it was found
 */
public record TailIndex(double value, Optional<Double> standardError, String method) {}
