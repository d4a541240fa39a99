package org.selfstab.archfixture.geometry;

import org.junit.jupiter.api.DynamicTest;

/** Breaks the rule that only companion uses JUnit. */
final class MakesTests {

    private MakesTests() {}

    static DynamicTest test() {
        return DynamicTest.dynamicTest("nothing", () -> {});
    }
}
