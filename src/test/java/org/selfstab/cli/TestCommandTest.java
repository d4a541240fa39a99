package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class TestCommandTest {

    private static final String VALLEY = ProblemBuilder.of("Bare valley", "y*x^2/2 - epsilon*y")
            .parameter("eta", "3/10")
            .parameter("epsilon", "1/100")
            .start("x", "sqrt(2*epsilon)/2")
            .start("y", "2/eta")
            .atEdge()
            .horizon("20")
            .toml();
    private static final String HOLDS = "\"alpha\" = \"epsilon\"";
    private static final String FAILS = "\"alpha\" = \"2*epsilon\"";
    private static final String LOOSE = "\"alpha\" = { at_most = 1 }";

    @TempDir
    private Path folder;

    private record Run(int status, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(
                new PrintWriter(out),
                new PrintWriter(err),
                Stream.concat(Stream.of("test"), Stream.of(arguments)).toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }

    private String write(String name, String expectation) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, VALLEY + (expectation.isEmpty() ? "" : "[expect]\n" + expectation + "\n"));
        return file.toString();
    }

    /** The run is too short for its memory to tell anything, and alpha is zero to rounding. */
    private String writeUndecided(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(
                file,
                VALLEY.replace("- epsilon*y", "") + "[expect]\n\"condition.progressive_sharpening\" = \"holds\"\n");
        return file.toString();
    }

    @Test
    void theVerdictAndThenARowForEachClaim() throws IOException {
        String a = write("a.toml", HOLDS + "\n\"edge.reached\" = \"holds\"");
        Run run = run(a);
        assertThat(run.status()).isEqualTo(ExitStatus.HOLDS);
        assertThat(run.lines())
                .startsWith("Claims of " + a + ": 1 file, 2 claims: 2 pass")
                .containsSequence(
                        "  Bare valley",
                        "  file     " + a,
                        "  outcome  claim         computed  expected",
                        "  pass     alpha         0.01      epsilon = 0.01 within 1e-11",
                        "  pass     edge.reached  holds     holds");
        assertThat(run.err().lines()).containsExactly(a + " (of 1): 2 passed of 2");
    }

    @Test
    void theStatusIsTheWorst() throws IOException {
        String passing = write("a.toml", HOLDS);
        String failing = write("b.toml", FAILS);
        String undecided = writeUndecided("c.toml");
        String misspelt = write("d.toml", "\"alhpa\" = 1");
        assertThat(run(passing).status()).isEqualTo(ExitStatus.HOLDS);
        assertThat(run(passing, undecided).status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(run(passing, undecided, failing).status()).isEqualTo(ExitStatus.FAILS);
        Run all = run(folder.toString(), "--quiet");
        assertThat(all.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(all.err().lines())
                .containsExactly(misspelt + ":14:1: unknown expectation alhpa; did you mean alpha?");
        assertThat(all.lines().get(0))
                .endsWith(": 4 files, 3 claims: 1 pass, 1 FAIL (b.toml alpha),"
                        + " 1 undecided (c.toml condition.progressive_sharpening); 1 file with an error");
        assertThat(all.out())
                .contains("  FAIL       " + failing + "  1 FAIL", "  undecided  " + undecided + "  1 undecided")
                .contains("  FAIL     alpha  0.01      2*epsilon = 0.02 within 2e-11\n")
                .contains("unknown expectation alhpa");
    }

    @Test
    void aProblemWithoutExpectationsIsListedButNoPass() throws IOException {
        String silent = write("a.toml", "");
        Run alone = run(silent);
        assertThat(alone.lines())
                .startsWith("Claims of " + silent + ": 1 file, 0 claims; 1 file without [expect]")
                .containsSequence("  no claims", "      no [expect]: nothing is asserted");
        assertThat(alone.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(run(silent, write("b.toml", HOLDS)).status()).isEqualTo(ExitStatus.HOLDS);
    }

    @Test
    void nothingFoundIsAnError() {
        assertThat(run(folder.toString()).status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run(folder.resolve("nowhere").toString()).status()).isEqualTo(ExitStatus.BAD_INPUT);
    }

    @Test
    void aClaimThatCannotFailIsReported() throws IOException {
        String sharp = write("a.toml", HOLDS);
        String loose = write("b.toml", LOOSE);
        assertThat(run("--mutate", sharp).status()).isEqualTo(ExitStatus.HOLDS);
        assertThat(run(loose).status()).isEqualTo(ExitStatus.HOLDS);
        Run mutated = run("--mutate", sharp, loose);
        assertThat(mutated.status()).isEqualTo(ExitStatus.FAILS);
        assertThat(mutated.out())
                .containsPattern(
                        "  pass +alpha +0.01 +at most 1\n      survived: this bound is loose: it still passes as at most 0.1\n");
        assertThat(mutated.lines().get(0)).endsWith(": 2 files, 2 claims: 2 pass; 4 mutants, 1 survived");
    }

    /** What the tests of all examples do in memory, once through the files themselves. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "edge.reached\" .* = \"holds\" | edge.reached\" = \"fails\"",
                "alpha\" .* = \"epsilon\" | alpha\" = \"-epsilon\"",
                "beta\" .* = \"1\" | beta\" = \"1.01\"",
                "at_most = 3 | at_most = \"3/10\"",
                "at_least = 0.95 | at_least = 9.5",
            })
    void anExampleFailsOnceOneOfItsExpectationsIsTurnedAround(String expectation, String turned) throws IOException {
        String text = Files.readString(Path.of("examples/bare-valley.toml"));
        String pattern = expectation.replace(".* ", " *");
        String changed = text.replaceFirst(pattern, turned);
        assertThat(changed).isNotEqualTo(text);
        Path file = folder.resolve("turned.toml");
        Files.writeString(file, changed);
        Run run = run(file.toString(), "--quiet");
        assertThat(run.status()).as(run.out()).isEqualTo(ExitStatus.FAILS);
        assertThat(run.lines().get(0)).contains(" pass, 1 FAIL (turned.toml ").doesNotContain("undecided");
    }

    @Test
    void markdown() throws IOException {
        Path file = folder.resolve("a.toml");
        Files.writeString(
                file,
                "# L has a floor.\n#\n# Shows what *can*\n# be shown.\n\n" + VALLEY + "[expect]\n" + HOLDS
                        + "\n\"beta\" = \"1 + epsilon\"\n\"kappa_3\" = 0\n");
        Run run = run("--format", "markdown", "--quiet", folder.toString());
        assertThat(run.status()).isEqualTo(ExitStatus.FAILS);
        assertThat(run.lines().get(0))
                .contains("selfstab test " + folder.toString().replace('\\', '/'));
        assertThat(run.out())
                .contains("- purpose: Shows what \\*can\\* be shown.\n", "](" + file)
                .contains("**FAIL** 1 file, 3 claims: 2 pass, 1 FAIL (a.toml beta)\n");
        assertThat(run.lines())
                .contains(
                        "| pass | alpha | 0.01 | epsilon = 0.01 within 1e-11 |",
                        "| **FAIL** | beta | 1 | 1 + epsilon = 1.01 within 1e-9 |",
                        "| pass | kappa_3 | 0 | 0 within 1e-9 |");
    }

    @Test
    void json() throws IOException {
        write("a.toml", HOLDS);
        write("b.toml", FAILS);
        Run run = run("--format", "json", "--mutate", folder.toString());
        JsonNode summary = new ObjectMapper().readTree(run.out());
        assertThat(summary.get("summary").textValue())
                .isEqualTo("2 files, 2 claims: 1 pass, 1 FAIL (b.toml alpha); 3 mutants, 0 survived");
        assertThat(summary.at("/run/options").has("--mutate")).isTrue();
        assertThat(summary.get("passed").intValue()).isEqualTo(1);
        assertThat(summary.get("failed").intValue()).isEqualTo(1);
        JsonNode claim = summary.get("files").get(0).get("claims").get(0);
        assertThat(claim.get("name").textValue()).isEqualTo("alpha");
        assertThat(claim.get("outcome").textValue()).isEqualTo("pass");
        assertThat(claim.get("mutants").intValue()).isEqualTo(3);
        assertThat(claim.get("survivors")).isEmpty();
        assertThat(run.err()).contains("a.toml (of 2): 1 passed of 1");
    }

    @Test
    void junitXmlIsWhatContinuousIntegrationReads() throws IOException, ParserConfigurationException, SAXException {
        write("a.toml", HOLDS + "\n" + LOOSE.replace("alpha", "delta").replace("1 }", "10 }"));
        write("b & <b>.toml", FAILS);
        writeUndecided("c.toml");
        write("d.toml", "\"alhpa\" = \"1\u00e9 < & \\\"\"");
        write("e.toml", "");
        Path report = folder.resolve("reports/claims.xml");

        run("--mutate", "--quiet", "--junit-xml", report.toString(), folder.toString());

        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("src/test/resources/junit/report.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(report.toFile()));
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
        assertThat(document.getDocumentElement().getAttribute("tests")).isEqualTo("8");
        assertThat(document.getDocumentElement().getAttribute("failures")).isEqualTo("2");
        assertThat(document.getDocumentElement().getAttribute("errors")).isEqualTo("1");
        assertThat(elements(document, "testsuite"))
                .extracting(suite -> suite.getAttribute("skipped"))
                .containsExactly("0", "0", "1", "0", "1");
        assertThat(elements(document, "failure"))
                .extracting(failure -> failure.getAttribute("message"))
                .containsExactly(
                        "this bound is loose: it still passes as at most 1",
                        "computed 0.01, expected 0.02 within 2.0e-11");
        assertThat(elements(document, "error").get(0).getAttribute("message"))
                .contains(":14:1: unknown expectation alhpa; did you mean alpha?");
        assertThat(elements(document, "skipped"))
                .extracting(skipped -> skipped.getAttribute("message"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("undecided: computed undecided, expected holds"),
                        second -> assertThat(second).isEqualTo("no [expect]: nothing is asserted"));
        assertThat(elements(document, "testcase"))
                .extracting(test -> test.getAttribute("name"))
                .contains("alpha: 0.01 within 1.0e-11", "can fail: alpha: 0.01 within 1.0e-11");
        assertThat(elements(document, "property"))
                .extracting(property -> property.getAttribute("value"))
                .contains("NUMERIC");
    }

    @Test
    void aReportThatCannotBeWrittenIsBadUsage() throws IOException {
        String passing = write("a.toml", HOLDS);
        Run run = run(passing, "--quiet", "--junit-xml", passing + "/report.xml");
        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.err()).startsWith("cannot write " + passing).hasLineCount(1);
    }

    private static List<Element> elements(Document document, String name) {
        var nodes = document.getElementsByTagName(name);
        return Stream.iterate(0, i -> i + 1)
                .limit(nodes.getLength())
                .map(i -> (Element) nodes.item(i))
                .toList();
    }

    /** Where the optimizer ends is computed in doubles, and says so of each claim; the others are judged in 40 digits. */
    @Test
    void digitsAreThoseOfTheRunsOfProblems() throws IOException {
        String file = write("valley.toml", HOLDS + "\n\"limit.sharpness\" = { at_most = 100 }");
        Run digits = run(file, "--quiet", "--precision", "40");

        assertThat(digits.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(digits.out())
                .contains(
                        "1 pass, 1 undecided",
                        "computed in double precision alone; leave --precision out",
                        "numeric runs in 40 digits");
    }
}
