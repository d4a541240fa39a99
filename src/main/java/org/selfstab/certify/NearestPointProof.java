package org.selfstab.certify;

import org.selfstab.certify.enclosure.ProvedZero;
import org.selfstab.certify.region.Piece;

/**
 * The nearest points of the stable set, on one of its pieces, proved to exist.
 *
 * @param piece which equations they satisfy
 * @param zero the unknowns q, u, w, mu and, on the boundary, nu, inside, S: all in all 3n + 2
 * @param distance q is no farther, in the Euclidean norm, from its centre
 * @param uniqueness within this distance of the centre, in each unknown, there is no other solution
 */
public record NearestPointProof(Piece piece, ProvedZero zero, double distance, double uniqueness) {}
