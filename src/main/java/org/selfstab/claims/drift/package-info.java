/**
 * The slow drift of the oscillation's energy, theory.md section 18: what the theory predicts along the constrained trajectory, what the exact iterates do over {@code 1/eps^2} steps, and
 * whether the oscillation dies, lasts or grows.
 */
package org.selfstab.claims.drift;
