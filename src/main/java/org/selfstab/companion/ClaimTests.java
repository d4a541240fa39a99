package org.selfstab.companion;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** One test for each claim of the files that the annotation {@link ProofCompanion} of the class names. */
@SuppressWarnings("exports") // whoever writes tests brings JUnit along
public interface ClaimTests {

    /**
     * The tests.
     *
     * @throws IllegalStateException if the class has no such annotation
     */
    @TestFactory
    default Stream<DynamicNode> claims() {
        ProofCompanion companion = getClass().getAnnotation(ProofCompanion.class);
        if (companion == null) {
            throw new IllegalStateException(getClass().getName()
                    + " has no annotation @ProofCompanion; write @ProofCompanion(\"FOLDER\") above the class");
        }
        return ProofCompanions.of(Arrays.stream(companion.value()).map(Path::of).toArray(Path[]::new));
    }
}
