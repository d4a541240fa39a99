package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command prints the same bytes and ends with the same status in a shell, whatever ran before it, as in a process of its own. */
@Tag("long")
class ShellBesideProcessesTest {

    /** Without progress, which depends on how busy the machine is. */
    private static final List<String> COMMANDS = List.of(
            "verify examples/sharp-valley.toml --quiet",
            "verify examples/sharp-valley.toml --set epsilon=1e-4 --projection linearised --frame ambient --quiet",
            "verify nowhere.toml",
            "derive examples/sharp-valley.toml --at x=0 --at y=2/eta --quiet",
            "verify examples/scalar-product.toml --format json --quiet",
            "check examples/disk-valley.toml --set epsilon=1/100000 --quiet",
            "verify examples/sharp-valley.toml --nope",
            "certify-cycle examples/cycles/quartic-two-cycle.toml --quiet",
            "generate --alpha random --eta-lambda random,random --seed 7",
            "derive examples/sharp-valley.toml --at x=0 --at y=2/eta --format latex --quiet");

    @TempDir
    private static Path folder;

    private static final Map<String, Result> ALONE = new LinkedHashMap<>();

    @BeforeAll
    static void runEachAlone() throws IOException, InterruptedException {
        for (String command : COMMANDS) {
            ALONE.put(command, run("", command.split(" ")));
        }
    }

    private static Result run(String input, String... arguments) throws IOException, InterruptedException {
        return Result.ofProcess(folder, input, arguments);
    }

    /** What a shell should leave behind. */
    private static Result expected(List<String> commands) {
        int status = ExitStatus.HOLDS;
        StringBuilder out = new StringBuilder();
        StringBuilder err = new StringBuilder();
        for (int line = 1; line <= commands.size(); line++) {
            Result alone = ALONE.get(commands.get(line - 1));
            status = ExitStatus.worst(status, alone.status());
            out.append(alone.out());
            err.append(alone.err());
            if (alone.status() != ExitStatus.HOLDS) {
                err.append("standard input:" + line + ":1: exit status " + alone.status() + "\n");
            }
        }
        return new Result(status, out.toString(), err.toString());
    }

    @Test
    void theyEndInEveryWay() {
        assertThat(ALONE.values()).extracting(Result::status).contains(0, 1, 2, 3);
    }

    @Test
    void oneAfterTheOtherTwice() throws IOException, InterruptedException {
        List<String> twice = new ArrayList<>(COMMANDS);
        twice.addAll(COMMANDS);
        assertThat(run(String.join("\n", twice), "shell")).isEqualTo(expected(twice));
    }

    @Test
    void inTheOppositeOrderEachTwiceInARow() throws IOException, InterruptedException {
        List<String> opposite = new ArrayList<>();
        COMMANDS.forEach(command -> Collections.addAll(opposite, command, command));
        Collections.reverse(opposite);
        assertThat(run(String.join("\n", opposite), "shell")).isEqualTo(expected(opposite));
    }
}
