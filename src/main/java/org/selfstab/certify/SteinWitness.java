package org.selfstab.certify;

import java.util.List;
import java.util.Optional;

/**
 * What shows where the eigenvalues of a matrix M are: {@code P - M'PM/scale^2} is positive definite, and so is P, or {@code x'Px <= 0}.
 *
 * @param scale what M is divided by, at least 1
 * @param form P, symmetric, n by n
 * @param direction x, of dimension n; absent where P is positive definite
 */
public record SteinWitness(double scale, List<List<Double>> form, Optional<List<Double>> direction) {

    public SteinWitness {
        form = form.stream().map(List::copyOf).toList();
        direction = direction.map(List::copyOf);
    }
}
