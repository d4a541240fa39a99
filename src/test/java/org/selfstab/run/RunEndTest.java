package org.selfstab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.Problems;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verification;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;

/** Every reason for which a run can end, provoked by a loss. */
class RunEndTest {

    private final List<CoupledStep<Binary64>> seen = new ArrayList<>();

    private Verification run(String loss, String eta, String x, String y, Optional<Integer> horizon) {
        Problem problem = Problems.inPlane(loss, eta, x, y).atEdge().problem();
        return Problems.verify(
                problem,
                new CompiledBackend(),
                new RunOptions(ProjectionMethod.EXACT, PredictedFrame.MOVING, horizon),
                List.of(seen::add));
    }

    @Test
    void reachedHorizon() {
        Verification run = run("(y + x)*x^2/2 - (x + y)/100", "3/10", "7/100", "2/eta", Optional.of(7));

        assertThat(run.end()).isEqualTo(new RunEnd.ReachedHorizon(7));
        assertThat(run.isComplete()).isTrue();
        assertThat(seen).extracting(CoupledStep::t).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void diverged() {
        Verification run = run("(y + abs(x))*x^2/2 - (x + y)/100", "3/10", "1/20", "2/eta", Optional.of(166));

        assertThat(run.end()).isInstanceOfSatisfying(RunEnd.Diverged.class, end -> {
            assertThat(end.step()).isEqualTo(seen.size());
            assertThat(end.previousNorm()).isGreaterThan(1e10);
        });
        assertThat(run.isComplete()).isFalse();
    }

    @Test
    void leftDomain() {
        Verification run =
                run("(y + x)*x^2/2 - (x + y)/100 + sqrt(1/10 + x)/1000", "3/10", "7/100", "2/eta", Optional.of(166));

        assertThat(run.end()).isInstanceOfSatisfying(RunEnd.LeftDomain.class, end -> {
            assertThat(end.step()).isEqualTo(seen.size()).isGreaterThan(1);
            assertThat(end.norm()).isBetween(6.0, 8.0);
        });
    }

    /** Which derivative, where and at which step, and what to do. */
    @Test
    void namesTheDerivativeThatIsNotFinite() {
        Verification atKink = run("y*x^2/2 - (x + y)/100 + abs(x)", "3/10", "0", "2/eta", Optional.of(10));
        assertThat(atKink.end().description())
                .startsWith(
                        "the constrained trajectory's geometry is undefined at step 0: the gradient of the loss is not"
                                + " finite at theta = (0.0, 6.666666666666667): a kink")
                .endsWith("; a smaller eta or another start may keep away from there");

        Verification leaving = run("y*x^2/2 - (x + y)/100 + log(7 - y)/1000", "3/10", "0", "6.9", Optional.of(100));
        assertThat(leaving.end().description())
                .startsWith("the iterates left the domain of the loss at step ")
                .contains("the loss is not finite at theta = (", ", outside its domain");

        Verification ofThree = run("(y + x)*x^2/2 - (x + y)/100", "3/10", "0", "2/eta", Optional.of(3));
        assertThat(ofThree.remarks()).noneMatch(remark -> remark.contains("0.0 delta"));
    }

    /** What the parameters' values cancel is undefined where it was written to be: every iterate with x < 0 is outside. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0*log(x)",
                "(10*eta - 3)*log(x)",
                "(10*eta - 3)*sqrt(x)",
                "sin((10*eta - 3)*sqrt(x))",
                "10*eta*log(x) - 3*log(x)",
                "(sqrt(30*eta) - 3)*log(x)",
                "x^(10*eta - 3)",
            })
    void leftDomainOfWhatCancels(String term) {
        Verification run = run("(y + x)*x^2/2 - (x + y)/100 + " + term, "3/10", "7/100", "2/eta", Optional.of(166));

        assertThat(run.end()).isInstanceOfSatisfying(RunEnd.LeftDomain.class, end -> assertThat(end.step())
                .isEqualTo(1));
    }

    /** A term that the values cancel and that is defined everywhere is gone: the run is the one without it. */
    @Test
    void cancelledTermDefinedEverywhere() {
        Verification run = run(
                "(y + x)*x^2/2 - (x + y)/100 + (10*eta - 3)*log(1 + x^2)", "3/10", "7/100", "2/eta", Optional.of(20));

        assertThat(run.end()).isInstanceOf(RunEnd.ReachedHorizon.class);
    }

    /** Sharpness 22 everywhere: there is no point of the stable set at all. */
    @Test
    void projectionFailed() {
        Verification run = run("11*x^2 + y^2", "1/10", "1", "2", Optional.of(10));

        assertThat(run.end()).isInstanceOfSatisfying(RunEnd.ProjectionFailed.class, end -> {
            assertThat(end.step()).isZero();
            assertThat(end.reason()).contains("does not change near theta");
        });
        assertThat(run.constants()).isEmpty();
    }

    @Test
    void geometryUndefined() {
        Verification run = run("x^2 + y^2", "1/10", "1", "2", Optional.of(10));

        assertThat(run.end())
                .isEqualTo(new RunEnd.GeometryUndefined(
                        0,
                        "the top eigenvalue is not simple: lambda_1 = 2.0, lambda_1 - lambda_2 = 0.0;"
                                + " u, grad S, alpha, beta and delta are undefined"));
    }

    @Test
    void noSelfStabilization() {
        Verification run = run("10*x^2 + y^2", "1/10", "1", "2", Optional.of(10));

        assertThat(run.end()).isEqualTo(new RunEnd.NoSelfStabilization(0));
        assertThat(seen).isEmpty();
    }

    /** The sharpness falls along the descent: alpha = -1/100. */
    @Test
    void noDefaultHorizon() {
        Verification run = run("y*x^2/2 + y/100", "3/10", "0", "2/eta", Optional.empty());

        assertThat(run.end()).isInstanceOfSatisfying(RunEnd.NoDefaultHorizon.class, end -> {
            assertThat(end.alpha()).isEqualTo(-0.01);
            assertThat(end.rounding()).isBetween(0.0, 1e-12);
        });
        assertThat(run.end().description()).contains("--horizon");
    }

    /** The same run with a horizon goes through, with constants that are undefined rather than wrong. */
    @Test
    void aHorizonRunsWithoutProgressiveSharpening() {
        Verification run = run("y*x^2/2 + y/100", "3/10", "0", "2/eta", Optional.of(10));

        assertThat(run.end()).isEqualTo(new RunEnd.ReachedHorizon(10));
        assertThat(run.isComplete()).isFalse();
        assertThat(run.constants().orElseThrow().coupling()).isEmpty();
        assertThat(run.constants()
                        .orElseThrow()
                        .undefinedOscillation()
                        .orElseThrow()
                        .step())
                .isZero();
    }

    /** Far out the cubic map overflows within a few steps, while the loss's slope is bounded: the iterates go on. */
    @Test
    void predictionDiverged() {
        Verification run = run("y*logcosh(x) - y/100", "3", "1", "2/eta", Optional.of(100));

        assertThat(run.end()).isEqualTo(new RunEnd.ReachedHorizon(100));
        assertThat(run.isComplete()).isFalse();
        RunConstants constants = run.constants().orElseThrow();
        int end = constants.predictionEnd().orElseThrow();
        assertThat(end).isBetween(1, 99);
        assertThat(constants.coupling().orElseThrow().value()).isInfinite();
        assertThat(run.description()).endsWith("v* is not finite from step " + end + " on");
    }
}
