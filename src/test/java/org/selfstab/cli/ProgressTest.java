package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter err = new StringWriter();
    private long nanos = 17;

    private void runOneStepEach(long millis, int steps, ProgressDisplay display) {
        try (Progress progress = new Progress(display, () -> nanos)) {
            for (int step = 0; step <= steps; step++) {
                progress.reach("valley", step);
                nanos += TimeUnit.MILLISECONDS.toNanos(millis);
            }
        }
    }

    @Test
    void nothingIsShownOfARunThatTakesASecond() {
        runOneStepEach(100, 10, new ProgressDisplay.ProgressLines(new PrintWriter(err)));
        runOneStepEach(100, 10, new TerminalBar(new PrintWriter(err)));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void logsGetALineNowAndThen() {
        runOneStepEach(500, 50, new ProgressDisplay.ProgressLines(new PrintWriter(err)));
        assertThat(err.toString().lines())
                .containsExactly(
                        "valley: step 3 after 1 s", "valley: step 24 after 12 s", "valley: step 45 after 22 s");
    }

    @Test
    void aLongStepIsShownAgain() {
        try (Progress progress = new Progress(new ProgressDisplay.ProgressLines(new PrintWriter(err)), () -> nanos)) {
            progress.reach("valley, derivatives", 0);
            for (int second = 0; second < 25; second++) {
                progress.beat();
                nanos += TimeUnit.SECONDS.toNanos(1);
            }
        }
        assertThat(err.toString().lines())
                .containsExactly(
                        "valley, derivatives after 2 s",
                        "valley, derivatives after 13 s",
                        "valley, derivatives after 24 s");
    }

    /** What is counted is named; the rest is taken to go on as what was done in this run. */
    @Test
    void whatIsCountedIsNamed() {
        try (Progress progress = new Progress(new ProgressDisplay.ProgressLines(new PrintWriter(err)), () -> nanos)) {
            nanos += TimeUnit.SECONDS.toNanos(8);
            progress.reach("coqc, run_all", 1, 3, 4, "files");
        }
        assertThat(err.toString().lines()).containsExactly("coqc, run_all: 3 of 4 files after 8 s, about 4 s left");
    }

    @Test
    void theTerminalsLineIsWipedAtTheEnd() {
        runOneStepEach(500, 50, new TerminalBar(new PrintWriter(err)));
        assertThat(err.toString()).contains("\r").doesNotContain("\n").endsWith("\r" + " ".repeat(79) + "\r");
    }
}
