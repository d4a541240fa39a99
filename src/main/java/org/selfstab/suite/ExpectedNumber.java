package org.selfstab.suite;

import java.util.List;
import org.selfstab.claims.Reading;
import org.selfstab.theory.AcceptedRange;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Verdict;

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
                AcceptedRange.around(centre, width), Digits.text(centre) + " within " + Digits.size(width));
    }

    @Override
    public Judgement against(Reading computed) {
        if (computed instanceof Reading.OfNumber number) {
            return against(number);
        }
        if (computed instanceof Reading.OfOrders orders) {
            Verdict verdict = orders.between(range.least(), range.most());
            return new Judgement(verdict.status(), computed.text(), text, verdict.reason());
        }
        return notComparable(computed);
    }

    /** Undecided where rounding may have moved the number over an end of the range. */
    private Judgement against(Reading.OfNumber number) {
        Verdict.Status status = range.accepts(number.number());
        return status == Verdict.Status.UNDECIDED
                ? new Judgement(status, number.text(), text, number.number().doubt())
                : judgement(status, number);
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
