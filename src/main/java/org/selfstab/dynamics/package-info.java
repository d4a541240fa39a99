/**
 * Trajectories: exact gradient descent, the search for the edge of stability, the constrained trajectory (theory.md section 3), the
 * predicted dynamics and their propagator (section 4), the levels of the reduced dynamics (section 5).
 *
 * <p>The exact iterates never call what predicts them.
 */
package org.selfstab.dynamics;
