package org.selfstab.dynamics.reduced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.selfstab.Problems;
import org.selfstab.Selfstab;
import org.selfstab.claims.CentralFlowResult;
import org.selfstab.claims.OdeResult;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.UnstableRun;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.Norm;
import org.selfstab.problem.Problem;
import org.selfstab.run.CentralFlowRun;
import org.selfstab.run.RunOptions;

/** The central flow of several unstable eigenvalues, theory.md (40). */
class UnstableCentralFlowTest {

    /** For one eigenvalue it is the flow of (22). */
    @Test
    void isTheCentralFlowForOne() {
        Problem problem = Problems.diskValley("1e-2");
        Model<Binary64> model = Model.of(problem, Problems.derivatives(problem), new CompiledBackend());
        FieldVector<Binary64> start = DoubleVector.of(0, (2 / 0.3 - 3) * Math.cos(0.9), (2 / 0.3 - 3) * Math.sin(0.9));
        CentralFlowRun one = new CentralFlow(model.geometry(), model.rates()).run(start, 40);
        CentralFlowRun several = new UnstableCentralFlow(
                        model.unstableRun(1, true).map(UnstableRun::spaces).orElseThrow(), model.rates())
                .run(start, 40);

        assertThat(several.end().isComplete()).isTrue();
        assertThat(several.samples()).hasSameSizeAs(one.samples());
        for (int t = 0; t <= 40; t++) {
            CentralFlowRun.CentralFlowSample a = one.samples().get(t);
            CentralFlowRun.CentralFlowSample b = several.samples().get(t);
            assertThat(Norm.of(a.theta().subtract(b.theta())).getReal()).isLessThan(1e-10);
            assertThat(b.sigmaSquared()).isEqualTo(a.sigmaSquared(), within(1e-10));
            assertThat(b.averagedLoss()).isEqualTo(a.averagedLoss(), within(1e-10));
        }
    }

    private static CentralFlowResult flow(String example, Map<String, String> set) {
        OdeResult result = Selfstab.read(Path.of("examples/unstable", example + ".toml"), set)
                .ode(RunOptions.defaults());
        assertThat(result.isComplete()).isTrue();
        return result.centralFlow().orElseThrow();
    }

    @Test
    void theLossFallsAndTwoEigenvaluesStayAtTheEdge() {
        CentralFlowResult flow = flow("coupled-drives", Map.of("e", "1/100"));
        List<CentralFlowRun.CentralFlowSample> samples = flow.run().samples();

        assertThat(flow.run().events()).isEmpty();
        assertThat(flow.run().largestDrift()).isLessThan(1e-13);
        for (int t = 1; t < samples.size(); t++) {
            assertThat(samples.get(t).loss()).isLessThan(samples.get(t - 1).loss() + 1e-15);
        }
        assertThat(flow.fromConstrained().orElseThrow().value()).isLessThan(0.01);
    }

    @Test
    void anEigenvalueLeavesTheEdge() {
        CentralFlowRun run = flow("leaving-direction", Map.of()).run();

        assertThat(run.events()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(CentralFlowRun.CentralFlowEvent.Kind.LEFT_EDGE);
            // lambda_2 falls by eta e/2 a step; it has left once it is 1e-7 below, relatively.
            assertThat(event.time()).isEqualTo(2e-7 / 0.3 / (0.3 * 0.005), within(1e-8));
        });
    }

    @Test
    void anEigenvalueEntersTheEdge() {
        CentralFlowRun run = Selfstab.read(Problems.file("nearest/eigenvalue-crossing.toml"))
                .ode(RunOptions.defaults())
                .centralFlow()
                .orElseThrow()
                .run();

        assertThat(run.events()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(CentralFlowRun.CentralFlowEvent.Kind.ENTERED_EDGE);
            // w climbs from 1 by eta e a step, and 5 + w is at 20/3.
            assertThat(event.time()).isEqualTo((20.0 / 3.0 - 6.0) / 0.003, within(1e-6));
        });
    }
}
