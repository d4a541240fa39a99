/** Computes any quantity of a problem by its name, with no more work than it needs. */
package org.selfstab.claims.observation;
