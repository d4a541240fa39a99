package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.ProblemBuilder;

/** {@code verify --watch} while its file changes: saved over, replaced, broken, deleted and made anew. */
@Timeout(120)
class WatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicInteger status = new AtomicInteger(-1);
    private Thread watch;

    private static String valley(String epsilon) {
        return ProblemBuilder.of("watched " + epsilon, "y*x^2/2 - epsilon*(x + y)")
                .parameter("eta", "3/10")
                .parameter("epsilon", epsilon)
                .start("x", "sqrt(2*epsilon)/2")
                .start("y", "2/eta")
                .atEdge()
                .horizon("20")
                .toml();
    }

    private Path problem() {
        return folder.resolve("watched.toml");
    }

    private Path file(String name) {
        return folder.resolve("out/watched").resolve(name);
    }

    private void watch() {
        watch = new Thread(() -> status.set(Main.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "verify",
                "--watch",
                problem().toString(),
                "--quiet",
                "--out",
                folder.resolve("out").toString())));
        watch.start();
    }

    @AfterEach
    void end() throws InterruptedException {
        if (watch != null) {
            watch.interrupt();
            watch.join(PATIENCE.toMillis());
            assertThat(watch.isAlive()).isFalse();
        }
    }

    private static void await(Callable<Boolean> what) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!what.call()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            Thread.sleep(50);
        }
    }

    private String state() throws IOException {
        return Files.exists(file("live.js")) ? Files.readString(file("live.js")) : "";
    }

    private void awaitGood(String title) throws Exception {
        await(() -> state().contains("\"good\"")
                && Files.readString(file("live.html")).contains("<title>watched " + title));
    }

    @Test
    void followsItsFile() throws Exception {
        Files.writeString(problem(), valley("1/100"));
        watch();
        awaitGood("1/100");
        assertThat(out.toString())
                .contains("watching " + problem(), "live.html in a browser; Ctrl-C ends", "conclusions hold");

        Files.writeString(problem(), valley("1/200"));
        awaitGood("1/200");

        Files.writeString(problem(), valley("1/300").replace("y*x^2", "y*x^"));
        await(() -> state().contains("failed"));
        assertThat(state()).contains("watched.toml:3:", "expected");
        assertThat(file("live.html")).content().contains("<title>watched 1/200");
        assertThat(file("report.html"))
                .content()
                .contains("<title>watched 1/200")
                .doesNotContain("selfstabLive");
        assertThat(err.toString()).hasLineCount(1).contains("watched.toml:3:");

        Path other = Files.writeString(folder.resolve("watched.toml~"), valley("1/400"));
        Files.move(other, problem(), StandardCopyOption.REPLACE_EXISTING);
        awaitGood("1/400");

        Files.delete(problem());
        await(() -> state().contains("is not there"));
        Files.writeString(problem(), valley("1/500"));
        awaitGood("1/500");

        end();
        assertThat(status).hasValue(ExitStatus.INTERRUPTED);
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            assertThat(files.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
                    .allMatch(name -> name.matches("[a-z0-9-]+(\\.meta)?\\.(html|js|json|csv|svg|png|tex)"));
        }
    }

    @Test
    void followsTheDataOfItsFile() throws Exception {
        Path data = Files.writeString(folder.resolve("points.csv"), "x\n1\n2\n");
        ProblemBuilder.of("watched data", "mean(k, data, (w - x[k])^4)")
                .dataFile("points.csv")
                .parameter("eta", "1/100")
                .start("w", "0")
                .maxSteps(5)
                .write(problem());
        watch();
        await(() -> state().contains("\"good\""));
        Files.writeString(data, "x\n1\nseven\n");
        await(() -> state().contains("points.csv:3:1: seven is not a number"));
        Files.writeString(data, "x\n1\n7\n");
        await(() -> state().contains("\"good\"")
                && Files.readString(file("live.html")).contains("(w - 7)^4"));
    }

    @Test
    void aFileThatIsBrokenFromTheStartHasAPageToo() throws Exception {
        Files.writeString(problem(), "title = 3");
        watch();
        await(() -> state().contains("failed"));
        assertThat(state()).contains("title is an integer");
        assertThat(file("live.html")).content().contains("There is no report yet", "selfstabLive");

        Files.writeString(problem(), valley("1/100"));
        awaitGood("1/100");
    }

    /** What an earlier watch wrote is its own; the report stays while the file is broken. */
    @Test
    void aSecondWatchGoesOnWhereTheFirstEnded() throws Exception {
        Files.writeString(problem(), valley("1/100"));
        watch();
        awaitGood("1/100");
        end();

        Files.writeString(problem(), valley("1/200"));
        watch();
        awaitGood("1/200");
        assertThat(err.toString()).doesNotContain("lie here");
    }

    @Test
    void aFolderOfAnotherRunIsNotTaken() throws Exception {
        Files.writeString(problem(), valley("1/100"));
        Result other = Result.of(
                "verify",
                problem().toString(),
                "--horizon",
                "9",
                "--quiet",
                "--out",
                folder.resolve("out").toString());
        assertThat(other.status()).isNotEqualTo(ExitStatus.BAD_INPUT);
        watch();
        await(() -> state().contains("failed"));
        assertThat(state()).contains("the files of another run lie here");
    }

    @Test
    void watchesOneFile() {
        Result refused = Result.of("verify", "--watch", "examples/sharp-valley.toml", "examples/disk-valley.toml");
        assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(refused.err())
                .contains("--watch takes one problem file, not 2")
                .hasLineCount(1);
    }

    /** While a file is still written its content changes from look to look. */
    @Test
    void aHalfWrittenFileIsNotRead() throws Exception {
        Path file = Files.writeString(folder.resolve("slow.txt"), "");
        FileWatch saved = new FileWatch(file);
        assertThat(saved.await()).isTrue();
        Thread writer = new Thread(() -> {
            try {
                for (int i = 0; i < 20; i++) {
                    Files.writeString(file, "x".repeat(i + 1));
                    Thread.sleep(50);
                }
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        });
        writer.start();
        assertThat(saved.await()).isTrue();
        assertThat(file).hasContent("x".repeat(20));
        writer.join();
    }
}
