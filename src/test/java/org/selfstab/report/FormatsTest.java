package org.selfstab.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.cli.Main;

/** Every command in every format: it begins with the sentence on what was found, and is sound whatever a stranger's title is. */
class FormatsTest {

    private static final String HOSTILE = "<script>alert(1)</script> & 100% of $x_1$ | *a* \\\\end{document}";

    private static final List<String> COMMANDS = List.of(
            "verify PROBLEM --horizon 20",
            "check PROBLEM --horizon 20",
            "family PROBLEM --sweep epsilon=1e-2,5e-3 --horizon 20",
            "ode PROBLEM --horizon 40",
            "ode PROBLEM --horizon 20 --sweep epsilon=1/100,1/200,1/400",
            "derive PROBLEM --at x=0 --at y=2/eta",
            "certify PROBLEM --horizon 2",
            "certify PROBLEM --horizon 2 --sweep epsilon=1/100,1/200",
            "certify-box PROBLEM --box x=0:0 --box y=6:7 --claim alpha>0 --claim eta_sharpness<2",
            "certify-cycle PROBLEM",
            "recheck CERTIFICATES/certificate.json",
            "recheck CERTIFICATES/family-certificate.json",
            "sweep PROBLEM --grid zeta=0:1:2 --quantity alpha --quantity stages --claim condition.eigengap",
            "test PROBLEM STATEMENTS --mutate",
            "theory STATEMENTS");

    private static final int WIDTH = 100;

    @TempDir
    private static Path folder;

    /** The summary that a command's JSON states. */
    private static final Map<String, String> SUMMARIES = new HashMap<>();

    private enum Check {
        TEXT {
            @Override
            void of(String command, String out, String summary) {
                List<String> lines = out.lines().toList();
                assertThat(lines.get(0)).endsWith(": " + summary);
                assertThat(lines.subList(1, lines.size()))
                        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(widest(line)));
                assertThat(lines.stream()
                                .filter(line -> line.strip().matches("[^\\d]{50,}"))
                                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                        .allSatisfy((line, times) -> assertThat(times).as(line).isLessThan(3L));
                assertThat(out).contains("\n  evidence: ");
            }

            /** A word without blanks may be as long as it is. */
            private int widest(String line) {
                return Arrays.stream(line.strip().split(" ", -1))
                        .mapToInt(word -> word.length()
                                + line.length()
                                - line.stripLeading().length())
                        .reduce(WIDTH, Math::max);
            }
        },
        LATEX {
            @Override
            void of(String command, String out, String summary) {
                LatexSyntax.assertWellFormed(out);
                assertThat(out.lines()).anyMatch(line -> line.startsWith("% ") && line.endsWith(": " + summary));
                assertThat(out).contains("\\begin{tabular}", "\\bottomrule", "evidence: ");
            }
        },
        MARKDOWN {
            @Override
            void of(String command, String out, String summary) {
                List<String> lines = out.lines().toList();
                assertThat(lines.get(0))
                        .startsWith("<!-- Written by the program. To renew: selfstab " + command.split(" ", -1)[0])
                        .endsWith(" --format markdown -->");
                assertThat(lines.get(2)).startsWith("# ");
                assertThat(lines.get(4).replace("\\", ""))
                        .matches("(\\*\\*[A-Z ]+\\*\\* )?" + Pattern.quote(summary.replace("\\", "")));
                assertThat(out).doesNotContainPattern("(?<!\\\\)<script").contains("\nEvidence: ");
                for (String table : out.split("\n(?!\\|)", -1)) {
                    assertThat(table.lines()
                                    .filter(line -> line.startsWith("|"))
                                    .map(line -> line.split("(?<!\\\\)\\|", -1).length)
                                    .distinct())
                            .as(table)
                            .hasSizeLessThan(2);
                }
            }
        },
        HTML {
            @Override
            void of(String command, String out, String summary) {
                assertThat(out)
                        .startsWith("<!DOCTYPE html>")
                        .contains("<dt>summary</dt>", "<p>Evidence: ")
                        .doesNotContain("<script>alert");
                String facts = out.substring(out.indexOf("<dt>summary</dt><dd>"), out.indexOf("</dl>"));
                assertThat(facts.replace("&#61;", "=")
                                .replace("&gt;", ">")
                                .replace("&lt;", "<")
                                .replace("&#39;", "'"))
                        .contains("<dd>" + summary + "</dd>");
            }
        },
        JSON {
            @Override
            void of(String command, String out, String summary) throws IOException {
                JsonNode json = new ObjectMapper().readTree(out);
                assertThat(json.get("schema").textValue()).matches("selfstab/[a-z-]+/\\d+");
                assertThat(json.at("/run/command").textValue()).isEqualTo(command.split(" ", -1)[0]);
                assertThat(summary).isNotBlank();
            }
        },
        CSV {
            @Override
            void of(String command, String out, String summary) throws IOException {
                try (CSVParser parser = CSVParser.parse(
                        out,
                        CSVFormat.RFC4180
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get())) {
                    assertThat(parser.getHeaderNames())
                            .hasSizeGreaterThan(1)
                            .doesNotHaveDuplicates()
                            .noneMatch(String::isBlank);
                    assertThat(parser.getRecords()).isNotEmpty().allMatch(CSVRecord::isConsistent);
                }
            }
        };

