package org.selfstab.vocabulary;

/** The symbols of theory.md that more than one part of the program writes. */
public final class Symbols {

    public static final Notation EPSILON = Notation.formula("eps", "ε", "\\epsilon");
    public static final Notation DELTA = Notation.formula("delta", "δ", "\\delta");

    /** The constants of the conclusions (24)-(27b). */
    public static final Notation C_1 = Notation.formula("C_1", "C₁", "C_1");

    public static final Notation C_L = Notation.formula("C_L", "C_L", "C_L");
    public static final Notation C_S = Notation.formula("C_S", "C_S", "C_S");
    public static final Notation C_X = Notation.formula("C_x", "C_x", "C_{x^2}");
    public static final Notation C_LOSS = Notation.formula("C_loss", "C_loss", "C_{\\bar L}");
    public static final Notation C_P = Notation.formula("C_P", "C_P", "C_P");
    public static final Notation C_D = Notation.formula("C_D", "C_D", "C_D");

    /** What conditions hold against a threshold. */
    public static final Notation BELOW_EDGE = Notation.formula(
            "max (2 - eta S(dagger_t))/eps^2", "max (2 − η S(θ†_t))/ε²", "\\max (2 - \\eta S(\\dagger_t))/\\epsilon^2");

    public static final Notation SMALLEST_ALPHA = Notation.formula("min alpha", "min α", "\\min \\alpha");
    public static final Notation SMALLEST_GAMMA = Notation.formula("min gamma", "min γ", "\\min \\gamma");
    public static final Notation ALPHA_RATIO =
            Notation.formula("max alpha/min alpha", "max α/min α", "\\max \\alpha/\\min \\alpha");
    public static final Notation BETA_RATIO =
            Notation.formula("max beta/min beta", "max β/min β", "\\max \\beta/\\min \\beta");
    public static final Notation SECOND_EIGENVALUE =
            Notation.formula("max eta lambda_2", "max η λ₂", "\\max \\eta \\lambda_2");
    public static final Notation SMOOTHNESS =
            Notation.formula("max rho_4/(eta rho_3^2)", "max ρ₄/(η ρ₃²)", "\\max \\rho_4/(\\eta \\rho_3^2)");
    public static final Notation CURVATURE_OFF_U =
            Notation.formula("max eta |H w|/(eps |w|)", "max η |H w|/(ε |w|)", "\\max \\eta |H w|/(\\epsilon |w|)");
    public static final Notation THIRD_ORDER_OFF_U = Notation.formula(
            "max |P D3L(w,w)|/(eps rho_3 |w|^2)",
            "max |P D3L(w,w)|/(ε ρ₃ |w|²)",
            "\\max |P D^3L(w,w)|/(\\epsilon \\rho_3 |w|^2)");
    public static final Notation AXIS_DISTANCE =
            Notation.formula("min |x*|/delta", "min |x*|/δ", "\\min |x^*|/\\delta");
    public static final Notation SMALL_START = Notation.formula("|v_0|/delta", "|v₀|/δ", "|v_0|/\\delta");
    public static final Notation MEMORY_GROWTH = Notation.formula(
            "max |beta_{s->t}|/sqrt(beta_s beta_t)",
            "max |β_{s→t}|/√(β_s β_t)",
            "\\max |\\beta_{s\\to t}|/\\sqrt{\\beta_s\\beta_t}");
    public static final Notation MEMORY_SIGN = Notation.formula(
            "max -beta_{s->t}/sqrt(beta_s beta_t)",
            "max -β_{s→t}/√(β_s β_t)",
            "\\max -\\beta_{s\\to t}/\\sqrt{\\beta_s\\beta_t}");

    private Symbols() {}
}
