/** The local geometry of a loss at a point and its stable set. */
package org.selfstab.geometry;
