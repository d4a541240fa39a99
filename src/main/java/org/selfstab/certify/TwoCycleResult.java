package org.selfstab.certify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.selfstab.expression.Symbol;
import org.selfstab.interval.Interval;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.Verdict;

/**
 * What could be certified of an orbit of a period, mostly two, of the problem's optimizer.
 *
 * @param problem the problem
 * @param period of how many steps
 * @param orbit the orbit; empty if none was proved
 * @param obstacle why none was proved
 */
public record TwoCycleResult(Problem problem, int period, Optional<Orbit> orbit, Optional<String> obstacle) {

    /**
     * An orbit that exists.
     *
     * @param points contain its points, in the order of {@link TwoCycleResult#coordinates}; the first is disjoint from those of divisors of the period
     * @param uniquenessRadius no other point whose period divides this one lies within this distance of the first, in each coordinate
     * @param stable HOLDS if the optimizer converges to it from nearby states (all eigenvalues of the derivative of a period's steps of its state inside the unit circle), FAILS if
     *     one is certainly not inside, UNDECIDED if the bounds do not tell
     * @param spectralRadius contains the largest modulus of these eigenvalues; empty where it is decided of too large a matrix to be bounded closely
     * @param exponents contain its Lyapunov exponents and dimensions; empty for larger states, adaptive optimizers, and where a step's derivative may be singular
     * @param proof what others need to verify it
     */
    public record Orbit(
            List<List<Interval>> points,
            double uniquenessRadius,
            Verdict.Status stable,
            Optional<Interval> spectralRadius,
            Optional<CycleExponents> exponents,
            OrbitProof proof) {

        public Orbit {
            points = List.copyOf(points);
        }

        /** Contains the root of the spectral radius of the order of the period: how much differences grow in a step. */
        public Optional<Interval> perStep(int period) {
            if (period == 2) {
                return spectralRadius.map(Interval::sqrt);
            }
            return spectralRadius.map(radius -> {
                if (period == 1 || !(radius.upper() > 0)) {
                    return radius;
                }
                Interval largest =
                        Interval.of(radius.upper()).log().divide(period).exp();
                double least = radius.lower() > 0
                        ? Interval.of(radius.lower()).log().divide(period).exp().lower()
                        : 0;
                return new Interval(least, largest.upper());
            });
        }

        /** The first point. */
        public List<Interval> first() {
            return points.get(0);
        }

        /** The point after a step, of a fixed point itself. */
        public List<Interval> second() {
            return points.get(points.size() > 1 ? 1 : 0);
        }
    }

    /**
     * What shows an orbit, for a certificate.
     *
     * @param zero the first point as a zero of {@code f^p(z) - z}; of an adaptive optimizer z is its state with {@code sqrt(nu)/eta} for nu
     * @param second about the second point, of the same dimension
     * @param secondRadii how far it lies from that at most, in each coordinate
     * @param inverse about the inverse of that function's derivative, with which Krawczyk's test passes
     * @param witness what shows its stability; empty if undecided
     */
    public record OrbitProof(
            ProvedZero zero,
            List<Double> second,
            List<Double> secondRadii,
            List<List<Double>> inverse,
            Optional<SteinWitness> witness) {}

    /** What the points of an orbit consist of: the variables and, of an adaptive optimizer, the second moment of each group, and the average of gradients where it keeps one. */
    public List<String> coordinates() {
        List<String> names =
                new ArrayList<>(problem.variables().stream().map(Symbol::name).toList());
        problem.adaptive().ifPresent(optimizer -> {
            List<String> variables = List.copyOf(names);
            for (int g = 1; g <= optimizer.groupCount(); g++) {
                names.add(optimizer.groupCount() == 1 ? "nu" : "nu[" + g + "]");
            }
            if (orbit.isPresent() && orbit.get().first().size() > names.size()) {
                variables.forEach(variable -> names.add("m[" + variable + "]"));
            }
        });
        List<String> variables = List.copyOf(names);
        int copies = orbit.map(found -> found.first().size() / variables.size()).orElse(1);
        if (problem.adaptive().isEmpty()) {
            for (int copy = 2; copy <= copies; copy++) {
                for (String variable : variables) {
                    names.add(variable + " (copy " + copy + ")");
                }
            }
        }
        return names;
    }

    /** HOLDS if an orbit was proved, else UNDECIDED: a failed proof does not show that there is none. */
    public Verdict.Status status() {
        return orbit.isPresent() ? Verdict.Status.HOLDS : Verdict.Status.UNDECIDED;
    }
}
