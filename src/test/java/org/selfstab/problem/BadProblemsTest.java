package org.selfstab.problem;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.BadFiles;

class BadProblemsTest {

    static List<Path> files() throws IOException {
        return BadFiles.in("bad-problems");
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedWithTheMessageInItsFirstLine(Path file) throws IOException {
        BadFiles.assertRefused(file, ProblemReader::read);
    }
}
