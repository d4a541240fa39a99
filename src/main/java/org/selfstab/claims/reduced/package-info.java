/** What a run beside the reduced equation and beside the central flow gives, as data (theory.md sections 5 and 6). */
package org.selfstab.claims.reduced;
