package org.selfstab.claims;

import java.util.Optional;

/**
 * The step size above which the second moment of an optimizer's linearization about a critical point grows, theory.md (60).
 *
 * @param stepSize that edge, eta_2
 * @param batches how many batches were gone through for it; empty if there are too many, so that it rests on the items alone
 * @param closedForm the same by a closed form: for gradient descent (60), in one variable (43); empty where there is none
 * @param batchSharpness {@code E[g'H g]/E|g|^2} over batches in the neutral mode there, theory.md (62)
 */
public record MeanSquareEdge(
        double stepSize, Optional<Long> batches, Optional<Double> closedForm, double batchSharpness) {}
