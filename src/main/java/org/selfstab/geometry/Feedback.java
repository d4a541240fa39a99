package org.selfstab.geometry;

import org.hipparchus.CalculusFieldElement;

/**
 * What else than the loss's third derivative moves the largest eigenvalue at the edge: of adaptive optimizers the second moments, which grow with the oscillation and so
 * lower the eigenvalue of the preconditioned Hessian (theory.md (53)). In units in which u has length 1.
 *
 * @param alpha what it adds to the rate at which the eigenvalue rises
 * @param beta what it adds to the strength of self-stabilization
 * @param magnitude the sum of the magnitudes of what it adds to alpha, with which the alignment counts what cancels
 * @param variance {@code delta^2} of the constrained run
 * @param <T> the field's elements
 */
public record Feedback<T extends CalculusFieldElement<T>>(T alpha, T beta, T magnitude, T variance) {}
