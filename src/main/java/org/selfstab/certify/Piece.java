package org.selfstab.certify;

/** The two pieces of the stable set on which a nearest point can lie. */
public enum Piece {
    /** {@code S = 2/eta}. */
    BOUNDARY,
    /** {@code S <= 2/eta} without a force from that constraint. */
    INSIDE
}
