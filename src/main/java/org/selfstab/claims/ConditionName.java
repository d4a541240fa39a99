package org.selfstab.claims;

import org.selfstab.vocabulary.Notation;

/** The theory's conditions (theory.md section 7), and two that it takes for granted: the edge and the projection. */
public enum ConditionName {
    EDGE_REACHED(
            "edge.reached",
            "edge reached",
            new Notation(
                    "S(dagger_t) = 2/eta from t = 0 on, up to the eps^2/eta of one step of progressive sharpening",
                    "S(θ†_t) = 2/η from t = 0 on, up to the ε²/η of one step of progressive sharpening",
                    "$S(\\dagger_t) = 2/\\eta$ from $t = 0$ on, up to the $\\epsilon^2/\\eta$ of one step of progressive sharpening")),
    NEAREST_POINT(
            "condition.nearest_point",
            "nearest point",
            Notation.words("each ")
                    .then(Notation.formula("dagger_t", "θ†_t", "\\dagger_t"))
                    .then(
                            " is the point of the stable set nearest to what it is the projection of (first- and second-order conditions)")),
    PROGRESSIVE_SHARPENING(
            "condition.progressive_sharpening",
            "progressive sharpening",
            new Notation(
                    "alpha_t > 0 and gamma_t bounded below; alpha and beta comparable over the run",
                    "α_t > 0 and γ_t bounded below; α and β comparable over the run",
                    "$\\alpha_t > 0$ and $\\gamma_t$ bounded below; $\\alpha$ and $\\beta$ comparable over the run")),
    EIGENGAP(
            "condition.eigengap",
            "eigengap",
            new Notation(
                    "lambda_2 <= c/eta with c < 2 on the constrained trajectory",
                    "λ₂ ≤ c/η with c < 2 on the constrained trajectory",
                    "$\\lambda_2 \\le c/\\eta$ with $c < 2$ on the constrained trajectory")),
    SMOOTHNESS(
            "condition.smoothness",
            "smoothness",
            new Notation(
                    "rho_4 = O(eta rho_3^2), rho_k the sup of |D^kL| near the trajectory",
                    "ρ₄ = O(η ρ₃²), ρ_k the sup of |D^kL| near the trajectory",
                    "$\\rho_4 = O(\\eta \\rho_3^2)$, $\\rho_k$ the sup of $|D^kL|$ near the trajectory")),
    NON_WORST_CASE(
            "condition.non_worst_case",
            "non-worst-case (reconstructed)",
            new Notation(
                    "curvature off u is O(eps) along w = v*_perp, gradL_perp, gradS_perp; the paper's exact wording was not at hand",
                    "curvature off u is O(ε) along w = v*⊥, ∇L⊥, ∇S⊥; the paper's exact wording was not at hand",
                    "curvature off $u$ is $O(\\epsilon)$ along $w = v^*_\\perp, \\nabla L_\\perp, \\nabla S_\\perp$; the paper's exact wording was not at hand")),
    AXIS_DISTANCE(
            "condition.axis_distance",
            "not too close to the axis",
            Notation.formula("min |x*_t| >= c_1 delta", "min |x*_t| ≥ c₁ δ", "\\min |x^*_t| \\ge c_1 \\delta")),
    SMALL_START(
            "condition.small_start",
            "small start",
            Notation.formula("|v_0| = O(delta)", "|v₀| = O(δ)", "|v_0| = O(\\delta)")),
    MEMORY(
            "condition.memory",
            "memory",
            Notation.formula("beta_{s->t}", "β_{s→t}", "\\beta_{s\\to t}")
                    .then(" neither grows nor changes sign wildly"));

    private final String dottedName;
    private final String title;
    private final Notation statement;

    ConditionName(String dottedName, String title, Notation statement) {
        this.dottedName = dottedName;
        this.title = title;
        this.statement = statement;
    }

    /** The name in problem files, the same as in {@code [expect]}. */
    public String dottedName() {
        return dottedName;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** What the condition asks for. */
    public Notation statement() {
        return statement;
    }
}
