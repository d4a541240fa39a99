package org.selfstab.vocabulary;

import static org.selfstab.vocabulary.Notation.formula;
import static org.selfstab.vocabulary.Notation.words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The claims of the theory, each in one statement: its conditions (theory.md section 7), with two that it takes for granted, the edge and the
 * projection, and its conclusions (24)-(27b).
 */
public final class Claims {

    private static final boolean ALWAYS = false;
    private static final boolean MAY_ASSERT_NOTHING = true;

    private static final List<Claim> ALL = new ArrayList<>();

    public static final Claim EDGE_REACHED = condition(
            "edge.reached",
            "edge reached",
            new Notation(
                    "S(dagger_t) = 2/eta from t = 0 on, up to the eps^2/eta of one step of progressive sharpening",
                    "S(θ†_t) = 2/η from t = 0 on, up to the ε²/η of one step of progressive sharpening",
                    "$S(\\dagger_t) = 2/\\eta$ from $t = 0$ on, up to the $\\epsilon^2/\\eta$ of one step of progressive sharpening"),
            Quantities.BELOW_EDGE);

    public static final Claim NEAREST_POINT = condition(
            "condition.nearest_point",
            "nearest point",
            words("each ")
                    .then(formula("dagger_t", "θ†_t", "\\dagger_t"))
                    .then(
                            " is the point of the stable set nearest to what it is the projection of (first- and second-order conditions)"),
            Quantities.STATIONARITY);

    public static final Claim PROGRESSIVE_SHARPENING = condition(
            "condition.progressive_sharpening",
            "progressive sharpening",
            new Notation(
                    "alpha_t > 0 and gamma_t bounded below; alpha and beta comparable over the run",
                    "α_t > 0 and γ_t bounded below; α and β comparable over the run",
                    "$\\alpha_t > 0$ and $\\gamma_t$ bounded below; $\\alpha$ and $\\beta$ comparable over the run"),
            Quantities.SMALLEST_ALIGNMENT,
            Quantities.ALPHA_RATIO,
            Quantities.BETA_RATIO);

    public static final Claim EIGENGAP = condition(
            "condition.eigengap",
            "eigengap",
            new Notation(
                    "lambda_2 <= c/eta with c < 2 on the constrained trajectory",
                    "λ₂ ≤ c/η with c < 2 on the constrained trajectory",
                    "$\\lambda_2 \\le c/\\eta$ with $c < 2$ on the constrained trajectory"),
            Quantities.SECOND_EIGENVALUE,
            Quantities.SPECTRAL_RADIUS);

    public static final Claim SMOOTHNESS = condition(
            "condition.smoothness",
            "smoothness",
            new Notation(
                    "rho_4 = O(eta rho_3^2), rho_k the sup of |D^kL| near the trajectory",
                    "ρ₄ = O(η ρ₃²), ρ_k the sup of |D^kL| near the trajectory",
                    "$\\rho_4 = O(\\eta \\rho_3^2)$, $\\rho_k$ the sup of $|D^kL|$ near the trajectory"),
            Quantities.SMOOTHNESS);

    public static final Claim NON_WORST_CASE = condition(
            "condition.non_worst_case",
            "non-worst-case (reconstructed)",
            new Notation(
                    "curvature off u is O(eps) along w = v*_perp, gradL_perp, gradS_perp; the paper's exact wording was not at hand",
                    "curvature off u is O(ε) along w = v*⊥, ∇L⊥, ∇S⊥; the paper's exact wording was not at hand",
                    "curvature off $u$ is $O(\\epsilon)$ along $w = v^*_\\perp, \\nabla L_\\perp, \\nabla S_\\perp$; the paper's exact wording was not at hand"),
            Quantities.CURVATURE_OFF_U,
            Quantities.THIRD_ORDER_OFF_U);

    public static final Claim AXIS_DISTANCE = condition(
            "condition.axis_distance",
            "not too close to the axis",
            formula("min |x*_t| >= c_1 delta", "min |x*_t| ≥ c₁ δ", "\\min |x^*_t| \\ge c_1 \\delta"),
            Quantities.AXIS_DISTANCE);

