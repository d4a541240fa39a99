package org.selfstab.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a problem file may assert something of; see theory.md section 7 for the quantities and conditions. */
public enum ExpectedQuantity {
    COUPLING_ORDER("coupling.order", Kind.NUMBER),
    COUPLING_CONSTANT("coupling.constant", Kind.NUMBER),
    LOSS_ORDER("loss.order", Kind.NUMBER),
    LOSS_CONSTANT("loss.constant", Kind.NUMBER),
    SHARPNESS_ORDER("sharpness.order", Kind.NUMBER),
    SHARPNESS_CONSTANT("sharpness.constant", Kind.NUMBER),
    AVERAGE_ORDER("average.order", Kind.NUMBER),
    AVERAGE_CONSTANT("average.constant", Kind.NUMBER),
    PROGRESSIVE_SHARPENING("condition.progressive_sharpening", Kind.VERDICT),
    EIGENGAP("condition.eigengap", Kind.VERDICT),
    SMOOTHNESS("condition.smoothness", Kind.VERDICT),
    NON_WORST_CASE("condition.non_worst_case", Kind.VERDICT),
    AXIS_DISTANCE("condition.axis_distance", Kind.VERDICT),
    SMALL_START("condition.small_start", Kind.VERDICT),
    MEMORY("condition.memory", Kind.VERDICT),
    NEAREST_POINT("condition.nearest_point", Kind.VERDICT),
    EDGE_REACHED("edge.reached", Kind.VERDICT);

    /** What is asserted: bounds of a number, or a verdict. */
    public enum Kind {
        NUMBER,
        VERDICT
    }

    private final String dottedName;
    private final Kind kind;

    ExpectedQuantity(String dottedName, Kind kind) {
        this.dottedName = dottedName;
        this.kind = kind;
    }

    /** The name in problem files. */
    public String dottedName() {
        return dottedName;
    }

    /** What is asserted of it. */
    public Kind kind() {
        return kind;
    }

    static Optional<ExpectedQuantity> of(String dottedName) {
        return Arrays.stream(values())
                .filter(q -> q.dottedName.equals(dottedName))
                .findFirst();
    }

    static List<String> dottedNames() {
        return Arrays.stream(values()).map(ExpectedQuantity::dottedName).toList();
    }
}
