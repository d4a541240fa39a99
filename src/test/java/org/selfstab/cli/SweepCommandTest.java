package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.ProblemBuilder;
import org.selfstab.sweep.Cluster;

/** {@code selfstab sweep} as a user meets it. */
class SweepCommandTest {

    private static final String VALLEY = ProblemBuilder.of("valley", "(y + zeta*x)*x^2/2 - epsilon*(x + y)")
            .parameter("eta", "3/10")
            .parameter("zeta", "1/2")
            .parameter("epsilon", "1/100")
            .start("x", "sqrt(2*abs(epsilon))/2")
            .start("y", "2/eta")
            .atEdge()
            .horizon("100")
            .expect("coupling.constant", "{ at_most = 10 }")
            .toml();

    private static final List<String> GRID = List.of("--grid", "zeta=0:1:3", "--grid", "epsilon=1e-3:1e-2:3:log");

    @TempDir
    private Path folder;

    private record Outcome(int status, String out, String err) {}

    private Outcome sweep(String text, List<String> options) throws IOException {
        Path file = Files.writeString(folder.resolve("valley.toml"), text);
        List<String> arguments = new ArrayList<>(List.of("sweep", file.toString(), "--quiet"));
        arguments.addAll(options);
        return run(arguments);
    }

    private static Outcome run(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
        return new Outcome(status, out.toString(), err.toString());
    }

