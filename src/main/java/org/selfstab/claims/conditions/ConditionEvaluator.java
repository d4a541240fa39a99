package org.selfstab.claims.conditions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.ConditionResult;
import org.selfstab.claims.NumericVerdict;
import org.selfstab.claims.PeriodAverages;
import org.selfstab.claims.Verification;
import org.selfstab.claims.constants.PeriodAveragesAccumulator;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.problem.Thresholds;
import org.selfstab.run.FailedProjection;
import org.selfstab.run.RunEnd;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/**
 * Watches a run and decides the theory's conditions and conclusions on it.
 *
 * @param <T> the field's elements
 */
public final class ConditionEvaluator<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    private final Model<T> model;
    private final Thresholds thresholds;
    private final Map<Claim, Condition<T>> conditions = new LinkedHashMap<>();
    private final List<Conclusions.Decided> conclusions;
    private final PeriodAveragesAccumulator<T> averages;

    /** Watches a run of the setting. */
    public ConditionEvaluator(Model<T> model, Thresholds thresholds) {
        this(model, thresholds, Conditions.of(model), Conclusions.of(model));
    }

    /** Watches a run of the setting, deciding only some of the conditions: some take longer than the run itself. */
    public ConditionEvaluator(Model<T> model, Thresholds thresholds, Set<Claim> wanted) {
        this(
                model,
                thresholds,
                Conditions.of(model).stream()
                        .filter(watched -> wanted.contains(watched.claim()))
                        .toList(),
                Conclusions.of(model));
    }

    /** Watches a run of the setting for these conditions, and decides these conclusions. */
    public ConditionEvaluator(
            Model<T> model,
            Thresholds thresholds,
            List<Conditions.Watched> conditions,
            List<Conclusions.Decided> conclusions) {
        this.model = model;
        this.thresholds = thresholds;
        conditions.forEach(watched ->
                this.conditions.put(watched.claim(), watched.watcher().of(model, thresholds)));
        this.conclusions = conclusions;
        this.averages = new PeriodAveragesAccumulator<>(model);
    }

    @Override
    public void observe(CoupledStep<T> step) {
        for (Condition<T> condition : conditions.values()) {
            condition.observe(step);
        }
        averages.observe(step);
    }

    /** What is decided, once the run is over. */
    public Assessment assessment(Verification verification) {
        List<ConditionResult> results = verification
                .unstable()
                .map(several -> new UnstableConditions(verification, several, thresholds).results(conditions.keySet()))
                .orElseGet(() -> ofOne(verification));
        return new Assessment(
                results,
                new Conclusions(verification, averages(verification), thresholds).results(conclusions),
                conditions.values().stream()
                        .flatMap(condition -> condition.planes().stream())
                        .findFirst());
    }

    /** Periods of the run that was watched, which is not one of several eigenvalues. */
    private Optional<PeriodAverages> averages(Verification verification) {
        return verification.unstable().isPresent() ? Optional.empty() : averages.result();
    }

    private List<ConditionResult> ofOne(Verification verification) {
        return verification
                .constants()
                .map(constants -> conditions.values().stream()
                        .map(condition -> condition.result(RunScale.of(constants)))
                        .map(result -> withEnd(result, verification))
                        .toList())
                .orElseGet(() -> withoutSteps(verification));
    }

    /** What the way to the edge and the run's end say of a condition, beside its steps. */
    private ConditionResult withEnd(ConditionResult ofSteps, Verification verification) {
        if (ofSteps.name().equals(Claims.EDGE_REACHED)
                && ofSteps.status() != Verdict.Status.FAILS
                && verification.failedBefore().isPresent()) {
            return ConditionResult.of(
                    ofSteps.name(),
                    words(ofSteps.name()),
                    notProjected(verification.failedBefore().get()));
        }
        if (ofSteps.name().equals(Claims.EIGENGAP) && ofSteps.status() != Verdict.Status.FAILS) {
            return eigengapAt(verification.end())
                    .map(verdict -> ConditionResult.of(ofSteps.name(), words(ofSteps.name()), verdict))
                    .orElse(ofSteps);
        }
        return ofSteps;
    }

    /** A condition as a whole, where none of its quantities is named. */
    private static Notation words(Claim condition) {
        return Notation.words(condition.title());
    }

    /** The run has no t = 0: the edge was not reached, or nothing could be projected or is undefined there. */
    private List<ConditionResult> withoutSteps(Verification verification) {
        return conditions.keySet().stream()
                .map(name -> ConditionResult.of(name, words(name), withoutSteps(name, verification)))
                .toList();
    }

    private Verdict withoutSteps(Claim name, Verification verification) {
        RunEnd end = verification.end();
        if (name.equals(Claims.EDGE_REACHED) && verification.failedBefore().isPresent()) {
            return notProjected(verification.failedBefore().get());
        }
        if (name.equals(Claims.EDGE_REACHED) && end instanceof RunEnd.EdgeNeverReached never) {
            return edgeNeverReached(never);
        }
        Optional<Verdict> meeting = name.equals(Claims.EIGENGAP) ? eigengapAt(end) : Optional.empty();
        if (meeting.isPresent()) {
            return meeting.get();
        }
        if (name.equals(Claims.PROGRESSIVE_SHARPENING) && end instanceof RunEnd.NoDefaultHorizon flat) {
            return ProgressiveSharpening.notPositive(flat.alpha(), flat.rounding(), Witness.atStep(0));
        }
        if (name.equals(Claims.PROGRESSIVE_SHARPENING) && end instanceof RunEnd.NotKicked flat) {
            return ProgressiveSharpening.notPositive(flat.alpha(), flat.rounding(), Witness.atStep(0));
        }
        return NumericVerdict.notApplicable(end.description());
    }

    /** The largest sharpness of the iterates is shown where it explains the verdict; above the edge it says nothing of the projections. */
    private static Verdict edgeNeverReached(RunEnd.EdgeNeverReached never) {
        Witness witness = Witness.atStep(never.atStep());
        return never.largestSharpness() < never.threshold()
                ? NumericVerdict.atLeast(never.largestSharpness(), never.threshold(), witness, never.description())
                : NumericVerdict.fails(witness, never.description());
    }

    private static Verdict notProjected(FailedProjection failure) {
        return NumericVerdict.undecided(Witness.atStep(failure.step()), failure.description());
    }

    /** Where a run ended because another eigenvalue is as large. */
    private Optional<Verdict> eigengapAt(RunEnd end) {
        if (end instanceof RunEnd.EigenvaluesMeet meeting) {
            return Optional.of(eigengapAt(meeting));
        }
        return end instanceof RunEnd.EdgesMeet meeting
                ? Optional.of(NumericVerdict.atMost(
                        2.0 * meeting.second() / meeting.threshold(),
                        thresholds.of(Quantities.SECOND_EIGENVALUE),
                        Witness.atStep(meeting.step()),
                        meeting.description()))
                : Optional.empty();
    }

    private Verdict eigengapAt(RunEnd.EigenvaluesMeet meeting) {
        return NumericVerdict.atMost(
                model.blocks()
                        .map(blocks -> blocks.at(meeting.second()).fastSpectralRadius())
                        .orElse(2.0 * meeting.second() / meeting.threshold()),
                thresholds.of(model.blocks().isPresent() ? Quantities.SPECTRAL_RADIUS : Quantities.SECOND_EIGENVALUE),
                Witness.atStep(meeting.step()),
                meeting.description());
    }
}
