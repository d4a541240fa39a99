package org.selfstab.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.selfstab.report.Format;
import org.selfstab.report.SuiteDocument;
import org.selfstab.run.RunOptions;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Verdict;

/** Every example states something, what it states is true, and any one of its statements turned around fails. */
class SuiteOfExamplesTest {

    private static final Path EXAMPLES = Path.of("examples");

    private static List<FileResult> results;

    @BeforeAll
    static void judgeAndMutate() {
        results = SuiteRun.mutating(2).run(ClaimFinder.find(List.of(EXAMPLES)), result -> {});
    }

    @Test
    void everyExampleStatesSomething() {
        assertThat(results).hasSizeGreaterThanOrEqualTo(24);
        assertThat(results).allSatisfy(result -> {
            assertThat(result.error()).isEmpty();
            assertThat(result.file().claims())
                    .as(result.file().file().toString())
                    .isNotEmpty();
        });
    }

    @Test
    void everyClaimPasses() {
        for (FileResult file : results) {
            assertThat(file.results())
                    .allSatisfy(result -> assertThat(result.judgement().status())
                            .as(file.file().file() + " " + result.claim().words() + ": " + result.judgement())
                            .isEqualTo(Verdict.Status.HOLDS));
        }
    }

    /** As the command in its first line writes it, which tries no variants. */
    @Test
    void thePageOfExamplesSaysTheSame() throws IOException {
        List<FileResult> judged = results.stream()
                .map(file -> new FileResult(
                        file.file(),
                        file.results().stream()
                                .map(result -> new ClaimResult(
                                        result.claim(), result.judgement(), Optional.empty(), result.seconds()))
                                .toList(),
                        file.error()))
                .toList();
        RunRecord run = RunRecord.of("test", List.of(EXAMPLES), Map.of());
        assertThat(Format.MARKDOWN
                        .write(SuiteDocument.report(run, RunOptions.defaults(), judged))
                        .lines()
                        .toList())
                .isEqualTo(Files.readAllLines(Path.of("src/site/markdown/examples.md")));
    }

    @Test
    void everyClaimFailsOnceItIsTurnedAround() {
        for (FileResult file : results) {
            assertThat(file.results()).allSatisfy(result -> {
                String what = file.file().file() + " " + result.claim().words();
                assertThat(result.mutation().orElseThrow().mutants()).as(what).isPositive();
                assertThat(result.mutation().orElseThrow().survivors()).as(what).isEmpty();
            });
        }
    }
}
