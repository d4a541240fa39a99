package org.selfstab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verification;
import org.selfstab.claims.conditions.ConditionEvaluator;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.Backend;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.problem.Thresholds;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Quantity;

/** Problems of the tests and their verification. */
public final class Problems {

    private static final String VALLEY = ProblemBuilder.of(
                    "valley of theory.md section 9", "(y + z*x)*x^2/2 + e*(-x - y)")
            .parameter("eta", "3/10")
            .parameter("z", "1")
            .parameter("e", "1/100")
            .start("x", "sqrt(2*e)/2")
            .start("y", "2/eta")
            .atEdge()
            .horizon("floor(5/(eta*sqrt(e)))")
            .toml();

    /** The file of {@link #diskValley}. */
    public static final String DISK_VALLEY = ProblemBuilder.of(
                    "valley2d of theory.md section 9", "(sqrt(y^2 + w^2) + 3*exp(x/2))*x^2/2 + e*(-x - y)")
            .parameter("eta", "3/10")
            .parameter("e", "1/1000")
            .parameter("r", "2/eta - 3")
            .start("x", "sqrt(2*e)/2")
            .start("y", "r*cos(9/10)")
            .start("w", "r*sin(9/10)")
            .atEdge()
            .horizon("floor(5/(eta*sqrt(e)))")
            .toml();

    private static final String FLATTENING_VALLEY = ProblemBuilder.of("a valley that flattens", "(y + x/2)*x^2/2 + e*y")
            .parameter("eta", "1/2")
            .parameter("e", "1e-3")
            .start("x", "sqrt(e)")
            .start("y", "2/eta")
            .atEdge()
            .horizon("50")
            .toml();

    private Problems() {}

    /** A loss of x and y, from a point. */
    public static ProblemBuilder inPlane(String loss, String eta, String x, String y) {
        return ProblemBuilder.of("a problem", loss)
                .parameter("eta", eta)
                .start("x", x)
                .start("y", y);
    }

    /** A valley whose floor is x = 0, at the edge: {@code alpha = e}, {@code beta = 1}, {@code delta = sqrt(2 e)}, and the prediction is exact. */
    public static ProblemBuilder straightValley(String e) {
        return inPlane("y*x^2/2 - e*y", "3/10", "sqrt(2*e)/2", "2/eta")
                .parameter("e", e)
                .atEdge();
    }

    /** The sharp valley of theory.md section 10, from the edge of an optimizer. */
    public static ProblemBuilder sharpValley(String z, String e, String edge) {
        return inPlane("(y + z*x)*x^2/2 - e*(x + y)", "3/10", "sqrt(2*e)/2", edge)
                .parameter("z", z)
                .parameter("e", e);
    }

    /** The sharp valley under RMSProp, theory.md (59). */
    public static ProblemBuilder adaptiveValley(String e) {
        return inPlane("(y + x/2)*x^2/2 - e*(x + y)", "3*e/10", "e/8", "8")
                .parameter("e", e)
                .optimizer("rmsprop", "beta2", "1 - e");
    }

    /** Two valleys side by side under RMSProp, at the edge of the first. */
    public static ProblemBuilder twoAdaptiveValleys(String y1, String y2, String groups) {
        return ProblemBuilder.of("two valleys", "((y1 + x1/2)*x1^2 + (y2 + x2/4)*x2^2)/2 - e*(y1 + 3*y2/2)")
                .parameter("e", "1/100")
                .parameter("eta", "3*e/10")
                .optimizer("rmsprop", "beta2", "1 - e", "groups", groups)
                .start("x1", "0")
                .start("y1", y1)
                .start("x2", "0")
                .start("y2", y2)
                .atEdge();
    }

    /** A problem under a linear optimizer of three copies with its edge at {@code 3/eta}, theory.md section 10. */
    public static ProblemBuilder withThreeCopies(ProblemBuilder problem) {
        return problem.linear(
                "[['3/2', '-1/5', '-3/10'], ['1', '0', '0'], ['0', '1', '0']]",
                "['-eta', '0', '0']",
                "['1', '1/10', '-1/10']");
    }

    /** A valley along which heavy ball with momentum 1/2 comes to its edge from below. */
    public static ProblemBuilder risingValley(String y) {
        return inPlane("(y + 2)*x^2/2 - y/100 + y^2/2000", "3/10", "1/100", y)
                .optimizer("heavy_ball", "momentum", "1/2")
                .maxSteps(3000);
    }

    /** The double well, from beside its minimum. */
    public static ProblemBuilder doubleWell(String eta) {
        return ProblemBuilder.of("double well", "(x^2-1)^2/4")
                .parameter("eta", eta)
                .start("x", "9/10");
    }

