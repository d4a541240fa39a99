package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands say of other optimizers than gradient descent beyond their verdicts. */
class MomentumCommandsTest {

    /** Under decoupled decay the method's own edge is that of the bare loss, {@code (2 - eta lambda)(1 + m)/eta}; coupled decay leaves 2/eta to the penalised one. */
    @ParameterizedTest
    @CsvSource({
        "decoupled-decay, 1e-4, 5e-5, 9.99985, 9.9999",
        "weight-decay-damps, 0.0033333333333333335, 0.0033333333333333335, 3.9966666666666666, 4"
    })
    void decayHasEdgeAndSharpnessOfBothLosses(
            String example, double strength, double penalty, double bareEdge, double penalisedEdge) throws IOException {
        Result result = Result.of(
                "verify", "examples/optimizers/" + example + ".toml", "--horizon", "5", "--format", "json", "--quiet");
        JsonNode decay = new ObjectMapper().readTree(result.out()).get("decay");

        assertThat(decay.get("weight_decay").doubleValue()).isCloseTo(strength, within(1e-16));
        assertThat(decay.get("penalty").doubleValue()).isCloseTo(penalty, within(1e-16));
        assertThat(decay.at("/bare/edge").doubleValue()).isCloseTo(bareEdge, within(1e-12));
        assertThat(decay.at("/penalised/edge").doubleValue()).isCloseTo(penalisedEdge, within(1e-12));
        for (String when : new String[] {"first", "largest", "last"}) {
            double sharpness = decay.at("/penalised/" + when).doubleValue();
            assertThat(sharpness).isCloseTo(penalisedEdge, within(0.2));
            assertThat(decay.at("/bare/" + when).doubleValue()).isCloseTo(sharpness - penalty, within(1e-12));
        }
    }

    @Test
    void diffDrawsSeveralOptimizers(@TempDir Path folder) {
        for (String name : new String[] {"heavy-ball-valley", "strong-momentum", "decoupled-decay"}) {
            Result.of(
                    "verify",
                    "examples/optimizers/" + name + ".toml",
                    "--horizon",
                    "5",
                    "--out",
                    folder.toString(),
                    "--quiet");
        }
        Result result = Result.of(
                "diff",
                folder.resolve("heavy-ball-valley").toString(),
                folder.resolve("strong-momentum").toString(),
                "--beside",
                folder.resolve("decoupled-decay").toString(),
                "--out",
                folder.resolve("three").toString());

        assertThat(result.status()).as(result.err()).isEqualTo(1);
        assertThat(folder.resolve("three/figures/rescaled.svg")).content().contains("Sharpness in units of the theory");
    }
}
