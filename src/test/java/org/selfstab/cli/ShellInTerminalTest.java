package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.cli.shell.TerminalLines;

/** The shell in a terminal, which is fed from a stream. */
class ShellInTerminalTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Terminal terminal(String... typed) throws IOException {
        byte[] keys = (String.join("\n", typed) + "\n").getBytes(StandardCharsets.UTF_8);
        return new DumbTerminal(
                "test", Terminal.TYPE_DUMB, new ByteArrayInputStream(keys), screen, StandardCharsets.UTF_8);
    }

    private int run(Terminal terminal) throws IOException {
        try (TerminalLines lines =
                new TerminalLines(terminal, (words, index) -> List.of(), () -> err.append("the program was ended"))) {
            return new ShellSession(lines, new PrintWriter(out), new PrintWriter(err), false).run();
        }
    }

    @Test
    void promptsAndTellsStatusesBriefly() throws IOException {
        int status = run(terminal("verify nowhere.toml", "verify a | b", "--version", "exit", "help"));

        assertThat(status).isEqualTo(2);
        assertThat(screen.toString(StandardCharsets.UTF_8)).containsPattern("(?s)(selfstab> .*){4}");
        assertThat(out.toString()).startsWith("selfstab ").hasLineCount(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "nowhere.toml:1:1: no such file; give the path of a problem file",
                        "exit status 2",
                        "column 10: | is special: there are no pipes between commands here; write each command on a line of its own, or, if it belongs to a word, write '|'");
    }

    @Test
    @Timeout(60)
    void anInterruptEndsTheCommandAndNotTheShell() throws IOException, InterruptedException {
        Terminal terminal =
                terminal("verify examples/sharp-valley.toml --set epsilon=1e-12 --quiet --out " + folder, "--version");
        Thread user = new Thread(() -> {
            while (parts() == 0) {
                Thread.onSpinWait();
            }
            terminal.raise(Terminal.Signal.INT);
        });
        user.start();

        int status = run(terminal);
        user.join();
        assertThat(err.toString().lines()).containsExactly("interrupted", "exit status 130");
        assertThat(status).isEqualTo(130);
        assertThat(out.toString()).startsWith("selfstab ").hasLineCount(1);
        assertThat(parts()).isZero();
    }

    /** How many files there are that are not finished. */
    private long parts() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".part")).count();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
