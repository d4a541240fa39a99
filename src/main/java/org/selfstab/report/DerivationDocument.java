package org.selfstab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.selfstab.claims.DerivationResult;
import org.selfstab.claims.NumericGeometry;
import org.selfstab.claims.TopEigenspace;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.expression.BranchCondition;
import org.selfstab.expression.ClosedForm;
import org.selfstab.expression.ClosedFormResult;
import org.selfstab.expression.Expression;
import org.selfstab.expression.NoClosedForm;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.TaylorTerm;
import org.selfstab.expression.TaylorTerm.Role;
import org.selfstab.expression.syntax.LatexWriter;
import org.selfstab.run.RunRecord;

/** A derivation as a researcher reads it: the quantities of the theory and the Taylor polynomial, in closed form and in numbers. */
public final class DerivationDocument {

    /** Numbers that are right to ten digits need no word. */
    private static final double NOTABLE_ERROR = 1e-10;

    private static final int MAX_TEXT = 500;
    private static final Cell TOO_LONG =
            Cell.words("longer than " + LegibleForm.MAX_OPERATIONS + " operations, not shown");
    private static final Cell UNDEFINED = Cell.words("undefined");

    private final DerivationResult derivation;
    /** The polynomial in numbers, where there are any. */
    private final Optional<Map<Role, Map<String, Double>>> taylor;

    private final Document.Builder document;

    private DerivationDocument(DerivationResult derivation, Optional<Map<Role, Map<String, Double>>> taylor) {
        this.derivation = derivation;
        this.taylor = taylor;
        this.document = new Document.Builder(derivation.problem().title().toString(), verdictLine(derivation));
    }

    /** What {@code derive} shows; its first table is that of the quantities. */
    public static Report report(RunRecord run, DerivationResult derivation) {
        Optional<Map<Role, Map<String, Double>>> taylor = derivation.numeric().map(NumericGeometry::taylor);
        return Report.of(
                run,
                new DerivationDocument(derivation, taylor).document(),
                "derivation",
                () -> DerivationSummary.of(derivation, taylor));
    }

    private Document document() {
        document.fact("loss", mathematics(derivation.problem().loss()))
                .fact("at", Cell.code(ProblemFacts.equations(point())))
                .fact(
                        "with",
                        Cell.code(ProblemFacts.equations(
                                derivation.problem().parameters().values())));
        derivation.undefined().ifPresent(reason -> document.note("numerically undefined: " + reason));
        if (derivation.eigenvectorError() > NOTABLE_ERROR) {
            document.note("the top eigenvalues are close: in numbers u and what depends on it are right to about "
                    + Cell.number(derivation.eigenvectorError()).text() + ", relatively");
        }
        return derivation.closedForm().accept(new Body());
    }

    private Map<String, Expression> point() {
        Map<String, Expression> point = new LinkedHashMap<>();
        for (Symbol variable : derivation.problem().variables()) {
            point.put(variable.name(), derivation.point().get(variable.name()));
        }
        return point;
    }

    private final class Body implements ClosedFormResult.Visitor<Document> {

        @Override
        public Document visitClosedForm(ClosedForm form) {
            document.table(quantities("Quantities at the point", DerivedQuantity.of(derivation)));
            derivation.eigenspace().ifPresent(space -> document.table(hessian(space)));
            derivation.planes().map(AssessmentTables::planes).ifPresent(document::table);
            document.table(taylor(form));
            if (!form.taylor().stream().map(TaylorTerm::expression).allMatch(LegibleForm::isLegible)) {
                numericTaylor();
            }
            conditions(form);
            return document.restingOn(
                    derivation.disagreement().isPresent()
                            ? "derived by computer algebra, cross-checked numerically at the parameters' values"
                            : "derived by computer algebra; not cross-checked, as there are no numbers to compare with");
        }

        @Override
        public Document visitNoClosedForm(NoClosedForm none) {
            document.note("no closed form: " + none.reason());
            document.table(numbers());
            if (derivation.optimizer().isPresent()) {
                document.table(quantities("The optimizer", DerivedQuantity.ofOptimizer(derivation)));
            }
            derivation.eigenspace().ifPresent(space -> document.table(hessian(space)));
            derivation.planes().map(AssessmentTables::planes).ifPresent(document::table);
            numericTaylor();
            return document.restingOn("numeric, in double precision");
        }
    }

    private static Table quantities(String caption, List<DerivedQuantity> quantities) {
        List<Table.Row> rows = quantities.stream()
                .map(quantity -> Table.row(Cell.formula(quantity.symbol()), closed(quantity), value(quantity)))
                .toList();
        return Table.titled(caption, List.of("quantity", "closed form", "in numbers"), rows);
    }

    private Table numbers() {
        List<Table.Row> rows = DerivedQuantity.ofLoss(derivation).stream()
                .map(quantity -> Table.row(Cell.formula(quantity.symbol()), value(quantity)))
                .toList();
        return Table.titled("Quantities at the point", List.of("quantity", "in numbers"), rows);
    }

    private static Cell closed(DerivedQuantity quantity) {
        if (quantity.closedForm().isEmpty()) {
            return quantity.tooLong() ? TOO_LONG : UNDEFINED;
        }
        return Cell.mathematics(
                tuple(quantity.closedForm(), Expression::toString), tuple(quantity.closedForm(), LatexWriter::latex));
    }

