/**
 * Where an optimizer goes by itself, without a constrained trajectory or a prediction: what is measured along its iterates, fixed points and periodic orbits,
 * their stability and how it is lost, chaos; and which step sizes bring it to the edge.
 */
package org.selfstab.claims.orbit;
