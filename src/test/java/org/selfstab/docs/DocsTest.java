package org.selfstab.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.cli.Main;
import picocli.CommandLine;

/**
 * The documentation says what the program does. Every command shown is run, in order, page by page, and must end with the status that the
 * page states (0 if none) and print what it shows. Every option named is one, and every link leads to a file.
 *
 * <p>In the pages: a block {@code sh} holds commands, {@code # exit status 1} after one states its end, {@code <<'END'} what it reads, a block {@code text} right after holds its output, in which a line
 * of three dots stands for any number of lines, and … for any part of a line; a block {@code toml NAME} is a file of that name.
 */
class DocsTest {

    /** Commands that tests do not run here, and where they are run instead. */
    private static final Map<String, String> RUN_ELSEWHERE = Map.of(
            "mvn -B -Pcompanion verify", "the build itself",
            "mvn -q package -DskipTests", "the build itself",
            "mvn -Pspark package -DskipTests", "the build itself, with Spark",
            "mvn -q package -DskipTests && python3 src/bench/compare.py", "ComparisonTest, among the long tests",
            "selfstab coq box examples/sharp-valley.toml --box x=-0.001:0.001 --box y=6:7 --box zeta=0.4:0.6 --claim 'alpha > 0' --out results",
                    "CoqCommandTest, where Coq is installed",
            "selfstab test examples theory",
                    "SuiteOfExamplesTest runs every example, StatementsOfTheoryTest every statement");

