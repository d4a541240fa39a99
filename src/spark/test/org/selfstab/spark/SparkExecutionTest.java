package org.selfstab.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.cli.Main;
import org.selfstab.problem.ProblemReader;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.sweep.LocalExecution;
import org.selfstab.sweep.PointLog;
import org.selfstab.sweep.SweepJob;
import org.selfstab.sweep.SweepJournal;
import org.selfstab.sweep.SweepResult;
import org.selfstab.sweep.SweepRun;

/** On Spark's local cluster: a master, two workers and their executors, which are processes of their own. */
class SparkExecutionTest {

    private static final String CLUSTER = "local-cluster[2,1,1024]";
    private static final Path EXAMPLE = Path.of("examples/sharp-valley.toml");

    @TempDir
    private Path folder;

    private static SweepJob job() {
        return new SweepJob(
                "1",
                EXAMPLE.toString(),
                ProblemReader.textOf(EXAMPLE),
                Map.of(),
                Map.of(),
                List.of("zeta=0:1:3", "epsilon=0.001:0.01:4:log"),
                List.of("coupling.constant", "condition.eigengap", "edge.reached"),
                List.of("coupling.constant"),
                ProjectionMethod.EXACT,
                PredictedFrame.MOVING,
                0,
                0);
    }

    @Test
    void theFilesAreThoseOfALocalSweep() throws IOException {
        Path local = folder.resolve("local");
        Path spark = folder.resolve("spark");
        assertThat(sweep(local, "--jobs", "2")).isZero();
        assertThat(sweep(spark, "--master", CLUSTER)).isZero();
        for (String name : List.of("sweep.csv", "sweep.json", "sweep.html")) {
            assertThat(spark.resolve("sharp-valley").resolve(name))
                    .hasSameBinaryContentAs(local.resolve("sharp-valley").resolve(name));
        }
        assertThat(Files.readAllLines(spark.resolve("sharp-valley/sweep.csv"))).hasSize(13);
    }

    /** The executors, in folders of their own, have the data from the job. */
    @Test
    void dataFilesTravelWithTheJob() throws IOException {
        Path local = folder.resolve("local");
        Path spark = folder.resolve("spark");
        List<String> network = List.of("examples/networks/three-layer-network.toml", "--grid", "eta=0.19:0.2:2");
        assertThat(sweep(network, local, "--jobs", "2")).isZero();
        assertThat(sweep(network, spark, "--master", CLUSTER)).isZero();
        assertThat(spark.resolve("three-layer-network/sweep.csv"))
                .content()
                .hasLineCount(3)
                .isEqualTo(Files.readString(local.resolve("three-layer-network/sweep.csv")));
    }

    private static int sweep(Path out, String... how) {
        return sweep(
                List.of(EXAMPLE.toString(), "--grid", "zeta=0:1:3", "--grid", "epsilon=1e-3:1e-2:4:log"), out, how);
    }

    private static int sweep(List<String> what, Path out, String... how) {
        List<String> arguments = new ArrayList<>(List.of("sweep", "--quiet"));
        arguments.addAll(what);
        arguments.addAll(List.of("--out", out.toString()));
        arguments.addAll(List.of(how));
        StringWriter err = new StringWriter();
        int status = Main.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments.toArray(String[]::new));
        assertThat(err.toString()).isEmpty();
        return status;
    }

    @Test
    void aStoppedSweepGoesOnWithoutRunningAFinishedPointAgain() throws IOException {
        Path journal = folder.resolve("sweep.journal");
        SweepRun run = new SweepRun(job());
        List<Integer> finished = new ArrayList<>();
        try (SweepJournal log = SweepJournal.open(journal, job(), 12)) {
            assertThatThrownBy(() -> run.run(log, new SparkExecution(CLUSTER), point -> {
                        finished.add(point.index());
                        if (finished.size() == 5) {
                            throw new CancellationException("stopped by the test");
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(finished).hasSize(5);
        SweepResult resumed;
        try (SweepJournal log = SweepJournal.open(journal, job(), 12)) {
            resumed = run.run(log, new SparkExecution(CLUSTER), point -> finished.add(point.index()));
        }
        assertThat(finished)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 12).boxed().toList());
        assertThat(resumed).isEqualTo(run.run(PointLog.none(), new LocalExecution(2), point -> {}));
    }

    @Test
    void aMasterThatIsNoneIsAnErrorInOneLine() {
        assertThatThrownBy(() -> new SparkExecution("nowhere:1").run(job(), List.of(0), point -> {}))
                .hasMessageStartingWith("--master nowhere:1: Spark cannot run the sweep: ");
    }
}
