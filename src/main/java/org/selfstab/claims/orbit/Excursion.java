package org.selfstab.claims.orbit;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.Descent;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.PlainDescent;
import org.selfstab.geometry.SharpnessEvaluator;
import org.selfstab.numeric.Norm;

/** How far the iterates of a run go from their start, and the loss above its value there: what a catapult shows. Used once. */
public final class Excursion implements PlainDescent.Visitor<Binary64> {

    private final Model<Binary64> model;
    private FieldVector<Binary64> start;
    private double startLoss;
    private double distance;
    private int distanceStep;
    private double largestLoss;
    private int spikeStep;

    /** A run. */
    public Excursion(Model<Binary64> model) {
        this.model = model;
    }

    @Override
    public boolean visit(int step, FieldVector<Binary64> theta, Descent<Binary64> descent) {
        double loss = model.loss().at(theta).value().getReal();
        if (step == 0) {
            start = theta;
            startLoss = loss;
            largestLoss = loss;
        }
        double from = Norm.of(theta.subtract(start)).getReal();
        if (from > distance) {
            distance = from;
            distanceStep = step;
        }
        if (loss > largestLoss) {
            largestLoss = loss;
            spikeStep = step;
        }
        return true;
    }

    /** The sharpness at the start. */
    public double startSharpness() {
        SharpnessEvaluator<Binary64> evaluator = model.sharpness();
        evaluator.moveTo(start);
        return evaluator.sharpness().getReal();
    }

    /** The largest distance from the start. */
    public double distance() {
        return distance;
    }

    /** The first step of it. */
    public int distanceStep() {
        return distanceStep;
    }

    /** The largest loss over that at the start: 1 where it never rises above it. */
    public double spike() {
        return largestLoss / startLoss;
    }

    /** The first step of the largest loss. */
    public int spikeStep() {
        return spikeStep;
    }
}
