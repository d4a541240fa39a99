package org.selfstab.vocabulary;

import java.util.ArrayList;
import java.util.List;

/** The formulas of one unstable eigenvalue as they read for k, theory.md (38) to (41): with matrices for the numbers along u, and d for delta. */
final class UnstableWording {

    private static final List<Rewording> STATEMENTS = List.of(
            new Rewording(
                    Claims.AVERAGE.statement(),
                    new Notation(
                            "the mean of X_t X_t^T tends to Sigma where Sigma is unique",
                            "the mean of X_t X_tᵀ tends to Σ where Σ is unique",
                            "the mean of $X_t X_t^T$ tends to $\\Sigma$ where $\\Sigma$ is unique")),
            new Rewording(
                    Claims.PROGRESSIVE_SHARPENING.statement(),
                    new Notation(
                            "Sigma_t is not 0, and alpha comparable over the run",
                            "Σ_t is not 0, and α comparable over the run",
                            "$\\Sigma_t$ is not 0, and $\\alpha$ comparable over the run")),
            new Rewording(
                    Claims.SMALL_START.statement(), Notation.formula("|v_0| = O(d)", "|v₀| = O(d)", "|v_0| = O(d)")));

    /** Of every optimizer, after the units. */
    private static final List<Rewording> PARTS = List.of(
            new Rewording(
                    new Notation("x*_t^2/eta", "x*_t²/η", "x_t^{*2}/\\eta"),
                    new Notation("(X*_t)^T A_t X*_t/2", "(X*_t)ᵀ A_t X*_t/2", "(X^*_t)^T A_t X^*_t/2")),
            new Rewording(
                    new Notation("eps delta", "ε δ", "\\epsilon \\delta"), new Notation("eps d", "ε d", "\\epsilon d")),
            new Rewording(
                    new Notation("max sqrt(2 alpha/beta)", "max √(2 α/β)", "\\max \\sqrt{2 \\alpha/\\beta}"),
                    new Notation(
                            "d = max sqrt(tr Sigma)", "d = max √(tr Σ)", "d = \\max \\sqrt{\\mathrm{tr}\\,\\Sigma}")),
            number("(22)", "(40)"),
            number("(24)", "(41)"),
            number("(25)", "(41)"),
            number("(26)", "(41)"),
            number("(27)", "(40)"));

    private static final Notation LOSS_UNIT = new Notation("delta^2/eta", "δ²/η", "\\delta^2/\\eta");
    private static final Notation RATE = new Notation("eta sqrt(alpha)", "η √(α)", "\\eta \\sqrt{\\alpha}");
    private static final Notation SHARPNESS_UNIT = new Notation("eps^2/eta", "ε²/η", "\\epsilon^2/\\eta");
    private static final Notation SHARPNESS_ERROR = new Notation(
            "|S(theta_t) - S(dagger_t) - y*_t - kappa_3 x*_t|",
            "|S(θ_t) − S(θ†_t) − y*_t − κ₃ x*_t|",
            "|S(\\theta_t) - S(\\dagger_t) - y^*_t - \\kappa_3 x^*_t|");

    private UnstableWording() {}

    /**
     * What becomes of formulas.
     *
     * @param isGradientDescent with the step size eta
     * @param keepsCopies whether it is an optimizer of several copies of the parameters
     */
    static List<Rewording> of(int k, boolean isGradientDescent, boolean keepsCopies) {
        List<Rewording> rules = new ArrayList<>();
        if (!keepsCopies) {
            rules.add(new Rewording(EdgeWording.EIGENGAP, eigengap(k + 1, isGradientDescent)));
        }
        rules.addAll(STATEMENTS);
        rules.add(new Rewording(
                LOSS_UNIT,
                isGradientDescent
                        ? new Notation("d^2/eta", "d²/η", "d^2/\\eta")
                        : new Notation("S_c d^2/2", "S_c d²/2", "S_c d^2/2")));
        rules.addAll(PARTS);
        rules.add(new Rewording(SHARPNESS_ERROR, sharpnessError(isGradientDescent ? "theta" : "psi")));
        rules.add(new Rewording(
                RATE,
                isGradientDescent
                        ? new Notation("eta sqrt(|eig alpha|)", "η √|eig α|", "\\eta \\sqrt{|\\mathrm{eig}\\,\\alpha|}")
                        : new Notation(
                                "sqrt(a b |eig alpha|)", "√(a b |eig α|)", "\\sqrt{a b |\\mathrm{eig}\\,\\alpha|}")));
        int next = k + 1;
        rules.add(new Rewording(
                new Notation("max eta lambda_2", "max η λ₂", "\\max \\eta \\lambda_2"), UnstableQuantities.next(k)));
        if (!isGradientDescent) {
            rules.add(new Rewording(SHARPNESS_UNIT, new Notation("eps^2/a", "ε²/a", "\\epsilon^2/a")));
            rules.add(new Rewording(
                    UnstableQuantities.next(k),
                    Notation.formula(
                            "max 2 lambda_" + next + "/S_c",
                            "max 2 λ_" + next + "/S_c",
                            "\\max 2 \\lambda_{" + next + "}/S_c")));
        }
        return rules;
    }

    private static Rewording number(String ofOne, String ofSeveral) {
        return new Rewording(Notation.words(ofOne), Notation.words(ofSeveral));
    }

    private static Notation eigengap(int next, boolean isGradientDescent) {
        return new Notation(
                "lambda_" + next + " <= " + (isGradientDescent ? "c/eta" : "c S_c/2")
                        + " with c < 2 on the constrained trajectory",
                "λ_" + next + " ≤ " + (isGradientDescent ? "c/η" : "c S_c/2")
                        + " with c < 2 on the constrained trajectory",
                "$\\lambda_{" + next + "} \\le " + (isGradientDescent ? "c/\\eta" : "c S_c/2")
                        + "$ with $c < 2$ on the constrained trajectory");
    }

    private static Notation sharpnessError(String iterate) {
        return new Notation(
                "max_j |lambda_j(" + iterate + "_t) - lambda_j(A_t + D3L(U_t, U_t, v*_t))|",
                "max_j |λ_j(" + ("psi".equals(iterate) ? "ψ" : "θ") + "_t) − λ_j(A_t + D³L(U_t, U_t, v*_t))|",
                "\\max_j |\\lambda_j(\\" + iterate + "_t) - \\lambda_j(A_t + D^3L(U_t, U_t, v^*_t))|");
    }
}
