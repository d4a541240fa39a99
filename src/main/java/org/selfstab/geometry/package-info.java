/**
 * The local geometry of a loss (theory.md section 1) and its stable set with the projections onto it (section 2).
 *
 * <p>Everything is written once over a Hipparchus field: over {@code Binary64} it is the double-precision computation,
 * over {@code Dfp} the same at any number of digits.
 */
package org.selfstab.geometry;
