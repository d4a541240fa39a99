package org.selfstab.claims.drift;

import java.util.List;
import java.util.Optional;
import org.selfstab.claims.DriftOptions;
import org.selfstab.claims.DriftRates;
import org.selfstab.claims.SmallOscillations;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RunSettings;

/**
 * How long a run goes on: so many steps as are stated, or until the drift is seen: a change of log J of about 1, or as much of {@code 1/eps^2} steps as shows that there is none; the
 * problem's horizon, which is that of the theorem, at least.
 */
final class Patience {

    private static final int MOST_STEPS = 10_000_000;
    private static final int FEWEST_PERIODS = 6;
    private static final double ENOUGH = 1.0;
    /** Enough where the drift slows down. */
    private static final double HARDLY_ENOUGH = 0.3;
    /** Of the integral of the magnitudes of the terms, which may cancel: that much shows that they do. */
    private static final double LONG = 12.0;

    private static final double LESS_LONG = 5.0;
    /** For small oscillations, in tau: at most, and until a large one has become small. */
    private static final double MOST_TAU = 3000;

    private static final double FIRST_TAU = 60;

    private final Optional<Integer> stated;
    private final int atLeast;
    /** How many periods had been seen when the drift was last looked at. */
    private int periods;

    Patience(Problem problem, DriftOptions options) {
        this(options.steps(), problem.horizonSteps().orElse(0));
    }

    private Patience(Optional<Integer> stated, int atLeast) {
        this.stated = stated;
        this.atLeast = atLeast;
    }

    /**
     * That with small oscillations where curvature is intermediate: until the least damped one is as good as none, whatever of it is seen before.
     *
     * @param epsilon that of the start
     * @param root the least damped root of (D16)
     */
    static Patience ofSmallOscillations(
            Problem problem, DriftOptions options, double epsilon, Optional<SmallOscillations.Root> root) {
        double decays = Math.max(1, -2 * Math.log(epsilon));
        double enough = root.map(least -> decays / Math.abs(least.real())).orElse(0.0);
        double most = Math.min(MOST_STEPS, MOST_TAU / epsilon);
        int steps = (int) Math.max(problem.horizonSteps().orElse(0), Math.min(most, enough + FIRST_TAU / epsilon));
        return new Patience(options.steps().or(() -> Optional.of(steps)), steps);
    }

    int mostSteps() {
        return stated.orElse(Math.max(atLeast, Math.min(MOST_STEPS, RunSettings.MAX_STEPS)));
    }

    /** The trajectory is looked at some ten times in {@code 1/eps^2} steps, however little it changes; in the long run some hundred times while the steps double. */
    double longestStep(double epsilon, double t) {
        return Math.max(0.1 / (epsilon * epsilon), t / 100);
    }

    boolean isEnough(List<DriftRates> points, OrbitMeter meter, int steps, boolean isAtRest) {
        if (stated.isPresent() || steps >= mostSteps()) {
            return steps >= mostSteps();
        }
        if (steps >= atLeast && isAtRest) {
            return true;
        }
        if (steps < atLeast || meter.countSinceFirst() < Math.max(FEWEST_PERIODS, periods + 1) || points.size() < 2) {
            return false;
        }
        periods = meter.countSinceFirst();
        return isSeen(new DriftCourse(points), points.get(points.size() - 1), meter, steps);
    }

    private static boolean isSeen(DriftCourse course, DriftRates here, OrbitMeter meter, int steps) {
        double from = Math.max(0, meter.first().orElseThrow().start());
        double magnitude = course.magnitude(from, steps) + course.variationOfLogAlpha(from, steps) / 2;
        double change = Math.abs(course.growth(from, steps) - course.changeOfLogAlpha(from, steps) / 2);
        double rate = Math.abs(here.growth() - course.changeOfLogAlpha(steps - 1.0, steps) / 2);
        boolean isDriftSeen = change > ENOUGH
                || (magnitude > LESS_LONG && change > HARDLY_ENOUGH && rate < change / (2 * (steps - from)));
        return magnitude > LONG || (isDriftSeen && !isOnWayToCycle(course, here, meter));
    }

    /** Whether a limit cycle is ahead that the energy has not come to. */
    private static boolean isOnWayToCycle(DriftCourse course, DriftRates here, OrbitMeter meter) {
        LimitCycle cycle = LimitCycle.of(course, here);
        return cycle.isInRange()
                && cycle.isStable()
                && Math.abs(Math.log(meter.last().orElseThrow().energy() / cycle.energy())) > 0.1;
    }
}