    /** Pages whose commands another test runs, with their tables. */
    private static final Set<String> TESTED_APART = Set.of("reduced-ode.md");

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9-]*");

    /** A command of the program, if its first group is one, with arguments other than placeholders in capitals. */
    private static final Pattern TYPED = Pattern.compile("selfstab (\\S+) (?!.*\\b[A-Z]{2,}\\b)[^-].*");

    /** Options of other programs. */
    private static final Set<String> FOREIGN_OPTIONS = Set.of("--class");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicNode> everyCommandDoesWhatThePageSays() {
        return Page.all().stream()
                .filter(page -> !TESTED_APART.contains(page.file().getFileName().toString()))
                .map(page -> dynamicContainer(page.file().toString(), steps(page)));
    }

    private Stream<DynamicNode> steps(Page page) {
        Scratch scratch = new Scratch(folder.resolve(page.file().getFileName().toString()));
        List<DynamicNode> steps = new ArrayList<>();
        for (int i = 0; i < page.blocks().size(); i++) {
            Page.Block block = page.blocks().get(i);
            if (block.info().startsWith("toml ")) {
                String name = block.info().substring("toml ".length());
                steps.add(dynamicTest("file " + name, () -> scratch.write(name, block.text())));
            }
            if (block.info().equals("sh")) {
                ShownCommand.of(block, page.blocks().stream().skip(i + 1L).findFirst()).stream()
                        .filter(command -> !RUN_ELSEWHERE.containsKey(command.text()))
                        .forEach(command -> steps.add(dynamicTest(command.toString(), () -> check(command, scratch))));
            }
        }
        return steps.stream();
    }

    private static void check(ShownCommand command, Scratch scratch) {
        List<String> arguments = command.arguments().orElseThrow(() -> new AssertionError("no test runs " + command));
        Scratch.Result result = scratch.run(arguments, command.input());
        assertThat(result.exitStatus()).as(result.err()).isEqualTo(command.exitStatus());
        command.output()
                .ifPresent(shown -> assertThat(result.out() + errors(result)).matches(asPattern(shown)));
    }

    /** What goes to standard error is shown only where nothing else is printed. */
    private static String errors(Scratch.Result result) {
        return result.out().isEmpty() ? result.err() : "";
    }

    private static Pattern asPattern(String shown) {
        StringBuilder pattern = new StringBuilder();
        for (String line : shown.lines().toList()) {
            pattern.append(line.strip().equals("...") ? "(?:.*\\R)*" : ofLine(line) + "\\R?");
        }
        return Pattern.compile(pattern.toString());
    }

    private static String ofLine(String line) {
        return Arrays.stream(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }

    /** {@code mvn site}, which is not part of each build, ends with a failure otherwise. */
    @Test
    void everyPageIsInTheMenuOfTheSite() throws IOException {
        String menu = Files.readString(Path.of("src/site/java/Site.java"));
        assertThat(Page.all())
                .extracting(page -> page.file().toString().replace('\\', '/'))
                .allMatch(file -> menu.contains('"' + file + '"')
                        || menu.contains('"' + file.replaceFirst("^src/site/markdown/(.*)\\.md$", "$1") + '"'));
    }

    @Test
    void aPageThatIsWrongIsCaught() {
        Scratch scratch = new Scratch(folder);
        String loss = "examples/sharp-valley.toml";
        assertCaught("selfstab check " + loss + " --set zeta=1/3   # exit status 1", "...", scratch);
        assertCaught("selfstab derive " + loss, "...\n  alpha       = 3*epsilon/eta\n...", scratch);
        assertCaught("selfstab shell <<'END'\ncheck " + loss + "\ncheck nowhere.toml\nEND", "...", scratch);
        assertCaught("selfstab shell <<'END'\n--version\nEND", "selfstab shell\n", scratch);
        assertCaught("selfstab derives " + loss, "...", scratch);
        assertCaught("sed -i s/zeta/xi/ " + loss, "...", scratch);
    }

    private static void assertCaught(String command, String output, Scratch scratch) {
        Page page = Page.of(Path.of("wrong.md"), "```sh\n" + command + "\n```\n\n```text\n" + output + "\n```\n");
        List<ShownCommand> commands =
                ShownCommand.of(page.blocks().get(0), Optional.of(page.blocks().get(1)));
        assertThat(commands).hasSize(1);
        assertThatThrownBy(() -> check(commands.get(0), scratch)).isInstanceOf(AssertionError.class);
    }

    /** What stands in a line of prose and could be typed as it is stands in a block as well, where it is run. */
    @Test
    void everyWholeCommandWithinProseIsRunToo() {
        Set<String> run = new TreeSet<>(RUN_ELSEWHERE.keySet());
        for (Page page : Page.all()) {
            page.blocks().stream()
                    .filter(block -> block.info().equals("sh"))
                    .flatMap(block -> ShownCommand.of(block, Optional.empty()).stream())
                    .forEach(command -> run.add(command.text()));
        }
        for (Page page : Page.all()) {
            assertThat(run)
                    .as(page.file().toString())
                    .containsAll(page.spans().stream().filter(DocsTest::isTyped).toList());
        }
    }

    private static boolean isTyped(String span) {
        Matcher typed = TYPED.matcher(span);
        return typed.matches() && Main.commandLine().getSubcommands().containsKey(typed.group(1));
    }

    @Test
    void everyOptionNamedIsOne() {
        Set<String> known = new TreeSet<>(FOREIGN_OPTIONS);
        CommandLine program = Main.commandLine();
        program.getSubcommands()
                .values()
                .forEach(command ->
                        known.addAll(command.getCommandSpec().optionsMap().keySet()));
        for (Page page : Page.all()) {
            Stream<String> blocks = page.blocks().stream()
                    .filter(block -> block.info().equals("sh"))
                    .map(Page.Block::text);
            List<String> named = Stream.concat(blocks, page.spans().stream())
                    .flatMap(text -> OPTION.matcher(text).results().map(match -> match.group()))
                    .toList();
            assertThat(known).as(page.file().toString()).containsAll(named);
        }
    }

    @Test
    void everyCommandIsNamedInTheReadmeAndExplainedOnItsPage() {
        for (String page : List.of("README.md", "src/site/markdown/commands.md")) {
            List<String> spans = Page.read(Path.of(page)).spans();
            for (String command : Main.commandLine().getSubcommands().keySet()) {
                if (!command.equals("help")) {
                    assertThat(spans).as(page).anyMatch(span -> span.matches("selfstab " + command + "( .*)?"));
                }
            }
        }
    }

    @Test
    void everyLinkLeadsToAFile() {
        for (Page page : Page.all()) {
            Path parent = Optional.ofNullable(page.file().getParent()).orElse(Path.of(""));
            assertThat(page.links().stream().filter(link -> !link.matches("https?:.*|#.*")))
                    .as(page.file().toString())
                    .allSatisfy(link -> assertThat(Files.exists(parent.resolve(link.replaceFirst("#.*", ""))))
                            .as(link)
                            .isTrue());
        }
    }

    @Test
    void everyPageIsLinked() {
        Set<Path> linked = new TreeSet<>();
        for (Page page : Page.all()) {
            Path parent = Optional.ofNullable(page.file().getParent()).orElse(Path.of(""));
            page.links()
                    .forEach(link -> linked.add(
                            parent.resolve(link.replaceFirst("#.*", "")).normalize()));
        }
        assertThat(linked)
                .containsAll(Page.all().stream()
                        .map(Page::file)
                        .filter(file -> !file.equals(Path.of("README.md")))
                        .toList());
    }
}
