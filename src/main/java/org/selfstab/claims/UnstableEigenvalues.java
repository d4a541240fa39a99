package org.selfstab.claims;

import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.Extremum;

/**
 * What a run of several unstable eigenvalues gave beside its constants, theory.md section 11. Matrices are k by k, by rows, in the basis {@code U_t}.
 *
 * @param k how many eigenvalues are followed, at most
 * @param isGiven whether the problem says so; otherwise found
 * @param start Sigma at t = 0
 * @param startEigenvalues those followed at {@code dagger_0} and the next one, if there is one, largest first
 * @param startAlpha {@code max |eig alpha|} there
 * @param events where eigenvalues came to the edge or left it
 * @param changes where another number of them is followed from then on; never if k is given
 * @param meanSquare the mean of {@code X_t X_t^T} over the run's steps, until k changes
 * @param meanCovariance the mean of Sigma over them
 * @param isUnique whether Sigma is unique at all steps
 * @param isTraceUnique whether its trace is
 * @param growth the largest over the smallest {@code max |eig alpha|} of the run
 * @param belowEdge {@code max (S_c - lambda_1(dagger_t))} in units of {@code 1/eta}, {@code eta = 2/S_c}
 * @param residual the largest relative length of a projection's last step
 * @param startDistance {@code |v_0|}
 * @param released the first step at which Sigma is zero, so that no eigenvalue is held at the edge
 */
public record UnstableEigenvalues(
        int k,
        boolean isGiven,
        Covariance start,
        List<Double> startEigenvalues,
        double startAlpha,
        List<Event> events,
        List<Event> changes,
        List<List<Double>> meanSquare,
        List<List<Double>> meanCovariance,
        boolean isUnique,
        boolean isTraceUnique,
        Extremum growth,
        Extremum belowEdge,
        Extremum residual,
        double startDistance,
        Optional<Integer> released) {

    public UnstableEigenvalues {
        startEigenvalues = List.copyOf(startEigenvalues);
        events = List.copyOf(events);
        changes = List.copyOf(changes);
        meanSquare = List.copyOf(meanSquare);
        meanCovariance = List.copyOf(meanCovariance);
    }

    /**
     * Sigma at a step.
     *
     * @param matrix Sigma
     * @param eigenvalues largest first
     * @param rank its rank
     * @param isUnique whether (38) has no other solution
     * @param isTraceUnique whether its trace is the same in all
     */
    public record Covariance(
            List<List<Double>> matrix, List<Double> eigenvalues, int rank, boolean isUnique, boolean isTraceUnique) {

        public Covariance {
            matrix = List.copyOf(matrix);
            eigenvalues = List.copyOf(eigenvalues);
        }

        /** {@code tr Sigma}. */
        public double trace() {
            return eigenvalues.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /**
     * A change of how many eigenvalues are at the edge, or are followed.
     *
     * @param step where it is so first
     * @param before how many the step before
     * @param after how many now
     */
    public record Event(int step, int before, int after) {

        /** One sentence on the edge. */
        public String atEdge() {
            return (after > before
                            ? "an eigenvalue comes to the edge at step "
                            : "an eigenvalue leaves the edge at step ")
                    + step + ": " + after + " at the edge instead of " + before;
        }

        /** One sentence on k. */
        public String followed() {
            return (after > before
                            ? "an eigenvalue comes near the edge from behind at step "
                            : "an eigenvalue has left the edge for good at step ")
                    + step + ": k is " + after + " instead of " + before;
        }
    }

    /**
     * The distance of the means, {@code |<X X^T> - <Sigma>|/tr <Sigma>}, of their traces where these alone are unique; empty where they are not either, or Sigma is
     * zero.
     */
    public Optional<Double> distanceOfMeans() {
        if (!isTraceUnique) {
            return Optional.empty();
        }
        double square = 0;
        double trace = 0;
        double ofTraces = 0;
        int size = meanSquare.size();
        for (int i = 0; i < size; i++) {
            trace += meanCovariance.get(i).get(i);
            ofTraces += meanSquare.get(i).get(i) - meanCovariance.get(i).get(i);
            for (int j = 0; j < size; j++) {
                double difference =
                        meanSquare.get(i).get(j) - meanCovariance.get(i).get(j);
                square += difference * difference;
            }
        }
        double distance = isUnique ? Math.sqrt(square) : Math.abs(ofTraces);
        return trace > 0 ? Optional.of(distance / trace) : Optional.empty();
    }
}
