/** Which step sizes bring a loss to the edge of stability, and where: found before one is chosen. */
package org.selfstab.explore;
