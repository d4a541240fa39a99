/** A run beside the reduced equation and beside the central flow (theory.md sections 5 and 6). */
package org.selfstab.claims.reduced;
