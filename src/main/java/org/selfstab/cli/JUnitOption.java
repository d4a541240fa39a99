package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.selfstab.report.PendingFile;
import org.selfstab.vocabulary.SelfstabException;
import picocli.CommandLine.Option;

/** A file for continuous integration beside what is shown. */
final class JUnitOption {

    @Option(
            names = "--junit-xml",
            paramLabel = "FILE",
            description = "Also write the results in the form of JUnit, for continuous integration.")
    private Path file;

    /** Writes it where it is wanted. */
    void write(Supplier<String> xml) {
        if (file == null) {
            return;
        }
        try {
            PendingFile.write(file, xml.get());
        } catch (IOException unwritable) {
            String problem = "--junit-xml: cannot write " + file + ": " + unwritable.getMessage();
            throw new SelfstabException(
                    problem.replaceAll("\\R+", " "), "give a file in a folder that can be written to");
        }
    }
}
