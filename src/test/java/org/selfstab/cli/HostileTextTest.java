package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.vocabulary.FreeText;

/** Whatever a stranger's file is called and says, no output moves the cursor, breaks a line or hides what follows. */
class HostileTextTest {

    private static final Path INPUTS = Path.of("src/test/resources/hostile");

    /** In a TOML string: colours, a cursor movement, a right-to-left override, an isolate, zero width, next line, separators, DEL and a tag. */
    private static final String HOSTILE =
            "Mine\\u001b[1E HOLDS\\u202e\\u2066\\u200b\\u200f\\u061c\\u0085\\u2028\\u2029\\u007f\\u009b31m\\U000e0041end";

    private static final String NAME = "a\u001b[31mb\u0007";

    private static final String PROBLEM =
            """
            # A problem.
            #
            # Shows SIGNS are read.

            title = "%s"
            source = "%s"
            variables = ["x", "y"]
            loss = "y*x^2/2 + x^3/2 - e*(x + y)"
            [parameters]
            eta = "3/10"
            e = "1/100"
            [start]
            x = "sqrt(2*e)/2"
            y = "2/eta"
            [run]
            at_edge = true
            horizon = 6
            [family]
            parameter = "e"
            values = ["1/100", "1/500", "1/1000"]
            [expect]
            "alpha" = 7
            "coupling.constant" = { at_most = 20 }
            """.replace("SIGNS", "\u202e that \u2066 comments \u2028").formatted(HOSTILE, HOSTILE);

    private static final String STATEMENT = """
            id = "square"
            kind = "lemma"
            title = "%s"
            statement = "%s\\nin \\u001b[8m two lines"
            latex = "x^2\\u202e"
            source = "%s"
            [[check]]
            type = "identity"
            claim = "%s"
            symbols = ["x"]
            left = "x^2"
            right = "x*x + x"
            """.formatted(HOSTILE, HOSTILE, HOSTILE, HOSTILE);

    @TempDir
    private Path folder;

