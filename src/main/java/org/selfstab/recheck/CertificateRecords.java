package org.selfstab.recheck;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The parts of a certificate as they stand in the file; certificates.md says what each certifies. */
final class CertificateRecords {

    private CertificateRecords() {}

    /** The points {@code centre + Q z}, {@code |z_i| <= radii_i}; as many coordinates as rows of Q and radii. */
    record Set(List<Double> centre, List<List<Double>> frame, List<Double> radii) {}

    /** A set before t = 0, and the distance within which the stable set has a point, inside, of each member. */
    record Approach(Set set, Optional<Double> reach) {}

    /** N unknowns, the box in which Krawczyk's test passes, and how far the zero is at most from the centre. */
    record Zero(List<Double> centre, List<Double> box, List<Double> radii) {}

    /** A solution of the nearest-point equations on one piece of the stable set. */
    record Nearest(String piece, Zero zero, double distance, double uniqueness) {}

    /** The top eigenpair over the tube, with a bound on the second eigenvalue. */
    record TubePair(Zero pair, Optional<Double> secondAtMost) {}

    /** One step; memory stands where the optimizer keeps several copies, of which iterate and predicted are sets then. */
    record Step(
            int t,
            Set iterate,
            Zero iteratePair,
            List<Nearest> nearest,
            double daggerRadius,
            Optional<Set> memory,
            Optional<Double> secondAtLeast,
            Optional<Double> secondAtMost,
            List<Double> quartic,
            Set predicted,
            double tubeRadius,
            Optional<TubePair> tube) {}

    /** A solution of the equations of nearest points of {@code M_k}, U being the basis nearest to the reference. */
    record UnstableNearest(String piece, List<List<Double>> reference, Zero zero, double distance) {}

    /** One step of a run of several unstable eigenvalues; Sigma by its rank and the zero of its equations. */
    record UnstableStep(
            int t,
            Set iterate,
            List<UnstableNearest> nearest,
            double daggerRadius,
            Optional<Set> memory,
            Optional<Double> nextAtMost,
            int rank,
            Zero covariance,
            Set predicted) {}

    /** The largest distances of exact points from centres, and the smallest radius of uniqueness. */
    record End(
            Optional<Double> iterate,
            Optional<Double> constrained,
            Optional<Double> predicted,
            Optional<Double> uniqueness) {}

    /** A claim; an endpoint that is absent bounds nothing. */
    record Claim(
            String name,
            String quantity,
            Optional<Double> lower,
            Optional<Double> upper,
            Optional<Double> threshold,
            String verdict) {}

    /**
     * An orbit of period two, in decimals: its first point as a zero of {@code f(f(theta)) - theta} in the box with these half-widths, within the
     * radii, with about the inverse of that function's derivative, n by n; its second point, and its radii; and the witness of what is said of its
     * stability.
     */
    record Orbit(
            int digits,
            int period,
            List<BigDecimal> first,
            List<BigDecimal> box,
            List<BigDecimal> radii,
            List<BigDecimal> second,
            List<BigDecimal> secondRadii,
            BigDecimal uniqueness,
            List<List<BigDecimal>> inverse,
            String stable,
            Optional<Stein> witness) {}

    /** A symmetric P for Stein's equation of {@code M/scale}, and, to show an eigenvalue outside, an x with {@code x'Px <= 0}. */
    record Stein(BigDecimal scale, List<List<BigDecimal>> form, Optional<List<BigDecimal>> direction) {}

    /**
     * A minimum of the mean of the items, and a step size below and one above which the second moment of the linearization about it decays no more.
     */
    record MeanSquareEdge(int digits, Zero minimum, SecondMoment below, SecondMoment above) {}

    /** A step size, a symmetric P for Stein's equation of the second moment there, and, to show that it does not decay, an x with {@code x'Px <= 0}. */
    record SecondMoment(double eta, List<List<Double>> form, Optional<List<Double>> direction) {}

    /** The numbers that a variable or parameter takes. */
    record Side(String name, double from, double to) {}

    /** A box, the digits that its claims take, and the parts on each of which the loss is defined; absent if that was not shown. */
    record Box(List<Side> sides, int digits, Optional<String> defined, List<BoxClaim> claims) {}

    /** A claim about all points of a box: the parts on each of which it is proved, or a point at which it is refuted. */
    record BoxClaim(
            String quantity,
            String sense,
            BigDecimal bound,
            String verdict,
            Optional<String> parts,
            Optional<List<Double>> witness) {}
}
