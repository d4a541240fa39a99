/** What the theory claims, as constants and verdicts on a run. */
package org.selfstab.claims;
