package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.ConclusionResult;
import org.selfstab.claims.ConditionResult;
import org.selfstab.claims.Measured;
import org.selfstab.claims.StepPlanes;
import org.selfstab.document.Cell;
import org.selfstab.document.Table;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.TransientGrowth;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/** Conditions and conclusions on a run as tables. */
final class AssessmentTables {

    /** Of tables whose rows are {@link #row}s. */
    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.words("verdict"),
            Table.Column.words("quantity"),
            Table.Column.numbers("value"),
            Table.Column.numbers("threshold"),
            Table.Column.numbers("worst t"));

    private final Assessment assessment;

    AssessmentTables(Assessment assessment) {
        this.assessment = assessment;
    }

    /** Every condition with its quantities, and below each that does not hold why and where. */
    Table conditions() {
        List<Table.Line> lines = new ArrayList<>();
        for (ConditionResult condition : assessment.conditions()) {
            lines.add(new Table.Heading(
                    condition.name().title(), Optional.of(condition.name().statement())));
            condition.measures().forEach(measured -> lines.add(row(measured, List.of())));
        }
        return Table.of("Conditions of the theory, on this run", COLUMNS, lines);
    }

    /** The steps of an optimizer that remembers gradients, in the planes of eigenvectors; empty for gradient descent. */
    Optional<Table> planes() {
        return assessment.planes().map(AssessmentTables::planes);
    }

    static Table planes(StepPlanes planes) {
        List<Table.Row> rows = new ArrayList<>();
        for (StepPlanes.Plane plane : planes.planes()) {
            boolean isDefective = Double.isInfinite(plane.condition());
            rows.add(new Table.Row(
                    List.of(
                            Cell.words(plane.name()),
                            Cell.number(plane.curvature()),
                            Cell.number(plane.spectralRadius()),
                            Cell.number(plane.condition()),
                            Cell.number(plane.growth().factor()),
                            Cell.words(
                                    Double.isInfinite(plane.growth().factor())
                                            ? "-"
                                            : String.valueOf(plane.growth().power())),
                            Cell.words(
                                    plane.step().isPresent()
                                            ? String.valueOf(plane.step().getAsInt())
                                            : "-")),
                    Stream.of(
                                    isDefective
                                            ? "defective: one eigenvector for a double eigenvalue, to half of the digits"
                                            : "",
                                    remark(plane.growth()))
                            .filter(remark -> !remark.isEmpty())
                            .toList()));
        }
        Table table = Table.of(
                        "A step in the planes of the Hessian's eigenvectors",
                        List.of(
                                Table.Column.words("plane"),
                                Table.Column.numbers(Quantities.EIGENVALUE),
                                Table.Column.numbers(Notation.formula("rho", "ρ", "\\rho")),
                                Table.Column.numbers(Notation.formula("kappa(V)", "κ(V)", "\\kappa(V)")),
                                Table.Column.numbers(Notation.formula("max |M^t|", "max |M^t|", "\\max |M^t|")),
                                Table.Column.numbers("power"),
                                Table.Column.numbers("worst t")),
                        rows)
                .note(
                        "M = A + lambda B C is not symmetric: |M^t| <= kappa(V) rho^t, V its unit eigenvectors; numeric, not a proof");
        return planes.exceptional().isEmpty()
                ? table
                : table.note("M is defective, kappa(V) infinite, at the exceptional curvatures "
                        + listed(planes.exceptional())
                        + (planes.exceptionalMet().isEmpty()
                                ? ""
                                : "; among the curvatures met off u, or between them, lies "
                                        + listed(planes.exceptionalMet())));
    }

    private static String remark(TransientGrowth growth) {
        if (!growth.isBounded()) {
            return Double.isInfinite(growth.factor())
                    ? "rho is above 1: the powers grow for ever"
                    : "the largest over the steps of the run: rho is above 1, and the powers grow for ever";
        }
        return growth.isEnd() ? "" : "the largest of the first powers, none of them below 1";
    }

    private static String listed(List<Double> numbers) {
        return numbers.stream().map(number -> Cell.number(number).text()).collect(Collectors.joining(", "));
    }

    /** Every conclusion with its constants, below one that does not hold the conditions that fail, and below all where those fail. */
    Table conclusions() {
        List<Table.Line> lines = new ArrayList<>();
        for (ConclusionResult conclusion : assessment.conclusions()) {
            lines.add(heading(conclusion.conclusion()));
            List<String> blame = isLost(conclusion) ? blame() : List.of();
            int last = conclusion.measures().size() - 1;
            for (int i = 0; i <= last; i++) {
                lines.add(row(conclusion.measures().get(i), i == last ? blame : List.of()));
            }
        }
        Table table = Table.of("What the theory concludes, on this run", COLUMNS, lines);
        for (ConditionResult broken : assessment.violatedConditions()) {
            table = table.note("violated: " + broken(broken));
        }
        return table;
    }

    /** Whether hypotheses may be to blame: not where the conclusion asserts nothing of this run. */
    private static boolean isLost(ConclusionResult conclusion) {
        return switch (conclusion.status()) {
            case HOLDS -> false;
            case NOT_APPLICABLE -> !conclusion.conclusion().mayAssertNothing();
            case UNDECIDED, FAILS -> true;
        };
    }

    private List<String> blame() {
        return List.of(
                "violated hypotheses: " + titles(Verdict.Status.FAILS),
                "undecided hypotheses: " + titles(Verdict.Status.UNDECIDED));
    }

    private String titles(Verdict.Status status) {
        String titles = assessment.conditionsWith(status).stream()
                .map(condition -> condition.name().title())
                .collect(Collectors.joining(", "));
        return titles.isEmpty() ? "none of those checked" : titles;
    }

    /** What stands above the constants of a conclusion. */
    static Table.Heading heading(Claim conclusion) {
        return new Table.Heading(conclusion.numbered(), Optional.of(conclusion.statement()));
    }

    /** A quantity with its verdict, and where it was measured. */
    static Table.Row row(Measured measured, Cell place) {
        Table.Row row = row(measured, List.of());
        return new Table.Row(
                Stream.concat(row.cells().stream(), Stream.of(place)).toList(), row.remarks());
    }

    private static Table.Row row(Measured measured, List<String> more) {
        Verdict verdict = measured.verdict();
        List<String> remarks = new ArrayList<>();
        if (!verdict.reason().isEmpty()) {
            remarks.add(verdict.reason());
        }
        if (verdict.status() == Verdict.Status.FAILS) {
            verdict.witness().flatMap(AssessmentTables::place).ifPresent(place -> remarks.add("witness: " + place));
        }
        remarks.addAll(more);
        return new Table.Row(
                List.of(
                        Cell.status(verdict.status()),
                        Cell.formula(measured.quantity()),
                        Cell.number(verdict.bound().map(Bound::value)),
                        Cell.threshold(verdict.bound()),
                        Cell.count(verdict.witness().map(Witness::step))),
                remarks);
    }

    private static Optional<String> place(Witness witness) {
        if (witness.point().isEmpty()) {
            return Optional.empty();
        }
        String direction = witness.direction().isEmpty() ? "" : ", direction " + tuple(witness.direction());
        return Optional.of("t = " + witness.step() + ", point " + tuple(witness.point()) + direction);
    }

    private static String tuple(List<Double> numbers) {
        return numbers.stream().map(AssessmentTables::brief).collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@code not too close to the axis (min |x*|/delta: 0.042 < 0.05 at t = 700)}. */
    private static String broken(ConditionResult condition) {
        return condition.measures().stream()
                .filter(measured -> measured.verdict().status() == Verdict.Status.FAILS)
                .map(AssessmentTables::failing)
                .collect(Collectors.joining(", ", condition.name().title() + " (", ")"));
    }

    private static String failing(Measured measured) {
        String at = measured.verdict().witness().map(w -> " at t = " + w.step()).orElse("");
        return measured.quantity().ascii()
                + measured.verdict().bound().map(AssessmentTables::violated).orElse("")
                + at;
    }

    private static String violated(Bound bound) {
        String sign = bound.sense() == Bound.Sense.AT_MOST ? " > " : " < ";
        return ": " + brief(bound.value()) + sign + brief(bound.threshold());
    }

    private static String brief(double value) {
        return Cell.brief(value).text();
    }
}
