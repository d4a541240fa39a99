package org.selfstab.coq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.theory.FormalTheory;
import org.selfstab.theory.Statement;
import org.selfstab.theory.TheoryOfTheProgram;

class StatementFileTest {

    /** What takes more than Coq has memory for; the page says so. */
    private static final String BEYOND = "energy-drift";

    @TempDir
    private Path folder;

    private static Equation slope(String right) {
        return new Equation(
                List.of("x", "at1", "exp"), List.of("exp"), Map.of("L", "sqrt(exp)*x^2/2 + at1*x"), "D(L, x)", right);
    }

    @Test
    void definitionsReadAsTheyAreWritten() {
        String text = StatementFile.text("slope-of-it", List.of(slope("sqrt(exp)*x + at1")));
        assertThat(text)
                .contains(
                        "Definition L (x at1 exp_ : R) : R :=\n  sqrt exp_ * x ^ 2 / 2 + at1 * x.",
                        "is_derive (fun x => L x at1 exp_) x (L_x x at1 exp_)",
                        "Theorem slope_of_it : Equation1.claims.");
    }

    @Test
    void whatCoqDoesNotHaveIsSaid() {
        Equation equation = new Equation(List.of("x"), List.of(), Map.of(), "erf(x)", "erf(x)");
        assertThatThrownBy(() -> StatementFile.text("erf", List.of(equation)))
                .hasMessageContaining("erf is not among the functions of Coq's reals");
    }

    @Test
    void coqAcceptsATrueEquationOnTheAxiomsOfTheRealsAlone() throws IOException {
        Proofs.require();
        Proofs.COQC.library(folder);
        Equation angles = new Equation(
                List.of("x"),
                List.of(),
                Map.of(),
                "cos(pi)*x + sin(3*pi/2) + cos(2*pi) + sin(pi/2) + cos(pi/2) + sin(2*pi) + cos(0) - sin(-pi/2) + sqrt(1)",
                "4 - x");
        Coqc.Outcome holds = Proofs.compiled(
                folder, "slope", StatementFile.text("slope", List.of(slope("sqrt(exp)*x + at1"), angles)));
        assertThat(holds.reason()).isEmpty();
        assertThat(holds.axioms()).isNotEmpty();
        assertThat(holds.restsOnRealsAlone()).isTrue();
        Coqc.Outcome wrong =
                Proofs.compiled(folder, "wrong", StatementFile.text("wrong", List.of(slope("sqrt(exp)*x - at1"))));
        Proofs.assertRefused("another slope", wrong.reason(), "equation");
        assertThat(Proofs.compiled(folder, "axiom", "Axiom a : 0 = 1.\nPrint Assumptions a.\n")
                        .accepted())
                .isFalse();
    }

    /** Of a sum of 21 quotients, term by term: x^(k + 1)/(a x), whose derivatives are k x^(k - 1)/a; and with one term more. */
    @Test
    @Tag("long")
    void sumsOfManyQuotientsAreDifferentiatedByTheirTerms() throws IOException {
        String slopes = "sum(k, 1, 21, k*x^(k - 1)/a)";
        String text = StatementFile.text("many", List.of(quotients(slopes)));
        assertThat(text).contains("by_rules", "inverses_apart");
        Proofs.require();
        Proofs.COQC.library(folder);
        Coqc.Outcome holds = Proofs.compiled(folder, "many", text);
        assertThat(holds.reason()).isEmpty();
        assertThat(holds.restsOnRealsAlone()).isTrue();
        Coqc.Outcome wrong =
                Proofs.compiled(folder, "more", StatementFile.text("more", List.of(quotients(slopes + " + x/a"))));
        Proofs.assertRefused("one term more", wrong.reason(), "equation");
    }

    private static Equation quotients(String right) {
        return new Equation(
                List.of("x", "a"), List.of("x", "a"), Map.of("L", "sum(k, 1, 21, x^(k + 1)/(a*x))"), "D(L, x)", right);
    }

    /** The files that lie beside the statements are those that are written today. */
    @Test
    void acceptedFilesAreUpToDate() throws IOException {
        for (Statement statement : TheoryOfTheProgram.THEORY.statements()) {
            FormalFile file = FormalTheory.file(statement);
            Path accepted =
                    TheoryOfTheProgram.FOLDER.resolve(FormalTheory.FOLDER).resolve(file.module() + ".v");
            if (!file.module().isEmpty() && Files.exists(accepted)) {
                assertThat(Files.readString(accepted))
                        .as(statement.id())
                        .isEqualTo(file.text().get());
            }
        }
    }

    @Test
    @Tag("long")
    void coqAcceptsEveryStatementWithEquations() throws IOException {
        Proofs.require();
        List<FormalFile> files = TheoryOfTheProgram.THEORY.statements().stream()
                .filter(statement -> !statement.id().equals(BEYOND))
                .map(FormalTheory::file)
                .filter(file -> !file.module().isEmpty())
                .toList();
        List<FormalResult> results =
                FormalFile.check(new Coqc(60, 2048), folder, files, org.selfstab.run.RunListener.none());
        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.reason()).as(result.subject()).isEmpty());
    }
}
