package org.selfstab.claims.conditions;

import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.LinearModel;
import org.selfstab.dynamics.Model;
import org.selfstab.numeric.Norm;
import org.selfstab.problem.Thresholds;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;

/** The conditions of theory.md section 7, each with what watches a run for it. */
public final class Conditions {

    /** In the order of {@link Claims#conditions}. */
    public static final List<Watched> ALL = List.of(
            new Watched(Claims.EDGE_REACHED, Conditions::edgeReached),
            new Watched(Claims.NEAREST_POINT, Conditions::nearestPoint),
            new Watched(Claims.PROGRESSIVE_SHARPENING, ProgressiveSharpening::new),
            new Watched(Claims.EIGENGAP, Conditions::eigengap),
            new Watched(Claims.SMOOTHNESS, Smoothness::new),
            new Watched(Claims.NON_WORST_CASE, NonWorstCase::new),
            new Watched(Claims.AXIS_DISTANCE, Conditions::axisDistance),
            new Watched(Claims.SMALL_START, Conditions::smallStart),
            new Watched(Claims.MEMORY, Memory::new));

    private Conditions() {}

    /** Those that there are for the optimizer of a model, in their order: adaptive optimizers have no nearest points. */
    public static List<Watched> of(Model<?> model) {
        return model instanceof LinearModel<?>
                ? ALL
                : ALL.stream()
                        .filter(watched -> !watched.claim().equals(Claims.NEAREST_POINT))
                        .toList();
    }

    /**
     * A condition and what watches a run for it.
     *
     * @param claim the condition
     * @param watcher makes what watches one run
     */
    public record Watched(Claim claim, Watcher watcher) {}

    /** Makes what watches one run for a condition. */
    public interface Watcher {
        /** Watches a run of the model. */
        <T extends CalculusFieldElement<T>> Condition<T> of(Model<T> model, Thresholds thresholds);
    }

    private static <T extends CalculusFieldElement<T>> Condition<T> nearestPoint(
            Model<T> ofLinear, Thresholds thresholds) {
        return new NearestPoint<>((LinearModel<T>) ofLinear, thresholds);
    }

    /** {@code 2 - eta S(dagger_t)} is below {@code eps^2}, what one step of progressive sharpening changes it by (theory.md section 3). */
    private static <T extends CalculusFieldElement<T>> Condition<T> edgeReached(Model<T> model, Thresholds thresholds) {
        T scaled = model.rates().step();
        return new ThresholdCondition<>(
                Claims.EDGE_REACHED,
                thresholds,
                (step, extreme) -> extreme.include(
                        scaled.multiply(step.geometry().sharpness())
                                .negate()
                                .add(2.0)
                                .getReal(),
                        step),
                (below, scale) -> scale.epsilon().map(eps -> Math.max(0, below) / (eps * eps)),
                "the distance of the constrained trajectory from the edge");
    }

    /** {@code eta lambda_2} stays below a constant below 2 on the constrained trajectory; an optimizer that remembers gradients is stable off u. */
    private static <T extends CalculusFieldElement<T>> Condition<T> eigengap(Model<T> model, Thresholds thresholds) {
        if (model.blocks().isPresent()) {
            return new StableOffU<>(model, model.blocks().get(), thresholds);
        }
        T scaled = model.rates().step();
        return new ThresholdCondition<>(
                Claims.EIGENGAP,
                thresholds,
                (step, extreme) -> {
                    var eigensystem = step.geometry().eigensystem();
                    if (eigensystem.values().size() > 1) {
                        extreme.include(
                                scaled.multiply(eigensystem.values().get(1)).getReal(),
                                step,
                                eigensystem.vectors().get(1));
                    }
                },
                (second, scale) -> Optional.of(second),
                "at 2 a second direction is at the edge too",
                "one variable has one eigenvalue");
    }

    /** The prediction does not come too close to the axis: {@code min |x*_t| >= c_1 delta}. */
    private static <T extends CalculusFieldElement<T>> Condition<T> axisDistance(
            Model<T> model, Thresholds thresholds) {
        return new ThresholdCondition<>(
                Claims.AXIS_DISTANCE,
                thresholds,
                (step, extreme) -> {
                    if (step.isPredicted()) {
                        extreme.include(
                                Math.abs(step.predictedX().getReal()),
                                step,
                                step.geometry().u());
                    }
                },
                (nearest, scale) -> scale.delta().map(delta -> nearest / delta),
                "the predicted x* in units of delta");
    }

    /** The start is near the stable set: {@code |v_0| = O(delta)}. */
    private static <T extends CalculusFieldElement<T>> Condition<T> smallStart(Model<T> model, Thresholds thresholds) {
        return new ThresholdCondition<>(
                Claims.SMALL_START,
                thresholds,
                (step, extreme) -> {
                    if (step.t() == 0) {
                        extreme.include(Norm.of(step.displacement()).getReal(), step, step.displacement());
                    }
                },
                (distance, scale) -> scale.delta().map(delta -> distance / delta),
                "the distance of the start from the stable set in units of delta");
    }
}
