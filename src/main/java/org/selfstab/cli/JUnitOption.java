package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.selfstab.report.PendingFile;
import picocli.CommandLine.Option;

/** A file for continuous integration beside what is shown. */
final class JUnitOption {

    @Option(
            names = "--junit-xml",
            paramLabel = "FILE",
            description = "Also write the results in the form of JUnit, for continuous integration.")
    private Path file;

    /**
     * Writes it where it is wanted.
     *
     * @throws IOException if it cannot be written
     */
    void write(Supplier<String> xml) throws IOException {
        if (file != null) {
            PendingFile.write(file, xml.get());
        }
    }
}
