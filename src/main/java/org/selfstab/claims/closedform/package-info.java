/** Closed forms of a problem beside their numbers. */
package org.selfstab.claims.closedform;
