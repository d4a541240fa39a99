/**
 * The local geometry of a loss (theory.md section 1) and its stable set with the projections onto it (section 2).
 *
 * <p>theory.md (1) and (3) to (7) are written in {@link org.selfstab.geometry.EigenpairGeometry} for every field: {@code Binary64}, decimal
 * digits, and intervals, over which certificates take them; the bounds of the examples' certificates are those of the formulas written for
 * intervals alone, to the last digit. (2), (8) and (9), in {@link org.selfstab.geometry.LocalGeometry} and {@link
 * org.selfstab.geometry.NearestPointProjection}, need the whole spectrum and so are for numbers. In more variables than {@link
 * org.selfstab.geometry.LinearAlgebra} keeps matrices for, everything a run asks for comes from products of derivatives with vectors. Apart from these there are
 *
 * <ul>
 *   <li>the array kernels of this package, {@code DenseGeometry}, {@code MatrixFreeGeometry} and {@code ProjectionKernel}, in compiled doubles. Without them a whole {@code
 *       verify} of the sharp valley takes 1.1 times as long (166 steps) and 1.4 times (16,666 steps) in processor time. That is less than
 *       twice, but a short start and fast long runs are promised, and a second implementation that tests hold to the first is worth having;
 *   <li>the closed forms of {@code symbolic} and the checker's geometry in {@code recheck}, which have to be independent;
 *   <li>what is written in another language, because it runs where this program does not: {@code coq.PlanarGeometry} for Coq, {@code simulation.js} for pages in
 *       a browser, and {@code check_certificate.py}, the second checker.
 * </ul>
 */
package org.selfstab.geometry;
