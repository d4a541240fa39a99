/**
 * A checker of certificates that shares no code with the prover in {@code org.selfstab.certify}: it searches for nothing, and verifies
 * in directed decimal arithmetic of {@value org.selfstab.recheck.Rechecker#DIGITS} digits that each thing a certificate states follows
 * from the one before.
 */
package org.selfstab.recheck;