    public static final Claim SMALL_START = condition(
            "condition.small_start",
            "small start",
            formula("|v_0| = O(delta)", "|v₀| = O(δ)", "|v_0| = O(\\delta)"),
            Quantities.START_DISTANCE);

    public static final Claim MEMORY = condition(
            "condition.memory",
            "memory",
            formula("beta_{s->t}", "β_{s→t}", "\\beta_{s\\to t}").then(" neither grows nor changes sign wildly"),
            Quantities.MEMORY_GROWTH,
            Quantities.MEMORY_SIGN);

    public static final Claim COUPLING = conclusion(
            "coupling",
            Quantities.COUPLING_CONSTANT,
            formula(
                    "max |v_t - v*_t| <= C_1 eps delta",
                    "max |v_t − v*_t| ≤ C₁ ε δ",
                    "\\max |v_t - v^*_t| \\le C_1 \\epsilon \\delta"),
            ALWAYS);

    public static final Claim LOSS = conclusion(
            "loss",
            Quantities.LOSS_CONSTANT,
            formula(
                    "|L(theta_t) - L(dagger_t) - x*_t^2/eta| <= C_L eps delta^2/eta",
                    "|L(θ_t) − L(θ†_t) − x*_t²/η| ≤ C_L ε δ²/η",
                    "|L(\\theta_t) - L(\\dagger_t) - x_t^{*2}/\\eta| \\le C_L \\epsilon \\delta^2/\\eta"),
            ALWAYS);

    public static final Claim SHARPNESS = conclusion(
            "sharpness",
            Quantities.SHARPNESS_CONSTANT,
            formula(
                    "|S(theta_t) - S(dagger_t) - y*_t - kappa_3 x*_t| <= C_S eps^2/eta",
                    "|S(θ_t) − S(θ†_t) − y*_t − κ₃ x*_t| ≤ C_S ε²/η",
                    "|S(\\theta_t) - S(\\dagger_t) - y^*_t - \\kappa_3 x^*_t| \\le C_S \\epsilon^2/\\eta"),
            ALWAYS);

    public static final Claim AVERAGE = conclusion(
            "average",
            Quantities.AVERAGE_CONSTANT,
            new Notation(
                    "over whole periods mean x_t^2 = delta^2 (1 + O(eps)), mean loss elevation = delta^2/eta (1 + O(eps))",
                    "over whole periods mean x_t² = δ² (1 + O(ε)), mean loss elevation = δ²/η (1 + O(ε))",
                    "over whole periods mean $x_t^2 = \\delta^2 (1 + O(\\epsilon))$, mean loss elevation ${} = \\delta^2/\\eta\\,(1 + O(\\epsilon))$"),
            MAY_ASSERT_NOTHING);

    public static final Claim IMPLICIT_BIAS = conclusion(
            "implicit bias",
            Quantities.IMPLICIT_BIAS_CONSTANT,
            formula(
                    "|dagger_{t+1} - dagger_t + eta Pi_t grad L_t| <= C_P eps^2 eta |grad L|",
                    "|θ†_{t+1} − θ†_t + η Π_t ∇L_t| ≤ C_P ε² η |∇L|",
                    "|\\dagger_{t+1} - \\dagger_t + \\eta \\Pi_t \\nabla L_t| \\le C_P \\epsilon^2 \\eta |\\nabla L|"),
            MAY_ASSERT_NOTHING);

    public static final Claim DESCENT = conclusion(
            "descent",
            Quantities.DESCENT_CONSTANT,
            formula(
                    "L(dagger_t) - L(dagger_{t+1}) >= (1 - C_D eps) eta |Pi_t grad L_t|^2",
                    "L(θ†_t) − L(θ†_{t+1}) ≥ (1 − C_D ε) η |Π_t ∇L_t|²",
                    "L(\\dagger_t) - L(\\dagger_{t+1}) \\ge (1 - C_D \\epsilon) \\eta |\\Pi_t \\nabla L_t|^2"),
            MAY_ASSERT_NOTHING);

