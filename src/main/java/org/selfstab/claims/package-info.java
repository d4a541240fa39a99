/** What the theory claims (theory.md section 7), as constants on one run, and what is decided about it. */
package org.selfstab.claims;
