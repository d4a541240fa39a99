package org.selfstab.recheck;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;

/**
 * The parts of a box that a text states: {@code .} is a part, and a letter says that a part is halved along the side of that place in {@link
 * #SIDES}, the lower half's parts before the upper half's. The halves share the point between them, so that the parts of any such text cover
 * the box.
 */
final class Bisection {

    /** The letters of sides, in order. */
    static final String SIDES = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static final char PART = '.';
    /** How often a part is halved beyond what is stated, where the checker's bounds are the wider ones. */
    private static final int MORE_HALVINGS = 6;

    private final Decimals decimals;
    private final FieldVector<DecimalInterval> whole;

    Bisection(Decimals decimals, FieldVector<DecimalInterval> whole) {
        this.decimals = decimals;
        this.whole = whole;
    }

    /**
     * Whether a property is shown on each part, or on each of a part's own parts.
     *
     * @param text the parts
     * @param shown whether it is shown on all of a box
     * @param otherwise why it is not
     * @return how many parts the text states
     * @throws RejectedException if not, or if the text states no parts
     */
    int requireOnParts(
            String text,
            Predicate<FieldVector<DecimalInterval>> shown,
            Function<FieldVector<DecimalInterval>, String> otherwise) {
        Deque<FieldVector<DecimalInterval>> open = new ArrayDeque<>();
        open.push(whole);
        int parts = 0;
        for (int i = 0; i < text.length(); i++) {
            RejectedException.unless(!open.isEmpty(), "more parts are stated than the box has");
            FieldVector<DecimalInterval> part = open.pop();
            if (text.charAt(i) == PART) {
                requireShown(part, shown, otherwise, MORE_HALVINGS);
                parts++;
            } else {
                int side = SIDES.indexOf(text.charAt(i));
                RejectedException.unless(0 <= side && side < whole.getDimension(), "the box has no such side to halve");
                open.push(decimals.half(part, side, false));
                open.push(decimals.half(part, side, true));
            }
        }
        RejectedException.unless(open.isEmpty(), "the stated parts do not cover the box");
        return parts;
    }

    /**
     * Whether a property is shown on the whole box, or on each of parts of it of which none is stated.
     *
     * @param halvings how often a part is halved at most
     * @param shown whether it is shown on all of a box
     * @param otherwise why it is not
     * @throws RejectedException if not
     */
    void requireOnHalves(
            int halvings,
            Predicate<FieldVector<DecimalInterval>> shown,
            Function<FieldVector<DecimalInterval>, String> otherwise) {
        requireShown(whole, shown, otherwise, halvings);
    }

    private void requireShown(
            FieldVector<DecimalInterval> part,
            Predicate<FieldVector<DecimalInterval>> shown,
            Function<FieldVector<DecimalInterval>, String> otherwise,
            int halvings) {
        if (shown.test(part)) {
            return;
        }
        if (halvings == 0) {
            throw new RejectedException(otherwise.apply(part));
        }
        int widest = widest(part);
        requireShown(decimals.half(part, widest, true), shown, otherwise, halvings - 1);
        requireShown(decimals.half(part, widest, false), shown, otherwise, halvings - 1);
    }

    /** The side that is the largest share of the whole box's. */
    private int widest(FieldVector<DecimalInterval> part) {
        int widest = 0;
        double most = -1.0;
        for (int i = 0; i < part.getDimension(); i++) {
            double all = width(whole.getEntry(i));
            double share = all == 0.0 ? 0.0 : width(part.getEntry(i)) / all;
            if (share > most) {
                widest = i;
                most = share;
            }
        }
        return widest;
    }

    private static double width(DecimalInterval side) {
        return side.upper().subtract(side.lower()).doubleValue();
    }
}
