package org.selfstab.report;

import java.util.OptionalDouble;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.SweepResult;

/** The least and the greatest value of one quantity of a sweep, each with the first point that attains it. */
final class SweepExtremes {

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
    static SweepExtremes of(SweepResult result, int quantity) {
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
    boolean isNumeric() {
        return least >= 0;
    }

    double leastValue() {
        return leastValue;
    }

    int least() {
        return least;
    }

    double greatestValue() {
        return greatestValue;
    }

    int greatest() {
        return greatest;
    }

    /** At how many points it has no value. */
    int undefined() {
        return undefined;
    }
}
