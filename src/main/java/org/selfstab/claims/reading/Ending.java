package org.selfstab.claims.reading;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.orbit.Limit;
import org.selfstab.claims.orbit.LimitSearch;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.PlainDescent;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.problem.Problem;

/**
 * Where plain gradient descent from the problem's start ends after the largest number of steps, or before if it repeats itself.
 *
 * @param model the problem
 * @param maxSteps the largest number of steps
 * @param limit where it ends
 */
record Ending(Model<Binary64> model, int maxSteps, Limit limit) {

    static Ending of(Problem problem, Model<Binary64> model) {
        LimitSearch search = new LimitSearch(problem, model);
        int maxSteps = problem.run().maxSteps();
        try {
            PlainDescent.End end = new PlainDescent<>(model, maxSteps, step -> {}).run(search);
            return new Ending(model, maxSteps, search.limit(end));
        } catch (UndefinedGeometryException atStart) {
            return new Ending(model, maxSteps, Limit.undecided(atStart.getMessage()));
        }
    }

    Reading sharpness() {
        return ofPoint(Limit.Point::sharpness);
    }

    Reading loss() {
        return ofPoint(Limit.Point::loss);
    }

    Reading period() {
        return ofPoint(point -> limit.orbit().size());
    }

    /** A coordinate of the limit, by its index from 0. */
    Reading coordinate(int index) {
        return ofPoint(point -> point.at().get(index));
    }

    /** The first step at which the loss is below a number. */
    Reading stepsTo(double bound) {
        AtomicInteger reached = new AtomicInteger(-1);
        PlainDescent.End end = new PlainDescent<>(model, maxSteps, step -> {}).run((step, theta, descent) -> {
            boolean isBelow = model.loss().at(theta).value().getReal() < bound;
            if (isBelow) {
                reached.set(step);
            }
            return !isBelow;
        });
        return reached.get() >= 0
                ? new Reading.OfNumber(reached.get(), "")
                : new Reading.Undefined("the loss is not below " + bound + " in " + end.steps() + " steps");
    }

    private Reading ofPoint(ToDoubleFunction<Limit.Point> value) {
        if (limit.point().isPresent()) {
            return new Reading.OfNumber(value.applyAsDouble(limit.point().get()), limit.evidence());
        }
        return limit.kind() == Limit.Kind.UNDECIDED
                ? new Reading.Undecided(limit.evidence())
                : new Reading.Undefined(limit.evidence());
    }
}
