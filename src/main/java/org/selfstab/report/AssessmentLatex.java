package org.selfstab.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.Bound;
import org.selfstab.claims.Measured;
import org.selfstab.claims.Verdict;

/** Conditions and conclusions as LaTeX tables for a paper; they need no packages. */
final class AssessmentLatex {

    /** The quantities' formulas; the longer names first, so that none is replaced within another. */
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
            Map.entry("eta", "\\eta"),
            Map.entry("eps", "\\epsilon"),
            Map.entry("rho", "\\rho"),
            Map.entry("max", "\\max"),
            Map.entry("min", "\\min"));

    private final Assessment assessment;
    private final StringBuilder text = new StringBuilder();

    AssessmentLatex(Assessment assessment) {
        this.assessment = assessment;
    }

    String conditions() {
        begin("condition");
        assessment.conditions().forEach(c -> rows(c.name().title(), c.measures()));
        return end();
    }

    String conclusions() {
        begin("conclusion");
        assessment
                .conclusions()
                .forEach(
                        c -> rows(c.conclusion().title() + " (" + c.conclusion().formula() + ")", c.measures()));
        end();
        return text.append("% conditions that fail: ")
                .append(AssessmentText.broken(assessment))
                .append('\n')
                .toString();
    }

    private void begin(String first) {
        text.append("\\begin{tabular}{llrrrl}\n\\hline\n")
                .append(first)
                .append(" & quantity & value & threshold & worst $t$ & verdict \\\\\n\\hline\n");
    }

    private String end() {
        return text.append("\\hline\n\\end{tabular}\n").toString();
    }

    private void rows(String title, List<Measured> measures) {
        String first = title;
        for (Measured measured : measures) {
            Verdict verdict = measured.verdict();
            text.append(first).append(" & ").append(formula(measured.quantity()));
            text.append(" & ")
                    .append(verdict.bound().map(b -> number(b.value())).orElse("--"));
            text.append(" & ")
                    .append(verdict.bound().map(AssessmentLatex::threshold).orElse("--"));
            text.append(" & ")
                    .append(verdict.witness()
                            .map(w -> Integer.toString(w.step()))
                            .orElse("--"));
            text.append(" & ").append(verdict.status().word()).append(" \\\\\n");
            first = "";
        }
    }

    /** Words stay words: a quantity that is the title of its condition or conclusion has no formula. */
    private static String formula(String quantity) {
        if (quantity.matches("(?!min |max )[a-z -]+( \\(reconstructed\\))?")) {
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

    private static String threshold(Bound bound) {
        return (bound.sense() == Bound.Sense.AT_MOST ? "$\\le$ " : "$\\ge$ ") + number(bound.threshold());
    }

    /** A number to four digits, with the power of ten written out. */
    static String number(double value) {
        if (Double.isInfinite(value)) {
            return "$\\infty$";
        }
        String digits = String.format(Locale.ROOT, "%.4g", value);
        int exponent = digits.indexOf('e');
        return exponent < 0
                ? digits
                : "$" + digits.substring(0, exponent) + " \\times 10^{"
                        + Integer.parseInt(digits.substring(exponent + 1)) + "}$";
    }
}
