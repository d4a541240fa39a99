package org.selfstab.certify;

import java.util.List;

/**
 * A zero of a system of N equations, proved by Krawczyk's test.
 *
 * @param centre N numbers, the point that the others are about
 * @param box in this distance of the centre in each unknown the test passes: there is one zero
 * @param radii in this distance of the centre in each unknown it lies
 */
public record ProvedZero(List<Double> centre, List<Double> box, List<Double> radii) {

    public ProvedZero {
        centre = List.copyOf(centre);
        box = List.copyOf(box);
        radii = List.copyOf(radii);
    }
}
