package org.selfstab.claims;

import org.selfstab.problem.Threshold;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Symbols;

/** The theory's conclusions, theory.md (24)-(27b). */
public enum Conclusion {
    COUPLING(
            "coupling",
            "24",
            Symbols.C_1,
            Threshold.COUPLING,
            Notation.formula(
                    "max |v_t - v*_t| <= C_1 eps delta",
                    "max |v_t − v*_t| ≤ C₁ ε δ",
                    "\\max |v_t - v^*_t| \\le C_1 \\epsilon \\delta")),
    LOSS(
            "loss",
            "25",
            Symbols.C_L,
            Threshold.LOSS,
            Notation.formula(
                    "|L(theta_t) - L(dagger_t) - x*_t^2/eta| <= C_L eps delta^2/eta",
                    "|L(θ_t) − L(θ†_t) − x*_t²/η| ≤ C_L ε δ²/η",
                    "|L(\\theta_t) - L(\\dagger_t) - x_t^{*2}/\\eta| \\le C_L \\epsilon \\delta^2/\\eta")),
    SHARPNESS(
            "sharpness",
            "26",
            Symbols.C_S,
            Threshold.SHARPNESS,
            Notation.formula(
                    "|S(theta_t) - S(dagger_t) - y*_t - kappa_3 x*_t| <= C_S eps^2/eta",
                    "|S(θ_t) − S(θ†_t) − y*_t − κ₃ x*_t| ≤ C_S ε²/η",
                    "|S(\\theta_t) - S(\\dagger_t) - y^*_t - \\kappa_3 x^*_t| \\le C_S \\epsilon^2/\\eta")),
    AVERAGE(
            "average",
            "27",
            Symbols.C_X.then(", ").then(Symbols.C_LOSS),
            Threshold.AVERAGE,
            new Notation(
                    "over whole periods mean x_t^2 = delta^2 (1 + O(eps)), mean loss elevation = delta^2/eta (1 + O(eps))",
                    "over whole periods mean x_t² = δ² (1 + O(ε)), mean loss elevation = δ²/η (1 + O(ε))",
                    "over whole periods mean $x_t^2 = \\delta^2 (1 + O(\\epsilon))$, mean loss elevation ${} = \\delta^2/\\eta\\,(1 + O(\\epsilon))$")),
    IMPLICIT_BIAS(
            "implicit bias",
            "27a",
            Symbols.C_P,
            Threshold.IMPLICIT_BIAS,
            Notation.formula(
                    "|dagger_{t+1} - dagger_t + eta Pi_t grad L_t| <= C_P eps^2 eta |grad L|",
                    "|θ†_{t+1} − θ†_t + η Π_t ∇L_t| ≤ C_P ε² η |∇L|",
                    "|\\dagger_{t+1} - \\dagger_t + \\eta \\Pi_t \\nabla L_t| \\le C_P \\epsilon^2 \\eta |\\nabla L|")),
    DESCENT(
            "descent",
            "27b",
            Symbols.C_D,
            Threshold.DESCENT,
            Notation.formula(
                    "L(dagger_t) - L(dagger_{t+1}) >= (1 - C_D eps) eta |Pi_t grad L_t|^2",
                    "L(θ†_t) − L(θ†_{t+1}) ≥ (1 − C_D ε) η |Π_t ∇L_t|²",
                    "L(\\dagger_t) - L(\\dagger_{t+1}) \\ge (1 - C_D \\epsilon) \\eta |\\Pi_t \\nabla L_t|^2"));

    private final String title;
    private final String formula;
    private final Notation symbol;
    private final Threshold threshold;
    private final Notation statement;

    Conclusion(String title, String formula, Notation symbol, Threshold threshold, Notation statement) {
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
    public Notation symbol() {
        return symbol;
    }

    /** What its constants are held against. */
    public Threshold threshold() {
        return threshold;
    }

    /** What it says. */
    public Notation statement() {
        return statement;
    }
}
