package org.selfstab.claims;

import java.util.List;
import java.util.Optional;

/**
 * How exact stochastic iterates that start beside a minimum leave it, by their step size; and the largest excursion at the problem's own.
 *
 * @param shares of each step size how many runs left
 * @param spikes the tail of the largest excursion of runs so near to the minimum that the loss is quadratic there; empty where fewer than all return, or nothing is random
 */
public record Escape(List<Share> shares, Optional<Spikes> spikes) {

    /** Of the largest excursions, which the tail index is estimated from. */
    public static final double TAIL = 0.05;

    public Escape {
        shares = List.copyOf(shares);
    }

    /**
     * The runs of one step size.
     *
     * @param stepSize eta
     * @param left how many were farther from the minimum than the radius at some step
     * @param runs of how many
     */
    public record Share(double stepSize, int left, int runs) {}

    /**
     * The tail of {@code max |theta_t - theta*|/|theta_0 - theta*|} over runs.
     *
     * @param index Hill's estimate of kappa in {@code P(max > r) ~ r^-kappa}, from the largest of them, and its standard error
     * @param distribution how many runs had larger ones, from the largest on, at ranks in about equal ratios
     * @param runs how many runs there were
     */
    public record Spikes(Estimate index, List<Beyond> distribution, int runs) {

        public Spikes {
            distribution = List.copyOf(distribution);
        }

        /** The largest excursion. */
        public double largest() {
            return distribution.get(0).excursion();
        }
    }

    /**
     * A point of the distribution of excursions.
     *
     * @param excursion r
     * @param share of the runs with one of r at least
     */
    public record Beyond(double excursion, double share) {}
}
