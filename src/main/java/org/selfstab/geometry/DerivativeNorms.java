package org.selfstab.geometry;

import org.hipparchus.CalculusFieldElement;
import org.selfstab.loss.LossAtPoint;

/**
 * The operator norms of the third and fourth derivatives at a point, {@code max |D^kL(a, ..., c)|} over unit vectors, which by
 * Banach's theorem on symmetric forms is attained at equal arguments; bounded from both sides in double precision.
 *
 * <p>Lower bound: a search from the Hessian's eigenvectors and, in up to 10 dimensions, all their normalised sums and differences in
 * pairs, and from 24 generic directions, the same on each call.
 * Upper bound: the Frobenius norm or, where that says too little, the spectral norm of an unfolding into a matrix;
 * n by n^2 for the third derivative, for the fourth n^2 by n^2 in up to 10 dimensions, otherwise n by n^3.
 *
 * @param <T> the field's elements
 */
public final class DerivativeNorms<T extends CalculusFieldElement<T>> {

    /** More entries of a derivative are not read at one point: neither time nor memory would suffice. */
    public static final long MAX_ENTRIES = 10_000_000;

    private final int n;
    private final TensorReader<T> reader;
    private final Colouring thirdColouring;
    private final StartDirections starts;
    private Colouring fourthColouring;

    /**
     * Prepares the norms at a point.
     *
     * @throws UndefinedGeometryException if a derivative is not finite there; the other methods likewise
     */
    public DerivativeNorms(LossAtPoint<T> loss) {
        this.n = loss.point().getDimension();
        this.reader = new TensorReader<>(loss);
        this.thirdColouring = reader.thirdColouring();
        this.starts = new StartDirections(() -> TensorReader.real(loss.hessian(), 2, loss));
    }

    /** How many entries have to be read for the whole third derivative. */
    public long thirdEntries() {
        return entries(thirdColouring.colours());
    }

    /** How many entries have to be read for the whole fourth derivative, those that are equal by symmetry each for itself. */
    public long fourthEntries() {
        long colours = fourthColouring().colours();
        return entries(colours * (colours + 1) / 2);
    }

    private long entries(long contractions) {
        return contractions * n * (n + 1) / 2;
    }

    private Colouring fourthColouring() {
        if (fourthColouring == null) {
            fourthColouring = reader.fourthColouring();
        }
        return fourthColouring;
    }

    /** Bounds of the norm of {@code D3L}; at most {@value #MAX_ENTRIES} entries are affordable. */
    public NormBounds third() {
        LargestNorm norm = new LargestNorm();
        includeThird(norm);
        return norm.bounds();
    }

    /** Bounds of the norm of {@code D4L}; at most {@value #MAX_ENTRIES} entries are affordable. */
    public NormBounds fourth() {
        LargestNorm norm = new LargestNorm();
        includeFourth(norm);
        return norm.bounds();
    }

    /**
     * Includes the norm of {@code D3L} in a maximum.
     *
     * @return whether it has the largest lower bound so far
     */
    public boolean includeThird(LargestNorm norm) {
        return norm.include(reader.third(thirdColouring), starts);
    }

    /**
     * Includes the norm of {@code D4L} in a maximum.
     *
     * @return whether it has the largest lower bound so far
     */
    public boolean includeFourth(LargestNorm norm) {
        return norm.include(reader.fourth(fourthColouring()), starts);
    }
}
