/** The conditions of the theory, each decided on one run. */
package org.selfstab.claims.conditions;
