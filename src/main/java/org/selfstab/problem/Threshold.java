package org.selfstab.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a quantity of theory.md section 7 is held against, with a default. The theory states O(.) and "bounded below"; a single run can
 * only be held against a number. The defaults let the examples of theory.md section 9 pass with room and lie where, by experience, the
 * conclusions begin to be lost: a problem file may set each anew in {@code [thresholds]}.
 */
public enum Threshold {
    /** {@code min gamma_t}; gamma = 0.1 is an angle of 84 degrees between -grad L and gradS_perp. */
    ALIGNMENT("condition.progressive_sharpening.gamma", 0.1, 1.0),
    /** {@code max alpha / min alpha}: epsilon changes by a factor of about 3 at most. */
    ALPHA_RATIO("condition.progressive_sharpening.alpha_ratio", 10),
    /** {@code max beta / min beta}. */
    BETA_RATIO("condition.progressive_sharpening.beta_ratio", 10),
    /** {@code max eta lambda_2}, below 2 by the theory; 1.9 leaves a second direction to shrink by a tenth a step. */
    EIGENGAP("condition.eigengap", 1.9, Math.nextDown(2.0)),
    /** {@code rho_4 / (eta rho_3^2)}. */
    SMOOTHNESS("condition.smoothness", 100),
    /** {@code eta |H w| / (eps |w|)} off u. */
    CURVATURE_OFF_U("condition.non_worst_case.curvature", 10),
    /** {@code |P D3L(w,w)| / (eps rho_3 |w|^2)} off u. */
    THIRD_ORDER_OFF_U("condition.non_worst_case.third_order", 10),
    /** {@code min |x*| / delta}; the examples stay above 0.4, a run that grazes the axis loses the phase. */
    AXIS_DISTANCE("condition.axis_distance", 0.05),
    /** {@code |v_0| / delta}. */
    SMALL_START("condition.small_start", 10),
    /** {@code max |beta_{s->t}| / sqrt(beta_s beta_t)}; 1 without memory. */
    MEMORY_GROWTH("condition.memory.growth", 10),
    /** {@code max -beta_{s->t} / sqrt(beta_s beta_t)}; 0 without a change of sign. */
    MEMORY_SIGN("condition.memory.sign_change", 0.5),
    /** {@code max (2 - eta S(dagger_t)) / eps^2}; one step of progressive sharpening changes eta S by eps^2. */
    AT_EDGE("edge.reached", 1),
    /** Distance from stationarity of the nearest-point problem, in delta; rounding leaves about 1e-9. */
    NEAREST_POINT("condition.nearest_point", 1e-6),
    /** {@code C_1} of (24). */
    COUPLING("coupling.constant", 100),
    /** {@code C_L} of (25). */
    LOSS("loss.constant", 100),
    /** {@code C_S} of (26). */
    SHARPNESS("sharpness.constant", 100),
    /** Both constants of (27); the examples stay below 1, and with 100 a mean of four times delta^2 would pass at eps = 0.03. */
    AVERAGE("average.constant", 10),
    /** {@code C_P} of (27a). */
    IMPLICIT_BIAS("implicit_bias.constant", 100),
    /** {@code C_D} of (27b). */
    DESCENT("descent.constant", 100);

    private final String dottedName;
    private final double byDefault;
    private final double largest;

    Threshold(String dottedName, double byDefault) {
        this(dottedName, byDefault, Double.MAX_VALUE);
    }

    Threshold(String dottedName, double byDefault, double largest) {
        this.dottedName = dottedName;
        this.byDefault = byDefault;
        this.largest = largest;
    }

    /** The name in problem files. */
    public String dottedName() {
        return dottedName;
    }

    /** The threshold of files that state none. */
    public double byDefault() {
        return byDefault;
    }

    /** Whether the theory leaves the choice of this value: positive, gamma at most 1, eigengap below 2. */
    boolean admits(double value) {
        return value > 0 && value <= largest;
    }

    /** The values that {@link #admits} lets pass, in words. */
    String range() {
        return switch (this) {
            case ALIGNMENT -> "positive and at most 1";
            case EIGENGAP -> "positive and below 2";
            default -> "positive";
        };
    }

    static Optional<Threshold> of(String dottedName) {
        return Arrays.stream(values())
                .filter(t -> t.dottedName.equals(dottedName))
                .findFirst();
    }

    static List<String> dottedNames() {
        return Arrays.stream(values()).map(Threshold::dottedName).toList();
    }
}