    private String problem;
    private String out;
    private final StringWriter printed = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        problem = Files.writeString(folder.resolve(NAME + ".toml"), PROBLEM).toString();
        out = folder.resolve("out").toString();
    }

    private int run(String... arguments) {
        PrintWriter both = new PrintWriter(printed);
        int status = Main.run(new ByteArrayInputStream(new byte[0]), both, both, arguments);
        both.flush();
        assertVisible(String.join(" ", arguments), printed.toString());
        return status;
    }

    private static void assertVisible(String what, String text) {
        List<String> hidden = text.lines()
                .filter(line -> line.codePoints().anyMatch(FreeText::isInvisible))
                .map(FreeText::visible)
                .map(line -> line.substring(0, Math.min(line.length(), 300)))
                .toList();
        assertThat(hidden).as(what).isEmpty();
    }

    private void assertFilesVisible() throws IOException {
        assertFilesVisible(folder.resolve("out"));
    }

    private static void assertFilesVisible(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(".png")) {
                    boolean hasTabs = file.toString().endsWith(".journal");
                    String text = Files.readString(file);
                    assertVisible(file.toString(), hasTabs ? text.replace('\t', ' ') : text);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "verify, json, latex",
        "check, json, latex",
        "family, json, latex",
        "ode, json, latex",
        "ode, text, markdown",
        "certify, json, latex",
        "derive, json, latex"
    })
    void noCommandOnAProblemPrintsOrWritesWhatIsHidden(String command, String first, String second) throws IOException {
        assertThat(run(command, problem, "--out", out)).isIn(0, 1, 3);
        assertFilesVisible();
        assertThat(run(command, problem, "--format", first)).isIn(0, 1, 3);
        assertThat(run(command, problem, "--format", second)).isIn(0, 1, 3);
        assertThat(printed.toString())
                .contains("\\u202e")
                .matches(text -> !first.equals("json") || text.contains("\\u202E"));
    }

    @Test
    void neitherDoesASweep() throws IOException {
        assertThat(run("sweep", problem, "--grid", "e=1/100:1/50:2", "--format", "json", "--out", out))
                .isIn(0, 1, 3);
        assertFilesVisible();
    }

    @Test
    void neitherDoCertificatesOfBoxesAndCycles() {
        run("certify-box", problem, "--box", "x=0:0", "--box", "y=6:7", "--claim", "alpha > 0");
        run("certify-cycle", problem);

        assertThat(printed.toString()).contains("\\u202e");
    }

    @Test
    void neitherDoesACertificateNorItsCheck() throws IOException {
        run("certify", problem, "--out", out);
        Path certificate;
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            certificate = files.filter(file -> file.endsWith("certificate.json"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(run("recheck", certificate.toString())).isIn(0, 1);
        assertThat(printed.toString()).contains("\\u202e");
    }

    @Test
    void aForgedLineOfACertificateIsNoLineOfTheOutput() {
        run("recheck", INPUTS.resolve("forged-certificate.json").toString());

        assertThat(printed.toString().lines())
                .noneMatch(line -> line.startsWith("CONFIRMED  HOLDS  coupling.constant: C_1: in [0.05, 0.1]"));
    }

    @Test
    void aTitleThatForgesAVerdictIsShownEscaped() {
        run("verify", INPUTS.resolve("escape-title.toml").toString(), "--horizon", "20");

        assertThat(printed.toString()).startsWith("Mine\\u001b[1E  HOLDS ");
    }

    @Test
    void neitherDoesATestOfClaims() throws Exception {
        Path xml = folder.resolve("out").resolve("claims.xml");
        assertThat(run("test", folder.toString(), "--junit-xml", xml.toString(), "--out", out))
                .isEqualTo(1);
        assertFilesVisible();
        for (String format : List.of("json", "markdown", "latex", "html", "csv")) {
            run("test", folder.toString(), "--format", format);
        }
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(xml.toFile())
                        .getElementsByTagName("testcase")
                        .getLength())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "latex", "markdown", "html"})
    void neitherDoesAStatement(String format) throws IOException {
        Path statements = Files.createDirectory(folder.resolve("statements"));
        Files.writeString(statements.resolve("square.toml"), STATEMENT);

        assertThat(run("theory", statements.toString(), "--format", format)).isEqualTo(1);
        assertThat(printed.toString()).contains("u202");
    }

    @Test
    void jsonKeepsTheTitleExactly() throws IOException {
        run("check", problem, "--format", "json");

        assertThat(new ObjectMapper().readTree(printed.toString()).get("title").asText())
                .startsWith("Mine\u001b[1E HOLDS\u202e")
                .endsWith("\udb40\udc41end");
    }

    @Test
    void whatIsRefusedIsNamedVisibly() throws IOException {
        String hostile = "\u001b[2J\u202e\n";
        run("verify", folder.resolve(hostile + ".toml").toString());
        run("verify", problem, "--set", "e=" + hostile);
        run("verify", problem, "--set", hostile + "=1");
        run("verify", problem, "--" + hostile);
        run("verify", problem, "--format", hostile);
        run("verify", problem, "--horizon", hostile);
        run(hostile);
        run("recheck", folder.resolve(hostile).toString());
        run("recheck", problem);
        run("test", folder.resolve(hostile).toString());
        run("theory", folder.resolve(hostile).toString());
        run("theory", "theory", "--only", hostile);
        run("sweep", problem, "--grid", hostile + "=0:1:2");
        run("sweep", problem, "--grid", "e=" + hostile);
        run("derive", problem, "--at", hostile + "=1");
        run("derive", problem, "--at", "x=" + hostile);
        run("certify-box", problem, "--box", hostile, "--claim", hostile);
        run("certify-box", problem, "--box", "x=0:0", "--box", "y=6:7", "--claim", hostile);
        run("generate", "--violate", hostile);
        run("family", problem, "--sweep", hostile + "=1,2");
        for (String line : List.of(
                "title = \u0001",
                "\"k\\u001b\" = 1",
                "[\"t\\u001b\"]",
                "title = \"a\u001b\"",
                "x\u202e = 1",
                "[expect]\n\"\\u001b\" = 1")) {
            String wrong = Files.writeString(folder.resolve("wrong.toml"), PROBLEM + line + "\n")
                    .toString();
            assertThat(run("verify", wrong)).as(line).isEqualTo(2);
            assertThat(run("test", wrong)).as(line).isEqualTo(2);
        }
        assertThat(printed.toString()).contains("\\u202e").doesNotContain("internal error");
    }

    @Test
    void linesOfAShellAreNamedVisibly() {
        PrintWriter both = new PrintWriter(printed);
        Main.run(
                new ByteArrayInputStream("verify \u001b[31m.toml\n'\u001b\n".getBytes(StandardCharsets.UTF_8)),
                both,
                both,
                "shell");
        both.flush();

        assertVisible("shell", printed.toString());
    }
}
