package org.selfstab.vocabulary;

import java.util.List;
import java.util.stream.Stream;

/**
 * The formulas of gradient descent with the step size eta as they read for another linear optimizer, theory.md (29) to (36): with {@code S_c} for {@code 2/eta} in curvatures and
 * losses, the rates a and b for eta in what grows and drifts, and psi for theta where the loss is evaluated.
 */
public final class EdgeWording {

    static final Notation EIGENGAP = new Notation(
            "lambda_2 <= c/eta with c < 2 on the constrained trajectory",
            "λ₂ ≤ c/η with c < 2 on the constrained trajectory",
            "$\\lambda_2 \\le c/\\eta$ with $c < 2$ on the constrained trajectory");

    private static final Rewording EIGENGAP_OF_ONE_COPY = new Rewording(
            EIGENGAP,
            new Notation(
                    "lambda_2 <= c S_c/2 with c < 2 on the constrained trajectory",
                    "λ₂ ≤ c S_c/2 with c < 2 on the constrained trajectory",
                    "$\\lambda_2 \\le c S_c/2$ with $c < 2$ on the constrained trajectory"));

    private static final Rewording STABLE_OFF_U = new Rewording(
            EIGENGAP,
            new Notation(
                    "A + lambda B C is stable, but for slow motion, for the curvatures lambda off u on the constrained trajectory",
                    "A + λ B C is stable, but for slow motion, for the curvatures λ off u on the constrained trajectory",
                    "$A + \\lambda B C$ is stable, but for slow motion, for the curvatures $\\lambda$ off $u$ on the constrained trajectory"));

    /** What becomes of a formula, the longer ones first. */
    private static final List<Rewording> RULES = List.of(
            new Rewording(
                    new Notation("rho_4 = O(eta rho_3^2)", "ρ₄ = O(η ρ₃²)", "\\rho_4 = O(\\eta \\rho_3^2)"),
                    new Notation("rho_4 = O(rho_3^2/S_c)", "ρ₄ = O(ρ₃²/S_c)", "\\rho_4 = O(\\rho_3^2/S_c)")),
            new Rewording(
                    new Notation("rho_4/(eta rho_3^2)", "ρ₄/(η ρ₃²)", "\\rho_4/(\\eta \\rho_3^2)"),
                    new Notation("S_c rho_4/(2 rho_3^2)", "S_c ρ₄/(2 ρ₃²)", "S_c \\rho_4/(2 \\rho_3^2)")),
            new Rewording(
                    new Notation("eta |H w|", "η |H w|", "\\eta |H w|"), new Notation("b |H w|", "b |H w|", "b |H w|")),
            new Rewording(
                    new Notation("eta Pi_t", "η Π_t", "\\eta \\Pi_t"), new Notation("b Pi_t", "b Π_t", "b \\Pi_t")),
            new Rewording(new Notation("eta |Pi", "η |Π", "\\eta |\\Pi"), new Notation("b |Pi", "b |Π", "b |\\Pi")),
            new Rewording(
                    new Notation("eta |grad L|", "η |∇L|", "\\eta |\\nabla L|"),
                    new Notation("b |grad L|", "b |∇L|", "b |\\nabla L|")),
            new Rewording(
                    new Notation("2 - eta S(dagger_t)", "2 − η S(θ†_t)", "2 - \\eta S(\\dagger_t)"),
                    new Notation("2 - 2 S(dagger_t)/S_c", "2 − 2 S(θ†_t)/S_c", "2 - 2 S(\\dagger_t)/S_c")),
            new Rewording(
                    new Notation("eta sqrt(alpha)", "η √(α)", "\\eta \\sqrt{\\alpha}"),
                    new Notation("sqrt(a b alpha)", "√(a b α)", "\\sqrt{a b \\alpha}")),
            new Rewording(
                    new Notation("y/sqrt(alpha)", "y/√α", "y/\\sqrt{\\alpha}"),
                    new Notation("y/sqrt(b alpha/a)", "y/√(b α/a)", "y/\\sqrt{b \\alpha/a}")),
            new Rewording(
                    new Notation("eta lambda_2", "η λ₂", "\\eta \\lambda_2"),
                    new Notation("2 lambda_2/S_c", "2 λ₂/S_c", "2 \\lambda_2/S_c")),
            new Rewording(
                    new Notation("delta^2/eta", "δ²/η", "\\delta^2/\\eta"),
                    new Notation("S_c delta^2/2", "S_c δ²/2", "S_c \\delta^2/2")),
            new Rewording(
                    new Notation("sigma^2/eta", "σ²/η", "\\sigma^2/\\eta"),
                    new Notation("S_c sigma^2/2", "S_c σ²/2", "S_c \\sigma^2/2")),
            new Rewording(
                    new Notation("x*_t^2/eta", "x*_t²/η", "x_t^{*2}/\\eta"),
                    new Notation("S_c x*_t^2/2", "S_c x*_t²/2", "S_c x_t^{*2}/2")),
            new Rewording(
                    new Notation("x*^2/eta", "x*²/η", "x^{*2}/\\eta"),
                    new Notation("S_c x*^2/2", "S_c x*²/2", "S_c x^{*2}/2")),
            new Rewording(
                    new Notation("x^2/eta", "x²/η", "x^2/\\eta"), new Notation("S_c x^2/2", "S_c x²/2", "S_c x^2/2")),
            new Rewording(
                    new Notation("eps^2/eta", "ε²/η", "\\epsilon^2/\\eta"),
                    new Notation("eps sqrt(b alpha/a)", "ε √(b α/a)", "\\epsilon \\sqrt{b \\alpha/a}")),
            new Rewording(
                    new Notation("units of 1/eta", "units of 1/η", "units of $1/\\eta$"),
                    new Notation("units of S_c/2", "units of S_c/2", "units of $S_c/2$")),
            new Rewording(new Notation("2/eta", "2/η", "2/\\eta"), new Notation("S_c", "S_c", "S_c")),
            new Rewording(new Notation("eta S", "η S", "\\eta S"), new Notation("2 S/S_c", "2 S/S_c", "2 S/S_c")),
            new Rewording(
                    new Notation("L(theta_t)", "L(θ_t)", "L(\\theta_t)"),
                    new Notation("L(psi_t)", "L(ψ_t)", "L(\\psi_t)")),
            new Rewording(
                    new Notation("S(theta_t)", "S(θ_t)", "S(\\theta_t)"),
                    new Notation("S(psi_t)", "S(ψ_t)", "S(\\psi_t)")));

