package org.selfstab.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.selfstab.vocabulary.Verdict;

/** Every example states something, what it states is true, and any one of its statements turned around fails. */
class SuiteOfExamplesTest {

    private static List<FileResult> results;

    @BeforeAll
    static void judgeAndMutate() {
        results = SuiteRun.mutating(2).run(ClaimFinder.find(List.of(Path.of("examples"))), result -> {});
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
