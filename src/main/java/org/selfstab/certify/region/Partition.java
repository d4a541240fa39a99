package org.selfstab.certify.region;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.Interval;

/**
 * A box that is halved, and its halves again, as a tree of parts. Its text has a {@code .} for a part, and for one that was halved the letter
 * of the side, before the lower half's text and the upper half's: so that any such text covers the box.
 */
final class Partition {

    /** The letters of sides, in order; a box of more has no text. */
    private static final String SIDES = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final FieldVector<Interval> box;
    private final FieldVector<Interval> whole;
    private int side = -1;
    private Partition lower;
    private Partition upper;

    /** A box as its own only part. */
    Partition(FieldVector<Interval> whole) {
        this(whole, whole);
    }

    private Partition(FieldVector<Interval> box, FieldVector<Interval> whole) {
        this.box = box;
        this.whole = whole;
    }

    FieldVector<Interval> box() {
        return box;
    }

    /** Halves the part where it is the largest share of the whole box, and appends the halves; false if it is a point there already. */
    boolean halve(Deque<Partition> open) {
        int widest = IntStream.range(0, box.getDimension())
                .boxed()
                .max((i, j) -> Double.compare(share(i), share(j)))
                .orElseThrow();
        Interval all = box.getEntry(widest);
        if (!(all.lower() < all.midpoint() && all.midpoint() < all.upper())) {
            return false;
        }
        side = widest;
        lower = new Partition(box.copy(), whole);
        upper = new Partition(box.copy(), whole);
        lower.box.setEntry(widest, all.lowerHalf());
        upper.box.setEntry(widest, all.upperHalf());
        open.addLast(lower);
        open.addLast(upper);
        return true;
    }

    private double share(int i) {
        double all = whole.getEntry(i).width();
        return all == 0.0 ? 0.0 : box.getEntry(i).width() / all;
    }

    /** The text of the parts; empty if the box has too many sides for one. */
    Optional<String> text() {
        if (whole.getDimension() > SIDES.length()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        Deque<Partition> open = new ArrayDeque<>();
        open.push(this);
        while (!open.isEmpty()) {
            Partition part = open.pop();
            if (part.side < 0) {
                text.append('.');
            } else {
                text.append(SIDES.charAt(part.side));
                open.push(part.upper);
                open.push(part.lower);
            }
        }
        return Optional.of(text.toString());
    }
}
