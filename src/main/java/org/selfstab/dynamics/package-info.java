/** Trajectories: exact gradient descent, the constrained trajectory and the predicted dynamics. */
package org.selfstab.dynamics;
