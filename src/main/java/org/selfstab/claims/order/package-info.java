/** Families of problems: a run for each member, constants held against bounds on every member, and the orders of errors in epsilon. */
package org.selfstab.claims.order;
