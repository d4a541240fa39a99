package org.selfstab.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;

/** A terminal fed from a stream. */
class TerminalLinesTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final AtomicInteger ends = new AtomicInteger();

    private Terminal terminal(String typed) throws IOException {
        return terminal(Terminal.TYPE_DUMB, typed);
    }

    private Terminal terminal(String type, String typed) throws IOException {
        return new DumbTerminal(
                "test",
                type,
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                screen,
                StandardCharsets.UTF_8);
    }

    private TerminalLines lines(Terminal terminal) {
        return new TerminalLines(terminal, (words, index) -> List.of("verify", "check"), ends::incrementAndGet);
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    @Test
    void asksForLinesUntilTheEnd() throws IOException {
        try (TerminalLines lines = lines(terminal("verify a!b\n'c\n"))) {
            assertThat(lines.next()).contains("verify a!b");
            assertThat(lines.next()).contains("'c");
            assertThat(lines.next()).isEmpty();
        }
        assertThat(screen()).contains("selfstab> ");
    }

    @Test
    void tabCompletes() throws IOException {
        try (TerminalLines lines = lines(terminal("ansi", "ver\ta.toml\n"))) {
            assertThat(lines.next()).contains("verify a.toml");
        }
    }

    @Test
    void interruptsTheCommandThenTheProgram() throws IOException {
        Terminal terminal = terminal("");
        try (TerminalLines lines = lines(terminal)) {
            int status = lines.run(() -> {
                terminal.raise(Terminal.Signal.INT);
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                assertThat(ends).hasValue(0);
                terminal.raise(Terminal.Signal.INT);
                return 3;
            });
            assertThat(status).isEqualTo(3);
            assertThat(ends).hasValue(1);
        }
    }

    @Test
    void anInterruptIsForOneCommandOnly() throws IOException {
        Terminal terminal = terminal("");
        try (TerminalLines lines = lines(terminal)) {
            lines.run(() -> {
                terminal.raise(Terminal.Signal.INT);
                return 0;
            });
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            terminal.raise(Terminal.Signal.INT);
            lines.run(() -> {
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                terminal.raise(Terminal.Signal.INT);
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                return 0;
            });
            assertThat(ends).hasValue(0);
        }
    }
}
