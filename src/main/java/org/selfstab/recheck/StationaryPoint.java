package org.selfstab.recheck;

import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;

/**
 * A verified solution of the {@link StationarityEquations} on one piece of the stable set, at which the top eigenvalue is simple, and the
 * points theta that it may be the projection of.
 *
 * @param centre about q, of dimension n
 * @param distance q is no farther from it
 * @param u contains the unit top eigenvector at q
 * @param mu contains the multiplier of {@code grad L . u = 0}
 * @param nu contains that of {@code S <= 2/eta}; 0 inside
 * @param theta about the point to be projected
 * @param spread that is no farther from it
 */
record StationaryPoint(
        FieldVector<DecimalInterval> centre,
        DecimalInterval distance,
        FieldVector<DecimalInterval> u,
        DecimalInterval mu,
        DecimalInterval nu,
        FieldVector<DecimalInterval> theta,
        DecimalInterval spread) {

    /** A point as near to the point to be projected as q is no farther from {@link #theta} than this. */
    DecimalInterval reach(Decimals decimals) {
        return decimals.norm(centre.subtract(theta))
                .add(distance)
                .add(spread.multiply(2))
                .mag();
    }
}
