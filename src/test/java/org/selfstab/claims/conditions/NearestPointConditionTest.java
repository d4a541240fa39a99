package org.selfstab.claims.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.Problems;
import org.selfstab.claims.ConditionResult;
import org.selfstab.claims.Verification;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.FieldModel;
import org.selfstab.dynamics.LinearModel;
import org.selfstab.geometry.DecimalVectors;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.NearestPointProjection;
import org.selfstab.geometry.Projection;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.StableSetProjection;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.numeric.DoubleEigensolver;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.problem.Thresholds;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Verdict.Status;

/** {@code condition.nearest_point} on points that somebody else brings. */
class NearestPointConditionTest {

    private static final RunScale SCALE = new RunScale(Optional.of(0.01), Optional.of(0.03));

    private final Problem driven = Problems.read("nearest/not-nearest-driven.toml");
    private final LinearModel<Binary64> model =
            LinearModel.of(driven, Problems.derivatives(driven), new CompiledBackend());

    /** A stationary point of the distance inside the stable set, on the branch that is not the nearest; by mpmath, 30 digits. */
    private final FieldVector<Binary64> farStationary =
            DecimalVectors.binary64(0.7752562180241015, 0.001670989812650941);

    private static CoupledStep<Binary64> step(FieldVector<Binary64> theta, LocalGeometry<Binary64> geometry) {
        Binary64 zero = new Binary64(0.0);
        return new CoupledStep<>(
                0,
                theta,
                () -> List.of(theta),
                zero,
                zero,
                new Projection<>(geometry, false, zero, zero),
                Optional.empty(),
                DoubleVector.zero(2));
    }

    private static Verdict verdict(LinearModel<Binary64> model, FieldVector<Binary64> point) {
        NearestPoint<Binary64> condition = new NearestPoint<>(model, Thresholds.byDefault());
        condition.observe(
                step(model.start(), model.geometry().evaluate(point, SignConvention.largestComponentPositive())));
        return condition.result(SCALE).measures().get(0).verdict();
    }

    @Test
    void holdsAtTheNearestPoint() {
        FieldVector<Binary64> nearest = model.projection(ProjectionMethod.EXACT)
                .project(model.start(), SignConvention.largestComponentPositive())
                .geometry()
                .point();

        assertThat(verdict(model, nearest).status()).isEqualTo(Status.HOLDS);
    }

    @Test
    void failsAtAStationaryPointThatIsNotTheNearest() {
        Verdict verdict = verdict(model, farStationary);

        assertThat(verdict.status()).isEqualTo(Status.FAILS);
        assertThat(verdict.reason())
                .isEqualTo(
                        "a point of the stable set at the distance 0.787884 is nearer than this one at 2.93736, in the"
                                + " direction given");
        assertThat(verdict.witness().orElseThrow().direction()).hasSize(2);
    }

    /** The search is for the nearest point of a set that is empty: it cannot vouch for the point. */
    @Test
    void isUndecidedWhereTheSearchFindsNothing() {
        StableSetProjection<Binary64> ofEmptySet = new NearestPointProjection<>(model.geometry(), new Binary64(-2e-9));
        LinearModel<Binary64> blind = new FieldModel<>(driven, model.backend(), model.loss(), new DoubleEigensolver()) {
            @Override
            public StableSetProjection<Binary64> projection(ProjectionMethod method) {
                return ofEmptySet;
            }
        };

        Verdict verdict = verdict(blind, farStationary);

        assertThat(verdict.status()).isEqualTo(Status.UNDECIDED);
        assertThat(verdict.reason()).startsWith("the search from many starts found no nearest point at t = 0: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"double-eigenvalue", "two-directions", "eigenvalue-crossing"})
    void twoEigenvaluesAtTheEdgeBreakTheEigengapOfOne(String name) throws IOException {
        String file = name + ".toml"; // ends with [run]
        String text = Files.readString(Path.of("src/test/resources/problems/nearest", file));
        Problem problem =
                ProblemReader.read(file, text + "\nunstable = 1\n", Map.of()).problem();
        Verifier<Binary64> verifier =
                new Verifier<>(problem, Problems.derivatives(problem), new CompiledBackend(), RunOptions.defaults());
        ConditionEvaluator<Binary64> assessor = new ConditionEvaluator<>(verifier.model(), problem.thresholds());
        Verification verification = verifier.verify(List.of(assessor));

        assertThat(verification.end()).isInstanceOf(RunEnd.EigenvaluesMeet.class);
        assertThat(verification.end().description())
                .contains("lambda_1 = 6.66666666")
                .contains("lambda_2 = 6.66666666");
        assertThat(assessor.assessment(verification).violatedConditions())
                .extracting(ConditionResult::name)
                .contains(Claims.EIGENGAP);
    }

    /** At its minimiser the network's S is 2/eta to rounding: both candidates are right to rounding, and neither is refused. */
    @Test
    void rightToRoundingIsRight() {
        Problem problem = Problems.read("nearest/net-H3-n4.toml");
        RunOptions options = new RunOptions(ProjectionMethod.EXACT, PredictedFrame.MOVING, Optional.of(1000));

        assertThat(Problems.verify(problem, new CompiledBackend(), options, List.of())
                        .end())
                .isEqualTo(new RunEnd.ReachedHorizon(1000));
    }
}
