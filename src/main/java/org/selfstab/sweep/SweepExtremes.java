package org.selfstab.sweep;

import java.util.OptionalDouble;

/** The least and the greatest value of one quantity of a sweep, each with the first point that attains it. */
public final class SweepExtremes {

    private final int quantity;
    private int least = -1;
    private int greatest = -1;
    private double leastValue;
    private double greatestValue;
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
        double value = number.getAsDouble();
        if (least < 0 || value < leastValue) {
            least = point.index();
            leastValue = value;
        }
        if (greatest < 0 || value > greatestValue) {
            greatest = point.index();
            greatestValue = value;
        }
    }

    /** Whether any point has a number. */
    public boolean isNumeric() {
        return least >= 0;
    }

    /** Whether all points have the same number. */
    public boolean isConstant() {
        return isNumeric() && undefined == 0 && leastValue == greatestValue;
    }

    /** The least value, if there is one. */
    public double leastValue() {
        return leastValue;
    }

    /** The first point that attains it. */
    public int least() {
        return least;
    }

    /** The greatest value, if there is one. */
    public double greatestValue() {
        return greatestValue;
    }

    /** The first point that attains it. */
    public int greatest() {
        return greatest;
    }

    /** At how many points it has no value. */
    public int undefined() {
        return undefined;
    }
}
