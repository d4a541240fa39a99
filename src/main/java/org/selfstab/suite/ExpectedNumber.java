package org.selfstab.suite;

import java.util.List;
import org.selfstab.claims.Verdict;
import org.selfstab.theory.AcceptedRange;

/**
 * A number is asserted to lie in a range.
 *
 * @param range the range
 * @param text the assertion, for people
 */
public record ExpectedNumber(AcceptedRange range, String text) implements Expected {

    /** Expected values below this, 50 digits being computed, are 0 to rounding. */
    private static final double ZERO = 1e-30;

    /** What lies in a range. */
    public static ExpectedNumber in(AcceptedRange range) {
        return new ExpectedNumber(range, range.text());
    }

    /**
     * What equals a value up to a relative tolerance, of 0 up to an absolute one.
     *
     * @param tolerance from 0 to 0.1
     */
    public static ExpectedNumber equal(double value, double tolerance) {
        double centre = Math.abs(value) < ZERO ? 0.0 : value;
        double width = centre == 0 ? tolerance : tolerance * Math.abs(centre);
        return new ExpectedNumber(
                AcceptedRange.around(centre, width), Numbers.text(centre) + " within " + Numbers.size(width));
    }

    @Override
    public Judgement against(Computed computed) {
        if (computed instanceof Computed.OfNumber number) {
            return against(number);
        }
        if (computed instanceof Computed.OfOrders orders) {
            Verdict verdict = orders.between(range.least(), range.most());
            return new Judgement(outcomeOf(verdict.status()), computed.text(), text, verdict.reason());
        }
        return judgement(computed.withoutComparison(), computed);
    }

    /** Undecided where rounding may have moved the number over an end of the range. */
    private Judgement against(Computed.OfNumber number) {
        double lowest = number.value() - number.error();
        double highest = number.value() + number.error();
        boolean isInside = lowest >= range.least() && highest <= range.most();
        boolean isOutside = highest < range.least() || lowest > range.most();
        if (number.error() > 0 && !isInside && !isOutside) {
            String moved = Double.isInfinite(number.error())
                    ? "rounding may have made it on the way"
                    : "rounding may have moved it by " + Numbers.size(number.error());
            return new Judgement(
                    Outcome.UNDECIDED,
                    number.text(),
                    text,
                    moved + "; verify --precision 50 computes it with more digits");
        }
        return judgement(range.accepts(number.value()) ? Outcome.PASSED : Outcome.FAILED, number);
    }

    private static Outcome outcomeOf(Verdict.Status status) {
        return switch (status) {
            case HOLDS -> Outcome.PASSED;
            case FAILS -> Outcome.FAILED;
            case UNDECIDED, NOT_APPLICABLE -> Outcome.UNDECIDED;
        };
    }

    @Override
    public List<Expected> mutants() {
        return range.moved().stream().<Expected>map(ExpectedNumber::in).toList();
    }

    @Override
    public String survival(Expected mutant) {
        return "this bound is loose: it still passes as " + mutant.text();
    }
}
