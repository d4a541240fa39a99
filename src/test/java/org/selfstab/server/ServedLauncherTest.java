package org.selfstab.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's script and a server whose commands are stand-ins; where the server is not asked, a stand-in for Java tells so. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServedLauncherTest {

    private static final String OWN_PROCESS = "a process of its own\n";

    @TempDir
    private Path folder;

    private Path home;
    private Path place;
    private ServerFolder server;
    private Thread serving;
    private Duration idle = Duration.ofMinutes(1);

    private final List<Process> clients = new ArrayList<>();

    /** The interrupts that end the server's process. */
    private final CountDownLatch processEnds = new CountDownLatch(1);

    /** The commands that the server has begun. */
    private final BlockingQueue<List<String>> begun = new LinkedBlockingQueue<>();

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectories(folder.resolve("a folder/with spaces")).toRealPath();
        place = Files.createDirectories(folder.resolve("work here"));
        Files.copy(Path.of("src/main/launcher/selfstab"), home.resolve("selfstab"));
        Files.createFile(home.resolve("selfstab.jar"));
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '" + OWN_PROCESS + "'\n");
        for (Path program : List.of(java, home.resolve("selfstab"))) {
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private String jar() {
        return home.resolve("selfstab.jar").toString();
    }

    private void serve() throws Exception {
        serve(jar());
    }

    private void serve(String program) throws Exception {
        server = ServerFolder.take(place);
        CountDownLatch ready = new CountDownLatch(1);
        CommandServer commands = new CommandServer(server, this::run, processEnds::countDown);
        serving = new Thread(() -> serve(commands, program, ready));
        serving.start();
        ready.await();
    }

    private void serve(CommandServer commands, String program, CountDownLatch ready) {
        try {
            commands.serve(program, idle, ready::countDown);
            server.close();
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    @AfterEach
    void stop() throws Exception {
        clients.forEach(Process::destroyForcibly);
        if (serving != null && serving.isAlive()) {
            Path requests = place.resolve(".selfstab-server/requests");
            RequestPipe.tell(requests, Request.INTERRUPT);
            RequestPipe.tell(requests, Request.STOP);
            serving.join();
        }
    }

    /** The stand-ins for commands. */
    private int run(boolean inTerminal, PrintWriter out, PrintWriter err, List<String> arguments) {
        begun.add(arguments);
        return switch (arguments.get(0)) {
            case "tell" -> {
                arguments.forEach(argument -> out.println("[" + argument + "]"));
                err.println(inTerminal ? "in a terminal" : "not in a terminal");
                yield 3;
            }
            case "much" -> {
                out.print("0123456789".repeat(100_000));
                out.flush();
                yield 0;
            }
            case "sleep" -> sleep(err);
            case "go on" -> {
                sleep(err);
                begun.add(List.of("go on after the first"));
                yield sleep(err);
            }
            default -> throw new AssertionError(arguments);
        };
    }

    private static int sleep(PrintWriter err) {
        try {
            Thread.sleep(Long.MAX_VALUE);
            return 0;
        } catch (InterruptedException interrupt) {
            err.println("interrupted");
            return 130;
        }
    }

    /** What a client left behind. */
    private record Result(int status, String out, String err) {}

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(home.resolve("selfstab").toString()));
        command.addAll(List.of(arguments));
        return start(environment, command);
    }

    /** A line for a shell, in which the launcher stands for the gap. */
    private Process shell(String line) throws IOException {
        return start(Map.of(), List.of("sh", "-c", String.format(line, "'" + home.resolve("selfstab") + "'")));
    }

    /** With the usual signals: tests that run in the background may have been told to ignore some, which a shell cannot change. */
    private Process start(Map<String, String> environment, List<String> command) throws IOException {
        List<String> withSignals = new ArrayList<>(List.of("env", "--default-signal=HUP,INT,TERM"));
        withSignals.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(withSignals).directory(place.toFile());
        builder.environment().put("JAVA_HOME", home.toString());
        builder.environment().putAll(environment);
        Process client = builder.start();
        clients.add(client);
        return client;
    }

    /** Started, and told of by a request of its own. */
    private Process startAsking(RequestPipe pipe, String argument) throws IOException {
        Process client = start(Map.of(), argument);
        assertThat(pipe.next()).isEqualTo(Request.RUN);
        return client;
    }

    private static Result end(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), out, err);
    }

    private Result run(String... arguments) throws Exception {
        return end(start(Map.of(), arguments));
    }

    private static void signal(String name, Process process) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private void assertOwnProcess(Result result) {
        assertThat(result).isEqualTo(new Result(0, OWN_PROCESS, ""));
        assertThat(begun).isEmpty();
    }

    @Test
    void withoutAServerACommandIsAProcessOfItsOwn() throws Exception {
        assertOwnProcess(run("tell"));
    }

    @Test
    void theServerGetsTheArgumentsAsTheyAreAndAnswersAsAProcessWould() throws Exception {
        serve();
        for (int time = 0; time < 2; time++) {
            assertThat(run("tell", "a  b", "", "'$x' \\n", "two\nlines", "--set=x=1*2", "über"))
                    .isEqualTo(new Result(
                            3,
                            "[tell]\n[a  b]\n[]\n['$x' \\n]\n[two\nlines]\n[--set=x=1*2]\n[über]\n",
                            "not in a terminal\n"));
        }
        assertThat(place.resolve(".selfstab-server/client")).doesNotExist();
    }

    @Test
    void muchOutputArrivesWhole() throws Exception {
        serve();
        assertThat(run("much")).isEqualTo(new Result(0, "0123456789".repeat(100_000), ""));
    }

    @Test
    void whileOneCommandRunsAnotherIsAProcessOfItsOwn() throws Exception {
        serve();
        Process first = start(Map.of(), "sleep");
        begun.take();
        assertOwnProcess(run("tell"));
        signal("INT", first);
        assertThat(end(first)).isEqualTo(new Result(130, "", "interrupted\n"));
    }

    @Test
    void anInterruptEndsTheCommandAndNotTheServer() throws Exception {
        serve();
        for (String signal : List.of("INT", "TERM", "HUP")) {
            Process client = start(Map.of(), "sleep");
            begun.take();
            signal(signal, client);
            assertThat(end(client)).isEqualTo(new Result(130, "", "interrupted\n"));
        }
        assertThat(run("tell").status()).isEqualTo(3);
        assertThat(processEnds.getCount()).isEqualTo(1);
    }

    @Test
    void aSecondInterruptEndsTheServersProcess() throws Exception {
        serve();
        Process client = start(Map.of(), "go on");
        begun.take();
        signal("INT", client);
        begun.take();
        signal("INT", client);
        processEnds.await();
        assertThat(end(client)).isEqualTo(new Result(130, "", "interrupted\ninterrupted\n"));
    }

    @Test
    void aKilledClientMakesRoomForOthers() throws Exception {
        serve();
        Path client = place.resolve(".selfstab-server/client");
        Process killed = new ProcessBuilder("true").start();
        killed.waitFor();
        Files.createDirectory(client);
        Files.writeString(client.resolve("arguments"), killed.pid() + "\0plain\0tell\0");
        while (Files.exists(client)) {
            Thread.onSpinWait();
        }
        assertThat(run("tell").status()).isEqualTo(3);
    }

    @Test
    void outputThatNobodyTakesKeepsNobodyWaiting() throws Exception {
        serve();
        for (String closed : List.of(">&-", "2>&-", ">&- 2>&-", ">/dev/full")) {
            Process shell = shell("%s much " + closed);
            assertThat(end(shell).err()).isEmpty();
            assertThat(shell.exitValue()).isZero();
            assertThat(begun.poll()).containsExactly("much");
        }
        assertThat(run("tell").status()).isEqualTo(3);
    }

    @Test
    void aRequestWithoutACallIsNone() throws Exception {
        serve();
        RequestPipe.tell(place.resolve(".selfstab-server/requests"), Request.RUN);
        assertThat(run("tell").status()).isEqualTo(3);
    }

    @Test
    void aCommandThatComesWhileTheServerEndsIsAProcessOfItsOwn() throws Exception {
        Process client;
        try (ServerFolder ending = ServerFolder.take(place)) {
            client = startAsking(ending.open(jar()), "tell");
        }
        assertOwnProcess(end(client));
        assertThat(place.resolve(".selfstab-server")).doesNotExist();
    }

    @Test
    void withoutItsFilesAServerRefuses() throws Exception {
        serve();
        Files.delete(place.resolve(".selfstab-server/own"));
        assertOwnProcess(run("tell"));
    }

    @Test
    void anAnswerToAnotherClientIsNotTaken() throws Exception {
        serve();
        server.tell(new Call(1, false, List.of()), "0");
        assertThat(run("tell").status()).isEqualTo(3);
    }

    @Test
    void anInterruptBeforeTheCommandBeginsEndsItAtItsBeginning() throws Exception {
        try (ServerFolder slow = ServerFolder.take(place);
                RequestPipe pipe = slow.open(jar())) {
            Process client = startAsking(pipe, "sleep");
            Call call = slow.client().orElseThrow().take().orElseThrow();
            signal("INT", client);
            slow.tell(call, "begun");
            assertThat(pipe.next()).isEqualTo(Request.INTERRUPT);
            slow.tell(call, "130");
            assertThat(client.waitFor()).isEqualTo(130);
        }
    }

    @Test
    void anInterruptOfARefusedCommandEndsTheClient() throws Exception {
        try (ServerFolder slow = ServerFolder.take(place);
                RequestPipe pipe = slow.open(jar())) {
            Process client = startAsking(pipe, "tell");
            Call call = slow.client().orElseThrow().take().orElseThrow();
            signal("INT", client);
            slow.refuse(call);
            assertThat(end(client)).isEqualTo(new Result(130, "", ""));
        }
    }

    @Test
    void whatIsOfAProcessAloneIsAProcessOfItsOwn() throws Exception {
        serve();
        for (String argument : List.of("/dev/stdin", "--out=/dev/stdout", "/proc/self/fd/3")) {
            assertOwnProcess(run("tell", argument));
        }
        assertOwnProcess(end(start(Map.of("CLICOLOR_FORCE", "1"), "tell")));
        assertOwnProcess(end(shell("umask 077; %s tell")));
    }

    @Test
    void serverAndShellAreProcessesOfTheirOwn() throws Exception {
        serve();
        assertOwnProcess(run("serve", "--stop"));
        assertOwnProcess(run("shell"));
    }

    @Test
    void optionsForJavaNeedAProcessOfItsOwn() throws Exception {
        serve();
        assertOwnProcess(end(start(Map.of("SELFSTAB_JAVA_OPTIONS", "-Xmx1g"), "tell")));
    }

    @Test
    void aServerOfAnotherJarIsNotAsked() throws Exception {
        serve("/elsewhere/selfstab.jar");
        assertOwnProcess(run("tell"));
    }

    @Test
    void aServerOfAnOlderJarIsNotAsked() throws Exception {
        serve();
        Files.setLastModifiedTime(
                home.resolve("selfstab.jar"), FileTime.from(Instant.now().plusSeconds(10)));
        assertOwnProcess(run("tell"));
    }

    @Test
    void whatAKilledServerLeftKeepsNobodyWaiting() throws Exception {
        try (ServerFolder left = ServerFolder.take(place)) {
            left.open(jar()).close();
            assertOwnProcess(run("tell"));
            assertThat(place.resolve(".selfstab-server/client")).doesNotExist();
        }
    }

    @Test
    void aServerThatIsNotAskedEnds() throws Exception {
        idle = Duration.ofMillis(10);
        serve();
        serving.join();
        assertThat(place.resolve(".selfstab-server")).doesNotExist();
    }

    @Test
    void toldToStopItFinishesItsCommand() throws Exception {
        serve();
        Process client = start(Map.of(), "sleep");
        begun.take();
        RequestPipe.tell(place.resolve(".selfstab-server/requests"), Request.STOP);
        serving.join(100);
        assertThat(serving.isAlive()).isTrue();
        signal("INT", client);
        assertThat(end(client).status()).isEqualTo(130);
        serving.join();
    }
}
