package org.selfstab.companion;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.selfstab.suite.ClaimFile;
import org.selfstab.suite.ClaimFinder;
import org.selfstab.suite.Judgement;
import org.selfstab.suite.StatedClaim;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Mutation;
import org.selfstab.vocabulary.Verdict;

/**
 * Makes tests of claims, for methods with {@code @TestFactory}:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> claims() {
 *     return ProofCompanions.of(Path.of("claims"));
 * }
 * }</pre>
 *
 * <p>Each file is a container, each claim a test with the claim's words as its name. A claim that fails fails with what was computed and what is
 * asserted; one that is undecided is aborted, so it shows as skipped. Nothing is computed before the first test of a file runs.
 */
@SuppressWarnings("exports") // whoever writes tests brings JUnit along
public final class ProofCompanions {

    private ProofCompanions() {}

    /**
     * Tests that the claims are true.
     *
     * @param places problem files, statement files or folders of them
     */
    public static Stream<DynamicNode> of(Path... places) {
        return nodes(places, claim -> DynamicTest.dynamicTest(claim.words(), () -> require(claim)));
    }

    /**
     * Tests that the claims can fail: each wrong variant of a claim that is true must not pass.
     *
     * @param places problem files, statement files or folders of them
     */
    public static Stream<DynamicNode> canFail(Path... places) {
        return nodes(places, claim -> DynamicTest.dynamicTest(claim.words(), () -> requireThatItCanFail(claim)));
    }

    private static Stream<DynamicNode> nodes(Path[] places, Function<StatedClaim, DynamicNode> test) {
        List<ClaimFile> files = ClaimFinder.find(Arrays.asList(places));
        if (files.isEmpty()) {
            return Stream.of(failing(
                    "claims",
                    "no problem file and no statement file below " + Arrays.toString(places)
                            + "; name a folder with *.toml files that have a loss or a statement"));
        }
        return files.stream().map(file -> container(file, test));
    }

    private static DynamicNode container(ClaimFile file, Function<StatedClaim, DynamicNode> test) {
        String path = FreeText.visible(file.file().toString());
        String name = file.title().exact().isEmpty() ? path : path + ": " + file.title();
        return DynamicContainer.dynamicContainer(name, file.file().toUri(), tests(file, test));
    }

    private static Stream<DynamicNode> tests(ClaimFile file, Function<StatedClaim, DynamicNode> test) {
        if (file.error().isPresent()) {
            return Stream.of(failing("can be read", file.error().get()));
        }
        return file.claims().isEmpty()
                ? Stream.of(DynamicTest.dynamicTest("asserts something", () -> {
                    throw new TestAbortedException("no [expect]: nothing is asserted");
                }))
                : file.claims().stream().map(test);
    }

    private static DynamicNode failing(String name, String message) {
        return DynamicTest.dynamicTest(name, () -> {
            throw new AssertionFailedError(message);
        });
    }

    private static void require(StatedClaim claim) {
        Judgement judgement = claim.judge();
        String numbers = claim.name() + ": computed " + judgement.computed() + ", expected " + judgement.expected()
                + (judgement.reason().isEmpty() ? "" : "; " + judgement.reason());
        if (judgement.status() == Verdict.Status.UNDECIDED) {
            throw new TestAbortedException("undecided: " + numbers);
        }
        if (judgement.status() == Verdict.Status.FAILS) {
            throw new AssertionFailedError(numbers, judgement.expected(), judgement.computed());
        }
    }

    private static void requireThatItCanFail(StatedClaim claim) {
        if (claim.judge().status() != Verdict.Status.HOLDS) {
            throw new TestAbortedException("the claim itself does not pass");
        }
        Mutation mutation = claim.mutate();
        if (!mutation.survivors().isEmpty()) {
            throw new AssertionFailedError(String.join("\n", mutation.survivors()));
        }
    }
}
