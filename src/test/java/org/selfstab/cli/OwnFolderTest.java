package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No command replaces the files of another problem or of other options without {@code --force}. */
class OwnFolderTest {

    private static final String VALLEY = "examples/sharp-valley.toml";

    @TempDir
    private Path folder;

    private Path valley;
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void copy() throws IOException {
        valley = Files.createDirectories(folder.resolve("a")).resolve("sharp-valley.toml");
        Files.copy(Path.of(VALLEY), valley);
    }

    private int run(String command, String options, String... more) {
        err.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(Arrays.asList(options.split(" ")));
        arguments.addAll(List.of("--out", folder.resolve("out").toString()));
        if (!command.equals("generate")) {
            arguments.add("--quiet");
        }
        arguments.addAll(List.of(more));
        return Main.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments.toArray(String[]::new));
    }

    private Map<Path, String> files() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder.resolve("out"))) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(file, Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    @ParameterizedTest
    @CsvSource({
        "verify, --horizon 4",
        "ode, --horizon 4",
        "descent, --steps 4",
        "certify, --horizon 1",
        "sweep, --grid zeta=1/2:1:2 --horizon 4 --quantity sharpness.constant"
    })
    void theLineAboutOutNamesAllThatIsThere(String command, String options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command, VALLEY, "--out", folder.toString()));
        arguments.addAll(Arrays.asList(options.split(" ")));
        String line = Result.of(arguments.toArray(String[]::new))
                .err()
                .lines()
                .filter(told -> told.startsWith("written: "))
                .findFirst()
                .orElseThrow();
        try (Stream<Path> files = Files.list(folder.resolve("sharp-valley"))) {
            assertThat(line.substring(line.lastIndexOf('(') + 1, line.length() - 1)
                            .split(", "))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verify  | --horizon 4 --set zeta=0  | --horizon 4 --set zeta=1 | with --set zeta=0 and not with --set zeta=1",
                "verify  | --horizon 4 --set zeta=0  | --horizon 4              | with --set zeta=0 and not without --set",
                "verify  | --horizon 4               | --horizon 5              | with --horizon 4 and not with --horizon 5",
                "verify  | --horizon 4               | --horizon 4 --precision 20 | without --precision and not with --precision 20",
                "check   | --horizon 4 --set eta=1/4 | --horizon 4              | with --set eta=1/4 and not without --set",
                "family  | --horizon 9 --sweep epsilon=1/100,1/200 | --horizon 9 --sweep epsilon=1/100,1/300 | with --sweep epsilon=1/100,1/200 and not",
                "ode     | --horizon 30              | --horizon 31             | with --horizon 30 and not with --horizon 31",
                "ode     | --horizon 30 --sweep epsilon=1/100,1/200 | --horizon 30 --sweep zeta=1,2 | with --sweep epsilon=1/100,1/200 and not",
                "certify | --horizon 1               | --horizon 1 --tube 0.02  | without --tube and not with --tube 0.02",
                "certify | --horizon 1 --sweep epsilon=1/100,1/200 | --horizon 1 --sweep zeta=1,2 | with --sweep epsilon=1/100,1/200 and not",
                "derive  | --at y=2/eta              | --at y=2/eta --set zeta=0 | without --set and not with --set zeta=0",
            })
    void anotherRunIsRefused(String command, String first, String second, String difference) throws IOException {
        assertThat(run(command, valley + " " + first)).isIn(0, 1, 3);
        Map<Path, String> before = files();
        assertThat(run(command, valley + " " + second)).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString())
                .contains("out/sharp-valley: the files of another ", difference, "give another --out, or --force")
                .hasLineCount(1);
        assertThat(files()).isEqualTo(before);
        assertThat(run(command, valley + " " + first)).as("the same again").isIn(0, 1, 3);
        assertThat(run(command, valley + " " + second, "--force")).isIn(0, 1, 3);
        assertThat(run(command, valley + " " + first)).isEqualTo(ExitStatus.BAD_INPUT);
    }

    /** What could not be written at the end is not computed. */
    @ParameterizedTest
    @CsvSource({
        "verify,",
        "check,",
        "derive,",
        "ode,",
        "family,",
        "ode,--family",
        "certify,",
        "certify,--family",
        "certify-cycle,",
        "certify-box,--box=x=0:0.001 --box=y=6:7 --claim=alpha>0"
    })
    void aFileIsNoFolder(String command, String options) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        List<String> arguments =
                new ArrayList<>(List.of(command, valley.toString(), "--quiet", "--out", file + "/below"));
        if (options != null) {
            arguments.addAll(List.of(options.split(" ")));
        }
        Result refused = Result.of(arguments.toArray(String[]::new));
        assertThat(refused.status()).as(refused.err()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(refused.err()).startsWith("cannot write " + file).hasLineCount(1);
        assertThat(refused.out()).isEmpty();
        assertThat(file).hasContent("mine");
    }

    /** A sweep has its journal, of which it says more. */
    @Test
    void soIsAnotherSweep() {
        String grid = valley + " --horizon 4 --grid zeta=0:1:2 --set epsilon=1/";
        assertThat(run("sweep", grid + 100)).isIn(0, 1, 3);
        assertThat(run("sweep", grid + 200)).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString()).contains("epsilon").hasLineCount(1);
        assertThat(run("sweep", grid + 200, "--force")).isIn(0, 1, 3);
    }

    @Test
    void anotherProblemOfTheSameNameIsRefusedAndAnEditedOneIsNot() throws IOException {
        Path other = Files.createDirectories(folder.resolve("b")).resolve("sharp-valley.toml");
        Files.writeString(other, Files.readString(valley).replace("zeta    = \"1\"", "zeta    = \"1/3\""));
        assertThat(run("verify", valley + " --horizon 4")).isZero();
        assertThat(run("verify", other + " --horizon 4")).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString()).contains("the files of another run lie here, of " + valley);

        Files.copy(other, valley, StandardCopyOption.REPLACE_EXISTING);
        assertThat(run("verify", valley + " --horizon 4")).as("edited").isZero();
        assertThat(run("verify", other + " --horizon 4")).as("a copy").isZero();
    }

    /** Some figures of ode are those of verify. */
    @Test
    void verifyCheckAndOdeAreOfOneRunAndOtherCommandsWriteBesideThem() throws IOException {
        assertThat(run("verify", valley + " --horizon 30")).isZero();
        Map<Path, String> before = files();
        assertThat(run("check", valley + " --horizon 30 --cross-check")).isIn(0, 1, 3);
        assertThat(files().keySet()).isEqualTo(before.keySet());
        assertThat(run("ode", valley + " --horizon 30")).isIn(0, 3);
        assertThat(run("ode", valley + " --horizon 30 --set zeta=0")).isEqualTo(ExitStatus.BAD_INPUT);
        before = files();
        assertThat(run("derive", valley + " --at y=2/eta --set zeta=0")).isZero();
        assertThat(run("family", valley + " --horizon 9 --sweep epsilon=1/100,1/200"))
                .isIn(0, 1, 3);
        assertThat(files()).containsAllEntriesOf(before);
    }

    @Test
    void aDamagedRecordIsAnotherRuns() throws IOException {
        assertThat(run("verify", valley + " --horizon 4")).isZero();
        Path record = folder.resolve("out/sharp-valley/origin-run.json");
        assertThat(Files.readString(record)).contains("\"--horizon\" : \"4\"", "\"file\" : \"" + valley + "\"");
        for (String damaged : List.of("", "{", "[]", "null", "{\"command\":7}", "{\"options\":null}")) {
            Files.writeString(record, damaged);
            assertThat(run("verify", valley + " --horizon 4")).as(damaged).isEqualTo(ExitStatus.BAD_INPUT);
            assertThat(err.toString())
                    .contains("origin-run.json does not tell of which")
                    .hasLineCount(1);
        }
    }

    /** As folders of older versions are. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verify        | --horizon 4 | run",
                "ode           | --horizon 30 | run",
                "family        | --horizon 9 --sweep epsilon=1/100,1/200 | family",
                "ode           | --horizon 30 --sweep epsilon=1/100,1/200 | ode-family",
                "certify       | --horizon 1 | certify",
                "certify       | --horizon 1 --sweep epsilon=1/100,1/200 | certify-family",
                "certify-cycle | | certify-cycle",
                "certify-box   | --box x=0:0 --box y=6:6 --claim beta<2 | certify-box",
                "derive        | --at y=2/eta | derive"
            })
    void filesWithoutARecordAreAnotherRuns(String command, String options, String files) throws IOException {
        String arguments = options == null ? valley.toString() : valley + " " + options;
        assertThat(run(command, arguments)).isIn(0, 1, 3);
        assertThat(run(command, arguments)).as("the same again").isIn(0, 1, 3);
        Path record = folder.resolve("out/sharp-valley/origin-" + files + ".json");
        Files.delete(record);
        Map<Path, String> before = files();
        assertThat(run(command, arguments)).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString())
                .contains("the files of another " + files + " lie here, as no file beside", "or --force")
                .hasLineCount(1);
        assertThat(files()).isEqualTo(before);
        assertThat(run(command, arguments, "--force")).isIn(0, 1, 3);
        assertThat(record).exists();
        assertThat(run(command, arguments)).as("recorded again").isIn(0, 1, 3);
    }

    @Test
    void anIndexWithoutARecordIsAnotherOne() throws IOException {
        Path second = Files.copy(Path.of("examples/disk-valley.toml"), folder.resolve("a/disk-valley.toml"));
        String both = valley + " " + second;
        Files.writeString(Files.createDirectories(folder.resolve("out")).resolve("index.html"), "my own");
        assertThat(run("verify", both + " --horizon 4")).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString()).contains("as no file beside index.html tells of which");
        assertThat(run("verify", both + " --horizon 4", "--force")).isIn(0, 1, 3);
    }

    @Test
    void anotherIndexIsRefused() throws IOException {
        Path second = Files.copy(Path.of("examples/disk-valley.toml"), folder.resolve("a/disk-valley.toml"));
        String both = valley + " " + second;
        assertThat(run("verify", both + " --horizon 4")).isZero();
        Map<Path, String> before = files();
        assertThat(run("verify", second + " " + valley + " --horizon 4")).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString()).contains("the files of another index lie here, of " + valley);
        assertThat(files()).isEqualTo(before);
        assertThat(run("test", valley.toString())).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString()).contains("the files of another index lie here");
    }

    @Test
    void aGeneratedProblemDoesNotReplaceAnotherText() throws IOException {
        assertThat(run("generate", "--seed 1")).isZero();
        assertThat(run("generate", "--seed 1")).isZero();
        assertThat(run("generate", "--seed 2")).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString()).contains("holds another text").hasLineCount(1);
        assertThat(run("generate", "--seed 2", "--force")).isZero();
    }
}
