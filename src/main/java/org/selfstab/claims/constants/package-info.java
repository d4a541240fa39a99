/** A run measured: the smallest constants that make the conclusions true on it, its averages, its accuracy and what is remarkable about it. */
package org.selfstab.claims.constants;
