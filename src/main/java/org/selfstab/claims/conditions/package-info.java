/** Watches a run for the conditions of the theory, and decides them and the conclusions once it is over. */
package org.selfstab.claims.conditions;
