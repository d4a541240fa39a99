package org.selfstab.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.dynamics.ReducedLevel;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;

/** The checker's bounds on the default horizon, beside the quadrature of the period that a run uses. */
class DefaultHorizonTest {

    private static final DecimalIntervalField FIELD = new DecimalIntervalField(40);
    private static final double RUN = 3.15;

    @TempDir
    private static Path folder;

    private static DecimalInterval tau(DecimalInterval energy) {
        return new DefaultHorizon(new Decimals(FIELD)).tau(energy);
    }

    private static double byQuadrature(double energy) {
        return RUN * new ReducedLevel<>(new Binary64(energy)).period().getReal();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.02, 0.3, 1.0, 4.0, 19.0, 60.0})
    void boundsContainTheQuadratureToAFewPerCent(double energy) {
        DecimalInterval tau = tau(FIELD.of(energy));
        double expected = byQuadrature(energy);
        assertThat(tau.contains(new BigDecimal(expected))).isTrue();
        assertThat(tau.upper().subtract(tau.lower()).doubleValue()).isLessThan(0.05 * expected);
    }

    @Test
    void aWideEnergyContainsThePeriodsOfItsMembers() {
        DecimalInterval tau = tau(FIELD.of(new BigDecimal("0.5"), new BigDecimal("0.501")));
        for (double energy : new double[] {0.5, 0.5005, 0.501}) {
            assertThat(tau.contains(new BigDecimal(byQuadrature(energy)))).isTrue();
        }
        assertThat(tau.contains(new BigDecimal(byQuadrature(6.0)))).isFalse();
    }

    @Test
    void smallOscillationsTakeFourteen() {
        assertThat(tau(FIELD.of(new BigDecimal("0.0099")))).isEqualTo(FIELD.of(14));
        DecimalInterval either = tau(FIELD.of(new BigDecimal("0.009"), new BigDecimal("0.011")));
        assertThat(either.contains(new BigDecimal("14"))).isTrue();
        assertThat(either.contains(new BigDecimal(byQuadrature(0.0105)))).isTrue();
        assertThat(tau(FIELD.entire()).isFinite()).isFalse();
    }

    /** The sharp valley, whose x_0 is delta/2 or as small as rounding, without the horizon of its file. */
    @ParameterizedTest
    @CsvSource({"sqrt(2*epsilon)/2, 140", "0, 130"})
    void onlyARunToTheEndIsConfirmed(String x, int fewest) throws IOException {
        String problem = Files.readString(Path.of("examples/sharp-valley.toml"))
                .replaceFirst("(?m)^horizon.*$", "")
                .replaceFirst("(?m)^x *=.*$", "x = \"" + x + "\"");
        Path file = Files.writeString(folder.resolve("default.toml"), problem);
        Map<String, String> large = Map.of("epsilon", "1/10");
        Path whole = Certificates.write(folder.resolve("whole"), file, large, Optional.empty());
        RecheckResult report = Rechecker.check(whole, step -> {});
        assertThat(report.problem().shownHorizon()).isEqualTo("three periods, at most 100000 steps");
        assertThat(report.lastStep()).isGreaterThanOrEqualTo(fewest);
        assertThat(report.firstObjection()).isEmpty();

        Path shorter = Certificates.write(folder.resolve("shorter"), file, large, Optional.of(8));
        ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(Files.readString(shorter));
        ((ObjectNode) tree.get("problem")).set("steps", NullNode.getInstance());
        Path forged = Files.writeString(folder.resolve("forged.json"), Certificates.sealed(tree));
        assertThat(Rechecker.check(forged, step -> {}).firstObjection())
                .hasValueSatisfying(reason -> assertThat(reason).contains("which is not the horizon"));
    }

    /** {@code 0.3/0.03 + 0.14}, the sharp valley's at the projected start. */
    @Test
    void aHorizonOfDeltaAndAlphaIsThatOfTheStart() throws IOException {
        String problem = Files.readString(Path.of("examples/sharp-valley.toml"))
                .replaceFirst("(?m)^horizon.*$", "horizon = \"floor(3/10/(eta*sqrt(alpha)) + delta)\"");
        Path file = Files.writeString(folder.resolve("of-start.toml"), problem);
        Path genuine = Certificates.write(folder.resolve("genuine"), file, Map.of(), Optional.empty());
        RecheckResult report = Rechecker.check(genuine, step -> {});
        assertThat(report.lastStep()).isEqualTo(10);
        assertThat(report.firstObjection()).isEmpty();

        ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(Files.readString(genuine));
        ((ObjectNode) tree.get("problem")).put("horizon", "33/100/(eta*sqrt(alpha)) + delta");
        Path forged = Files.writeString(folder.resolve("forged.json"), Certificates.sealed(tree));
        assertThat(Rechecker.check(forged, step -> {}).firstObjection())
                .hasValueSatisfying(reason -> assertThat(reason).contains("which is not the horizon"));
    }
}
