package org.selfstab.companion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Runs test classes as a paper would write them. */
class ProofCompanionsTest {

    private static final String CLAIMS = "src/test/resources/companion";

    @ProofCompanion(CLAIMS)
    static class Annotated implements ClaimTests {}

    @ProofCompanion({CLAIMS + "/true.toml", CLAIMS + "/silent.toml"})
    static class TwoFiles implements ClaimTests {}

    static class Factory {
        @TestFactory
        Stream<DynamicNode> claims() {
            return ProofCompanions.of(Path.of(CLAIMS, "true.toml"));
        }
    }

    static class Mutants {
        @TestFactory
        Stream<DynamicNode> claims() {
            return ProofCompanions.canFail(Path.of(CLAIMS, "true.toml"), Path.of(CLAIMS, "loose.toml"));
        }
    }

    static class Nothing {
        @TestFactory
        Stream<DynamicNode> claims() {
            return ProofCompanions.of(Path.of("src/main/java"));
        }
    }

    static class WithoutAnnotation implements ClaimTests {}

    private static Events testsOf(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }

    @Test
    void everyClaimIsATestWithItsWordsAndItsNumbers() {
        Events tests = testsOf(Annotated.class);
        tests.assertStatistics(
                counts -> counts.started(7).succeeded(3).failed(2).aborted(2));
        tests.assertThatEvents()
                .haveExactly(1, event(displayName("alpha: 0.01 within 1.0e-11"), finishedSuccessfully()))
                .haveExactly(1, event(displayName("a square"), finishedSuccessfully()))
                .haveExactly(
                        1,
                        event(
                                displayName("beta: 2 within 2.0e-09"),
                                finishedWithFailure(
                                        instanceOf(AssertionFailedError.class),
                                        message("beta: computed 1, expected 2 within 2.0e-09"))))
                .haveExactly(
                        1,
                        event(
                                displayName("can be read"),
                                finishedWithFailure(message(
                                        text -> text.endsWith("unknown expectation alhpa; did you mean alpha?")))))
                .haveExactly(
                        1,
                        event(
                                displayName("condition.progressive_sharpening: holds"),
                                abortedWithReason(
                                        instanceOf(TestAbortedException.class),
                                        message(text -> text.startsWith("undecided: ")))));
    }

    @Test
    void aFactoryIsAOneLiner() {
        testsOf(Factory.class).assertStatistics(counts -> counts.started(1).succeeded(1));
    }

    /** A file that asserts nothing is no success. */
    @Test
    void severalPlacesMayBeNamed() {
        testsOf(TwoFiles.class)
                .assertStatistics(counts -> counts.started(2).succeeded(1).aborted(1));
    }

    @Test
    void whatCannotFailIsToldByTheMutants() {
        testsOf(Mutants.class)
                .assertStatistics(counts -> counts.started(2).succeeded(1).failed(1))
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                displayName("alpha: at most 1"),
                                finishedWithFailure(message("this bound is loose: it still passes as at most 0.1"))));
    }

    /** A wrong folder must not be taken for claims that are all true. */
    @Test
    void nothingFoundFails() {
        testsOf(Nothing.class).assertStatistics(counts -> counts.started(1).failed(1));
    }

    @Test
    void aClassWithoutAnnotationFails() {
        Events containers = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(WithoutAnnotation.class))
                .execute()
                .containerEvents();
        assertThat(containers.failed().count()).isEqualTo(1);
    }
}
