package org.selfstab.report;

import java.util.List;
import java.util.stream.Collectors;
import org.selfstab.claims.closedform.DerivationResult;
import org.selfstab.document.LatexText;
import org.selfstab.expression.syntax.LatexWriter;
import org.selfstab.symbolic.ClosedForm;
import org.selfstab.symbolic.ClosedFormResult;
import org.selfstab.symbolic.NoClosedForm;
import org.selfstab.symbolic.TaylorTerm;

/** A derivation as LaTeX for a paper; it needs amsmath. */
final class DerivationLatex {

    private final DerivationResult derivation;

    DerivationLatex(DerivationResult derivation) {
        this.derivation = derivation;
    }

    String write() {
        StringBuilder text = new StringBuilder();
        text.append(new LatexCaption(derivation.problem(), VerdictLine.of(derivation))
                .needs("amsmath")
                .write());
        text.append("\\[ L = ")
                .append(LatexWriter.latex(derivation.problem().loss()))
                .append(" \\]\n");
        text.append("At $").append(point()).append("$:\n");
        text.append("\\begin{align*}\n");
        text.append(DerivedQuantity.of(derivation).stream().map(this::equation).collect(Collectors.joining(" \\\\\n")));
        text.append("\n\\end{align*}\n");
        return text.append(derivation.closedForm().accept(new Taylor())).toString();
    }

    private String point() {
        return derivation.problem().variables().stream()
                .map(v -> LatexWriter.latex(v) + " = "
                        + LatexWriter.latex(derivation.point().get(v.name())))
                .collect(Collectors.joining(",\\ "));
    }

    private String equation(DerivedQuantity quantity) {
        boolean closed = !quantity.closedForm().isEmpty();
        List<String> components =
                quantity.closedForm().stream().map(LatexWriter::latex).toList();
        String value = quantity.value().isEmpty() ? "\\text{undefined}" : number(quantity.valueText());
        String symbolic = closed ? " &= " + DerivedQuantity.tuple(components) + " \\approx " : " &\\approx ";
        return "  " + quantity.latex() + symbolic + value;
    }

    private static String number(String text) {
        return text.replaceAll("e([+-])0*(\\d+)", " \\\\cdot 10^{$1$2}").replace("{+", "{");
    }

    private final class Taylor implements ClosedFormResult.Visitor<String> {

        @Override
        public String visitClosedForm(ClosedForm form) {
            if (!form.taylor().stream().map(TaylorTerm::expression).allMatch(LegibleForm::isLegible)) {
                return LatexText.comment(
                                "closed forms of more than " + LegibleForm.MAX_OPERATIONS + " operations are not shown")
                        + numericTaylor();
            }
            String body = form.taylor().stream().map(this::summand).collect(Collectors.joining(" \\\\\n"));
            return "With $x$ along $u$ and $w$ off $u$, to third order\n\\begin{align*}\n  L = {}\n" + body
                    + "\n\\end{align*}\n";
        }

        private String summand(TaylorTerm term) {
            return "  & + \\underbrace{" + coordinates(LatexWriter.latex(term.expression())) + "}_{\\text{"
                    + RoleText.of(term.role()).name() + "}}";
        }

        /** The coordinates have names that no variable of a problem can have; in print they are x and w. */
        private String coordinates(String latex) {
            return latex;
        }

        @Override
        public String visitNoClosedForm(NoClosedForm none) {
            return LatexText.comment("no closed form: " + none.reason()) + numericTaylor();
        }

        private String numericTaylor() {
            StringBuilder text = new StringBuilder();
            derivation.numeric().ifPresent(geometry -> {
                text.append("\\begin{align*}\n  L \\approx {}\n");
                text.append(new NumericTaylor(geometry)
                        .terms().entrySet().stream()
                                .map(entry -> "  & + \\underbrace{" + monomials(entry.getValue()) + "}_{\\text{"
                                        + RoleText.of(entry.getKey()).name() + "}}")
                                .collect(Collectors.joining(" \\\\\n")));
                text.append("\n\\end{align*}\n");
            });
            return text.toString();
        }

        private String monomials(String polynomial) {
            return number(polynomial).replaceAll("w(\\d+)", "w_{$1}").replace("*", " ");
        }
    }
}
