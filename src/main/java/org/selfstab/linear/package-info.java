/** Vectors and matrices of doubles that serve wherever Hipparchus's generic ones do. */
package org.selfstab.linear;
