package org.example.paper;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.selfstab.companion.ClaimTests;
import org.selfstab.companion.ProofCompanion;
import org.selfstab.companion.ProofCompanions;

/** Every claim under {@code claims}, one test each, and that each of them can fail. */
@ProofCompanion("claims")
class PaperTest implements ClaimTests {

    @TestFactory
    Stream<DynamicNode> canFail() {
        return ProofCompanions.canFail(Path.of("claims"));
    }
}
