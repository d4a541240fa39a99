package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.ProblemBuilder;

/** What {@code bifurcation} shows, prints and writes. */
class BifurcationCommandTest {

    private static final String WELL = "examples/minima/double-well-cycle.toml";

    @TempDir
    private Path folder;

    @Test
    void jsonHasTheEvents() throws IOException {
        Result result = Result.of(
                "bifurcation",
                WELL,
                "--range",
                "1/2:13/10",
                "--columns",
                "0",
                "--periods",
                "4",
                "--format",
                "json",
                "--quiet");

        assertThat(result.status()).as(result.err()).isZero();
        JsonNode events = new ObjectMapper().readTree(result.out()).at("/events");
        assertThat(events).hasSize(3);
        assertThat(events.at("/0/kind").textValue()).isEqualTo("flip");
        assertThat(events.at("/1/period").intValue()).isEqualTo(2);
        assertThat(events.at("/1/at").doubleValue()).isEqualTo(Math.sqrt(5) - 1, within(1e-15));
        assertThat(events.at("/2/at").doubleValue()).isEqualTo(1.288031754483, within(5.1e-13));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "html"})
    void everyFormatTellsTheDoubling(String format) {
        Result result = Result.of(
                "bifurcation",
                WELL,
                "--range",
                "1/2:5/4",
                "--columns",
                "0",
                "--periods",
                "2",
                "--format",
                format,
                "--quiet");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("1.236067977");
    }

    @Test
    void writesTablesAndFigures() {
        Result result = Result.of(
                "bifurcation",
                WELL,
                "--range",
                "1/2:5/4",
                "--columns",
                "8",
                "--periods",
                "2",
                "--out",
                folder.toString());

        assertThat(result.status()).as(result.err()).isZero();
        Path place = folder.resolve("double-well-cycle");
        assertThat(place.resolve("bifurcation.csv")).exists();
        assertThat(place.resolve("attractor.csv")).exists();
        assertThat(place.resolve("bifurcation.json")).exists();
        assertThat(place.resolve("bifurcation.html")).content().contains("<svg");
    }

    /** A process that is killed in the middle, and the same command once more. */
    @Test
    void goesOnAfterAKillAndGivesTheSameFiles() throws IOException, InterruptedException {
        Path killed = folder.resolve("killed");
        Path journal = killed.resolve("double-well-cycle/bifurcation.journal");
        int header = 9;
        int columns = 240;
        List<String> kept = KilledProcess.journalAfter(header + 8, resumed(killed), journal);
        assertThat(kept).hasSizeBetween(header + 8, header + columns - 1);
        try (Stream<Path> files = Files.list(journal.getParent())) {
            assertThat(files).as("nothing half written").containsExactly(journal);
        }

        assertThat(Result.of(resumed(killed).toArray(String[]::new)).status()).isZero();
        List<String> lines = Files.readAllLines(journal);
        assertThat(lines).startsWith(kept.toArray(String[]::new));
        assertThat(lines.stream().filter(line -> line.startsWith("column\t")).map(line -> line.split("\t", 3)[1]))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, columns).mapToObj(Integer::toString).toList());

        Path whole = folder.resolve("whole");
        assertThat(Result.of(resumed(whole).toArray(String[]::new)).status()).isZero();
        for (String name : List.of("bifurcation.json", "bifurcation.csv", "attractor.csv")) {
            assertThat(killed.resolve("double-well-cycle").resolve(name))
                    .hasSameBinaryContentAs(whole.resolve("double-well-cycle").resolve(name));
        }
    }

    private static List<String> resumed(Path out) {
        return List.of("bifurcation", WELL, "--range", "1/2:13/10", "--quiet", "--out", out.toString());
    }

    /** What a journal holds is followed no further, whatever made it; what is damaged is refused. */
    @Test
    void refusesTheJournalOfAnotherRunAndADamagedOne() throws IOException {
        Path out = folder.resolve("out");
        String[] first = {
            "bifurcation", WELL, "--range", "1/2:11/10", "--columns", "2", "--quiet", "--out", out.toString()
        };
        assertThat(Result.of(first).status()).isZero();
        Path place = out.resolve("double-well-cycle");
        Path journal = place.resolve("bifurcation.journal");
        String written = Files.readString(journal);
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.equals(journal)) {
                    Files.delete(file);
                }
            }
        }

        Result other = Result.of(
                "bifurcation", WELL, "--range", "1/2:12/10", "--columns", "2", "--quiet", "--out", out.toString());
        assertThat(other.status()).isEqualTo(2);
        assertThat(other.err())
                .contains("the orbits of a bifurcation with range '0.5:1.1' instead of '0.5:1.2'; --restart discards");

        Files.writeString(journal, written.replace("fixed point", "fixed paint"));
        Result damaged = Result.of(first);
        assertThat(damaged.status()).isEqualTo(2);
        assertThat(damaged.err()).containsPattern("bifurcation.journal:1[0-9]:1: this line is damaged");

        first[first.length - 3] = "--restart";
        assertThat(Result.of(first).status()).isZero();
        assertThat(journal).content().contains("fixed point");
    }

    /** A slope has neither a minimum nor a cycle. */
    @Test
    void isUndecidedWhereThereIsNoOrbit() throws IOException {
        Path file = ProblemBuilder.of("slope", "x")
                .parameter("eta", "1/10")
                .start("x", "0")
                .write(folder.resolve("slope.toml"));

        Result result = Result.of("bifurcation", file.toString(), "--range", "1/10:1", "--columns", "0", "--quiet");

        assertThat(result.status()).as(result.err()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--range=1", "--range=2:1", "--range=a:1", "--columns=-1", "--periods=0", "--parameter=nu"})
    void refusesWhatIsNone(String option) {
        Result result = option.startsWith("--range")
                ? Result.of("bifurcation", WELL, option, "--quiet")
                : Result.of("bifurcation", WELL, "--range", "1/2:1", option, "--quiet");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains(option.replaceFirst("=.*", ""));
    }
}
