package org.selfstab.report;

import java.io.IOException;
import java.nio.file.Path;
import org.selfstab.run.RunRecord;
import org.selfstab.sweep.SweepResult;

/** Writes the files of a sweep for programs. */
public final class SweepFiles {

    private SweepFiles() {}

    /**
     * Writes {@code sweep.csv} and {@code sweep.json}.
     *
     * @param folder the problem's folder
     * @throws IOException if a file cannot be written
     */
    public static void write(Path folder, RunRecord run, SweepResult result) throws IOException {
        Report report = SweepDocument.report(run, result);
        write(folder.resolve("sweep.csv"), report.csv());
        Recorded.describe(folder.resolve("sweep.csv"), "sweep-table", run);
        write(folder.resolve("sweep.json"), report.json());
    }

    private static void write(Path target, Report.Content content) throws IOException {
        try (PendingFile file = new PendingFile(target)) {
            content.write(file.writer());
            file.complete();
        }
    }
}
