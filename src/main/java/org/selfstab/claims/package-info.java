/** What the theory claims (theory.md section 7), as constants on a run. */
package org.selfstab.claims;