    private static String tuple(List<Expression> components, Function<Expression, String> written) {
        return DerivedQuantity.tuple(components.stream().map(written).toList());
    }

    private static Cell value(DerivedQuantity quantity) {
        if (quantity.isFunction()) {
            return Cell.words("a function");
        }
        return quantity.value().isEmpty() ? UNDEFINED : Cell.vector(quantity.value());
    }

    private Table hessian(TopEigenspace eigenspace) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.words("H")));
        List<Table.Row> rows = new ArrayList<>();
        List<Symbol> variables = derivation.problem().variables();
        for (int i = 0; i < variables.size(); i++) {
            Cell name = mathematics(variables.get(i));
            columns.add(new Table.Column(name, true));
            List<Cell> cells = new ArrayList<>(List.of(name));
            eigenspace.hessian().get(i).forEach(entry -> cells.add(Cell.number(entry)));
            rows.add(Table.row(cells.toArray(Cell[]::new)));
        }
        return Table.of("H, Hessian, in numbers", columns, rows);
    }

    private static Table taylor(ClosedForm form) {
        List<Table.Row> rows = new ArrayList<>();
        for (TaylorTerm term : form.taylor()) {
            RoleText role = RoleText.of(term.role());
            rows.add(Table.row(
                    Cell.words(role.name()),
                    Cell.formula(role.formula()),
                    LegibleForm.isLegible(term.expression()) ? mathematics(term.expression()) : TOO_LONG));
        }
        return Table.titled(
                        "Taylor polynomial of L(theta + x u + w), w off u",
                        List.of("term", "formula", "closed form"),
                        rows)
                .note("x is written " + form.along() + ", the components of w " + form.off());
    }

    private void numericTaylor() {
        taylor.ifPresent(terms -> {
            List<Table.Row> rows = new ArrayList<>();
            terms.forEach((term, coefficients) -> {
                RoleText role = RoleText.of(term);
                String polynomial = polynomial(coefficients);
                rows.add(Table.row(
                        Cell.words(role.name()),
                        Cell.formula(role.formula()),
                        Cell.mathematics(polynomial, monomials(polynomial))));
            });
            document.table(Table.titled(
                    "Taylor polynomial of L(theta + x u + w2 e_2 + w3 e_3 + ...), e_j the eigenvectors",
                    List.of("term", "formula", "in numbers"),
                    rows));
        });
    }

    private static String polynomial(Map<String, Double> coefficients) {
        return coefficients.entrySet().stream()
                .map(term ->
                        Cell.number(term.getValue()).text() + (term.getKey().equals("1") ? "" : "*" + term.getKey()))
                .collect(Collectors.joining(" + "))
                .replace("+ -", "- ");
    }

    /** A polynomial of numbers and powers as LaTeX. */
    private static String monomials(String polynomial) {
        return polynomial
                .replaceAll("e([+-])0*(\\d+)", " \\\\cdot 10^{$1$2}")
                .replace("{+", "{")
                .replaceAll("w(\\d+)", "w_{$1}")
                .replace("*", " ");
    }

    private void conditions(ClosedForm form) {
        Map<Boolean, List<BranchCondition>> conditions = conditionsByLegibility(form);
        List<Table.Row> rows = conditions.get(true).stream()
                .map(DerivationDocument::shown)
                .distinct()
                .map(Table::row)
                .toList();
        if (!rows.isEmpty()) {
            document.table(Table.titled("Where the closed forms are valid", List.of("valid where"), rows));
        }
        if (!conditions.get(false).isEmpty()) {
            document.note(
                    "the closed forms are valid also only near the parameters' values, where conditions hold that are"
                            + " too long to be shown");
        }
    }

    /** The conditions that say something of the parameters, by whether they are short enough to be shown. */
    static Map<Boolean, List<BranchCondition>> conditionsByLegibility(ClosedForm form) {
        return form.conditions().stream()
                .filter(DerivationDocument::dependsOnParameters)
                .collect(Collectors.partitioningBy(DerivationDocument::isLegible));
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

    private static Cell shown(BranchCondition condition) {
        return condition
                .positive()
                .map(expression -> Cell.mathematics(condition.text(), LatexWriter.latex(expression) + " > 0"))
                .orElseGet(() -> Cell.words(condition.text()));
    }

    private static Cell mathematics(Expression expression) {
        return Cell.mathematics(expression.toString(), LatexWriter.latex(expression));
    }

    /** Of closed forms beside numbers. */
    static String verdictLine(DerivationResult derivation) {
        if (derivation.disagreement().isPresent()) {
            return "the closed forms " + (derivation.isContradicted() ? "contradict" : "agree with")
                    + " the numbers; largest relative difference "
                    + Cell.number(derivation.disagreement().getAsDouble()).text();
        }
        String numbers = derivation.eigenspace().isPresent()
                ? "u is undefined at this point, since the top eigenvalue is not simple"
                : "the numbers are undefined at this point";
        if (derivation.closedForm().form().isPresent()) {
            return "closed forms that are not compared with numbers"
                    + (derivation.undefined().isPresent() ? "; " + numbers : "");
        }
        return "no closed form; " + (derivation.undefined().isPresent() ? numbers : "numbers alone");
    }
}
