package org.selfstab.theory;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.claims.RoundedNumber;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Verdict;

/**
 * The values of a number that agree with a claim.
 *
 * @param least the smallest, possibly minus infinity
 * @param most the largest, possibly infinity
 */
public record AcceptedRange(double least, double most) {

    private static final double FACTOR = 10.0;
    private static final double HUNDREDTH = 0.01;

    public AcceptedRange {
        if (!(least <= most) || (Double.isInfinite(least) && Double.isInfinite(most))) {
            throw new IllegalArgumentException("no range: " + least + " to " + most);
        }
    }

    /** Everything from a number up. */
    public static AcceptedRange atLeast(double least) {
        return new AcceptedRange(least, Double.POSITIVE_INFINITY);
    }

    /** Everything up to a number. */
    public static AcceptedRange atMost(double most) {
        return new AcceptedRange(Double.NEGATIVE_INFINITY, most);
    }

    /** A number and what differs from it by no more than a tolerance. */
    public static AcceptedRange around(double value, double tolerance) {
        return new AcceptedRange(value - tolerance, value + tolerance);
    }

    /** A value beside the end of the range that it violates, or that it is nearest to. */
    public Bound boundOf(double value) {
        boolean lower = Double.isInfinite(most) || value < least || (value <= most && value - least < most - value);
        return lower ? new Bound(value, least, Bound.Sense.AT_LEAST) : new Bound(value, most, Bound.Sense.AT_MOST);
    }

    /** Whether a number agrees, whatever rounding did to it; undecided where that may have moved it over an end. */
    public Verdict.Status accepts(RoundedNumber number) {
        boolean isInside = accepts(number.value()) && number.lowest() >= least && number.highest() <= most;
        boolean isOutside = !accepts(number.value()) && !(number.highest() >= least && number.lowest() <= most);
        return isInside ? Verdict.Status.HOLDS : isOutside ? Verdict.Status.FAILS : Verdict.Status.UNDECIDED;
    }

    /** Whether a value agrees; one that is not a number never does. */
    public boolean accepts(double value) {
        return boundOf(value).isMet();
    }

    /**
     * Ranges that a value which this range tells something about should not agree with; made without looking at any value.
     *
     * <p>A bound moves tenfold to its stricter side, a bound of 0 by 1/100; so a bound counts as sharp if it is within a factor of 10 of the
     * value. A range with two ends of one sign that are less than a factor of 10 apart, or about 0, is sharp by itself: it moves up and down by three
     * times half its width and at least by a hundredth of its centre, and changes its sign.
     */
    public List<AcceptedRange> moved() {
        return isNarrow() ? shifted() : tightened();
    }

    private boolean isNarrow() {
        boolean twoSided = Double.isFinite(least) && Double.isFinite(most);
        double product = least * most;
        return twoSided && (product <= 0 || Math.max(least / most, most / least) < FACTOR);
    }

    private List<AcceptedRange> shifted() {
        double centre = (least + most) / 2;
        double atLeast = centre == 0 && least == most ? HUNDREDTH : HUNDREDTH * Math.abs(centre);
        double shift = Math.max(1.5 * (most - least), atLeast);
        List<AcceptedRange> ranges = new ArrayList<>();
        ranges.add(new AcceptedRange(least + shift, most + shift));
        ranges.add(new AcceptedRange(least - shift, most - shift));
        if (least * most > 0) {
            ranges.add(new AcceptedRange(-most, -least));
        }
        return ranges;
    }

    private List<AcceptedRange> tightened() {
        List<AcceptedRange> ranges = new ArrayList<>();
        if (Double.isFinite(least)) {
            ranges.add(atLeast(least == 0 ? HUNDREDTH : least > 0 ? least * FACTOR : least / FACTOR));
        }
        if (Double.isFinite(most)) {
            ranges.add(atMost(most == 0 ? -HUNDREDTH : most > 0 ? most / FACTOR : most * FACTOR));
        }
        return ranges;
    }

    /** The range for people, for instance {@code at most 20}. */
    public String text() {
        if (Double.isInfinite(most)) {
            return "at least " + number(least);
        }
        return Double.isInfinite(least) ? "at most " + number(most) : "from " + number(least) + " to " + number(most);
    }

    private static String number(double value) {
        return Double.toString(value).replaceFirst("\\.0$", "");
    }
}
