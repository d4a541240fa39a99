package org.selfstab.certify;

import java.util.List;
import java.util.Optional;

/**
 * What shows whether the second moment decays at a step size: {@code P - E[T_B' P T_B]} is positive definite, and so is P, or {@code x'Px <= 0}.
 *
 * @param stepSize eta
 * @param form P, symmetric, qn by qn
 * @param direction x, of qn entries; empty where P is positive definite
 */
public record MeanSquareWitness(double stepSize, List<List<Double>> form, Optional<List<Double>> direction) {

    public MeanSquareWitness {
        form = form.stream().map(List::copyOf).toList();
        direction = direction.map(List::copyOf);
    }
}
