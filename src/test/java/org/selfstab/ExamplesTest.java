package org.selfstab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.claims.DerivationResult;
import org.selfstab.claims.NumericGeometry;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verification;
import org.selfstab.claims.closedform.Deriver;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.expression.Expression;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Expectation;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.problem.ReadProblem;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Named;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Verdict;

/** The problem files under examples/: each reads cleanly and runs to the end it states, and their comments are true. */
class ExamplesTest {

    private static final Path FOLDER = Path.of("examples");
    private static final CompiledBackend DOUBLE = new CompiledBackend();

    /** The files to start with, at the top. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".toml"))
                    .sorted()
                    .toList();
        }
    }

    /** Those in folders too, but for the project of its own. */
    static List<Path> library() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".toml"))
                    .filter(file -> !file.startsWith(FOLDER.resolve("proof-companion")))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereIsALibrary() throws IOException {
        assertThat(library()).hasSizeGreaterThanOrEqualTo(24);
    }

    @ParameterizedTest
    @MethodSource("library")
    void introducesItself(Path file) throws IOException {
        ReadProblem read = ProblemReader.read(file);

        assertThat(read.warnings()).isEmpty();
        assertThat(read.problem().title().exact()).isNotBlank();
        assertThat(read.problem().source())
                .hasValueSatisfying(source -> assertThat(source.exact()).isNotBlank());
        assertThat(read.problem().expectations()).isNotEmpty();
        String comment = leadingComment(file);
        assertThat(comment).contains("L").contains("Shows ");
    }

    @ParameterizedTest
    @MethodSource("files")
    void runsToTheEndItStates(Path file) {
        Problem problem = ProblemReader.read(file).problem();

        Verification verification = Problems.verify(problem, DOUBLE, RunOptions.defaults(), List.of());

        assertThat(verification.end()).isInstanceOf(RunEnd.ReachedHorizon.class);
        assertThat(expectedVerdict(problem, Claims.EDGE_REACHED)).contains(Verdict.Status.HOLDS);
        assertThat(verification.edgeStep()).isPresent();
        RunConstants constants = verification.constants().orElseThrow();
        boolean sharpens = expectedVerdict(problem, Claims.PROGRESSIVE_SHARPENING)
                .filter(Verdict.Status.HOLDS::equals)
                .isPresent();
        assertThat(verification.isComplete()).isEqualTo(sharpens);
        assertThat(constants.undefinedOscillation().isEmpty()).isEqualTo(sharpens);
        assertThat(constants.coupling().isPresent()).isEqualTo(sharpens);
        assertThat(expectedVerdict(problem, Claims.EIGENGAP).equals(Optional.of(Verdict.Status.HOLDS)))
                .isEqualTo(constants.maxSecondEigenvalue().orElseThrow().value() < 2.0);
        assertBounds(problem, Quantities.COUPLING_CONSTANT, constants.coupling());
        assertBounds(problem, Quantities.LOSS_CONSTANT, constants.loss());
        assertBounds(problem, Quantities.SHARPNESS_CONSTANT, constants.sharpness());
    }

    /** Without a horizon the default of three periods is undefined where alpha is 0. */
    @ParameterizedTest
    @CsvSource({"scalar-product", "four-parameter-product", "log-cosh"})
    void withoutProgressiveSharpeningThereIsNoDefaultHorizon(String name) throws IOException {
        String withoutHorizon = Files.readString(FOLDER.resolve(name + ".toml")).replaceFirst("(?m)^horizon = .*$", "");
        Problem problem = ProblemReader.read(name, withoutHorizon, Map.of()).problem();

        Verification verification = Problems.verify(problem, DOUBLE, RunOptions.defaults(), List.of());

        assertThat(verification.end()).isInstanceOf(RunEnd.NoDefaultHorizon.class);
        assertThat(verification.isComplete()).isFalse();
        assertThat(verification.constants()).isEmpty();
    }

    /** The catapult: from above the edge the oscillation grows, the sharpness falls below 2/eta, the oscillation dies out. */
    @ParameterizedTest
    @CsvSource({"scalar-product, 20", "four-parameter-product, 10", "log-cosh, 5"})
    void catapult(String name, double growth) {
        List<CoupledStep<Binary64>> steps = new ArrayList<>();
        Verification verification = Problems.verify(problem(name), DOUBLE, RunOptions.defaults(), List.of(steps::add));

        assertThat(verification.end().isComplete()).isTrue();
        CoupledStep<Binary64> first = steps.get(0);
        CoupledStep<Binary64> last = steps.get(steps.size() - 1);
        double edge = first.geometry().sharpness().getReal();
        assertThat(first.sharpness().getReal()).isGreaterThan(edge);
        assertThat(last.sharpness().getReal()).isLessThan(edge);
        double largest =
                steps.stream().mapToDouble(step -> step.loss().getReal()).max().orElseThrow();
        assertThat(largest).isGreaterThan(growth * growth * first.loss().getReal());
        assertThat(last.loss().getReal()).isLessThan(1e-6 * largest);
    }

    /** theory.md section 9, valley2d. */
    @Test
    void diskValleyReproducesTheReference() {
        RunConstants constants = Problems.constants(problem("disk-valley"), RunOptions.defaults());

        assertThat(constants.coupling().map(Extremum::value))
                .hasValueSatisfying(c -> assertThat(c).isCloseTo(13.263, within(5e-4)));
        assertThat(constants.steps()).isEqualTo(527);
    }

    /** theory.md (18) for the energy of the start x = delta/2, y = 0: the largest X^2 solves X^2 - 1 - log X^2 = 2E. */
    @Test
    void bareValleyIsPredictedExactly() {
        Problem fine = problem("bare-valley").with("epsilon", Expression.ONE.dividedBy(Expression.constant(10000)));

        RunConstants constants = Problems.constants(fine, RunOptions.defaults());

        assertThat(constants.coupling().orElseThrow().value()).isLessThan(1e-8);
        double largestXSquared = 2.5868;
        assertThat(largestXSquared - 1.0 - Math.log(largestXSquared))
                .isCloseTo(0.25 - 1.0 - Math.log(0.25), within(1e-4));
        assertThat(constants.sharpness().orElseThrow().value()).isCloseTo(largestXSquared, within(0.02));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sharp-valley       | x = 0 ; y = 2/eta          | 2/eta       | 3*zeta       | epsilon       | 1",
                "bare-valley        | x = 0                      | 2/eta       | 0            | epsilon       | 1",
                "exponential-valley | x = 0                      | 2/eta       | 0            | 2*epsilon/eta | 4/eta^2",
                "disk-valley        | x = 0                      | 2/eta       | 9/2          | epsilon*cos(angle) | 1",
                "log-cosh           | x = 0                      | height^2    | 0            | 0             | 4*height^2",
                "scalar-product     | y = 1/a                    | a^2 + 1/a^2 | 6/sqrt(a^2 + 1/a^2) | 0"
                        + " | 4*(a^2 - 1/a^2)^2/(a^2 + 1/a^2)",
                "four-parameter-product | w = a | 2*a^2 + 2/a^2"
                        + " | 3*((2*a^2 + 2/a^2)^2 - 2*a^4 - 2/a^4)/sqrt(2*a^2 + 2/a^2) | 0"
                        + " | 4*(2*a^6 + 2/a^6 - (2*a^4 + 2/a^4)^2/(2*a^2 + 2/a^2))",
            })
    void closedForms(String name, String at, String sharpness, String skewness, String alpha, String beta) {
        Problem problem = problem(name);
        DerivationResult derivation = new Deriver(problem).at(point(problem, at));

        assertThat(derivation.isContradicted()).isFalse();
        NumericGeometry geometry = derivation.numeric().orElseThrow();
        assertValue(problem, sharpness, geometry.sharpness());
        assertValue(problem, skewness, geometry.kappa3());
        assertValue(problem, alpha, geometry.alpha());
        assertValue(problem, beta, geometry.beta());
    }

    /** The gradient of the sharpness where a comment states it whole. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bare-valley        | x = 0   | 0 ; 1",
                "exponential-valley | x = 0   | 0 ; 2/eta",
                "disk-valley        | x = 0   | 9/2 ; cos(angle) ; sin(angle)",
                "log-cosh           | x = 0   | 0 ; 2*height",
            })
    void gradientOfSharpness(String name, String at, String components) {
        Problem problem = problem(name);
        DerivationResult derivation = new Deriver(problem).at(point(problem, at));

        FieldVector<Binary64> gradS = derivation.numeric().orElseThrow().gradS();
        String[] expected = components.split(";", -1);
        assertThat(gradS.getDimension()).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertValue(problem, expected[i], gradS.getEntry(i).getReal());
        }
    }

    private static Problem problem(String name) {
        return ProblemReader.read(FOLDER.resolve(name + ".toml")).problem();
    }

    private static String leadingComment(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .takeWhile(line -> line.startsWith("#"))
                .reduce("", (text, line) -> text + line + "\n");
    }

    private static Optional<Expectation> expectation(Problem problem, Named quantity) {
        return problem.expectations().stream()
                .filter(expectation -> expectation.quantity() == quantity)
                .findFirst();
    }

    private static Optional<Verdict.Status> expectedVerdict(Problem problem, Named quantity) {
        return expectation(problem, quantity).flatMap(Expectation::verdict);
    }

    private static void assertBounds(Problem problem, Named quantity, Optional<Extremum> constant) {
        expectation(problem, quantity).ifPresent(expected -> {
            double value = constant.orElseThrow().value();
            expected.atMost().ifPresent(bound -> assertThat(value)
                    .as(quantity.key())
                    .isLessThanOrEqualTo(DOUBLE.valueOf(bound).getReal()));
            expected.atLeast().ifPresent(bound -> assertThat(value)
                    .as(quantity.key())
                    .isGreaterThanOrEqualTo(DOUBLE.valueOf(bound).getReal()));
        });
    }

    private static Map<String, Expression> point(Problem problem, String assignments) {
        Map<String, Expression> point = new LinkedHashMap<>();
        for (String assignment : assignments.split(";", -1)) {
            String[] sides = assignment.split("=", 2);
            point.put(sides[0].trim(), parse(problem, sides[1]));
        }
        return point;
    }

    private static Expression parse(Problem problem, String text) {
        return AnalyticLosses.parse(
                text.trim(), Map.of(), problem.parameters().names().toArray(new String[0]));
    }

    private static void assertValue(Problem problem, String closedForm, double actual) {
        Expression closed =
                parse(problem, closedForm).substitute(problem.parameters().values());
        double expected = DOUBLE.valueOf(closed).getReal();
        assertThat(actual).as(closedForm).isCloseTo(expected, within(1e-12 * Math.max(1.0, Math.abs(expected))));
    }
}
