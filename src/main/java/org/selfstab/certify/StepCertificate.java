package org.selfstab.certify;

import java.util.List;
import java.util.Optional;

/**
 * All that was proved at one step, enough to prove it again without searching.
 *
 * @param t the step
 * @param iterate contains the optimizer's state, of gradient descent {@code theta_t}
 * @param iteratePair the top eigenvector and eigenvalue (n + 1 unknowns) of all Hessians on a box that contains {@code theta_t}
 * @param nearest the solutions that {@code dagger_t} is among: one, or two where it is uncertain on which piece it lies
 * @param daggerRadius {@code dagger_t} is no farther, in the Euclidean norm, from the first solution's centre
 * @param memory contains how far the copies of the constrained optimizer are from {@code dagger_t}; empty of one copy
 * @param secondAtLeast a lower bound on {@code lambda_2} at {@code dagger_t}; minus infinity for none
 * @param secondAtMost an upper bound on it; minus infinity in one dimension
 * @param quartic a direction v: {@code |D4L(v,v,v,v)|/|v|^4} at {@code dagger_t} is a lower bound on rho_4
 * @param predicted contains the predicted displacements of all copies, of gradient descent {@code v*_t}
 * @param tubeRadius the distance from {@code dagger_t}, in each coordinate, over which conditions are bounded
 * @param tube what was proved over that distance; empty if no simple top eigenvalue could be
 */
public record StepCertificate(
        int t,
        LohnerSet iterate,
        ProvedZero iteratePair,
        List<NearestPointProof> nearest,
        double daggerRadius,
        Optional<LohnerSet> memory,
        double secondAtLeast,
        double secondAtMost,
        List<Double> quartic,
        LohnerSet predicted,
        double tubeRadius,
        Optional<TubePair> tube) {

    /**
     * The top eigenpair in the tube round one step.
     *
     * @param pair the top eigenvector and eigenvalue of all Hessians there
     * @param secondAtMost an upper bound on {@code lambda_2} there; minus infinity in one dimension
     */
    public record TubePair(ProvedZero pair, double secondAtMost) {}

    public StepCertificate {
        nearest = List.copyOf(nearest);
        quartic = List.copyOf(quartic);
    }

    /**
     * The nearest points of the stable set, on one of its pieces, proved to exist.
     *
     * @param piece which equations they satisfy
     * @param zero the unknowns q, u, w, mu and, on the boundary, nu, inside, S: all in all 3n + 2
     * @param distance q is no farther, in the Euclidean norm, from its centre
     * @param uniqueness within this distance of the centre, in each unknown, there is no other solution
     */
    public record NearestPointProof(Piece piece, ProvedZero zero, double distance, double uniqueness) {}
}
