/**
 * Textbook numerics: vectors and matrices of doubles that serve wherever Hipparchus's generic ones do, eigen-solvers, Lambert's W, extremes, series, means over
 * windows.
 */
package org.selfstab.numeric;
