/** Measures a run: the smallest constants that make the conclusions true on it, its averages, its accuracy. */
package org.selfstab.claims.constants;
