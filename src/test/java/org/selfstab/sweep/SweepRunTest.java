package org.selfstab.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.vocabulary.SelfstabException;

class SweepRunTest {

    private static final int POINTS = 11;

    @TempDir
    private Path folder;

    private final List<Integer> finished = new ArrayList<>();

    private Path journal() {
        return folder.resolve("valley/sweep.journal");
    }

    private SweepResult run(SweepJob job, int threads) throws IOException {
        try (SweepJournal log = SweepJournal.open(journal(), job, POINTS)) {
            return new SweepRun(job).run(log, new LocalExecution(threads), point -> finished.add(point.index()));
        }
    }

    private void runUntil(SweepJob job, int points) throws IOException {
        try (SweepJournal log = SweepJournal.open(journal(), job, POINTS)) {
            SweepRun run = new SweepRun(job);
            assertThatThrownBy(() -> run.run(log, new LocalExecution(2), point -> {
                        finished.add(point.index());
                        if (finished.size() == points) {
                            throw new CancellationException("stopped by the test");
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void theResultDoesNotDependOnTheNumberOfThreads() throws IOException {
        SweepRun run = new SweepRun(Sweeps.cheap());
        SweepResult one = run.run(PointLog.none(), new LocalExecution(1), point -> {});
        SweepResult three = run.run(PointLog.none(), new LocalExecution(3), point -> {});
        assertThat(three).isEqualTo(one);
        assertThat(one.points()).hasSize(POINTS).extracting(PointResult::index).isSorted();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 10})
    void aStoppedSweepGoesOnWithoutRunningAFinishedPointAgain(int stop) throws IOException {
        SweepJob job = Sweeps.cheap();
        runUntil(job, stop);
        assertThat(finished).hasSize(stop);
        SweepResult resumed = run(job, 2);
        assertThat(finished)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, POINTS).boxed().toList());
        assertThat(resumed).isEqualTo(new SweepRun(job).run(PointLog.none(), new LocalExecution(1), point -> {}));
    }

    @Test
    void aFinishedSweepRunsNothing() throws IOException {
        SweepResult first = run(Sweeps.cheap(), 2);
        finished.clear();
        assertThat(run(Sweeps.cheap(), 2)).isEqualTo(first);
        assertThat(finished).isEmpty();
    }

    @Test
    void aLineThatWasCutByTheKillIsRunAgainAndNoOther() throws IOException {
        runUntil(Sweeps.cheap(), 5);
        int last = finished.get(4);
        byte[] content = Files.readAllBytes(journal());
        for (int missing : List.of(1, 7, 20)) {
            Files.write(journal(), Arrays.copyOf(content, content.length - missing));
            finished.clear();
            SweepResult result = run(Sweeps.cheap(), 2);
            assertThat(finished).hasSize(POINTS - 4).contains(last);
            assertThat(result.points()).hasSize(POINTS);
        }
    }

    @Test
    void aHeaderThatWasCutIsWrittenAgain() throws IOException {
        run(Sweeps.cheap(), 2);
        byte[] content = Files.readAllBytes(journal());
        Files.write(journal(), Arrays.copyOf(content, 30));
        finished.clear();
        run(Sweeps.cheap(), 2);
        assertThat(finished).hasSize(POINTS);
        assertThat(Files.readAllLines(journal())).startsWith("selfstab sweep 1", "program\t1");
    }

    @Test
    void theJournalOfAnotherSweepIsRefusedAndKept() throws IOException {
        SweepJob job = Sweeps.cheap();
        runUntil(job, 3);
        byte[] before = Files.readAllBytes(journal());
        assertRefused(
                Sweeps.job(job.text(), List.of("epsilon=1e-3:1e-2:12"), job.quantities(), job.claims()),
                "with grid 'epsilon=1e-3:1e-2:11' instead of 'epsilon=1e-3:1e-2:12'");
        assertRefused(
                Sweeps.job(job.text() + "# changed\n", job.grid(), job.quantities(), job.claims()),
                "of another version of the problem file");
        assertRefused(
                Sweeps.job(job.text(), job.grid(), List.of("alpha"), job.claims()),
                "with quantities 'alpha steps' instead of 'alpha'");
        assertRefused(
                Sweeps.job(job.text(), job.grid(), job.quantities(), List.of()), "with claims 'alpha' instead of ''");
        assertRefused(changed(job, "2", Map.of(), 0, 0), "with program '1' instead of '2'");
        assertRefused(changed(job, "1", Map.of("eta", "1/5"), 0, 0), "with set '{}' instead of '{eta=1/5}'");
        assertRefused(changed(job, "1", Map.of(), 30, 0), "with horizon 'of the problem' instead of '30'");
        assertRefused(changed(job, "1", Map.of(), 0, 40), "with precision 'double precision' instead of '40 digits'");
        assertThat(Files.readAllBytes(journal())).isEqualTo(before);
        finished.clear();
        run(job, 1);
        assertThat(finished).hasSize(POINTS - 3);
    }

    private static SweepJob changed(SweepJob job, String program, Map<String, String> fixed, int horizon, int digits) {
        return new SweepJob(
                program,
                job.file(),
                job.text(),
                job.data(),
                fixed,
                job.grid(),
                job.quantities(),
                job.claims(),
                ProjectionMethod.EXACT,
                PredictedFrame.MOVING,
                horizon,
                digits);
    }

    private void assertRefused(SweepJob other, String difference) {
        assertThatThrownBy(() -> SweepJournal.open(journal(), other, 12))
                .isInstanceOf(SelfstabException.class)
                .hasMessage(journal() + ": the points of a sweep " + difference
                        + "; --restart discards its points, another --out keeps them");
    }

    @Test
    void restartBeginsAnew() throws IOException {
        runUntil(Sweeps.cheap(), 3);
        try (SweepJournal log = SweepJournal.restart(journal(), Sweeps.cheap(), POINTS)) {
            assertThat(log.finished()).isEmpty();
        }
        finished.clear();
        run(Sweeps.cheap(), 1);
        assertThat(finished).hasSize(POINTS);
    }

    @Test
    void aDamagedLineAndAForeignFileAreRefused() throws IOException {
        run(Sweeps.cheap(), 1);
        String content = Files.readString(journal());
        String damaged = content.replaceFirst("COMPLETE", "DIVERGED") + "a line that was cut";
        Files.writeString(journal(), damaged);
        assertThatThrownBy(() -> SweepJournal.open(journal(), Sweeps.cheap(), POINTS))
                .hasMessageContaining(":13:1: this line is damaged; --restart discards its points");
        assertThat(journal()).hasContent(damaged);
        Files.writeString(journal(), content);
        String lastLine = content.lines().toList().get(12);
        Files.write(journal(), (lastLine + "\n").getBytes(UTF_8), StandardOpenOption.APPEND);
        assertThatThrownBy(() -> SweepJournal.open(journal(), Sweeps.cheap(), POINTS))
                .hasMessageContaining("this line is damaged");
        Files.writeString(journal(), "my notes\nof today\n");
        assertThatThrownBy(() -> SweepJournal.open(journal(), Sweeps.cheap(), POINTS))
                .hasMessageContaining("not the journal of a sweep");
        assertThat(journal()).hasContent("my notes\nof today\n");
    }

    @Test
    void onlyOneSweepHasAJournal() throws IOException {
        try (SweepJournal log = SweepJournal.open(journal(), Sweeps.cheap(), POINTS)) {
            assertThat(log.finished()).isEmpty();
            assertThatThrownBy(() -> SweepJournal.open(journal(), Sweeps.cheap(), POINTS))
                    .isInstanceOf(SelfstabException.class)
                    .hasMessageContaining("another sweep is writing here; wait for it, or give another --out");
        }
    }
}
