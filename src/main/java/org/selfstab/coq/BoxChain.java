package org.selfstab.coq;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;

/**
 * Boxes of which a map carries each into the next, about dyadic centres with more digits than a double has: proposed here, proved by Coq. All numbers are whole
 * multiples of {@code 2^-scale}.
 */
final class BoxChain {

    private static final int MOST_BITS = 2_000;
    /** Of the radius with which a chain begins, beyond what it grows by. */
    private static final int FIRST_BITS = 90;
    /** Of radii beyond those of centres. */
    private static final int FINER = 20;

    private final Motion motion;
    private final int bits;
    private final List<Box> boxes;
    private int magnitude = 1;

    /**
     * A map of some numbers, which may depend on others that do not move.
     *
     * @param names of the numbers that move
     * @param images where they move
     * @param slopes the derivatives of these by those
     * @param start all numbers at first, with the digits of a field
     * @param radii of the first box, in units of {@code 2^-scale} for a scale
     */
    record Motion(
            List<String> names,
            List<Term> images,
            List<List<Term>> slopes,
            Function<DfpField, Map<String, Dfp>> start,
            IntFunction<List<BigInteger>> radii) {
        Motion {
            names = List.copyOf(names);
            images = List.copyOf(images);
            slopes = List.copyOf(slopes);
        }

        private int size() {
            return names.size();
        }
    }

    /** Multiples of the unit. */
    private record Box(List<BigInteger> centre, List<BigInteger> radii) {}

    /**
     * A chain.
     *
     * @param count of boxes
     * @param leastScale that the scale is not below
     */
    BoxChain(Motion motion, int count, int leastScale) {
        this.motion = motion;
        double growth = growth(count);
        double needed = FIRST_BITS + Math.ceil(Math.log(growth) / Math.log(2.0));
        this.bits = (int) Math.min(MOST_BITS + 1.0, Math.max(needed, leastScale - FINER));
        if (bits > MOST_BITS) {
            throw new NoTermException("the boxes about the iterates grow by " + growth + ", for which " + MOST_BITS
                    + " bits are too few");
        }
        this.boxes = boxes(count);
    }

    int size() {
        return boxes.size();
    }

    /** All numbers are multiples of 2 to the power of minus this. */
    int scale() {
        return bits + FINER;
    }

    /** The digits, in bits, with which intervals are to be computed. */
    int precision() {
        return scale() + magnitude + 20;
    }

    /** The field of numbers with which centres are computed. */
    DfpField field() {
        return new DfpField((int) Math.ceil(0.302 * (bits + magnitude)) + 25);
    }

    /** A box as Coq writes it, {@code [(c, r); (c, r)]}. */
    String text(int t) {
        Box box = boxes.get(t);
        return IntStream.range(0, motion.size())
                .mapToObj(i -> pair(box.centre().get(i), box.radii().get(i)))
                .collect(Collectors.joining("; ", "[", "]"));
    }

    /** The definitions of what boxes are over, and of the digits of intervals. */
    String digits() {
        return "Definition scale : nat := " + scale() + "%nat.\nDefinition digits := Number.PtoP " + precision()
                + ".\n";
    }

    /** The definitions of the boxes of some steps, as the library's theorem about a sequence in boxes takes them. */
    String definitions(int from, int to) {
        return "Definition first : box := " + text(from) + ".\nDefinition others : list box := ["
                + IntStream.rangeClosed(from + 1, to).mapToObj(this::text).collect(Collectors.joining(";\n  "))
                + "].\nDefinition last_one : box := " + text(to) + ".\n";
    }

    /** The radii of a first box without other uncertainty than that of rounding. */
    static List<BigInteger> rounding(int count) {
        return Collections.nCopies(count, BigInteger.TWO.pow(FINER));
    }

    /** The radii of a box, in units. */
    List<BigInteger> radii(int t) {
        return boxes.get(t).radii();
    }

    /** A centre and a radius, as Coq writes them. */
    static String pair(BigInteger centre, BigInteger radius) {
        return "(" + centre + ", " + radius + ")%Z";
    }

