package org.selfstab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.vocabulary.SelfstabException;

class RunRecordTest {

    private static final Path FILE = Path.of("examples/sharp-valley.toml");

    @Test
    void tellsTwoRunsOfOneFileApart() {
        Problem one = ProblemReader.read(FILE).problem();
        Problem other = ProblemReader.read(FILE, Map.of("zeta", "1/2")).problem();
        RunRecord first = RunRecord.of("verify", FILE, Optional.of(ProblemReader.textOf(FILE)), one, Map.of());
        RunRecord second = RunRecord.of(
                "verify", FILE, Optional.of(ProblemReader.textOf(FILE)), other, Map.of("--set", "zeta=1/2"));
        assertThat(first.sha256()).isEqualTo(second.sha256()).hasValueSatisfying(digest -> assertThat(digest)
                .hasSize(64));
        assertThat(first.problem()).isNotEqualTo(second.problem());
        assertThat(first.options()).isNotEqualTo(second.options());
        assertThat(first.file()).isEqualTo(FILE.toString());
    }

    @Test
    void takesTheDateOfAReproducibleBuild() {
        assertThat(RunRecord.dated("1700000000")).isEqualTo(Instant.parse("2023-11-14T22:13:20Z"));
        assertThatThrownBy(() -> RunRecord.dated("yesterday"))
                .isInstanceOf(SelfstabException.class)
                .hasMessage(
                        "SOURCE_DATE_EPOCH is 'yesterday'; it must be a number of seconds since 1970, or not be set");
    }
}
