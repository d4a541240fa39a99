package org.selfstab.report;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes the theory's formulas, which are plain text elsewhere, with the signs that figures use: {@code eps delta^2/eta} as ε δ²/η. */
final class Signs {

    private static final Map<String, String> GREEK = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("eps", "ε"),
            Map.entry("epsilon", "ε"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("dagger", "θ†"),
            Map.entry("kappa", "κ"),
            Map.entry("lambda", "λ"),
            Map.entry("rho", "ρ"),
            Map.entry("Pi", "Π"),
            Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"));

    private static final Pattern NAME =
            Pattern.compile("(?<![A-Za-z])(" + String.join("|", GREEK.keySet()) + ")(?![A-Za-z])");
    private static final Pattern INDEX = Pattern.compile("(?<=\\S)_(\\d)");
    private static final Pattern GRADIENT = Pattern.compile("(?<![A-Za-z])grad ?(?=[LS])");

    private static final String INDICES = "₀₁₂₃₄₅₆₇₈₉";

    private Signs() {}

    /** A formula, or a sentence with formulas, with signs. */
    static String of(String plain) {
        String named = NAME.matcher(plain).replaceAll(match -> GREEK.get(match.group(1)));
        String indexed = INDEX.matcher(named).replaceAll(Signs::index);
        return GRADIENT.matcher(indexed)
                .replaceAll("∇")
                .replace("_perp", "⊥")
                .replace("sqrt(", "√(")
                .replace("^2", "²")
                .replace("<=", "≤")
                .replace(">=", "≥")
                .replace("->", "→")
                .replace(" - ", " − ");
    }

    private static String index(MatchResult match) {
        return String.valueOf(INDICES.charAt(match.group(1).charAt(0) - '0'));
    }
}