    /** A centre, about. */
    Map<String, Dfp> centre(int t, DfpField field) {
        Map<String, Dfp> point = new HashMap<>();
        Dfp unit = field.getOne().divide(power(field, scale()));
        for (int i = 0; i < motion.size(); i++) {
            point.put(
                    motion.names().get(i),
                    field.newDfp(boxes.get(t).centre().get(i).toString()).multiply(unit));
        }
        return point;
    }

    static Dfp power(DfpField field, int exponent) {
        return field.newDfp(BigInteger.TWO.pow(exponent).toString());
    }

    /** The nearest multiple of {@code 2^-scale}. */
    static BigInteger rounded(Dfp value, int scale) {
        Dfp scaled = value.multiply(power(value.getField(), scale));
        return new BigDecimal(scaled.toString())
                .setScale(0, RoundingMode.HALF_EVEN)
                .toBigInteger();
    }

    /** By how much a small box about the start grows at most, about. */
    private double growth(int count) {
        DfpField field = new DfpField(24);
        Evaluation<Dfp> decimals = Evaluation.inDecimals(field);
        Map<String, Dfp> point = motion.start().apply(field);
        double[] radii = new double[motion.size()];
        java.util.Arrays.fill(radii, 1.0);
        double largest = 1.0;
        double farthest = 1.0;
        for (int t = 1; t < count; t++) {
            double[] next = new double[motion.size()];
            Map<String, Dfp> image = new HashMap<>(point);
            for (int i = 0; i < motion.size(); i++) {
                next[i] = 1.0;
                for (int j = 0; j < motion.size(); j++) {
                    next[i] += 1.000001 * slope(decimals, i, j, point) * radii[j];
                }
                largest = Math.max(largest, next[i]);
                Dfp moved = decimals.of(motion.images().get(i), point);
                farthest = Math.max(farthest, Math.abs(moved.toDouble()));
                image.put(motion.names().get(i), moved);
            }
            radii = next;
            point = image;
        }
        magnitude += (int) Math.ceil(Math.log(farthest) / Math.log(2.0));
        return largest;
    }

    private double slope(Evaluation<Dfp> decimals, int i, int j, Map<String, Dfp> point) {
        Term slope = motion.slopes().get(i).get(j);
        return slope.equals(Term.ZERO)
                ? 0.0
                : Math.abs(decimals.of(slope, point).toDouble());
    }

    private List<Box> boxes(int count) {
        DfpField field = field();
        Evaluation<Dfp> decimals = Evaluation.inDecimals(field);
        BigInteger unit = BigInteger.TWO.pow(FINER);
        Dfp scale = field.getOne().divide(power(field, scale()));
        List<Box> found = new ArrayList<>();
        Map<String, Dfp> exact = motion.start().apply(field);
        List<BigInteger> radii = motion.radii().apply(scale());
        for (int t = 0; t < count; t++) {
            Map<String, Dfp> point = new HashMap<>(exact);
            List<BigInteger> centre = new ArrayList<>();
            for (String name : motion.names()) {
                BigInteger rounded = rounded(exact.get(name), scale());
                centre.add(rounded);
                point.put(name, field.newDfp(rounded.toString()).multiply(scale));
            }
            List<BigInteger> next = new ArrayList<>();
            Map<String, Dfp> image = new HashMap<>(exact);
            for (int i = 0; i < motion.size(); i++) {
                BigDecimal reach = new BigDecimal(unit);
                for (int j = 0; j < motion.size(); j++) {
                    double bound = slope(decimals, i, j, point) * (1.0 + 1e-9);
                    if (bound > 0.0) {
                        reach = reach.add(new BigDecimal(bound + 1e-11).multiply(new BigDecimal(radii.get(j))));
                    }
                }
                next.add(shortened(reach.toBigInteger()));
                image.put(motion.names().get(i), decimals.of(motion.images().get(i), point));
            }
            found.add(new Box(centre, radii));
            radii = next;
            exact = image;
        }
        return found;
    }

    /** A number above with a short text in binary. */
    private static BigInteger shortened(BigInteger value) {
        int drop = Math.max(0, value.bitLength() - 20);
        return value.shiftRight(drop).add(BigInteger.ONE).shiftLeft(drop);
    }
}
