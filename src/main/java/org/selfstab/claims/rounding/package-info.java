/** What numbers in double precision are worth: their rounding levels, and extremes that rounding leaves open. */
package org.selfstab.claims.rounding;
