/** Where an optimizer goes by itself: fixed points and periodic orbits, their stability and how it is lost, chaos. */
package org.selfstab.claims.orbit;
