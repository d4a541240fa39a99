package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.RunRecords;
import org.selfstab.claims.Verification;
import org.selfstab.claims.VerificationResult;
import org.selfstab.claims.conditions.ConditionEvaluator;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunOptions;

class VerificationReportTest {

    private static final CompiledBackend BACKEND = new CompiledBackend();

    private static final RunOptions FIVE_STEPS =
            new RunOptions(ProjectionMethod.EXACT, PredictedFrame.MOVING, Optional.of(5));

    /** The sharpness falls along the descent, so that delta is undefined throughout. */
    private static final Problem NO_SHARPENING = ProblemBuilder.of("no progressive sharpening", "y*x^2/2 + y/100")
            .parameter("eta", "3/10")
            .start("x", "1/100")
            .start("y", "2/eta")
            .atEdge()
            .problem();

    @TempDir
    private Path folder;

    private List<String> csvOf(Problem problem) throws IOException {
        try (TrajectoryCsv<Binary64> csv = new TrajectoryCsv<>(folder, problem.variables(), BACKEND)) {
            Problems.verify(problem, BACKEND, FIVE_STEPS, List.of(csv));
            csv.complete(RunRecords.any());
        }
        return Files.readAllLines(folder.resolve("trajectory.csv"));
    }

    private static VerificationResult verified(Problem problem) {
        Verifier<Binary64> verifier = new Verifier<>(problem, Problems.derivatives(problem), BACKEND, FIVE_STEPS);
        ConditionEvaluator<Binary64> assessor = new ConditionEvaluator<>(verifier.model(), problem.thresholds());
        Verification verification = verifier.verify(List.of(assessor));
        return new VerificationResult(
                problem, verification, assessor.assessment(verification), Optional.empty(), Optional.empty());
    }

    private static JsonNode json(Problem problem) throws IOException {
        return new ObjectMapper()
                .readTree(Format.JSON.write(VerificationDocument.report(RunRecords.any(), verified(problem))));
    }

    @Test
    void theColumnsAreThoseOfTheFormat() throws IOException {
        assertThat(csvOf(Problems.valley("1", "1e-2")).get(0))
                .startsWith("t,theta_x,theta_y,dagger_x,dagger_y,loss,sharpness,alpha,beta,delta,x,y,x_pred,y_pred,"
                        + "deviation,loss_dagger,sharpness_dagger");
        assertThat(csvOf(Problems.diskValley("1e-3")).get(0))
                .startsWith("t,theta_x,theta_y,theta_w,dagger_x,dagger_y,dagger_w,loss,sharpness,alpha,beta,delta,"
                        + "x,y,x_pred,y_pred,deviation,loss_dagger,sharpness_dagger");
    }

    @Test
    void oneRowForEachStep() throws IOException {
        List<String> lines = csvOf(Problems.valley("1", "1e-2"));
        assertThat(lines).hasSize(7);
        assertThat(lines.subList(1, 7))
                .extracting(line -> line.split(",", -1)[0])
                .containsExactly("0", "1", "2", "3", "4", "5");
        assertThat(lines).extracting(line -> line.split(",", -1).length).containsOnly(20);
    }

    @Test
    void numbersAreTheShortestThatReadBack() throws IOException {
        String[] first = csvOf(Problems.valley("1", "1e-2")).get(1).split(",", -1);
        assertThat(first[1]).isEqualTo("0.07071067811865475");
        assertThat(Double.parseDouble(first[2])).isEqualTo(20.0 / 3.0);
        assertThat(BACKEND.write(new Binary64(2e-3))).isEqualTo("0.002");
        assertThat(BACKEND.write(new Binary64(Double.MIN_NORMAL))).isEqualTo("2.2250738585072014E-308");
        assertThat(BACKEND.write(new Binary64(Double.parseDouble("2e23")))).isEqualTo("2.0E23");
    }

    @Test
    void whatIsUndefinedIsEmptyOrNull() throws IOException {
        String[] row = csvOf(NO_SHARPENING).get(1).split(",", -1);
        assertThat(row[9]).as("delta").isEmpty();
        assertThat(Double.parseDouble(row[7])).as("alpha").isNegative();

        JsonNode summary = json(NO_SHARPENING);
        for (String key : List.of("epsilon", "delta", "C1", "CL", "CS", "min_x_over_delta", "min_gamma")) {
            assertThat(summary.get(key).isNull()).as(key).isTrue();
        }
        assertThat(summary.get("oscillation_undefined_at").asInt(-1)).isZero();
        assertThat(summary.get("complete").asBoolean(true)).isFalse();
    }

    @Test
    void theSummaryHasItsKeys() throws IOException {
        JsonNode summary = json(Problems.valley("1", "1e-2"));
        assertThat(summary.get("steps").intValue()).isEqualTo(5);
        for (String key :
                List.of("epsilon", "delta", "C1", "CL", "CS", "min_x_over_delta", "max_eta_lambda2", "min_gamma")) {
            assertThat(summary.get(key).isDouble()).as(key).isTrue();
        }
        JsonNode sharpness = summary.get("eta_sharpness");
        assertThat(sharpness.get("first").doubleValue()).isBetween(2.0, 2.1);
        assertThat(sharpness.get("largest").doubleValue())
                .isGreaterThanOrEqualTo(sharpness.get("last").doubleValue());
        assertThat(sharpness.get("last_step").intValue()).isEqualTo(5);
    }

    @Test
    void aRunThatThrowsLeavesNoFile() {
        StepObserver<Binary64> failing = step -> {
            if (step.t() == 3) {
                throw new IllegalStateException("interrupted");
            }
        };
        assertThatThrownBy(() -> {
                    Problem problem = Problems.valley("1", "1e-2");
                    try (TrajectoryCsv<Binary64> csv = new TrajectoryCsv<>(folder, problem.variables(), BACKEND)) {
                        List<StepObserver<Binary64>> observers = List.of(csv, failing);
                        Problems.verify(problem, BACKEND, FIVE_STEPS, observers);
                        csv.complete(RunRecords.any());
                    }
                })
                .hasMessage("interrupted");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theTextTellsConstantsWithTheirWorstSteps() {
        String text = Format.TEXT.write(
                VerificationDocument.report(RunRecords.any(), verified(Problems.valley("1", "1e-2"))));
        assertThat(text)
                .contains(
                        "reached the horizon of 5 steps",
                        "double precision, exact projection, moving frame",
                        "C_1",
                        "C_L",
                        "C_S",
                        "worst t",
                        "not a proof")
                .endsWith("\n");
        assertThat(Format.TEXT.write(VerificationDocument.report(RunRecords.any(), verified(NO_SHARPENING))))
                .contains("no progressive sharpening: alpha_t = ", "undefined")
                .doesNotContain("NaN");
    }

    @Test
    void theLatexTableIsWellFormed() {
        for (Problem problem : List.of(Problems.valley("1", "1e-4"), NO_SHARPENING)) {
            LatexSyntax.assertWellFormed(
                    Format.LATEX.write(VerificationDocument.report(RunRecords.any(), verified(problem))));
        }
    }

    @Test
    void stepsAreSeenInOrder() {
        int[] expected = {0};
        StepObserver<Binary64> order =
                (CoupledStep<Binary64> step) -> assertThat(step.t()).isEqualTo(expected[0]++);
        Problems.verify(Problems.valley("1", "1e-2"), BACKEND, FIVE_STEPS, List.of(order));
        assertThat(expected[0]).isEqualTo(6);
    }
}
