/**
 * Figures: what is drawn, as data, and its drawing as SVG and PNG. A figure knows nothing of files and pages.
 *
 * <p>Colours are those of Okabe and Ito, <i>Color Universal Design</i> (2008), which people with defects of colour vision tell apart;
 * every role has a dash or a marker of its own besides, so that a figure can be read in black and white.
 */
package org.selfstab.document.chart;
