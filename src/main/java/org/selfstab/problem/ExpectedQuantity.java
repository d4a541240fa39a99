package org.selfstab.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a problem file may assert something of. The symbols are those of theory.md section 1, at {@code dagger_0}; constants, orders, conditions and
 * conclusions those of sections 7 and 8.
 */
public enum ExpectedQuantity {
    COUPLING_ORDER("coupling.order", Kind.OVER_FAMILY),
    COUPLING_CONSTANT("coupling.constant", Kind.NUMBER),
    LOSS_ORDER("loss.order", Kind.OVER_FAMILY),
    LOSS_CONSTANT("loss.constant", Kind.NUMBER),
    SHARPNESS_ORDER("sharpness.order", Kind.OVER_FAMILY),
    SHARPNESS_CONSTANT("sharpness.constant", Kind.NUMBER),
    AVERAGE_ORDER("average.order", Kind.OVER_FAMILY),
    AVERAGE_CONSTANT("average.constant", Kind.NUMBER),
    IMPLICIT_BIAS_ORDER("implicit_bias.order", Kind.OVER_FAMILY),
    IMPLICIT_BIAS_CONSTANT("implicit_bias.constant", Kind.NUMBER),
    DESCENT_ORDER("descent.order", Kind.OVER_FAMILY),
    DESCENT_CONSTANT("descent.constant", Kind.NUMBER),
    FAMILY_COUPLING_CONSTANT("family.coupling.constant", Kind.OVER_FAMILY),
    FAMILY_LOSS_CONSTANT("family.loss.constant", Kind.OVER_FAMILY),
    FAMILY_SHARPNESS_CONSTANT("family.sharpness.constant", Kind.OVER_FAMILY),
    FAMILY_AVERAGE_CONSTANT("family.average.constant", Kind.OVER_FAMILY),
    FAMILY_IMPLICIT_BIAS_CONSTANT("family.implicit_bias.constant", Kind.OVER_FAMILY),
    FAMILY_DESCENT_CONSTANT("family.descent.constant", Kind.OVER_FAMILY),
    COUPLING("conclusion.coupling", Kind.VERDICT),
    LOSS("conclusion.loss", Kind.VERDICT),
    SHARPNESS_OF_ITERATES("conclusion.sharpness", Kind.VERDICT),
    AVERAGE("conclusion.average", Kind.VERDICT),
    IMPLICIT_BIAS("conclusion.implicit_bias", Kind.VERDICT),
    DESCENT("conclusion.descent", Kind.VERDICT),
    PROGRESSIVE_SHARPENING("condition.progressive_sharpening", Kind.VERDICT),
    EIGENGAP("condition.eigengap", Kind.VERDICT),
    SMOOTHNESS("condition.smoothness", Kind.VERDICT),
    NON_WORST_CASE("condition.non_worst_case", Kind.VERDICT),
    AXIS_DISTANCE("condition.axis_distance", Kind.VERDICT),
    SMALL_START("condition.small_start", Kind.VERDICT),
    MEMORY("condition.memory", Kind.VERDICT),
    NEAREST_POINT("condition.nearest_point", Kind.VERDICT),
    /** Whether some iterate's projection onto the stable set lies on its boundary. */
    EDGE_REACHED("edge.reached", Kind.VERDICT),
    /** The step of plain gradient descent that became t = 0. */
    EDGE_STEP("edge.step", Kind.NUMBER),
    /** Whether the iterates end outside the loss's domain, not finite, or far from the stable set. */
    DIVERGES("run.diverges", Kind.VERDICT),
    /** The last step t seen. */
    STEPS("steps", Kind.NUMBER),
    /** The stages of (21) in the order in which the iterates pass through them. */
    STAGES("stages", Kind.STAGES),
    /** How many stages the iterates pass through. */
    STAGES_PASSED("stages.passed", Kind.NUMBER),
    /** The period of the iterates in steps, averaged over the whole periods of the run. */
    PERIOD("period", Kind.NUMBER),
    /** Half the distance between the two points that plain gradient descent ends up alternating between. */
    TWO_CYCLE("two_cycle", Kind.NUMBER),
    ALPHA("alpha", Kind.NUMBER),
    BETA("beta", Kind.NUMBER),
    SKEWNESS("kappa_3", Kind.NUMBER),
    /** {@code D4L(u, u, u, u)}. */
    FOURTH_DERIVATIVE("fourth_derivative", Kind.NUMBER),
    DELTA("delta", Kind.NUMBER),
    EPSILON("epsilon", Kind.NUMBER),
    ALIGNMENT("gamma", Kind.NUMBER),
    SHARPNESS("sharpness", Kind.NUMBER),
    /** {@code E} of (16) at t = 0. */
    ENERGY("energy", Kind.NUMBER),
    /** {@code eta lambda_j}, one name for each j from 1 to the number of variables. */
    ETA_LAMBDA("eta_lambda_", Kind.EIGENVALUE);

    /** What is asserted. */
    public enum Kind {
        /** Bounds or a value of a number. */
        NUMBER,
        /** Likewise, over the problem's family: the order of an error, or the largest constant of its members. */
        OVER_FAMILY,
        /** Likewise, of an eigenvalue: the name ends with its index. */
        EIGENVALUE,
        /** A verdict. */
        VERDICT,
        /** A list of stages. */
        STAGES
    }

    private final String dottedName;
    private final Kind kind;

    ExpectedQuantity(String dottedName, Kind kind) {
        this.dottedName = dottedName;
        this.kind = kind;
    }

    /** The name in problem files, of an eigenvalue without its index. */
    public String dottedName() {
        return dottedName;
    }

    /** What is asserted of it. */
    public Kind kind() {
        return kind;
    }

    /** The quantity of a whole name, or of the part before its index. */
    static Optional<ExpectedQuantity> of(String dottedName) {
        return Arrays.stream(values())
                .filter(q -> q.dottedName.equals(dottedName))
                .findFirst();
    }

    /** Names as they are written, for messages. */
    static List<String> dottedNames() {
        return Arrays.stream(values())
                .map(q -> q.kind == Kind.EIGENVALUE ? q.dottedName + "2" : q.dottedName)
                .toList();
    }
}
