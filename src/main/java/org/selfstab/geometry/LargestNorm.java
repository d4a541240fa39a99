package org.selfstab.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Bounds of the largest operator norm among derivatives at several points, cheap bounds first: where the Frobenius norm is not above what is
 * known already, nothing more is computed; elsewhere a few directions are tried, and all of them only where the norm was found largest.
 */
public final class LargestNorm {

    private double upper;
    private NormSearch.Found largest;
    private DerivativeTensor tensorOfLargest;
    private StartDirections startsOfLargest;

    /**
     * Takes in a derivative.
     *
     * @return whether it has the largest value found so far
     */
    boolean include(DerivativeTensor tensor, StartDirections starts) {
        double frobenius = tensor.frobeniusNorm();
        if (frobenius > upper) {
            upper = Math.max(upper, Math.min(frobenius, tensor.unfoldingNorm()));
        }
        if (largest != null && frobenius <= largest.value()) {
            return false;
        }
        NormSearch.Found found = new NormSearch(tensor).good(few(starts));
        if (largest != null && found.value() <= largest.value()) {
            return false;
        }
        largest = found;
        tensorOfLargest = tensor;
        startsOfLargest = starts;
        return true;
    }

    /** The direction found at another point most often is close to the best at this one. */
    private List<DMatrixRMaj> few(StartDirections starts) {
        List<DMatrixRMaj> few = new ArrayList<>(starts.few());
        if (largest != null) {
            few.add(largest.direction());
        }
        return few;
    }

    /** The bounds; at least one derivative must have been included. */
    public NormBounds bounds() {
        List<DMatrixRMaj> starts = new ArrayList<>(startsOfLargest.all());
        starts.add(largest.direction());
        NormSearch.Found best = new NormSearch(tensorOfLargest).best(starts);
        // The same number computed in two ways may differ by rounding.
        return new NormBounds(
                Math.min(best.value(), upper),
                upper,
                Arrays.stream(best.direction().data).boxed().toList());
    }
}
