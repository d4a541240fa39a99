package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Completion as a real zsh does it: Tab is pressed in a terminal of its own. */
class ZshCompletionTest {

    /** Types each argument after the first, a folder of completion, and Tab, and prints what the terminal shows. */
    private static final String TYPING = """
            zmodload zsh/zpty
            zpty terminal zsh -f -i
            zpty -w terminal "fpath=($1 \\$fpath); autoload -U compinit; compinit -u -D; LISTMAX=1000; PS1='rea''dy '"
            zpty -r terminal shown '*ready *'
            for line in "${@[2,-1]}"; do
              zpty -w -n terminal $line$'\\t'
              zpty -w -n terminal $'\\C-e\\C-uprint sho\\'\\'wn\\n'
              zpty -r terminal shown '*shown*ready *'
              print -r -- "$shown"
            done
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void requireZsh() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "zsh"))),
                "no zsh on the PATH");
    }

    private String completed(String... lines) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("_selfstab"), ZshCompletion.of(Main.commandLine()));
        Files.writeString(folder.resolve("problem.toml"), "");
        ProcessBuilder zsh = new ProcessBuilder(Stream.concat(
                        Stream.of("timeout", "100", "zsh", "-f", "-c", TYPING, "zsh", folder.toString()),
                        Stream.of(lines))
                .toList());
        zsh.directory(folder.toFile()).environment().put("TERM", "dumb");
        Process typing = zsh.redirectErrorStream(true).start();
        String shown = new String(typing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(typing.waitFor()).as(shown).isZero();
        assertThat(shown).doesNotContain("not found", "error");
        return shown;
    }

    @Test
    void commandsOptionsAndValuesAreCompleted() throws IOException, InterruptedException {
        assertThat(completed(
                        "selfstab certify-",
                        "selfstab verify --qu",
                        "selfstab verify --frame=",
                        "selfstab new --from ",
                        "selfstab coq t",
                        "selfstab fmt pro"))
                .contains("certify-box", "Prove that an orbit of period two exists")
                .contains("verify --quiet", "ambient", "generalised")
                .contains("network", "coq theory", "fmt problem.toml");
    }
}
