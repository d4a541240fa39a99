/**
 * Derivatives for the checker, by truncated Taylor arithmetic over decimal intervals on a parse of its own: nothing here is shared with
 * what reads, differentiates or evaluates losses elsewhere in the program.
 */
package org.selfstab.recheck.taylor;
