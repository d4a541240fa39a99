package org.selfstab.certify;

/** On which piece of the stable set {@code M_k} of theory.md (37) a nearest point lies: how many of the k eigenvalues the multiplier holds at the edge. */
public enum HeldPiece {
    /** {@code A = S_c I}, the multiplier Z positive definite. */
    ALL,
    /** Of two eigenvalues one: {@code Z = p p^T} and {@code A = S_c I - s q q^T}, {@code s >= 0}, q being p turned by a right angle. */
    ONE,
    /** {@code Z = 0}, {@code A <= S_c I}. */
    NONE
}
