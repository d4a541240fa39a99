package org.selfstab.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.selfstab.document.LatexText;

/** The names of quantities, as they stand in the text reports, as formulas in the symbols of theory.md. */
final class LatexFormula {

    /** The longer names first, so that none is replaced within another. */
    private static final List<Map.Entry<String, String>> SYMBOLS = List.of(
            Map.entry("sqrt(beta_s beta_t)", "\\sqrt{\\beta_s\\beta_t}"),
            Map.entry("beta_{s->t}", "\\beta_{s\\to t}"),
            Map.entry("stationarity residual", "\\mbox{stationarity residual}"),
            Map.entry("mean elevation", "\\mbox{mean elevation}"),
            Map.entry("mean x^2", "\\mbox{mean } x^2"),
            Map.entry("D3L", "D^3L"),
            Map.entry("dagger_t", "\\dagger_t"),
            Map.entry("lambda", "\\lambda"),
            Map.entry("alpha", "\\alpha"),
            Map.entry("beta", "\\beta"),
            Map.entry("gamma", "\\gamma"),
            Map.entry("delta", "\\delta"),
            Map.entry("theta", "\\theta"),
            Map.entry("sigma", "\\sigma"),
            Map.entry("zeta", "\\zeta"),
            Map.entry("eta", "\\eta"),
            Map.entry("eps", "\\epsilon"),
            Map.entry("rho", "\\rho"),
            Map.entry("tau", "\\tau"),
            Map.entry("max", "\\max"),
            Map.entry("min", "\\min"));

    private static final Set<String> GREEK = Set.of("eps", "alpha", "beta", "delta", "eta", "sigma", "tau", "gamma");

    /** What is a symbol among words. */
    private static final Pattern SYMBOL = Pattern.compile(
            "\\|x\\||\\b(?:eps|alpha|beta|delta|eta|sigma|kappa|tau|lambda|gamma|[xXYE])(?:_\\w+)?(?:\\^\\d+)?\\b");

    private LatexFormula() {}

    /** Words with symbols among them, {@code smallest |x| (18)}. */
    static String among(String words) {
        StringBuilder latex = new StringBuilder();
        Matcher symbol = SYMBOL.matcher(words);
        int position = 0;
        while (symbol.find()) {
            latex.append(LatexText.escape(words.substring(position, symbol.start())));
            latex.append(of(symbol.group()));
            position = symbol.end();
        }
        return latex.append(LatexText.escape(words.substring(position))).toString();
    }

    /** Words stay words: a quantity that is the title of its condition or conclusion has no formula. */
    static String of(String quantity) {
        if (quantity.length() > 1
                && !GREEK.contains(quantity)
                && quantity.matches("(?!min |max )[a-z -]+( \\(reconstructed\\))?")) {
            return quantity;
        }
        StringBuilder latex = new StringBuilder();
        int position = 0;
        while (position < quantity.length()) {
            int here = position;
            Map.Entry<String, String> symbol = SYMBOLS.stream()
                    .filter(entry -> quantity.startsWith(entry.getKey(), here))
                    .findFirst()
                    .orElseGet(() -> Map.entry(quantity.substring(here, here + 1), quantity.substring(here, here + 1)));
            boolean needsSpace = !latex.isEmpty()
                    && Character.isLetterOrDigit(latex.charAt(latex.length() - 1))
                    && symbol.getValue().startsWith("\\");
            latex.append(needsSpace ? " " : "").append(symbol.getValue());
            position += symbol.getKey().length();
        }
        return "$" + latex.toString().replace("x*", "x^*").replace("v*", "v^*") + "$";
    }
}
