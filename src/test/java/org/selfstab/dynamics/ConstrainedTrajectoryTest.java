package org.selfstab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.Problems;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Projection;
import org.selfstab.geometry.SignConvention;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.Norm;
import org.selfstab.problem.Problem;
import org.selfstab.run.ProjectionMethod;

/** The constrained trajectory in compiled doubles: the points of the one over any field, the geometry of a survey, no garbage. */
class ConstrainedTrajectoryTest {

    private static final int STEPS = 100;

    static List<Problem> problems() {
        return List.of(Problems.valley("1", "1e-2"), Problems.diskValley("1e-3"));
    }

    private static LinearModel<Binary64> model(Problem problem) {
        return LinearModel.of(problem, DerivedLoss.of(problem), new CompiledBackend());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void itsPointsAreThoseOfTheTrajectoryOverAnyField(Problem problem) {
        LinearModel<Binary64> model = model(problem);
        ConstrainedTrajectory<Binary64> anyField = new FieldModel<>(
                        problem, new CompiledBackend(), model.loss(), new DoubleEigensolver())
                .constrained(model.start(), ProjectionMethod.EXACT);
        ConstrainedTrajectory<Binary64> compiled = model.constrained(model.start(), ProjectionMethod.EXACT);

        for (int step = 0; step < STEPS; step++) {
            anyField.step();
            compiled.step();

            assertThat(compiled.present().onBoundary())
                    .isEqualTo(anyField.present().onBoundary());
            assertThat(Norm.of(compiled.geometry()
                                    .point()
                                    .subtract(anyField.geometry().point()))
                            .getReal())
                    .isLessThan(1e-12);
            assertThat(compiled.geometry()
                            .u()
                            .dotProduct(anyField.geometry().u())
                            .getReal())
                    .isPositive();
        }
    }

    /** The same formulas on the same numbers: not a bit differs. */
    @ParameterizedTest
    @MethodSource("problems")
    void itsGeometryIsThatOfASurvey(Problem problem) {
        LinearModel<Binary64> model = model(problem);
        ConstrainedTrajectory<Binary64> trajectory = model.constrained(model.start(), ProjectionMethod.EXACT);
        for (int step = 0; step < STEPS; step++) {
            trajectory.step();
        }
        LocalGeometry<Binary64> found = trajectory.geometry();

        LocalGeometry<Binary64> surveyed = model.geometry().evaluate(found.point(), SignConvention.along(found.u()));

        assertThat(found.loss()).isEqualTo(surveyed.loss());
        assertThat(found.gradient()).isEqualTo(surveyed.gradient());
        assertThat(found.hessian()).isEqualTo(surveyed.hessian());
        assertThat(found.eigensystem().values())
                .isEqualTo(surveyed.eigensystem().values());
        assertThat(found.u()).isEqualTo(surveyed.u());
        assertThat(found.thirdAlongU()).isEqualTo(surveyed.thirdAlongU());
        assertThat(found.third(found.gradient())).isEqualTo(surveyed.third(surveyed.gradient()));
        assertThat(found.alpha()).isEqualTo(surveyed.alpha());
        assertThat(found.beta()).isEqualTo(surveyed.beta());
        assertThat(found.hessianOfSharpness()).isEqualTo(surveyed.hessianOfSharpness());
        assertThat(found.gradientOfGradientAlongU()).isEqualTo(surveyed.gradientOfGradientAlongU());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void whatWasHandedOutStaysWhenTheTrajectoryGoesOn(Problem problem) {
        LinearModel<Binary64> model = model(problem);
        ConstrainedTrajectory<Binary64> trajectory = model.constrained(model.start(), ProjectionMethod.EXACT);
        List<Projection<Binary64>> kept = new ArrayList<>();
        List<String> described = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            kept.add(trajectory.present());
            described.add(description(trajectory.present()));
            trajectory.step();
        }

        assertThat(kept.stream().map(ConstrainedTrajectoryTest::description)).isEqualTo(described);
        assertThat(described.get(0)).isNotEqualTo(described.get(1));
    }

    private static String description(Projection<Binary64> projection) {
        LocalGeometry<Binary64> geometry = projection.geometry();
        return List.of(
                        geometry.point(),
                        geometry.loss(),
                        geometry.gradient(),
                        geometry.hessian(),
                        geometry.eigensystem(),
                        geometry.u(),
                        geometry.thirdAlongU(),
                        geometry.third(geometry.gradient()))
                .toString();
    }

    /**
     * Interpreted steps allocate nothing either, so this does not hang on what a compiler removes. But compiling and its undoing may
     * allocate in between, so the stretch with least counts. One object in every tenth step would be 1600 bytes in each of them.
     */
    @Test
    void stepsInTwoVariablesAllocateNothing() {
        LinearModel<Binary64> model = model(Problems.valley("1", "1e-2"));
        ConstrainedTrajectory<Binary64> trajectory = model.constrained(model.start(), ProjectionMethod.EXACT);

        long least = LongStream.generate(() -> bytesOfThousandSteps(trajectory))
                .limit(20)
                .min()
                .orElseThrow();

        assertThat(least).isLessThan(1000);
        assertThat(trajectory.present().onBoundary()).isTrue();
    }

    private static long bytesOfThousandSteps(ConstrainedTrajectory<Binary64> trajectory) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int step = 0; step < 1000; step++) {
            trajectory.step();
        }
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