    private static List<String> with(List<String> first, String... more) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all;
    }

    private static List<CSVRecord> rows(String csv) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                csv,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }

    @Test
    void eachRowIsWhatVerifyGivesWithItsValues() throws IOException {
        Outcome outcome = sweep(VALLEY, with(GRID, "--format", "csv"));
        assertThat(outcome.status()).isEqualTo(ExitStatus.HOLDS);
        List<CSVRecord> rows = rows(outcome.out());
        assertThat(rows).hasSize(9);
        for (CSVRecord row : rows) {
            Outcome alone = run(List.of(
                    "verify",
                    folder.resolve("valley.toml").toString(),
                    "--quiet",
                    "--format",
                    "json",
                    "--set",
                    "zeta=" + row.get("set.zeta"),
                    "--set",
                    "epsilon=" + row.get("set.epsilon")));
            JsonNode summary = new ObjectMapper().readTree(alone.out());
            assertThat(Double.parseDouble(row.get("coupling.constant")))
                    .isEqualTo(summary.get("C1").doubleValue());
            assertThat(Double.parseDouble(row.get("loss.constant")))
                    .isEqualTo(summary.get("CL").doubleValue());
            assertThat(Double.parseDouble(row.get("sharpness.constant")))
                    .isEqualTo(summary.get("CS").doubleValue());
            assertThat(Integer.parseInt(row.get("steps")))
                    .isEqualTo(summary.get("steps").intValue());
            assertThat(row.get("status")).isEqualTo("complete");
        }
    }

    @Test
    void theFilesDoNotDependOnTheNumberOfJobs() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        Outcome first = sweep(VALLEY, with(GRID, "--out", one.toString(), "--jobs", "1"));
        Outcome second = sweep(VALLEY, with(GRID, "--out", two.toString(), "--jobs", "2"));
        assertThat(second).isEqualTo(first);
        assertThat(first.out()).contains("zeta = 0, 0.5, 1", "complete  ", "condition.eigengap", "not a proof");
        for (String name : List.of("sweep.csv", "sweep.json", "sweep.html")) {
            assertThat(two.resolve("valley").resolve(name))
                    .hasSameBinaryContentAs(one.resolve("valley").resolve(name));
        }
        assertThat(Files.readAllLines(one.resolve("valley/sweep.csv")))
                .hasSize(10)
                .element(2)
                .asString()
                .startsWith("1,0,0,0.00316227766017,0.00316227766017,complete,100,");
        JsonNode json =
                new ObjectMapper().readTree(one.resolve("valley/sweep.json").toFile());
        assertThat(json.get("points")).hasSize(9);
        assertThat(json.get("points").get(8).get("set").get("epsilon").textValue())
                .isEqualTo("0.01");
        assertThat(json.get("verdict").textValue()).isEqualTo("HOLDS");
    }

    @Test
    void aClaimThatFailsSomewhereIsTheExitStatus() throws IOException {
        List<String> claims = List.of("--claim", "coupling.constant", "--claim", "condition.eigengap");
        Outcome failing =
                sweep(VALLEY.replace("at_most = 10", "at_most = 4"), with(GRID, claims.toArray(String[]::new)));
        assertThat(failing.status()).isEqualTo(ExitStatus.FAILS);
        assertThat(failing.out())
                .containsPattern("FAILS +claim coupling.constant +[1-9] +- +- +[1-9] +-\n")
                .containsPattern("HOLDS +claim condition.eigengap +9 +- +- +- +-\n")
                .containsPattern(
                        "FAILS +8 +complete +1 +0.01 [^\n]*\n +claim coupling.constant: computed [\\d.]+, expected at most 4");
        Outcome holding =
                sweep(VALLEY.replace("at_most = 10", "at_most = 100"), with(GRID, claims.toArray(String[]::new)));
        assertThat(holding.status()).isEqualTo(ExitStatus.HOLDS);
    }

    @Test
    void pointsWithoutAnswerAreRowsAndTheExitStatus() throws IOException {
        Outcome outcome = sweep(
                VALLEY, List.of("--grid", "epsilon=-1e-2:1e-2:3", "--quantity", "loss.constant", "--format", "csv"));
        assertThat(outcome.status()).isEqualTo(ExitStatus.UNDECIDED);
        List<CSVRecord> rows = rows(outcome.out());
        assertThat(rows).extracting(row -> row.get("status")).element(2).isEqualTo("complete");
        assertThat(rows.get(1).get("status")).isEqualTo("not applicable");
        assertThat(rows.get(1).get("loss.constant")).isEmpty();
        assertThat(rows.get(1).get("reason")).isNotEmpty();
        assertThat(outcome.out()).doesNotContain("NaN");
    }

    @Test
    void aClaimThatDoesNotApplyIsUndecidedNotFailed() throws IOException {
        Outcome outcome = sweep(VALLEY, List.of("--grid", "epsilon=0:1e-2:2", "--claim", "conclusion.coupling"));
        assertThat(outcome.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(outcome.out()).containsPattern("NOT APPLICABLE +claim conclusion.coupling +1 +1 +- +- +-\n");
    }

    @Test
    void invalidPointsDoNotEndTheSweep() throws IOException {
        Outcome outcome = sweep(VALLEY, List.of("--grid", "eta=0:3/10:2", "--format", "json"));
        assertThat(outcome.status()).isEqualTo(ExitStatus.UNDECIDED);
        JsonNode points = new ObjectMapper().readTree(outcome.out()).get("points");
        assertThat(points.get(0).get("status").textValue()).isEqualTo("invalid");
        assertThat(points.get(0).get("reason").textValue()).contains("eta");
        assertThat(points.get(0).get("quantities").get("steps").isNull()).isTrue();
        assertThat(points.get(1).get("status").textValue()).isEqualTo("complete");
    }

    /** 3 by 3 cells in two heat maps: of the constant and of the claim. */
    @Test
    void thePageDrawsWhatDiffers() throws IOException {
        sweep(
                VALLEY.replace("at_most = 10", "at_most = 4"),
                List.of(
                        "--grid",
                        "zeta=0:1:3",
                        "--grid",
                        "epsilon=0:1e-2:3",
                        "--quantity",
                        "coupling.constant",
                        "--claim",
                        "coupling.constant",
                        "--out",
                        folder.toString()));
        String page = Files.readString(folder.resolve("valley/sweep.html"));
        for (String name : List.of("sweep-coupling-constant", "sweep-claim-coupling-constant")) {
            assertThat(page).contains("<figure id=\"" + name + "\"");
            assertThat(folder.resolve("valley/figures/" + name + ".svg")).isNotEmptyFile();
            assertThat(folder.resolve("valley/figures/" + name + ".png")).isNotEmptyFile();
        }
        assertThat(page.split("<figure ", -1)).hasSize(3);
        assertThat(page).contains("fill:#fde725", "fill:#440154", "fill:var(--ink-vermillion)", "not applicable");
    }

    @Test
    void badUsageIsOneLine() throws IOException {
        assertBad("--grid zeta=1:0:5: FROM is greater than TO; exchange them", "--grid", "zeta=1:0:5");
        assertBad("--grid zetta: not a parameter of the problem; did you mean zeta?", "--grid", "zetta=0:1:5");
        assertBad("Missing required option: '--grid", "--quantity", "alpha");
        assertBad("--jobs 0: a number of points from 1 to 1024", "--grid", "zeta=0:1:5", "--jobs", "0");
        assertBad("--grid zeta: --set fixes this parameter", "--grid", "zeta=0:1:5", "--set", "zeta=1");
    }

    @Test
    void withoutSparkTheErrorTellsHowToBuildIt() throws IOException {
        assumeThat(ServiceLoader.load(Cluster.class)).isEmpty();
        assertBad(
                "--master spark://host:7077: this selfstab was built without Spark; build it with 'mvn -Pspark package",
                "--grid",
                "zeta=0:1:5",
                "--master",
                "spark://host:7077");
        assertBad("--jobs is for this machine", "--grid", "zeta=0:1:5", "--master", "spark://h:1", "--jobs", "2");
    }

    private void assertBad(String message, String... options) throws IOException {
        Outcome outcome = sweep(VALLEY, List.of(options));
        assertThat(outcome.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(outcome.err()).contains(message).hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void anotherSweepInTheSameFolderIsRefusedUntilItIsRestarted() throws IOException {
        List<String> options = List.of("--quantity", "alpha", "--out", folder.toString());
        assertThat(sweep(VALLEY, with(options, "--grid", "zeta=0:1:3")).status())
                .isEqualTo(ExitStatus.HOLDS);
        Outcome refused = sweep(VALLEY, with(options, "--grid", "zeta=0:1:4"));
        assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(refused.err())
                .hasLineCount(1)
                .contains(
                        "sweep.journal: the points of a sweep with grid 'zeta=0:1:3' instead of 'zeta=0:1:4'; --restart");
        assertThat(sweep(VALLEY, with(options, "--grid", "zeta=0:1:4", "--restart"))
                        .status())
                .isEqualTo(ExitStatus.HOLDS);
        assertThat(Files.readAllLines(folder.resolve("valley/sweep.csv"))).hasSize(5);
    }

    /** As a build that computes differently would leave it, of the same version. */
    @Test
    void theJournalOfAProgramWithOtherClassesIsRefused() throws IOException {
        List<String> options = List.of("--grid", "zeta=0:1:3", "--quantity", "alpha", "--out", folder.toString());
        assertThat(sweep(VALLEY, options).status()).isEqualTo(ExitStatus.HOLDS);
        Path journal = folder.resolve("valley/sweep.journal");
        String written = Files.readString(journal);
        String program =
                Pattern.compile("classes [0-9a-f]{16}").matcher(written).replaceFirst("classes 0123456789abcdef");
        assertThat(program).isNotEqualTo(written);
        Files.writeString(journal, program);

        Outcome outcome = sweep(VALLEY, options);
        assertThat(outcome.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(outcome.err())
                .contains("the points of a sweep with program", "classes 0123456789abcdef' instead of");
        assertThat(journal).hasContent(program);
    }

    /** A process that is killed in the middle, and the same command once more. */
    @Test
    void aKilledSweepGoesOnAndGivesTheSameFiles() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("valley.toml"), VALLEY.replace("\"100\"", "\"3000\""));
        List<String> sweep = List.of(
                "sweep",
                file.toString(),
                "--grid",
                "zeta=0:1:30",
                "--quantity",
                "coupling.constant",
                "--quiet",
                "--out");
        Path killed = folder.resolve("killed");
        Path journal = killed.resolve("valley/sweep.journal");
        List<String> kept = KilledProcess.journalAfter(12 + 3, with(sweep, killed.toString()), journal);
        int before = kept.size() - 12;
        assertThat(before).isBetween(3, 29);

        assertThat(run(with(sweep, killed.toString())).status()).isEqualTo(ExitStatus.HOLDS);
        List<String> lines = Files.readAllLines(journal);
        assertThat(lines).startsWith(kept.toArray(String[]::new)).hasSize(12 + 30);
        assertThat(lines.subList(12, 42))
                .extracting(line -> Integer.valueOf(line.substring(0, line.indexOf('\t'))))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 30).boxed().toList());

        Path whole = folder.resolve("whole");
        assertThat(run(with(sweep, whole.toString(), "--jobs", "1")).status()).isEqualTo(ExitStatus.HOLDS);
        for (String name : List.of("sweep.csv", "sweep.json", "sweep.html")) {
            assertThat(killed.resolve("valley").resolve(name))
                    .hasSameBinaryContentAs(whole.resolve("valley").resolve(name));
        }
    }

    @Test
    void aJournalIsNotFollowedThroughALink() throws IOException {
        Path file = Files.writeString(folder.resolve("valley.toml"), VALLEY);
        Path mine = Files.writeString(folder.resolve("mine"), "");
        Path results = Files.createDirectories(folder.resolve("results/valley"));
        for (Path target : List.of(mine, folder.resolve("nowhere"))) {
            Path journal = Files.createSymbolicLink(results.resolve("sweep.journal"), target);
            for (String option : List.of("--quiet", "--restart")) {
                Outcome result = run(List.of(
                        "sweep",
                        file.toString(),
                        "--grid",
                        "zeta=0:1:2",
                        option,
                        "--out",
                        folder.resolve("results").toString()));

                assertThat(result.status()).isEqualTo(ExitStatus.BAD_INPUT);
                assertThat(result.err().lines()).last().asString().contains("sweep.journal: this is a symbolic link");
            }
            Files.delete(journal);
        }
        assertThat(mine).isEmptyFile();
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    /** The start is (sqrt(e/2), S_c + .01) of a valley without skewness: X = 1/2, y = .01, and a/b = 4/5 under this momentum. */
    @Test
    void digitsChangeTheLastOnesOfADoubleAlone() throws IOException {
        String text = ProblemBuilder.of("valley", "y*x^2/2 - epsilon*y")
                        .parameter("eta", "3/10")
                        .parameter("epsilon", "1/1000")
                        .start("x", "sqrt(epsilon/2)")
                        .start("y", "5 + 1/100")
                        .atEdge()
                        .horizon("20")
                        .toml()
                + "[optimizer]\nmethod = \"nesterov\"\nmomentum = \"1/2\"\n";
        List<String> options = new ArrayList<>(List.of(
                "--grid",
                "epsilon=1/1000:1/500:2",
                "--quantity",
                "energy",
                "--quantity",
                "coupling.constant",
                "--format",
                "csv"));
        CSVRecord inDoubles = rows(sweep(text, options).out()).get(0);
        options.addAll(List.of("--precision", "40"));
        CSVRecord inDigits = rows(sweep(text, options).out()).get(0);

        double energy = 0.01 * 0.01 * 0.8 / 1e-3 / 2 + (0.25 - 1 + Math.log(4)) / 2;
        assertThat(Double.parseDouble(inDoubles.get("energy"))).isCloseTo(energy, within(1e-10));
        assertThat(Double.parseDouble(inDigits.get("energy"))).isCloseTo(energy, within(1e-15));
        assertThat(inDigits.get("coupling.constant")).isNotEqualTo(inDoubles.get("coupling.constant"));
        assertThat(Double.parseDouble(inDigits.get("coupling.constant")))
                .isCloseTo(Double.parseDouble(inDoubles.get("coupling.constant")), within(1e-8));
    }

    @Test
    void whatIsComputedInDoublesAloneRefusesDigits() throws IOException {
        Outcome refused =
                sweep(VALLEY, List.of("--grid", "zeta=0:1:2", "--quantity", "limit.sharpness", "--precision", "40"));

        assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(refused.err().lines())
                .containsExactly("--precision: limit.sharpness is computed in double precision alone;"
                        + " leave --precision out, or sweep it by itself");
    }
}