    /** Of adaptive optimizers, beside {@link #conclusions}. */
    public static final Claim SECOND_MOMENTS = add(new Claim(
            "conclusion.second_moments",
            Claim.Kind.CONCLUSION_OF_ADAPTIVE,
            "second moments",
            formula(
                    "max |nu - N - m|/N <= C_nu eps^2",
                    "max |ν − N − m|/N ≤ C_ν ε²",
                    "\\max |\\nu - N - m|/N \\le C_\\nu \\epsilon^2"),
            Quantities.MOMENT_CONSTANT.formula(),
            List.of(Quantities.MOMENT_CONSTANT),
            MAY_ASSERT_NOTHING));

    /** What {@link #EDGE_REACHED} says of every t, of t = 0 alone: it needs no run. */
    public static final Claim EDGE_ENTERED = add(new Claim(
            "edge.entered",
            Claim.Kind.OUTCOME,
            "edge entered",
            new Notation(
                    "S(dagger_0) = 2/eta at t = 0, up to the eps^2/eta of one step of progressive sharpening",
                    "S(θ†_0) = 2/η at t = 0, up to the ε²/η of one step of progressive sharpening",
                    "$S(\\dagger_0) = 2/\\eta$ at $t = 0$, up to the $\\epsilon^2/\\eta$ of one step of progressive sharpening"),
            Optional.empty(),
            List.of(Quantities.BELOW_EDGE),
            ALWAYS));

    /** Whether nearby iterates part for ever. */
    public static final Claim CHAOTIC = add(new Claim(
            "run.chaotic",
            Claim.Kind.OUTCOME,
            "chaos",
            words(
                    "the iterates of the optimizer alone stay bounded and part: the largest Lyapunov exponent is positive"),
            Optional.empty(),
            List.of(),
            MAY_ASSERT_NOTHING));

    /** Whether the iterates end outside the loss's domain, not finite, or far from the stable set. */
    public static final Claim DIVERGES = add(new Claim(
            "run.diverges",
            Claim.Kind.OUTCOME,
            "divergence",
            words("the iterates end outside the domain of the loss, not finite, or far from the stable set"),
            Optional.empty(),
            List.of(),
            MAY_ASSERT_NOTHING));

    private Claims() {}

    /** All claims, in the order of the theory. */
    public static List<Claim> all() {
        return Collections.unmodifiableList(ALL);
    }

    /** The conditions. */
    public static List<Claim> conditions() {
        return of(Claim.Kind.CONDITION);
    }

    /** The conclusions. */
    public static List<Claim> conclusions() {
        return of(Claim.Kind.CONCLUSION);
    }

    /**
     * The claim of a key.
     *
     * @throws SelfstabException if there is none
     */
    public static Claim of(String key) {
        return find(key)
                .orElseThrow(() -> new SelfstabException(
                        "unknown claim " + Suggestion.shortened(key),
                        Suggestion.suggestion(key, ALL.stream().map(Claim::key).toList(), "known are")));
    }

    /** The claim of a key, if there is one. */
    public static Optional<Claim> find(String key) {
        return ALL.stream().filter(claim -> claim.key().equals(key)).findFirst();
    }

    private static List<Claim> of(Claim.Kind kind) {
        return ALL.stream().filter(claim -> claim.kind() == kind).toList();
    }

    private static Claim condition(String key, String title, Notation statement, Quantity... measures) {
        return add(new Claim(key, Claim.Kind.CONDITION, title, statement, Optional.empty(), List.of(measures), ALWAYS));
    }

    private static Claim conclusion(String title, Quantity constant, Notation statement, boolean mayAssertNothing) {
        return add(new Claim(
                "conclusion." + title.replace(' ', '_'),
                Claim.Kind.CONCLUSION,
                title,
                statement,
                constant.formula(),
                List.of(constant),
                mayAssertNothing));
    }

    private static Claim add(Claim claim) {
        ALL.add(claim);
        return claim;
    }
}
