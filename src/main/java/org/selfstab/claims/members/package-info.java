/** Runs of the members of a family, in parallel. */
package org.selfstab.claims.members;
