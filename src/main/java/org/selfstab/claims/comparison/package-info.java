/** Compares a run with the reduced equation and with the central flow (theory.md sections 5 and 6). */
package org.selfstab.claims.comparison;
