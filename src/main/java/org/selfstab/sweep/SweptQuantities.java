package org.selfstab.sweep;

import java.util.List;
import java.util.stream.Stream;
import org.selfstab.problem.ExpectedQuantity;

/** What a sweep tabulates if nothing is asked for. */
public final class SweptQuantities {

    private SweptQuantities() {}

    /** The steps, the constants of the conclusions (24) to (27b), and every condition. */
    public static List<String> byDefault() {
        return Stream.of(
                        ExpectedQuantity.STEPS,
                        ExpectedQuantity.COUPLING_CONSTANT,
                        ExpectedQuantity.LOSS_CONSTANT,
                        ExpectedQuantity.SHARPNESS_CONSTANT,
                        ExpectedQuantity.AVERAGE_CONSTANT,
                        ExpectedQuantity.IMPLICIT_BIAS_CONSTANT,
                        ExpectedQuantity.DESCENT_CONSTANT,
                        ExpectedQuantity.EDGE_REACHED,
                        ExpectedQuantity.NEAREST_POINT,
                        ExpectedQuantity.PROGRESSIVE_SHARPENING,
                        ExpectedQuantity.EIGENGAP,
                        ExpectedQuantity.SMOOTHNESS,
                        ExpectedQuantity.NON_WORST_CASE,
                        ExpectedQuantity.AXIS_DISTANCE,
                        ExpectedQuantity.SMALL_START,
                        ExpectedQuantity.MEMORY)
                .map(ExpectedQuantity::dottedName)
                .toList();
    }
}
