package org.selfstab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.AnalyticLosses;
import org.selfstab.geometry.DoubleEigensolver;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Orientation;
import org.selfstab.geometry.Surveyor;
import org.selfstab.loss.CompiledLoss;
import org.selfstab.symbolic.LossDerivatives;

/** The central flow (22) against closed forms and against the geometry along it. */
class CentralFlowTest {

    private static final double ETA = 0.3;
    private static final double EDGE = 2.0 / ETA;

    /** The valley's skewness is kappa_3 = 3 z and gradS = (3 z, 1): after the relaxation sigma^2 = 2 e (1 + O(e)). */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void staysAtTheEdgeOfTheValleyWithTheVarianceOfTheOscillation(double z) {
        double e = 1e-3;
        Surveyor<Binary64> valley = surveyor(AnalyticLosses.valley(Double.toString(z), "1/1000"));
        CentralFlowRun run = flow(valley).run(vector(0, EDGE), 200);

        assertThat(run.end()).isEqualTo(new CentralFlowEnd.ReachedHorizon(200));
        assertThat(run.events()).isEmpty();
        assertHeldAtEdge(run);
        CentralFlowSample late = run.samples().get(200);
        LocalGeometry<Binary64> geometry = valley.survey(late.theta(), Orientation.largestComponentPositive());
        assertThat(late.sigmaSquared() / (2 * e)).isCloseTo(1, within(20 * e));
        assertThat(late.averagedLoss()).isEqualTo(late.loss() + late.sigmaSquared() / ETA);
        // The relaxed flow: the mean offset of the oscillation along u, up to the slow motion.
        assertThat(geometry.gradientAlongU().getReal())
                .isCloseTo(-late.sigmaSquared() * geometry.kappa3().getReal() / 2, within(20 * e * e));
    }

    private static void assertHeldAtEdge(CentralFlowRun run) {
        assertThat(run.largestDrift()).isLessThan(1e-10);
        for (CentralFlowSample sample : run.samples()) {
            assertThat(sample.sharpness()).isCloseTo(EDGE, within(1e-10));
        }
    }

    private static CentralFlow flow(Surveyor<Binary64> surveyor) {
        return new CentralFlow(surveyor, new Binary64(ETA));
    }

    private static Surveyor<Binary64> surveyor(LossDerivatives loss) {
        return new Surveyor<>(CompiledLoss.of(loss), new DoubleEigensolver());
    }

    private static FieldVector<Binary64> vector(double... entries) {
        FieldVector<Binary64> vector = new ArrayFieldVector<>(Binary64Field.getInstance(), entries.length);
        for (int i = 0; i < entries.length; i++) {
            vector.setEntry(i, new Binary64(entries[i]));
        }
        return vector;
    }
}
