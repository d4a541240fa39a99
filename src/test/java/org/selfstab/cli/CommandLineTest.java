package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.ProblemBuilder;
import picocli.CommandLine;

/** The command line as its user meets it. */
class CommandLineTest {

    private static final String VALLEY = "examples/sharp-valley.toml";

    private static final String CONSTANT = ProblemBuilder.of("a constant", "7")
            .parameter("eta", "1/10")
            .start("x", "1")
            .start("y", "2")
            .atEdge()
            .toml();

    @TempDir
    private Path folder;

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static void assertRefused(Result result, String message) {
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).as(result.err()).hasSize(1);
        assertThat(result.err()).contains(message).doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "derive"})
    void helpHasAnExampleAndEveryOption(String command) {
        Result help = Result.of(command, "--help");

        assertThat(help.status()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .contains("Example:", "selfstab " + command + " examples/", "--set", "--out", "--quiet", "--format");
        assertThat(Result.of("help", command).out()).isEqualTo(help.out());
    }

    /** The list of commands is for finding one; what it does stands in its own help. */
    @Test
    void theListOfCommandsHasOneLineForEach() {
        Map<String, CommandLine> commands = Main.commandLine().getSubcommands();
        List<String> listed = Result.of("--help")
                .out()
                .lines()
                .dropWhile(line -> !line.startsWith("Commands"))
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .toList();

        assertThat(listed).hasSameSizeAs(commands.keySet());
        assertThat(listed)
                .extracting(line -> line.strip().split(" ", 2)[0])
                .containsExactlyElementsOf(commands.keySet());
        assertThat(listed).allMatch(line -> line.endsWith("."));
    }

    @Test
    void everyCommandExplainsItselfWithAnExample() {
        for (String command : Main.commandLine().getSubcommands().keySet()) {
            if (!command.equals("help")) {
                assertThat(Result.of(command, "--help").out())
                        .containsPattern("Examples?:\\R  selfstab " + command + " ")
                        .contains("Usage: selfstab " + command);
            }
        }
    }

    /** A shell completes what was typed by these, and capitals and small letters are two things to it. */
    @Test
    void choicesAreOfferedAsHelpWritesThem() {
        Main.commandLine().getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .filter(option -> option.type().isEnum())
                .forEach(option -> assertThat(option.completionCandidates())
                        .as(option.longestName())
                        .isNotEmpty()
                        .allMatch(
                                choice -> String.join(" ", option.description()).contains(choice)));
    }

    /** Wrapped anywhere else than at a backslash, an example could not be pasted into a terminal. */
    @Test
    void noLineOfAnExampleIsWrapped() {
        Map<String, CommandLine> commands = Main.commandLine().getSubcommands();
        commands.forEach((name, command) -> {
            List<String> shown = Result.of("help", name).out().lines().toList();
            assertThat(shown)
                    .as(name)
                    .containsAll(List.of(command.getCommandSpec().usageMessage().footer()));
        });
    }

    @Test
    void helpNamesCommandsAndExitStatuses() {
        Result help = Result.of("--help");
        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("verify", "derive", "Exit status:", "70", "130", "Example:");
        assertThat(Result.of("--version").out()).startsWith("selfstab ");
        assertThat(Result.of("verify", "--help").out()).contains("--horizon", "--frame", "--projection", "--precision");
    }

    @Test
    void verifyPrintsTheTableAndNothingElse() {
        Result result = Result.of("verify", VALLEY);

        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains("reached the horizon of 166 steps")
                .containsPattern("C_1 +13\\.40")
                .containsPattern("C_L +24\\.56")
                .containsPattern("C_S +39\\.06");
    }

    @Test
    void verifyPrintsJsonThatParses() throws IOException {
        Result result = Result.of("verify", VALLEY, "--format", "json", "--quiet");

        assertThat(new ObjectMapper().readTree(result.out()).get("steps").intValue())
                .isEqualTo(166);
        assertThat(result.err()).isEmpty();
    }

    @Test
    void outWritesItsFilesInAFolderOfTheProblemsName() {
        Result result = Result.of("verify", VALLEY, "--out", folder.toString(), "--horizon", "5");

        assertThat(result.status()).isZero();
        assertThat(folder.resolve("sharp-valley"))
                .isDirectoryContaining("glob:**trajectory.csv")
                .isDirectoryContaining("glob:**summary.json")
                .isDirectoryNotContaining("glob:**.part");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--nope | Unknown option: '--nope'",
                "--horizon 0 | --horizon 0: a number of steps from 1 to",
                "--horizon x | --horizon x: a whole number of at most 2147483647 expected",
                "--precision 5 | a number of digits from 17 to 1000, not '5'",
                "--precision abc | not 'abc'",
                "--frame round | --frame round: one of moving, ambient, generalised expected",
                "--projection none | one of exact, linearised expected",
                "--format xml | one of text, latex, markdown, html, json, csv expected",
                "--set zeta | --set takes NAME=VALUE",
                "--set zetta=1 | did you mean zeta?",
                "--set zeta=1/0 | division by exactly zero",
                "--set zeta= | --set takes NAME=VALUE",
                "--set eta=-1 | it must be positive",
                "--set =1 | --set takes NAME=VALUE, not '=1'",
                "--set zeta=1 --set zeta=2 | --set zeta is given twice; give it once",
                "--set zeta=1 --set=zeta=1 | --set zeta is given twice; give it once",
            })
    void wrongOptionsAreToldInOneLine(String options, String message) {
        String[] words = ("verify " + VALLEY + " " + options).split(" ", -1);
        assertRefused(Result.of(words), message);
    }

    @Test
    void wrongUsageIsToldInOneLine() {
        assertRefused(Result.of(), "Missing required subcommand");
        assertRefused(Result.of("verify"), "Missing required parameter");
        assertRefused(Result.of("verfy"), "did you mean verify");
        assertRefused(Result.of("derive", VALLEY, VALLEY), "Unmatched argument");
        assertRefused(Result.of("derive", VALLEY, "--at", "z=1"), "the variables are x, y");
        assertRefused(Result.of("derive", VALLEY, "--at", "x=1+"), "--at x:1:3: ");
        assertRefused(Result.of("derive", VALLEY, "--at", "x=1/(zeta - 1)"), "--at x:1:1: x has no value: division by");
        assertRefused(Result.of("derive", VALLEY, "--at", "x=log(-zeta)"), "--at x:1:1: x is log(-1), which has no");
        assertRefused(Result.of("derive", VALLEY, "--at", "x=10^400"), "which has no finite real value; it must be");
        assertRefused(Result.of("derive", VALLEY, "--at", "x=0", "--at", "x=1"), "--at x is given twice; give it once");
        assertRefused(Result.of("certify", VALLEY, "--horizon", "0"), "--horizon 0: a number of steps from 1 to");
        assertRefused(Result.of("recheck", "c.json", VALLEY, "--horizon", "-1"), "--horizon -1: a number of steps");
        assertRefused(Result.of("certify", VALLEY, "--tube", "0"), "--tube 0.0: a positive number");
        assertRefused(
                Result.of("recheck", "c.json", VALLEY, "--set", "zeta=0", "--set", "zeta=1"),
                "--set zeta is given twice");
        assertRefused(
                Result.of("family", VALLEY, "--set", "epsilon=1", "--sweep", "epsilon=1/100,1/1000"),
                "--sweep epsilon: --set fixes this parameter");
        assertRefused(
                Result.of("sweep", VALLEY, "--grid", "zeta=0:1:2", "--grid", "zeta=0:1:3"),
                "--grid zeta is given twice");
    }

    @Test
    void noFileIsReadForArguments() throws IOException {
        String file = "@" + write("arguments", "--help");
        assertRefused(Result.of(file), "Unmatched argument at index 0: '" + file + "'");
        assertRefused(Result.of("verify", file), file + ":1:1: no such file");
    }

    @Test
    void unusableFilesAreToldWithTheirPlace() throws IOException {
        assertRefused(Result.of("verify", "nowhere.toml"), "nowhere.toml:1:1: no such file;");
        assertRefused(Result.of("verify", folder.toString()), ":1:1: this is a folder;");
        assertRefused(Result.of("derive", "nowhere.toml"), "nowhere.toml:1:1: no such file;");
        String bad = write("bad.toml", CONSTANT.replace("\"7\"", "\"x + q\""));
        assertRefused(Result.of("verify", bad), bad + ":3:13: ");
    }

    @Test
    void aBadProblemDoesNotKeepTheOthersFromBeingVerified() {
        Result result = Result.of("verify", "nowhere.toml", VALLEY, "--horizon", "5", "--quiet");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("nowhere.toml:1:1: no such file; give the path of a problem file" + System.lineSeparator());
        assertThat(result.out()).contains("reached the horizon of 5 steps");
    }

    @Test
    void problemsOfOneNameDoNotReplaceEachOther() throws IOException {
        Files.createDirectories(folder.resolve("other"));
        String copy = write("other/sharp-valley.toml", Files.readString(Path.of(VALLEY)));
        Result result = Result.of(
                "verify",
                VALLEY,
                copy,
                "--horizon",
                "5",
                "--quiet",
                "--out",
                folder.resolve("out").toString());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).startsWith(copy + ":1:1: its files would replace those of " + VALLEY);
        assertThat(result.out().lines().filter(line -> line.contains("reached the horizon")))
                .hasSize(1);
        assertThat(Result.of("verify", VALLEY, copy, "--horizon", "5", "--quiet")
                        .status())
                .isZero();
    }

    @Test
    void anUnwritableFolderIsTheUsersError() throws IOException {
        String file = write("file", "");

        assertRefused(Result.of("verify", VALLEY, "--quiet", "--horizon", "5", "--out", file), "cannot write " + file);
        Result derived = Result.of("derive", VALLEY, "--at", "x=0", "--quiet", "--out", file);
        assertThat(derived.status()).isEqualTo(2);
        assertThat(derived.err().lines()).hasSize(1);
        assertThat(derived.err()).startsWith("cannot write " + file);
        assertThat(Path.of(file)).hasContent("");
    }

    @Test
    void aRunWithoutAnAnswerIsUndecided() throws IOException {
        String constant = write("constant.toml", CONSTANT);
        Result result = Result.of("verify", constant, VALLEY, "--horizon", "5", "--quiet");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.words()).contains("the top eigenvalue is not simple", "reached the horizon of 5 steps");
    }

    @Test
    void quietKeepsWarningsBack() throws IOException {
        String abs = write("abs.toml", CONSTANT.replace("\"7\"", "\"abs(x)*y\""));

        assertThat(Result.of("verify", abs).err())
                .startsWith("warning: " + abs + ":3:")
                .contains("abs is not smooth");
        assertThat(Result.of("verify", abs).out()).doesNotContain("warning");
        assertThat(Result.of("verify", abs, "--quiet").err()).isEmpty();
    }

    @Test
    void precisionStatesTheDifferenceFromDouble() {
        Result result = Result.of("verify", VALLEY, "--precision", "50", "--horizon", "5", "--quiet");

        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains(
                        "50 digits",
                        "double iterates drift from these by at most",
                        "relative difference of the constants");
    }

    @Test
    void everyFrameWithEveryProjection() {
        for (String frame : new String[] {"moving", "ambient", "generalised"}) {
            for (String projection : new String[] {"exact", "linearised"}) {
                Result result = Result.of(
                        "verify", VALLEY, "--frame", frame, "--projection", projection, "--horizon", "5", "--quiet");
                assertThat(result.status()).isZero();
                assertThat(result.out()).contains(projection + " projection, " + frame + " frame");
            }
        }
    }

    @Test
    void deriveWritesClosedFormsInThreeForms() throws IOException {
        String[] at = {"derive", VALLEY, "--at", "x=0", "--at", "y=2/eta", "--quiet", "--format"};
        Result text = Result.of(append(at, "text"));
        Result json = Result.of(append(at, "json"));
        Result latex = Result.of(append(at, "latex"));

        assertThat(text.status()).isZero();
        assertThat(text.words())
                .contains(
                        " alpha epsilon 0.0100000 ",
                        " beta 1 1.00000 ",
                        " delta sqrt(2*epsilon) 0.141421 ",
                        " self-stabilization ");
        assertThat(new ObjectMapper()
                        .readTree(json.out())
                        .at("/quantities/alpha/closed_form/0")
                        .textValue())
                .isEqualTo("epsilon");
        assertThat(latex.out()).contains("\\begin{tabular}", "$\\alpha$ & $\\epsilon$ & 0.0100000");
        assertThat(text.err() + json.err() + latex.err()).isEmpty();
    }

    private static String[] append(String[] words, String last) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 1);
        all[words.length] = last;
        return all;
    }

    @Test
    void deriveWhereTheGeometryIsUndefinedClaimsNothing() throws IOException {
        String constant = write("constant.toml", CONSTANT);
        Result result = Result.of("derive", constant, "--quiet");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out())
                .contains("no closed form: u is not unique", "numerically undefined")
                .doesNotContain("0 > 0");
        assertThat(Result.of("derive", constant, "--quiet", "--format", "json").status())
                .isEqualTo(3);
        assertThat(Result.of("derive", constant, "--quiet", "--format", "latex").status())
                .isEqualTo(3);
    }

    @Test
    void theWorstStatusIsReported() {
        assertThat(ExitStatus.worst(0, 3)).isEqualTo(3);
        assertThat(ExitStatus.worst(3, 1)).isEqualTo(1);
        assertThat(ExitStatus.worst(1, 2)).isEqualTo(2);
        assertThat(ExitStatus.worst(70, 2)).isEqualTo(70);
        assertThat(ExitStatus.worst(0, 0)).isZero();
    }

    /** The lines of a trace are indented by spaces, which need no escape. */
    @Test
    void aTraceShowsNoEscapedTabs() {
        StringWriter err = new StringWriter();
        CommandLine command = Main.commandLine().setErr(new PrintWriter(err, true));
        int status = new Failures().handleExecutionException(new IllegalStateException("broken"), command, null);
        assertThat(status).isEqualTo(ExitStatus.BUG);
        assertThat(err.toString())
                .contains("please report it: java.lang.IllegalStateException: broken\n", "\n    at org.selfstab.cli.")
                .doesNotContain("\\t", "\t");
    }
}
