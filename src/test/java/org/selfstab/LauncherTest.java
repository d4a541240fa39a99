package org.selfstab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's script, with a stand-in for Java that prints what it is asked to do. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final Path LAUNCHER = Path.of("src/main/launcher/selfstab");

    @TempDir
    private Path folder;

    private Path home;
    private Path javaHome;

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectories(folder.resolve("a folder/with spaces")).toRealPath();
        Files.copy(LAUNCHER, home.resolve("selfstab"));
        Files.createFile(home.resolve("selfstab.jar"));
        javaHome = folder.resolve("some java");
        Path java = Files.createDirectories(javaHome.resolve("bin")).resolve("java");
        Files.writeString(
                java, "#!/bin/sh\necho \"pid $$\"\nfor argument in \"$@\"; do echo \"[$argument]\"; done\nexit 3\n");
        makeExecutable(java);
        makeExecutable(home.resolve("selfstab"));
    }

    private static void makeExecutable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What the launcher left behind. */
    private record Result(int status, long pid, List<String> lines) {}

    private Result run(Path launcher, String javaOptions, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("SELFSTAB_JAVA_OPTIONS", javaOptions);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Result(process.exitValue(), process.pid(), output.lines().toList());
    }

    @Test
    void becomesJavaWithTheArgumentsAsTheyAre() throws Exception {
        Result result = run(home.resolve("selfstab"), "-Xmx1g -Xss2m", "verify", "a b.toml", "", "--set=x=1*2");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.lines())
                .containsExactly(
                        "pid " + result.pid(),
                        "[-Xmx1g]",
                        "[-Xss2m]",
                        "[-cp]",
                        "[" + home.resolve("selfstab.jar") + "]",
                        "[org.selfstab.cli.Main]",
                        "[verify]",
                        "[a b.toml]",
                        "[]",
                        "[--set=x=1*2]");
    }

    @Test
    void findsItsJarThroughLinks() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path link = Files.createSymbolicLink(bin.resolve("s"), Path.of("..", "second link"));
        Files.createSymbolicLink(folder.resolve("second link"), home.resolve("selfstab"));

        assertThat(run(link, "", "--help").lines()).contains("[" + home.resolve("selfstab.jar") + "]");
    }

    @Test
    void usesTheClassDataArchiveIfThereIsOne() throws Exception {
        String archive = "[-XX:SharedArchiveFile=" + home.resolve("selfstab.jsa") + "]";
        assertThat(run(home.resolve("selfstab"), "", "verify", "p.toml").lines())
                .doesNotContain(archive);

        Files.createFile(home.resolve("selfstab.jsa"));
        assertThat(run(home.resolve("selfstab"), "", "verify", "p.toml").lines())
                .contains(archive, "[-Xshare:auto]", "[-Xlog:all=error,cds*=off:stderr]", "[-XX:+UseParallelGC]");
    }

    /** Short work is compiled once; what may take minutes is compiled well. */
    @Test
    void onlyLongWorkHasTheSecondCompiler() throws Exception {
        String once = "[-XX:TieredStopAtLevel=1]";
        String well = "[-XX:Tier4BackEdgeThreshold=800000]";
        for (String[] command : new String[][] {
            {"verify", "p.toml"},
            {"derive", "p.toml"},
            {"sweep", "p.toml", "--grid", "zeta=0:1:20", "--grid=eta=1/100:1/10:5:log"}
        }) {
            assertThat(run(home.resolve("selfstab"), "", command).lines())
                    .as(String.join(" ", command))
                    .contains(once)
                    .doesNotContain(well);
        }
        for (String[] command : new String[][] {
            {"verify", "p.toml", "--precision", "50"},
            {"verify", "--precision=50", "p.toml"},
            {"certify", "p.toml"},
            {"sweep", "p.toml", "--grid", "zeta=0:1:11", "--grid=eta=1/100:1/10:10:log"},
            {"sweep", "p.toml", "--grid", "zeta=0:1:08"},
            {"sweep", "p.toml", "--grid", "zeta=0:1:5", "--precision", "50"},
            {"shell"}
        }) {
            assertThat(run(home.resolve("selfstab"), "", command).lines())
                    .as(String.join(" ", command))
                    .contains(well)
                    .doesNotContain(once);
        }
    }

    /** Arrays or data in the problem file: loops that only the second compiler vectorises. */
    @Test
    void largeNetworksHaveBothCompilersAsTheyAre() throws Exception {
        Files.writeString(home.resolve("points.csv"), "x,y\n" + "0.125,0.25\n".repeat(400));
        for (String text : List.of(
                "variables = [\"W[1..5,1..13]\", \"b\"]\n",
                "variables = [\"W[1..40]\",\n  \"b[1..40]\"]\n",
                "[data]\nfile = \"points.csv\"\n",
                "[data.inline]\nx = [" + "0.125, ".repeat(600) + "1]\n",
                "variables = [\"W[1..8,1..3]\"]\n[run]\nhorizon = \"10000\"\n")) {
            assertThat(verifying(text)).as(text).satisfies(LauncherTest::areOfBothCompilers);
        }
        Path small = Files.writeString(home.resolve("small.toml"), "variables = [\"W[1..8,1..3]\"]\n");
        for (String command : List.of("certify", "family", "sweep")) {
            assertThat(run(home.resolve("selfstab"), "", command, small.toString())
                            .lines())
                    .as(command)
                    .satisfies(LauncherTest::areOfBothCompilers);
        }
        assertThat(run(home.resolve("selfstab"), "", "verify", small.toString(), "--precision", "50")
                        .lines())
                .satisfies(LauncherTest::areOfBothCompilers);
    }

    @Test
    void smallNetworksAreCompiledOnce() throws Exception {
        Files.writeString(home.resolve("points.csv"), "x,y\n" + "0.125,0.25\n".repeat(16));
        for (String text : List.of(
                "variables = [\"x\"]\n",
                "variables = [\"W[1..8,1..2]\", \"b[1..8]\", \"a[1..8]\", \"c\"]\n[run]\nhorizon = \"1000\"\n",
                "# [1..100]\n[data]\nfile = \"points.csv\"\n")) {
            assertThat(verifying(text)).as(text).contains("[-XX:TieredStopAtLevel=1]");
        }
    }

    /** The launcher looks into files only, and tells nothing of its own about what it cannot read: that is the program's task. */
    @Test
    void foldersNamedLikeProblemsAreLeftToTheProgram() throws Exception {
        Path directory = Files.createDirectory(home.resolve("folder.toml"));
        assertThat(run(home.resolve("selfstab"), "", "verify", directory.toString())
                        .lines())
                .contains("[-XX:TieredStopAtLevel=1]")
                .noneMatch(line -> line.startsWith("grep"));
    }

    /** To awk, a word with an equals sign is an assignment, and without a file it would read standard input. */
    @Test
    void equalsSignsInTheNamesOfFilesAreNoAssignments() throws Exception {
        Files.writeString(home.resolve("eta=1.toml"), "variables = [\"W[1..5,1..13]\", \"b\"]\n");

        assertThat(run(home.resolve("selfstab"), "", "verify", "eta=1.toml").lines())
                .satisfies(LauncherTest::areOfBothCompilers);
    }

    private List<String> verifying(String text) throws Exception {
        Path problem = Files.writeString(home.resolve("problem.toml"), text);
        return run(home.resolve("selfstab"), "", "verify", problem.toString(), "--quiet")
                .lines();
    }

    private static void areOfBothCompilers(List<? extends String> options) {
        assertThat(options).anyMatch("[-XX:+UseParallelGC]"::equals);
        assertThat(options).noneMatch(option -> option.contains("Tier") || option.contains("Inline"));
    }

    /** The stand-in makes no archive; what it says is kept, and no later start tries again unless the jar is newer. */
    @Test
    void anInstallationMakesItsArchivesOnce() throws Exception {
        Files.copy(LAUNCHER.resolveSibling("archives.sh"), home.resolve("archives.sh"));
        Path reason = home.resolve("no-archives");

        run(home.resolve("selfstab"), "", "verify", "p.toml");
        awaitText(reason, "no class-data archive");
        // What Java said is the last that is written there.
        awaitText(reason, "-XX:DumpLoadedClassList");
        Files.writeString(reason, "not tried again");
        run(home.resolve("selfstab"), "", "verify", "p.toml");
        Thread.sleep(200);
        assertThat(reason).hasContent("not tried again");

        Files.setLastModifiedTime(
                home.resolve("selfstab.jar"),
                FileTime.from(Files.getLastModifiedTime(reason).toInstant().plusSeconds(60)));
        run(home.resolve("selfstab"), "", "verify", "p.toml");
        awaitText(reason, "no class-data archive");
    }

    private static void awaitText(Path file, String text) throws Exception {
        for (int i = 0;
                i < 300 && !(Files.exists(file) && Files.readString(file).contains(text));
                i++) {
            Thread.sleep(50);
        }
        assertThat(file).content().contains(text);
    }

    @Test
    void computerAlgebraHasAnArchiveOfItsOwn() throws Exception {
        Files.createFile(home.resolve("selfstab.jsa"));
        Files.createFile(home.resolve("selfstab-algebra.jsa"));
        String archive = "[-XX:SharedArchiveFile=" + home.resolve("selfstab-algebra.jsa") + "]";

        assertThat(run(home.resolve("selfstab"), "", "derive", "p.toml").lines())
                .contains(archive);
        assertThat(run(home.resolve("selfstab"), "", "verify", "p.toml").lines())
                .doesNotContain(archive);
    }

    @Test
    void runsWithoutFilesHaveAnArchiveOfTheirOwn() throws Exception {
        Files.createFile(home.resolve("selfstab.jsa"));
        Files.createFile(home.resolve("selfstab-verify.jsa"));
        String archive = "[-XX:SharedArchiveFile=" + home.resolve("selfstab-verify.jsa") + "]";

        for (String[] arguments : new String[][] {{"verify", "p.toml"}, {"check", "p.toml", "--format", "json"}}) {
            assertThat(run(home.resolve("selfstab"), "", arguments).lines())
                    .as(String.join(" ", arguments))
                    .contains(archive);
        }
        for (String[] arguments : new String[][] {
            {"verify", "p.toml", "--out", "results"},
            {"verify", "p.toml", "--out=results"},
            {"verify", "p.toml", "--precision", "50"},
            {"verify", "--cross-check", "p.toml"},
            {"family", "p.toml"}
        }) {
            assertThat(run(home.resolve("selfstab"), "", arguments).lines())
                    .as(String.join(" ", arguments))
                    .doesNotContain(archive);
        }
    }

    @Test
    void helpHasAnArchiveOfItsOwnAndNoSecondCompiler() throws Exception {
        Files.createFile(home.resolve("selfstab.jsa"));
        Files.createFile(home.resolve("selfstab-help.jsa"));
        String archive = "[-XX:SharedArchiveFile=" + home.resolve("selfstab-help.jsa") + "]";

        for (String[] arguments : new String[][] {{}, {"help"}, {"--version"}, {"verify", "--help"}}) {
            assertThat(run(home.resolve("selfstab"), "", arguments).lines())
                    .contains(archive, "[-XX:+UseSerialGC]", "[-XX:TieredStopAtLevel=1]");
        }
        assertThat(run(home.resolve("selfstab"), "", "verify", "help").lines())
                .doesNotContain(archive, "[-XX:+UseSerialGC]");
    }

    /** Java would take the first file that it opens for the input. */
    @Test
    void aClosedInputIsEmpty() throws Exception {
        Path java = javaHome.resolve("bin/java");
        Files.writeString(java, "#!/bin/sh\nreadlink /proc/$$/fd/0\n");
        makeExecutable(java);
        Path closing = home.resolve("closing");
        Files.writeString(closing, "#!/bin/sh\nexec ./selfstab \"$@\" <&-\n");
        makeExecutable(closing);

        assertThat(run(closing, "", "shell").lines()).containsExactly("/dev/null");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Files.delete(home.resolve("selfstab.jar"));
        assertThat(run(home.resolve("selfstab"), "", "--help").lines())
                .singleElement()
                .asString()
                .contains("selfstab.jar", "mvn package");

        Files.delete(javaHome.resolve("bin/java"));
        Result result = run(home.resolve("selfstab"), "", "--help");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.lines()).singleElement().asString().contains("no Java at", "JAVA_HOME");
    }
}
