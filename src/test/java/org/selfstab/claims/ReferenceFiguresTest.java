package org.selfstab.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.Problems;
import org.selfstab.problem.Problem;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Extremum;

/** The figures of theory.md section 9, to the digits printed there. */
class ReferenceFiguresTest {

    @ParameterizedTest
    @CsvSource({
        "0,   1e-2,  166, 3.000e-02, 1.414e-01,  0.0088,  0.358,  2.805, 0.428",
        "0,   1e-4, 1666, 3.000e-03, 1.414e-02,  0.0008,  0.296,  2.607, 0.493",
        "1/2, 1e-2,  166, 2.999e-02, 1.414e-01,  4.282,   9.360,  8.025, 0.428",
        "1/2, 1e-4, 1666, 3.000e-03, 1.414e-02,  4.227,   8.978,  7.769, 0.493",
        "1,   1e-2,  166, 2.999e-02, 1.415e-01, 13.403,  24.564, 39.060, 0.428",
        "1,   1e-4, 1666, 3.000e-03, 1.414e-02, 14.985,  28.261, 44.196, 0.493",
    })
    void valley(
            String z,
            String e,
            int steps,
            String epsilon,
            String delta,
            String coupling,
            String loss,
            String sharpness,
            String minX) {
        RunConstants constants = Problems.constants(Problems.valley(z, e), RunOptions.defaults());
        assertFigures(constants, steps, epsilon, delta, coupling, loss, sharpness, minX);
    }

    @Test
    void diskValley() {
        RunConstants constants = Problems.constants(Problems.diskValley("1e-3"), RunOptions.defaults());
        assertFigures(constants, 527, "7.633e-03", "3.598e-02", "13.263", "21.857", "60.984", "0.617");
    }

    /**
     * The last row of theory.md section 9 is the paper's code as a whole: its linearised projection with its ambient form. In
     * the moving frame, which the section's heading names, the same projection gives 916 and 0.042.
     */
    @Test
    void theLinearisedProjectionBreaksTheCoupling() {
        Problem valley = Problems.valley("1", "1e-4");

        RunConstants paperCode = linearised(valley, PredictedFrame.AMBIENT);
        assertThat(printed("%.0f", paperCode.coupling())).isEqualTo("501");
        assertThat(printed("%.3f", paperCode.minX())).isEqualTo("0.111");

        RunConstants movingFrame = linearised(valley, PredictedFrame.MOVING);
        assertThat(printed("%.0f", movingFrame.coupling())).isEqualTo("916");
        assertThat(printed("%.3f", movingFrame.minX())).isEqualTo("0.042");
    }

    @Test
    void theConstantOfTheLinearisedProjectionGrowsLikeOneOverEpsilon() {
        double coarse = linearised(Problems.valley("1", "1e-4"), PredictedFrame.AMBIENT)
                .coupling()
                .orElseThrow()
                .value();
        double fine = linearised(Problems.valley("1", "1e-6"), PredictedFrame.AMBIENT)
                .coupling()
                .orElseThrow()
                .value();

        assertThat(fine / coarse).isBetween(9.0, 11.0);
    }

    private static RunConstants linearised(Problem problem, PredictedFrame frame) {
        return Problems.constants(problem, new RunOptions(ProjectionMethod.LINEARISED, frame, Optional.empty()));
    }

    private static void assertFigures(
            RunConstants constants,
            int steps,
            String epsilon,
            String delta,
            String coupling,
            String loss,
            String sharpness,
            String minX) {
        assertThat(constants.steps()).isEqualTo(steps);
        assertThat(printed("%.3e", constants.epsilon())).isEqualTo(epsilon);
        assertThat(printed("%.3e", constants.delta())).isEqualTo(delta);
        assertThat(printed(coupling.startsWith("0") ? "%.4f" : "%.3f", constants.coupling()))
                .isEqualTo(coupling);
        assertThat(printed("%.3f", constants.loss())).isEqualTo(loss);
        assertThat(printed("%.3f", constants.sharpness())).isEqualTo(sharpness);
        assertThat(printed("%.3f", constants.minX())).isEqualTo(minX);
    }

    private static String printed(String format, Optional<Extremum> constant) {
        return String.format(Locale.ROOT, format, constant.orElseThrow().value());
    }
}
