package org.selfstab.claims;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.FailedProjection;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.problem.Threshold;
import org.selfstab.problem.Thresholds;
import org.selfstab.run.RunEnd;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/**
 * Watches a run and decides the theory's conditions and conclusions on it.
 *
 * @param <T> the field's elements
 */
public final class ConditionEvaluator<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    private final Thresholds thresholds;
    private final List<ConditionName> wanted;
    private final List<Condition<T>> conditions;
    private final PeriodAveragesAccumulator<T> averages;

    /** Watches a run of the setting. */
    public ConditionEvaluator(Model<T> model, Thresholds thresholds) {
        this(model, thresholds, EnumSet.allOf(ConditionName.class));
    }

    /** Watches a run of the setting, deciding only some of the conditions: some take longer than the run itself. */
    public ConditionEvaluator(Model<T> model, Thresholds thresholds, Set<ConditionName> wanted) {
        this.thresholds = thresholds;
        this.wanted =
                Arrays.stream(ConditionName.values()).filter(wanted::contains).toList();
        this.conditions = this.wanted.stream()
                .map(name -> condition(name, model, thresholds))
                .toList();
        this.averages = new PeriodAveragesAccumulator<>(model.eta());
    }

    private static <T extends CalculusFieldElement<T>> Condition<T> condition(
            ConditionName name, Model<T> model, Thresholds thresholds) {
        return switch (name) {
            case EDGE_REACHED -> new EdgeReached<>(model.eta(), thresholds);
            case NEAREST_POINT -> new NearestPoint<>(model, thresholds);
            case PROGRESSIVE_SHARPENING -> new ProgressiveSharpening<>(thresholds);
            case EIGENGAP -> new Eigengap<>(model.eta(), thresholds);
            case SMOOTHNESS -> new Smoothness<>(model, thresholds);
            case NON_WORST_CASE -> new NonWorstCase<>(model, thresholds);
            case AXIS_DISTANCE -> new AxisDistance<>(thresholds);
            case SMALL_START -> new SmallStart<>(thresholds);
            case MEMORY -> new Memory<>(model.eta(), thresholds);
        };
    }

    @Override
    public void observe(CoupledStep<T> step) {
        conditions.forEach(condition -> condition.observe(step));
        averages.observe(step);
    }

    /** What is decided, once the run is over. */
    public Assessment assessment(Verification verification) {
        List<ConditionResult> results = verification
                .constants()
                .map(constants -> conditions.stream()
                        .map(condition -> condition.result(RunScale.of(constants)))
                        .map(result -> withEnd(result, verification))
                        .toList())
                .orElseGet(() -> withoutSteps(verification));
        return new Assessment(results, new Conclusions(verification, averages.result(), thresholds).results());
    }

    /** What the way to the edge and the run's end say of a condition, beside its steps. */
    private ConditionResult withEnd(ConditionResult ofSteps, Verification verification) {
        if (ofSteps.name() == ConditionName.EDGE_REACHED
                && ofSteps.status() != Verdict.Status.FAILS
                && verification.failedBefore().isPresent()) {
            return ConditionResult.of(
                    ofSteps.name(),
                    words(ofSteps.name()),
                    notProjected(verification.failedBefore().get()));
        }
        if (ofSteps.name() == ConditionName.EIGENGAP
                && verification.end() instanceof RunEnd.EigenvaluesMeet meeting
                && ofSteps.status() != Verdict.Status.FAILS) {
            return ConditionResult.of(ofSteps.name(), words(ofSteps.name()), eigengapAt(meeting));
        }
        return ofSteps;
    }

    /** A condition as a whole, where none of its quantities is named. */
    private static Notation words(ConditionName condition) {
        return Notation.words(condition.title());
    }

    /** The run has no t = 0: the edge was not reached, or nothing could be projected or is undefined there. */
    private List<ConditionResult> withoutSteps(Verification verification) {
        return wanted.stream()
                .map(name -> ConditionResult.of(name, words(name), withoutSteps(name, verification)))
                .toList();
    }

    private Verdict withoutSteps(ConditionName name, Verification verification) {
        RunEnd end = verification.end();
        if (name == ConditionName.EDGE_REACHED && verification.failedBefore().isPresent()) {
            return notProjected(verification.failedBefore().get());
        }
        if (name == ConditionName.EDGE_REACHED && end instanceof RunEnd.EdgeNeverReached never) {
            return edgeNeverReached(never);
        }
        if (name == ConditionName.EIGENGAP && end instanceof RunEnd.EigenvaluesMeet meeting) {
            return eigengapAt(meeting);
        }
        if (name == ConditionName.PROGRESSIVE_SHARPENING && end instanceof RunEnd.NoDefaultHorizon flat) {
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

    private Verdict eigengapAt(RunEnd.EigenvaluesMeet meeting) {
        return NumericVerdict.atMost(
                2.0 * meeting.second() / meeting.threshold(),
                thresholds.of(Threshold.EIGENGAP),
                Witness.atStep(meeting.step()),
                meeting.description());
    }
}
