package org.selfstab.sweep;

import java.util.OptionalDouble;
import org.selfstab.numeric.ArgMax;
import org.selfstab.vocabulary.Extremum;

/** The least and the greatest value of one quantity of a sweep, each with the first point that attains it. */
public final class SweepExtremes {

    private final int quantity;
    private final ArgMax least = ArgMax.smallest();
    private final ArgMax greatest = ArgMax.largest();
    private int undefined;

    private SweepExtremes(int quantity) {
        this.quantity = quantity;
    }

    /** The extremes of a quantity, by its place among those asked for. */
    public static SweepExtremes of(SweepResult result, int quantity) {
        SweepExtremes extremes = new SweepExtremes(quantity);
        result.points().forEach(extremes::add);
        return extremes;
    }

    private void add(PointResult point) {
        OptionalDouble number = point.values().get(quantity).number();
        if (number.isEmpty()) {
            undefined++;
            return;
        }
        least.include(number.getAsDouble(), point.index());
        greatest.include(number.getAsDouble(), point.index());
    }

    /** Whether any point has a number. */
    public boolean isNumeric() {
        return least.get().isPresent();
    }

    /** Whether all points have the same number. */
    public boolean isConstant() {
        return isNumeric() && undefined == 0 && least().value() == greatest().value();
    }

    /** The least value and the point that attains it, if any point has a number. */
    public Extremum least() {
        return least.get().orElseThrow();
    }

    /** The greatest value and the point that attains it, if any point has a number. */
    public Extremum greatest() {
        return greatest.get().orElseThrow();
    }

    /** At how many points it has no value. */
    public int undefined() {
        return undefined;
    }
}
