package org.selfstab.theory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.BadFiles;

class BadStatementsTest {

    static List<Path> files() throws IOException {
        return BadFiles.in("bad-statements");
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedWithTheMessageInItsFirstLine(Path statement) throws IOException {
        BadFiles.assertRefused(statement, file -> new StatementReader(file, new ArrayList<>()).read());
    }
}
