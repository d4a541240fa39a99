package org.selfstab.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.Problems;
import org.selfstab.Selfstab;
import org.selfstab.run.RunOptions;

/** The central flow of adaptive optimizers beside their iterates, theory.md section 14: figures of an independent implementation. */
class AdaptiveFlowTest {

    private static AdaptiveFlowResult flow(String example, Map<String, String> overrides, int steps) {
        return Selfstab.read(Path.of("examples/adaptive/" + example + ".toml"), overrides)
                .ode(RunOptions.defaults().withHorizon(steps))
                .adaptiveFlow()
                .orElseThrow();
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.trim().split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static void assertClose(double found, double wanted, double relative) {
        assertThat(found / wanted).isCloseTo(1, within(relative));
    }

    private static void assertClose(List<Double> found, double[] wanted) {
        assertThat(found).hasSize(wanted.length);
        for (int i = 0; i < wanted.length; i++) {
            assertClose(found.get(i), wanted[i], 1e-9);
        }
    }

    /** R3; the others take longer. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rotated-valley | 500 | 5.5307406040 7.3744790751 | 2.189178641e-4 1.533849104e-4 | 1.147276066e-5 | 1.40492185e-5 | .99419 | 1.614e-3 | 4.883e-2 | .99407
            """)
    void figuresAreThoseOfTheTable(
            String example,
            int steps,
            String theta,
            String nu,
            double atStart,
            double mean,
            double xSquared,
            double distance,
            double moments,
            double elevation) {
        AdaptiveFlowResult result = flow(example, Map.of(), steps);
        AdaptiveFlowResult.Sample last = result.last().orElseThrow();
        AdaptiveFlowResult.BesideIterates beside = result.beside().orElseThrow();

        assertClose(last.theta(), numbers(theta));
        assertClose(last.nu(), numbers(nu));
        assertClose(result.first().orElseThrow().sigmaSquared(), atStart, 1e-9);
        assertClose(beside.meanSigmaSquared(), mean, 1e-8);
        assertThat(beside.meanXSquared()).isCloseTo(xSquared, within(1.1e-5));
        assertClose(beside.distance().value(), distance, 4e-4);
        assertClose(beside.moments().value(), moments, 4e-4);
        assertThat(beside.meanElevation()).isCloseTo(elevation, within(1.1e-5));
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scalar-valley | 500 | 1.0910684e-3 9.1647995203 | 1.8905299555e-4 | 3.311078669e-6 | 4.36689824e-6 | .99851 | 6.031e-4 | 1.673e-2 | .99821
            valley | 500 | 1.0588143547e-3 9.4435359119 | 2.0072333940e-4 1.0027042686e-4 | 9.558496724e-6 | 1.04382113e-5 | .99980 | 4.031e-4 | 2.855e-2 | 1.00005
            scalar-valley2d | 500 | 1.1366501796e-3 4.1917831671 3.9998964484 | 1.7420432791e-4 | 3.093817902e-6 | 3.84063605e-6 | .99780 | 5.438e-4 | 1.598e-2 | .99755
            valley2d | 500 | 1.1036787495e-3 4.5461873675 3.9985332008 | 1.8466356312e-4 9.9812050104e-5 2.309457517e-7 | 9.476109089e-6 | 1.00581514e-5 | .99960 | 5.929e-4 | 2.832e-2 | .99941
            scalar-product | 10000 | 1.2600726310 .7934980589 | 4.916422077e-4 | 2.100265684e-4 | 1.50353200e-4 | .99998 | 2.000e-4 | 3.807e-2 | 1.00002
            product | 2500 | 1.5631823247 .6395294078 | 1.960608257e-4 1.191072238e-3 | 2.358359398e-4 | 2.67596658e-4 | .99997 | 3.412e-3 | 4.095e-2 | 1.00108
            """)
    void longFiguresAreThoseOfTheTable(
            String example,
            int steps,
            String theta,
            String nu,
            double atStart,
            double mean,
            double xSquared,
            double distance,
            double moments,
            double elevation) {
        figuresAreThoseOfTheTable(example, steps, theta, nu, atStart, mean, xSquared, distance, moments, elevation);
    }

    /** R1 with 6/5 of its second moment. */
    @Test
    void entersTheEdge() {
        AdaptiveFlowResult result = Problems.adaptiveValley("1/100")
                .settings("groups", "scalar", "nu", "['6/5*(eta/4*(8 + 3*e/16 + sqrt((8 + 3*e/16)^2 + (e/4)^2)))^2']")
                .horizon("60")
                .study()
                .ode(RunOptions.defaults())
                .adaptiveFlow()
                .orElseThrow();

        assertThat(result.events()).hasSize(1);
        assertThat(result.events().get(0).isEntered()).isTrue();
        assertThat(result.events().get(0).time()).isCloseTo(41.98749377, within(1e-7));
        assertClose(result.events().get(0).sigmaSquared(), 3.493435707e-6, 1e-8);
    }

    /**
     * Two valleys whose drives are 1 and 3/2, theory.md (54): one second moment keeps only the second at the edge, one for each parameter keeps both. The eigenvalues of the iterates' mean at the end
     * are those of an implementation in NumPy, started from the variances by hand.
     */
    @ParameterizedTest
    @CsvSource({
        "scalar, 1, 2, 1.94770, 2.00021041, 1.94797031, 2.63902759165318e-06",
        "parameter, 2, 2, 2, 2.00067085, 2.00035592, 1.5138976105641132e-05"
    })
    void severalEigenvaluesAreHeldWhereTheirDrivesAllowIt(
            String groups, int held, double first, double second, double ofIterates, double next, double atStart) {
        AdaptiveFlowResult result = Problems.twoAdaptiveValleys("13 - 1e-7", "13", groups)
                .horizon("5/e")
                .study()
                .ode(RunOptions.defaults())
                .adaptiveFlow()
                .orElseThrow();
        AdaptiveFlowResult.Sample last = result.last().orElseThrow();
        assertThat(last.held()).isEqualTo(held);
        assertThat(last.eigenvalues().get(0)).isCloseTo(first, within(1e-9));
        assertThat(last.eigenvalues().get(1)).isCloseTo(second, within(5e-6));
        assertThat(result.beside().orElseThrow().eigenvalues().get(0)).isCloseTo(ofIterates, within(1e-8));
        assertThat(result.beside().orElseThrow().eigenvalues().get(1)).isCloseTo(next, within(1e-8));
        assertClose(result.first().orElseThrow().sigmaSquared(), atStart, 1e-9);
        assertThat(result.beside().orElseThrow().meanXSquared()).isCloseTo(1, within(5e-3));
    }
}
