package org.selfstab.claims;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hipparchus.complex.Complex;

/**
 * Where the iterates of an optimizer end, as far as a numeric run tells.
 *
 * @param kind how they end
 * @param orbit the points that they come to, in the order of the steps: the limit itself or those of a cycle, from the one of the smallest first coordinate on;
 *     empty of the other kinds
 * @param distance the distance of the last iterate from them; empty of the other kinds
 * @param multiplier the eigenvalue of the largest modulus, apart from {@code neutral} ones that are 1, of the derivative of as many steps as the
 *     period: by it a small distance is multiplied; empty of the other kinds, of too many variables, and where there is no other eigenvalue
 * @param neutral the dimension of the manifold of such limits through it
 * @param evidence what it rests on, one sentence
 */
public record Limit(
        Kind kind,
        List<Point> orbit,
        Optional<Double> distance,
        Optional<Complex> multiplier,
        int neutral,
        String evidence) {

    public Limit {
        orbit = List.copyOf(orbit);
    }

    /** How iterates end. */
    public enum Kind {
        /** At a point. */
        POINT,
        /** On a cycle. */
        CYCLE,
        /** Within bounds, and not periodic up to the largest period looked for. */
        BOUNDED,
        /** They are not finite, or the loss is not. */
        DIVERGED,
        /** The run does not tell. */
        UNDECIDED;

        /** The word for it in outputs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A point that iterates come to.
     *
     * @param at its coordinates
     * @param loss L there
     * @param sharpness S there
     */
    public record Point(List<Double> at, double loss, double sharpness) {

        public Point {
            at = List.copyOf(at);
        }
    }

    /** Of a run that does not tell. */
    public static Limit undecided(String why) {
        return without(Kind.UNDECIDED, why);
    }

    /** Of a run that comes to no point or cycle. */
    public static Limit without(Kind kind, String evidence) {
        return new Limit(kind, List.of(), Optional.empty(), Optional.empty(), 0, evidence);
    }

    /** After how many steps they return; empty unless they come to a point or a cycle. */
    public Optional<Integer> period() {
        return orbit.isEmpty() ? Optional.empty() : Optional.of(orbit.size());
    }

    /** The first of the points that they come to; empty if there is none. */
    public Optional<Point> point() {
        return orbit.stream().findFirst();
    }
}
