package org.selfstab.claims.observation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.Estimate;
import org.selfstab.claims.Limit;
import org.selfstab.claims.Lyapunov;
import org.selfstab.claims.ObservedCourse;
import org.selfstab.claims.Reading;
import org.selfstab.claims.orbit.Excursion;
import org.selfstab.claims.orbit.LimitSearch;
import org.selfstab.claims.orbit.ObservableRun;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.PlainDescent;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.problem.ObservedNumber;
import org.selfstab.problem.Problem;
import org.selfstab.run.DescentEnd;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Verdict;

/**
 * Where plain gradient descent from the problem's start ends after the largest number of steps, or before if it repeats itself.
 *
 * @param model the problem
 * @param maxSteps the largest number of steps
 * @param limit where it ends
 * @param exponents Lyapunov exponents there, computed when asked for
 * @param courses the values of the problem's observables on the way; empty if the start is undefined
 * @param excursion how far the iterates and the loss go from where they start; empty likewise
 */
record Ending(
        Model<Binary64> model,
        int maxSteps,
        Limit limit,
        Supplier<Optional<Lyapunov>> exponents,
        List<ObservedCourse> courses,
        Optional<Excursion> excursion) {

    private static final int EXPONENT_STEPS = 100_000;

    static Ending of(Problem problem, Model<Binary64> model) {
        LimitSearch search = new LimitSearch(problem, model);
        int maxSteps = problem.run().maxSteps();
        try {
            ObservableRun observed = new ObservableRun(problem, model);
            Excursion excursion = new Excursion(model);
            DescentEnd end = new PlainDescent<>(model, maxSteps, step -> {})
                    .run((step, theta, descent) -> search.visit(step, theta, descent)
                            && observed.visit(step, theta, descent)
                            && excursion.visit(step, theta, descent));
            List<ObservedCourse> courses = observed.courses(end);
            Limit limit = search.limit(end);
            return new Ending(
                    model,
                    maxSteps,
                    limit,
                    () -> search.exponents(limit, EXPONENT_STEPS, step -> {}),
                    courses,
                    Optional.of(excursion));
        } catch (UndefinedGeometryException atStart) {
            return new Ending(
                    model,
                    maxSteps,
                    Limit.undecided(atStart.getMessage()),
                    Optional::empty,
                    List.of(),
                    Optional.empty());
        }
    }

    /** Whether the iterates are chaotic: bounded, not periodic, and with a positive exponent. */
    Reading chaotic() {
        if (limit.kind() != Limit.Kind.BOUNDED) {
            return new Reading.OfVerdict(
                    limit.kind() == Limit.Kind.UNDECIDED ? Verdict.Status.UNDECIDED : Verdict.Status.FAILS,
                    limit.kind().word() + ": " + limit.evidence());
        }
        return exponents
                .get()
                .<Reading>map(found -> {
                    Estimate largest = found.exponents().get(0);
                    Verdict.Status status = found.isChaotic() ? Verdict.Status.HOLDS : Verdict.Status.FAILS;
                    return new Reading.OfVerdict(
                            found.isDecided() ? status : Verdict.Status.UNDECIDED,
                            "the largest Lyapunov exponent is " + Digits.text(largest.value()) + " +- "
                                    + Digits.size(largest.standardError()) + " over " + found.steps() + " steps");
                })
                .orElseGet(() -> new Reading.OfVerdict(
                        Verdict.Status.UNDECIDED, "no Lyapunov exponents can be had of this optimizer or state"));
    }

    /** What an observable does, by its index from 0. */
    Reading observable(int index) {
        return courses.isEmpty()
                ? new Reading.Undecided(limit.evidence())
                : new Reading.OfObservable(courses.get(index));
    }

    /** A number of an observable's values. */
    Reading observed(int index, ObservedNumber number) {
        if (courses.isEmpty()) {
            return new Reading.Undecided(limit.evidence());
        }
        ObservedCourse course = courses.get(index);
        return course.stepOf(number)
                .<Reading>map(step -> new Reading.OfNumber(course.at(step), "at step " + step))
                .orElseGet(() -> new Reading.Undefined("no value of it is defined"));
    }

    /** The largest distance from the start. */
    Reading largestExcursion() {
        return excursion
                .<Reading>map(found -> new Reading.OfNumber(found.distance(), "at step " + found.distanceStep()))
                .orElseGet(() -> new Reading.Undecided(limit.evidence()));
    }

    /** The largest loss over that at the start. */
    Reading lossSpike() {
        return excursion
                .<Reading>map(found -> new Reading.OfNumber(found.spike(), "at step " + found.spikeStep()))
                .orElseGet(() -> new Reading.Undecided(limit.evidence()));
    }

    /** The sharpness at the limit over that at the start. */
    Reading sharpnessRatio() {
        return ofPoint(point -> point.sharpness() / excursion.orElseThrow().startSharpness());
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
        DescentEnd end = new PlainDescent<>(model, maxSteps, step -> {}).run((step, theta, descent) -> {
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
