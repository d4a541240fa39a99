package org.selfstab.sweep;

import java.util.List;
import java.util.stream.Stream;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Named;
import org.selfstab.vocabulary.Quantities;

/** What a sweep tabulates if nothing is asked for. */
public final class SweptQuantities {

    private SweptQuantities() {}

    /** The steps, the constants of the conclusions (24) to (27b), and every condition. */
    public static List<String> byDefault() {
        return Stream.of(
                        Quantities.STEPS,
                        Quantities.COUPLING_CONSTANT,
                        Quantities.LOSS_CONSTANT,
                        Quantities.SHARPNESS_CONSTANT,
                        Quantities.AVERAGE_CONSTANT,
                        Quantities.IMPLICIT_BIAS_CONSTANT,
                        Quantities.DESCENT_CONSTANT,
                        Claims.EDGE_REACHED,
                        Claims.NEAREST_POINT,
                        Claims.PROGRESSIVE_SHARPENING,
                        Claims.EIGENGAP,
                        Claims.SMOOTHNESS,
                        Claims.NON_WORST_CASE,
                        Claims.AXIS_DISTANCE,
                        Claims.SMALL_START,
                        Claims.MEMORY)
                .map(Named::key)
                .toList();
    }

    /** The same with the prediction of what is measured, for a picture of both: where runs with stochastic gradients settle, theory.md (64) says at no further cost. */
    public static List<String> withPredictions(List<String> wanted) {
        return Stream.concat(
                        wanted.stream(),
                        Stream.of(Quantities.SETTLING_PREDICTION.key())
                                .filter(predicted -> wanted.contains(Quantities.SETTLING_SHARPNESS.key())))
                .toList();
    }
}
