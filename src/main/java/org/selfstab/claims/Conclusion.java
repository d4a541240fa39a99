package org.selfstab.claims;

import org.selfstab.problem.Threshold;

/** The theory's conclusions, theory.md (24)-(27b). */
public enum Conclusion {
    COUPLING("coupling", "24", "C_1", Threshold.COUPLING, "max |v_t - v*_t| <= C_1 eps delta"),
    LOSS("loss", "25", "C_L", Threshold.LOSS, "|L(theta_t) - L(dagger_t) - x*_t^2/eta| <= C_L eps delta^2/eta"),
    SHARPNESS(
            "sharpness",
            "26",
            "C_S",
            Threshold.SHARPNESS,
            "|S(theta_t) - S(dagger_t) - y*_t - kappa_3 x*_t| <= C_S eps^2/eta"),
    AVERAGE(
            "average",
            "27",
            "C_x, C_loss",
            Threshold.AVERAGE,
            "over whole periods mean x_t^2 = delta^2 (1 + O(eps)), mean loss elevation = delta^2/eta (1 + O(eps))"),
    IMPLICIT_BIAS(
            "implicit bias",
            "27a",
            "C_P",
            Threshold.IMPLICIT_BIAS,
            "|dagger_{t+1} - dagger_t + eta Pi_t grad L_t| <= C_P eps^2 eta |grad L|"),
    DESCENT(
            "descent",
            "27b",
            "C_D",
            Threshold.DESCENT,
            "L(dagger_t) - L(dagger_{t+1}) >= (1 - C_D eps) eta |Pi_t grad L_t|^2");

    private final String title;
    private final String formula;
    private final String symbol;
    private final Threshold threshold;
    private final String statement;

    Conclusion(String title, String formula, String symbol, Threshold threshold, String statement) {
        this.title = title;
        this.formula = formula;
        this.symbol = symbol;
        this.threshold = threshold;
        this.statement = statement;
    }

    /** The name for people and in files. */
    public String title() {
        return title;
    }

    /** The name in problem files, after {@code conclusion.} and before {@code .constant}. */
    public String word() {
        return title.replace(' ', '_');
    }

    /**
     * Whether there are runs within the theory on which it asserts nothing: (27) speaks of whole periods only, (27a) and (27b) of a constrained
     * trajectory that can move along the stable set.
     */
    public boolean mayAssertNothing() {
        return this == AVERAGE || this == IMPLICIT_BIAS || this == DESCENT;
    }

    /** The number of its formula in theory.md. */
    public String formula() {
        return formula;
    }

    /** The name of its constant, of (27) of both. */
    public String symbol() {
        return symbol;
    }

    /** What its constants are held against. */
    public Threshold threshold() {
        return threshold;
    }

    /** What it says. */
    public String statement() {
        return statement;
    }
}
