package org.selfstab.certify;

import java.util.List;

/**
 * The points {@code centre + Q z} with {@code |z_i| <= radii_i}, which contain an exact point of a run.
 *
 * @param centre n coordinates
 * @param frame the rows of Q, n by n
 * @param radii n numbers, not negative
 */
public record LohnerSet(List<Double> centre, List<List<Double>> frame, List<Double> radii) {

    public LohnerSet {
        centre = List.copyOf(centre);
        frame = List.copyOf(frame);
        radii = List.copyOf(radii);
    }
}
