package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.selfstab.AnalyticLosses;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.RunRecords;
import org.selfstab.claims.DerivationResult;
import org.selfstab.claims.closedform.Deriver;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;

class DerivationReportTest {

    /** Three coupled variables, so that the Hessian has no closed eigenvalues that are worth printing. */
    private static final Problem COUPLED = ProblemBuilder.of(
                    "coupled 100% by { and $", "exp(a1*b) + exp(b*c) + exp(a1*c) + a1^4/3 + 5*a1^2 + b^3*c/7")
            .parameter("eta", "3/10")
            .start("a1", "1/3")
            .start("b", "1/5")
            .start("c", "1/7")
            .problem();

    private static DerivationResult onTheFloor() {
        return new Deriver(Problems.valley("1", "1e-2")).at(Map.of("x", AnalyticLosses.parse("0", Map.of())));
    }

    private static String written(Format format, DerivationResult derivation) {
        return format.write(DerivationDocument.report(RunRecords.any(), derivation));
    }

    @Test
    void jsonHasClosedFormsBesideNumbers() throws IOException {
        JsonNode json = new ObjectMapper().readTree(written(Format.JSON, onTheFloor()));

        assertThat(json.at("/quantities/alpha/closed_form/0").textValue()).isEqualTo("e");
        assertThat(json.at("/quantities/alpha/value/0").doubleValue()).isEqualTo(0.01);
        assertThat(json.at("/quantities/S/closed_form/0").textValue()).isEqualTo("2/eta");
        assertThat(json.get("largest_disagreement").doubleValue()).isLessThan(1e-12);
        assertThat(json.get("undefined").isNull()).isTrue();
    }

    /** With all digits where the text has six, and the conditions of the closed forms. */
    @Test
    void jsonHasTheTaylorPolynomialInClosedFormAndInNumbers() throws IOException {
        JsonNode json = new ObjectMapper().readTree(written(Format.JSON, onTheFloor()));
        JsonNode sharpness = json.at("/taylor/3");

        assertThat(sharpness.get("term").textValue()).isEqualTo("sharpness");
        assertThat(sharpness.get("formula").textValue()).isEqualTo("S x^2/2");
        assertThat(sharpness.get("closed_form").textValue()).isEqualTo("x[u]^2/eta");
        assertThat(sharpness.at("/coefficients/x^2").doubleValue()).isCloseTo(10.0 / 3.0, within(1e-14));
        assertThat(json.get("valid_where")).extracting(JsonNode::textValue).contains("eta > 0");
        assertThat(json.get("no_closed_form").isNull()).isTrue();

        JsonNode numeric = new ObjectMapper().readTree(written(Format.JSON, new Deriver(COUPLED).at(Map.of())));
        assertThat(numeric.get("no_closed_form").textValue()).isNotBlank();
        assertThat(numeric.at("/taylor/0/closed_form").isNull()).isTrue();
        assertThat(numeric.at("/taylor/0/coefficients/1").isDouble()).isTrue();
        assertThat(numeric.get("valid_where")).isEmpty();
    }

    @Test
    void latexOfClosedFormsIsWellFormed() {
        String latex = written(Format.LATEX, onTheFloor());

        LatexSyntax.assertWellFormed(latex);
        assertThat(latex)
                .contains(
                        "self-stabilization & $(\\nabla S^\\perp \\cdot w)\\,x^2/2$ & ", "$\\alpha$ & $e$ & 0.0100000");
    }

    @Test
    void latexOfNumbersIsWellFormed() {
        DerivationResult numeric = new Deriver(COUPLED).at(Map.of());
        String latex = written(Format.LATEX, numeric);

        LatexSyntax.assertWellFormed(latex);
        assertThat(latex).contains("w_{2}", "w_{3}");
    }

    @Test
    void numbersOfTheHessianAreThoseOfItsEigenvaluesAlone() {
        DerivationResult numeric = new Deriver(COUPLED).at(Map.of());

        assertThat(lineOf(written(Format.TEXT, numeric), "Hessian off u"))
                .contains("*w2^2")
                .doesNotContain("w2*w3", "e-1");
    }

