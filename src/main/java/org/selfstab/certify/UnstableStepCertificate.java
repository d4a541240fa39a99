package org.selfstab.certify;

import java.util.List;
import java.util.Optional;

/**
 * All that was proved at one step of a run of several unstable eigenvalues, theory.md section 11, enough to prove it again without searching.
 *
 * @param t the step
 * @param iterate contains the optimizer's state
 * @param nearest the solutions that {@code dagger_t} is among: one, or two where it is not certain how many eigenvalues are held
 * @param daggerRadius {@code dagger_t} is no farther, in the Euclidean norm, from the first solution's centre
 * @param memory contains how far the copies of the constrained optimizer are from {@code dagger_t}; empty of one copy
 * @param nextAtMost an upper bound on {@code lambda_{k+1}} at {@code dagger_t}
 * @param covariance Sigma there
 * @param predicted contains the predicted displacements of all copies
 */
public record UnstableStepCertificate(
        int t,
        LohnerSet iterate,
        List<NearestPointProof> nearest,
        double daggerRadius,
        Optional<LohnerSet> memory,
        double nextAtMost,
        CovarianceProof covariance,
        LohnerSet predicted) {

    public UnstableStepCertificate {
        nearest = List.copyOf(nearest);
    }

    /**
     * The nearest points on one piece of the stable set, proved to exist.
     *
     * @param piece which equations they satisfy
     * @param reference k rows of length n: U is the nearest to them among the bases of its space
     * @param zero the unknowns q, U, W, mu, those of the piece and the skew matrix's: all in all {@code n + 2nk + k + k^2}
     * @param distance q is no farther, in the Euclidean norm, from its centre
     */
    public record NearestPointProof(HeldPiece piece, List<List<Double>> reference, ProvedZero zero, double distance) {

        public NearestPointProof {
            reference = reference.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Sigma of (38).
     *
     * @param rank k, for two eigenvalues also 1
     * @param zero for rank k the entries of Sigma above and on its diagonal, by rows; for rank 1 of two {@code r_1, r_2, tau} with {@code Sigma = r r^T} and
     *     {@code -R = tau s s^T}, s being r turned by a right angle
     */
    public record CovarianceProof(int rank, ProvedZero zero) {}
}