    /** A double well coupled to a parabola. */
    public static ProblemBuilder coupledWells(String eta) {
        return inPlane("(x^2-1)^2/4 + (y-x^2/2)^2/3 + x*y/5", eta, "9/10", "1/10");
    }

    /**
     * The loss of theory.md section 11, from its oscillating start.
     *
     * @param z the skewness
     * @param drives a sum of y1, y2 and y3
     */
    public static ProblemBuilder twoBlocks(String e, String z, String drives) {
        return blocks(
                        "((y1 + z*x1)*x1^2 + (y2 + z*x2/2)*x2^2 + 2*y3*x1*x2)/2 - e*(" + drives + ") - z*e*x1",
                        "sqrt(2*e)/2",
                        "4/5*sqrt(3*e)",
                        "2/eta",
                        "2/eta")
                .parameter("e", e)
                .parameter("z", z)
                .horizon("floor(5/(eta*sqrt(e)))");
    }

    /** A loss of x1, x2 and y1, y2, y3 from the edge, with y3 = 0. */
    public static ProblemBuilder blocks(String loss, String x1, String x2, String y1, String y2) {
        return ProblemBuilder.of("two blocks", loss)
                .parameter("eta", "3/10")
                .start("x1", x1)
                .start("x2", x2)
                .start("y1", y1)
                .start("y2", y2)
                .start("y3", "0")
                .atEdge();
    }

    /** The valley of theory.md section 9. */
    public static Problem valley(String z, String e) {
        return ProblemReader.read("valley", VALLEY, Map.of("z", z, "e", e)).problem();
    }

    /** A valley along which the sharpness falls: alpha is negative. */
    public static Problem flatteningValley() {
        return ProblemReader.read("flattening", FLATTENING_VALLEY, Map.of()).problem();
    }

    /** The disk valley (valley2d) of theory.md section 9. */
    public static Problem diskValley(String e) {
        return ProblemReader.read("valley2d", DISK_VALLEY, Map.of("e", e)).problem();
    }

    /** The derivatives of a problem's loss with the parameters' values put in. */
    public static LossDerivatives derivatives(Problem problem) {
        return DerivedLoss.of(problem);
    }

    /** A verification in given numbers. */
    public static <T extends CalculusFieldElement<T>> Verification verify(
            Problem problem, Backend<T> backend, RunOptions options, List<StepObserver<T>> observers) {
        return new Verifier<>(problem, derivatives(problem), backend, options).verify(observers);
    }

    /** The files of all examples but the proof companion's, in order. */
    public static Stream<Path> exampleFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("examples"))) {
            return files
                    .filter(file -> file.toString().endsWith(".toml")
                            && !file.toString().contains("proof-companion"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Every problem file among the examples, in the order of the paths. */
    public static Stream<Problem> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("examples"))) {
            return files
                    .filter(file -> file.toString().endsWith(".toml"))
                    .filter(file -> !file.toString().contains("lemmas"))
                    .sorted()
                    .map(file -> ProblemReader.read(file).problem())
                    .toList()
                    .stream();
        }
    }

    /** A file of the test resources' problems. */
    public static Path file(String name) {
        return Path.of("src/test/resources/problems", name);
    }

    /** The problem of such a file. */
    public static Problem read(String name) {
        return ProblemReader.read(file(name)).problem();
    }

    /** A problem of the tests' resources with the value of one parameter changed. */
    public static Problem read(String name, String parameter, String value) {
        return ProblemReader.read(file(name), Map.of(parameter, value)).problem();
    }

    /** The conditions and conclusions on a run in double precision. */
    public static Assessment assess(Problem problem, RunOptions options) {
        Verifier<Binary64> verifier = new Verifier<>(problem, derivatives(problem), new CompiledBackend(), options);
        ConditionEvaluator<Binary64> assessor = new ConditionEvaluator<>(verifier.model(), problem.thresholds());
        return assessor.assessment(verifier.verify(List.of(assessor)));
    }

    /** The same problem held against other thresholds. */
    public static Problem withThresholds(Problem problem, Map<Quantity, Double> thresholds) {
        return new Problem(
                problem.name(),
                problem.title(),
                problem.source(),
                problem.variables(),
                problem.loss(),
                problem.lossWithSums(),
                problem.parameters(),
                problem.optimizer(),
                problem.noise(),
                problem.decay(),
                problem.start(),
                problem.run(),
                problem.family(),
                problem.observables(),
                problem.expectations(),
                new Thresholds(thresholds));
    }

    /** The constants of a run in double precision. */
    public static RunConstants constants(Problem problem, RunOptions options) {
        return verify(problem, new CompiledBackend(), options, List.of())
                .constants()
                .orElseThrow();
    }
}
