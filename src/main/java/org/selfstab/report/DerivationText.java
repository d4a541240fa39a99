package org.selfstab.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.selfstab.claims.TopEigenspace;
import org.selfstab.claims.closedform.DerivationResult;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.symbolic.BranchCondition;
import org.selfstab.symbolic.ClosedForm;
import org.selfstab.symbolic.ClosedFormResult;
import org.selfstab.symbolic.NoClosedForm;
import org.selfstab.symbolic.TaylorTerm;

/** A derivation as a researcher reads it at a glance. */
final class DerivationText {

    /** Numbers that are right to ten digits need no word. */
    private static final double NOTABLE_ERROR = 1e-10;

    private static final int MAX_TEXT = 500;
    private static final String TOO_LONG = "longer than " + LegibleForm.MAX_OPERATIONS + " operations, not shown";

    private final DerivationResult derivation;
    private final StringBuilder text = new StringBuilder();

    DerivationText(DerivationResult derivation) {
        this.derivation = derivation;
    }

    String write() {
        line("%s: %s", derivation.problem().title(), VerdictLine.of(derivation));
        line("  loss     %s", derivation.problem().loss());
        line(
                "  at       %s",
                assignments(derivation.point(), derivation.problem().variables()));
        line("  with     %s", parameters());
        line("");
        derivation.eigenspace().ifPresent(this::hessian);
        derivation.closedForm().accept(new Body());
        derivation.undefined().ifPresent(reason -> line("  numerically undefined: %s", reason));
        if (derivation.eigenvectorError() > NOTABLE_ERROR) {
            line(
                    "  the top eigenvalues are close: in numbers u and what depends on it are right to about %s, relatively",
                    ConstantsTable.digits(derivation.eigenvectorError()));
        }
        return text.toString();
    }

    private void hessian(TopEigenspace eigenspace) {
        String label = "H, Hessian";
        for (List<Double> row : eigenspace.hessian()) {
            line(
                    "  %-11s ~ %s",
                    label, "(" + row.stream().map(ConstantsTable::digits).collect(Collectors.joining(", ")) + ")");
            label = "";
        }
        line("");
    }

    private static String assignments(Map<String, Expression> point, List<Symbol> variables) {
        return variables.stream()
                .map(variable -> variable.name() + " = " + point.get(variable.name()))
                .collect(Collectors.joining(", "));
    }

    private String parameters() {
        return derivation.problem().parameters().values().entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** What holds between numbers alone need not be said. */
    private static boolean dependsOnParameters(BranchCondition condition) {
        return condition.positive().map(e -> !e.symbolNames().isEmpty()).orElse(true);
    }

    private static boolean isLegible(BranchCondition condition) {
        return condition
                .positive()
                .map(LegibleForm::isLegible)
                .orElse(condition.text().length() <= MAX_TEXT);
    }

    private final class Body implements ClosedFormResult.Visitor<Void> {

        @Override
        public Void visitClosedForm(ClosedForm form) {
            for (DerivedQuantity quantity : DerivedQuantity.of(derivation)) {
                line("  %-11s = %s", quantity.symbol(), closed(quantity));
                line("  %-11s ~ %s", "", quantity.valueText());
            }
            line("");
            line("  Taylor polynomial of L(theta + x u + w), w off u");
            line("  (x is written %s, the components of w %s)", form.along(), form.off());
            for (TaylorTerm term : form.taylor()) {
                RoleText role = RoleText.of(term.role());
                line(
                        "    %-20s %-23s = %s",
                        role.name(),
                        role.formula(),
                        LegibleForm.isLegible(term.expression()) ? term.expression() : TOO_LONG);
            }
            if (!form.taylor().stream().map(TaylorTerm::expression).allMatch(LegibleForm::isLegible)) {
                numericTaylor();
            }
            line("");
            conditions(form);
            derivation.disagreement().ifPresentOrElse(this::crossChecked, this::notCrossChecked);
            return null;
        }

        private static String closed(DerivedQuantity quantity) {
            if (quantity.closedForm().isEmpty()) {
                return quantity.tooLong() ? TOO_LONG : "undefined";
            }
            return DerivedQuantity.tuple(
                    quantity.closedForm().stream().map(Expression::toString).toList());
        }

        private void conditions(ClosedForm form) {
            Map<Boolean, List<BranchCondition>> conditions = form.conditions().stream()
                    .filter(DerivationText::dependsOnParameters)
                    .collect(Collectors.partitioningBy(DerivationText::isLegible));
            if (!conditions.get(true).isEmpty()) {
                line("  valid where");
                conditions.get(true).stream()
                        .map(BranchCondition::text)
                        .distinct()
                        .forEach(condition -> line("    %s", condition));
            }
            if (!conditions.get(false).isEmpty()) {
                line(
                        "  valid also only near the parameters' values, where conditions hold that are too long to be shown");
            }
        }

        private void numericTaylor() {
            derivation.numeric().ifPresent(geometry -> {
                line("");
                line("  Taylor polynomial of L(theta + x u + w2 e_2 + w3 e_3 + ...), e_j the eigenvectors");
                new NumericTaylor(geometry).terms().forEach((term, polynomial) -> {
                    RoleText role = RoleText.of(term);
                    line("    %-20s %-23s ~ %s", role.name(), role.formula(), polynomial);
                });
            });
        }

        private void crossChecked(double difference) {
            line("  evidence: derived by computer algebra, cross-checked numerically at the parameters' values");
            line("  largest relative difference from the numeric geometry: %s", ConstantsTable.digits(difference));
        }

        private void notCrossChecked() {
            line("  evidence: derived by computer algebra; not cross-checked, as there are no numbers to compare with");
        }

        @Override
        public Void visitNoClosedForm(NoClosedForm none) {
            line("  no closed form: %s", none.reason());
            for (DerivedQuantity quantity : DerivedQuantity.of(derivation)) {
                line("  %-11s ~ %s", quantity.symbol(), quantity.valueText());
            }
            numericTaylor();
            line("  evidence: numeric, in double precision");
            return null;
        }
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
