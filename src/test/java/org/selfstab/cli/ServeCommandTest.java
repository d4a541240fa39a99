package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own, asked by the launcher. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeCommandTest {

    private static final List<String> COMMANDS = List.of(
            "verify examples/sharp-valley.toml --quiet",
            "verify examples/sharp-valley.toml --set epsilon=1e-4 --projection linearised --frame ambient --quiet",
            "verify nowhere.toml",
            "check examples/scalar-product.toml --format json --quiet",
            "verify examples/sharp-valley.toml --nope",
            "--help");

    @TempDir
    private Path folder;

    private Path launcher;
    private Process server;

    /** A jar that leads to the classes of the tests, and the launcher beside it. */
    @BeforeEach
    void install() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home")).toRealPath();
        launcher = Files.copy(Path.of("src/main/launcher/selfstab"), home.resolve("selfstab"));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
        try (OutputStream jar = Files.newOutputStream(home.resolve("selfstab.jar"))) {
            new JarOutputStream(jar, manifest).close();
        }
        Files.createSymbolicLink(folder.resolve("examples"), Path.of("examples").toAbsolutePath());
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
    }

    /** With the usual signals: tests that run in the background may have been told to ignore some, which a shell cannot change. */
    private ProcessBuilder command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=HUP,INT,TERM", launcher.toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    private Result run(String arguments) throws IOException, InterruptedException {
        return Result.of(folder, "", command(List.of(arguments.split(" "))));
    }

    private void serve() throws IOException {
        server = command(List.of("serve")).redirectErrorStream(true).start();
        assertThat(server.inputReader(StandardCharsets.UTF_8).readLine())
                .isEqualTo("ready for commands in this folder; Ctrl-C or selfstab serve --stop ends this");
    }

    @AfterEach
    void end() {
        if (server != null) {
            server.destroyForcibly();
        }
    }

    private Path serverFolder() {
        return folder.resolve(".selfstab-server");
    }

    @Test
    void commandsPrintAndEndAsInProcessesOfTheirOwn() throws Exception {
        Map<String, Result> alone = new LinkedHashMap<>();
        for (String command : COMMANDS) {
            alone.put(command, run(command));
        }
        assertThat(alone.values()).extracting(Result::status).contains(0, 2, 3);

        serve();
        for (String command : COMMANDS) {
            assertThat(run(command)).as(command).isEqualTo(alone.get(command));
        }
        assertThat(run("serve").err()).contains("a server of this folder runs already");
        assertThat(run("serve --stop")).isEqualTo(new Result(0, "", ""));
        assertThat(server.waitFor()).isZero();
        assertThat(serverFolder()).doesNotExist();
    }

    @Test
    void anInterruptedCommandRemovesItsUnfinishedFiles() throws Exception {
        serve();
        Process client = startLongRun();
        signal("INT", client.pid());
        assertThat(client.waitFor()).isEqualTo(ExitStatus.INTERRUPTED);
        assertThat(client.errorReader(StandardCharsets.UTF_8).lines()).containsExactly("interrupted");
        assertThat(parts()).isZero();
        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void aClientIsToldThatTheServerEnded() throws Exception {
        for (String signal : List.of("TERM", "KILL")) {
            serve();
            Process client = startLongRun();
            signal(signal, server.pid());
            assertThat(client.waitFor()).isEqualTo(ExitStatus.INTERRUPTED);
            assertThat(client.errorReader(StandardCharsets.UTF_8).lines())
                    .containsExactly("selfstab: the server of this folder ended before the command");
            server.waitFor();
            assertThat(Files.exists(serverFolder())).isEqualTo(signal.equals("KILL"));
        }
        assertThat(run("check examples/sharp-valley.toml --quiet").status()).isZero();
    }

    /** A run that would take many minutes, once it has begun to write. */
    private Process startLongRun() throws IOException {
        Process client = command(List.of(
                        "verify",
                        "examples/sharp-valley.toml",
                        "--set",
                        "epsilon=1e-12",
                        "--quiet",
                        "--out",
                        "written"))
                .start();
        while (parts() == 0) {
            assertThat(client.isAlive()).isTrue();
        }
        assertThat(serverFolder().resolve("client")).exists();
        return client;
    }

    private static void signal(String name, long process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor();
    }

    private long parts() throws IOException {
        Path written = folder.resolve("written");
        if (!Files.exists(written)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(written)) {
            return files.filter(file -> file.toString().endsWith(".part")).count();
        }
    }

    @Test
    void withinAShellThereIsNoServer() {
        assertThat(told("serve"))
                .isEqualTo("selfstab serve: a server needs a process of its own; start it outside of the shell\n");
    }

    @Test
    void theTimeWithoutCommandsHasBounds() {
        for (String minutes : List.of("0", "-1", "10081")) {
            assertThat(told("serve", "--idle", minutes))
                    .isEqualTo("selfstab serve: --idle " + minutes
                            + ": give 1 to 10080 minutes; 'selfstab serve --help' shows the usage\n");
        }
    }

    private static String told(String... arguments) {
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(Writer.nullWriter()), new PrintWriter(err), arguments);
        assertThat(status).isEqualTo(ExitStatus.BAD_INPUT);
        return err.toString();
    }
}
