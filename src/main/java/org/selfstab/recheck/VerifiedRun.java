package org.selfstab.recheck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.selfstab.interval.DecimalInterval;

/** What was verified of a certificate's run so far: each step from the one before, and the extremes over all. */
final class VerifiedRun {

    private final Decimals decimals;
    private final EnclosedProblem problem;
    private final StepChecker steps;
    private final Extremes extremes;
    private Optional<CheckedStep> start = Optional.empty();
    private int lastStep = -1;
    private Optional<RecheckResult.Range> tube = Optional.empty();
    private Optional<RecheckResult.Range> doubtfulNearest = Optional.empty();

    VerifiedRun(Decimals decimals, EnclosedProblem problem) {
        this.decimals = decimals;
        this.problem = problem;
        this.steps = new StepChecker(decimals, problem);
        this.extremes = new Extremes(decimals, problem.optimizer());
    }

    /** Verifies a set before t = 0. */
    void approach(CertificateRecords.Approach iterate) {
        int step = extremes.approach();
        boolean isInside = extremes.includeApproach(steps.approach(iterate));
        RejectedException.unless(
                isInside || !steps.isAtEdge(),
                "t = 0 is not the first iterate at the edge: the projection of that of step " + step
                        + " lies on the boundary");
    }

    /** Verifies a step. */
    void step(CertificateRecords.Step step) {
        boolean isSought = start.isEmpty() && !problem.stated().atEdge();
        boolean isAtEdge = !isSought || StepChecker.isAtEdge(step);
        CheckedStep checked = steps.check(step);
        if (!isAtEdge) {
            extremes.includeDoubtfulApproach();
        }
        extremes.include(checked);
        start = start.or(() -> Optional.of(checked));
        lastStep = step.t();
        if (!checked.nearest()) {
            RecheckResult.Range here = new RecheckResult.Range(lastStep, lastStep);
            doubtfulNearest = Optional.of(doubtfulNearest.orElse(here).include(lastStep));
        }
        if (checked.tube().isPresent()) {
            double radius = step.tubeRadius();
            tube = Optional.of(
                    tube.orElse(new RecheckResult.Range(radius, radius)).include(radius));
        }
    }

    /** How many iterates before t = 0 were verified. */
    int approach() {
        return extremes.approach();
    }

    /** From which to which iterate up to that of t = 0 it is not shown whether the projection lies inside; empty if there is none. */
    Optional<RecheckResult.Range> doubtfulApproach() {
        return extremes.doubtfulApproach();
    }

    /** From which to which step {@code dagger_t} is not shown to be the nearest point; empty if there is none. */
    Optional<RecheckResult.Range> doubtfulNearest() {
        return doubtfulNearest;
    }

    /** The last step that was verified, or -1. */
    int lastStep() {
        return lastStep;
    }

    /** The smallest and largest radius of the tube. */
    Optional<RecheckResult.Range> tube() {
        return tube;
    }

    /** Refuses stated distances that are less than those of the steps, and a run that does not end where it should. */
    void requireEnd(CertificateRecords.End end, boolean early) {
        claims().requireRadii(end);
        if (!early) {
            requireHorizon();
        }
    }

    /** Verifies all claims. */
    List<CheckedClaim> check(List<CertificateRecords.Claim> claims) {
        return claims().check(claims, lastStep >= 0);
    }

    /** The bounds of the constant of that name over the steps; empty where the steps say nothing of it. */
    Optional<Bounds> bounds(String constant) {
        return claims().onRun(constant, lastStep >= 0);
    }

    private ClaimChecker claims() {
        return new ClaimChecker(decimals, extremes, problem);
    }

    /** A run that does not say that it ended early has to reach its horizon: as asked for, as the problem states, or three periods. */
    private void requireHorizon() {
        boolean reached = problem.stated().steps().isPresent()
                ? lastStep >= 1 && lastStep == problem.stated().steps().get()
                : Decimals.isRoundedDown(horizon(), lastStep);
        RejectedException.unless(reached, "the steps end at t = " + lastStep + ", which is not the horizon");
    }

    private DecimalInterval horizon() {
        return problem.horizon(start.map(CheckedStep::geometry)
                        .map(geometry -> Map.of(
                                EnclosedProblem.DELTA,
                                geometry.deltaSquared().sqrt(),
                                EnclosedProblem.ALPHA,
                                geometry.alpha()))
                        .orElse(Map.of()))
                .or(() -> start.filter(first -> first.geometry().alpha().isPositive())
                        .map(first -> new DefaultHorizon(decimals)
                                .steps(
                                        first,
                                        problem.optimizer(),
                                        problem.stated().maxSteps())))
                .orElse(decimals.field().entire());
    }
}