    @Test
    void whereTheTopEigenvalueIsRepeatedTheHessianAndTheSharpnessAreGiven() throws IOException {
        DerivationResult derivation = new Deriver(Problems.read("derive-double-eigenvalue.toml")).at(Map.of());
        String text = written(Format.TEXT, derivation);

        assertThat(text)
                .contains("multiplicity 2", "H, Hessian, in numbers")
                .containsPattern("\n  x +2.00000 +0\n")
                .containsPattern("\n  S +2.00000\n  u +undefined\n")
                .doesNotContain("division by zero", "cross-checked");
        JsonNode json = new ObjectMapper().readTree(written(Format.JSON, derivation));
        assertThat(json.at("/hessian/1/1").doubleValue()).isEqualTo(2.0);
        assertThat(json.at("/quantities/S/value/0").doubleValue()).isEqualTo(2.0);
        assertThat(json.at("/quantities/u/value").isNull()).isTrue();
        LatexSyntax.assertWellFormed(written(Format.LATEX, derivation));
    }

    /** The two top eigenvalues are 20 and 20 (1 - gap); the closed forms are exact, numbers have no digit of u. */
    @Test
    void closeEigenvaluesAreNotCrossChecked() throws IOException {
        DerivationResult derivation = clustered("1e-12");
        String text = written(Format.TEXT, derivation);

        assertThat(text)
                .containsPattern("\n  S +2/eta +20.0000\n")
                .containsPattern("2 eigenvalues lie within\\s+1.0e-12")
                .contains("not cross-checked")
                .doesNotContain("computer algebra, cross-checked");
        assertThat(derivation.isContradicted()).isFalse();
    }

    @Test
    void numbersOfCloseEigenvaluesSayHowManyDigitsTheyHave() throws IOException {
        DerivationResult derivation = clustered("1e-7");

        assertThat(written(Format.TEXT, derivation))
                .contains("computer algebra, cross-checked", "the top eigenvalues are close", "2.22045e-09");
        assertThat(derivation.isContradicted()).isFalse();
    }

    @Test
    void longClosedFormsGiveWayToNumbers() {
        DerivationResult derivation = new Deriver(Problems.read("derive-long.toml")).at(Map.of());
        String text = written(Format.TEXT, derivation);

        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
        assertThat(lineOf(text, "S  ")).contains("not shown", "0.272178");
        assertThat(lineOf(text, "skewness")).contains("not shown");
        assertThat(text).containsPattern("\n  skewness +kappa_3 x\\^3/6 +0.0331597\\*x\\^3\n");
        assertThat(written(Format.JSON, derivation)).hasSizeLessThan(10_000);
        LatexSyntax.assertWellFormed(written(Format.LATEX, derivation));
    }

    /** In decimals of the exact layer the step size has a term atan(exp(-23000)), which once never ended. */
    @Test
    void aStepSizeWithATinyTermIsDerived() {
        assertThat(new Deriver(Problems.read("hang.toml")).at(Map.of()).isContradicted())
                .isFalse();
    }

    @Test
    void progressIsToldOfEachExpression() {
        List<Integer> told = new ArrayList<>();
        new Deriver(COUPLED).at(Map.of(), told::add);

        assertThat(told).isNotEmpty().isSorted();
    }

    private static DerivationResult clustered(String gap) throws IOException {
        Problem problem = ProblemReader.read(
                        "derive-clustered",
                        Files.readString(Problems.file("derive-clustered.toml")),
                        Map.of("gap", gap))
                .problem();
        return new Deriver(problem).at(Map.of("a", Expression.ZERO, "b", Expression.ZERO));
    }

    private static String lineOf(String text, String start) {
        return text.lines()
                .filter(line -> line.strip().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void textNamesTheTermsByTheirRole() {
        assertThat(written(Format.TEXT, onTheFloor()))
                .contains("gradient off u", "skewness", "self-stabilization", "Hessian off u", "evidence:")
                .doesNotContain("NaN", "-0.0000");
    }
}