        abstract void of(String command, String out, String summary) throws IOException;
    }

    @BeforeAll
    static void writeAndCertify() throws IOException {
        Path problems = Files.createDirectory(folder.resolve("problems"));
        String valley = Files.readString(Path.of("examples/sharp-valley.toml"))
                .replaceFirst("(?m)^title .*$", Matcher.quoteReplacement("title = '" + HOSTILE + "'"))
                .replaceFirst("(?m)^source .*$", Matcher.quoteReplacement("source = '" + HOSTILE + "'"));
        Files.writeString(problems.resolve("valley.toml"), valley);
        Path statements = Files.createDirectory(folder.resolve("statements"));
        String statement = Files.readString(Path.of("theory/edge-of-stability.toml"))
                .replaceFirst("(?m)^title .*$", Matcher.quoteReplacement("title = '" + HOSTILE + "'"))
                .replaceFirst("(?m)^depends .*$", "depends = []");
        Files.writeString(statements.resolve("edge-of-stability.toml"), statement);
        Files.writeString(
                statements.resolve("wrong.toml"),
                statement
                        .replace("\"edge-of-stability\"", "\"wrong\"")
                        .replaceFirst("(?m)^right( *)= \"", "right$1= \"1 + "));
        run("certify PROBLEM --horizon 2 --out FOLDER", "text");
        run("certify PROBLEM --horizon 2 --sweep epsilon=1/100,1/200 --out FOLDER", "text");
    }

    /** The text of {@code generate} is the problem file. */
    static Stream<Arguments> everyCommandInEveryFormat() {
        Stream<Arguments> generated = Arrays.stream(Check.values())
                .filter(check -> check != Check.TEXT)
                .map(check -> Arguments.of("generate --alpha 1/10000 --seed 3", check));
        return Stream.concat(
                COMMANDS.stream()
                        .flatMap(command -> Arrays.stream(Check.values()).map(check -> Arguments.of(command, check))),
                generated);
    }

    @ParameterizedTest
    @MethodSource("everyCommandInEveryFormat")
    void beginsWithTheVerdictAndIsSound(String command, Check check) throws IOException {
        String summary = SUMMARIES.computeIfAbsent(command, FormatsTest::summary);
        check.of(command, run(command, check.name().toLowerCase(Locale.ROOT)), summary);
    }

    private static String summary(String command) {
        try {
            return new ObjectMapper()
                    .readTree(run(command, "json"))
                    .get("summary")
                    .textValue();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String run(String command, String format) {
        String quiet = command.startsWith("generate") ? "" : " --quiet";
        String[] arguments = Arrays.stream((command + quiet + " --format " + format).split(" ", -1))
                .map(word -> word.replaceFirst("^PROBLEM$", "FOLDER/problems/valley.toml")
                        .replaceFirst("^STATEMENTS$", "FOLDER/statements")
                        .replaceFirst("^CERTIFICATES", "FOLDER/valley")
                        .replaceFirst("^FOLDER", Matcher.quoteReplacement(folder.toString())))
                .toArray(String[]::new);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
        assertThat(status).as(err.toString()).isIn(0, 1, 3);
        return out.toString();
    }
}
