/** The figures of results: runs, families, grids, the reduced dynamics. */
package org.selfstab.report.figure;