    /** Gradient descent with the step size eta, whose formulas stay, and what is not a linear optimizer. */
    public static final EdgeWording OF_GRADIENT_DESCENT = new EdgeWording(List.of());

    private static final EdgeWording OF_ONE_COPY = of(EIGENGAP_OF_ONE_COPY);
    private static final EdgeWording OF_SEVERAL_COPIES = of(STABLE_OFF_U);

    private final List<Rewording> rules;

    private EdgeWording(List<Rewording> rules) {
        this.rules = List.copyOf(rules);
    }

    private static EdgeWording of(Rewording eigengap) {
        return new EdgeWording(
                Stream.concat(Stream.of(eigengap), RULES.stream()).toList());
    }

    /** That of any other linear optimizer, which keeps so many copies of the parameters. */
    public static EdgeWording ofCopies(int copies) {
        return copies == 1 ? OF_ONE_COPY : OF_SEVERAL_COPIES;
    }

    /** How they read where k unstable eigenvalues are followed, theory.md section 11. */
    public EdgeWording ofSeveral(int k) {
        return new EdgeWording(Stream.concat(
                        UnstableWording.of(k, rules.isEmpty(), this == OF_SEVERAL_COPIES).stream(), rules.stream())
                .toList());
    }

    /** A formula, or words with formulas among them. */
    public Notation of(Notation descent) {
        Notation general = descent;
        for (Rewording rule : rules) {
            general = rule.in(general);
        }
        return general;
    }

    /** Words of the program with formulas among them in plain text or with their signs. */
    public String of(String descent) {
        String general = descent;
        for (Rewording rule : rules) {
            general = rule.in(general);
        }
        return general;
    }
}
