package org.selfstab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.selfstab.cli.shell.LineException;
import org.selfstab.cli.shell.Words;
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
                "verify", FILE, Optional.of(ProblemReader.textOf(FILE)), other, Map.of("--set", List.of("zeta=1/2")));
        assertThat(first.sha256()).isEqualTo(second.sha256()).hasValueSatisfying(digest -> assertThat(digest)
                .hasSize(64));
        assertThat(first.problem()).isNotEqualTo(second.problem());
        assertThat(first.options()).isNotEqualTo(second.options());
        assertThat(first.file()).isEqualTo(FILE.toString());
    }

    @Test
    void tellsOptionsAsTheyAreGivenAgain() throws LineException {
        RunRecord record = RunRecord.of(
                "certify-box",
                List.of(FILE),
                Map.of(
                        "--box", List.of("x=0:1", "y=-1:2/(1+m)"),
                        "--claim", List.of("alpha > 0"),
                        "--title", List.of("it's"),
                        "--mutate", List.of()));
        assertThat(Words.of(record.settings()))
                .containsExactly(
                        "certify-box",
                        "--box",
                        "x=0:1",
                        "--box",
                        "y=-1:2/(1+m)",
                        "--claim",
                        "alpha > 0",
                        "--mutate",
                        "--title",
                        "it's");
        assertThat(record.optionTexts()).containsEntry("--mutate", "").containsEntry("--box", "x=0:1 y=-1:2/(1+m)");
    }

    /** Also where files have blanks in their names. */
    @Test
    void tellsTheCommandLineAsItIsGivenAgain() throws LineException {
        assertThat(Words.of(RunRecord.commandLine(
                        "diff", List.of("my first.json", "second.json"), Map.of("--tolerance", List.of("1e-6")))))
                .containsExactly("selfstab", "diff", "my first.json", "second.json", "--tolerance", "1e-6");
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
