/**
 * What is found about one run, as data: the constants of the theory's claims (theory.md section 7), what doubles are worth beside them, and what is decided
 * of its conditions and conclusions.
 */
package org.selfstab.claims;
