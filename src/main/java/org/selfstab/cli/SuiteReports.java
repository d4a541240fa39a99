package org.selfstab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.selfstab.report.Recorded;
import org.selfstab.report.ReportFolder;
import org.selfstab.run.RunOptions;
import org.selfstab.suite.ClaimFile;
import org.selfstab.suite.FileResult;
import org.selfstab.vocabulary.FreeText;
import picocli.CommandLine;

/** Writes the report of every problem among tested files, each in a folder of its own. */
final class SuiteReports {

    private final Path folder;
    private final ReportPlaces places = new ReportPlaces();
    private final RunOptions options;
    private final boolean force;
    private final boolean quiet;
    private final CommandLine command;
    private int status = ExitStatus.HOLDS;

    SuiteReports(Path folder, RunOptions options, boolean force, boolean quiet, CommandLine command) {
        this.folder = folder;
        this.options = options;
        this.force = force;
        this.quiet = quiet;
        this.command = command;
    }

    /** The reports written, as paths from the folder, by the problem files. */
    Map<Path, String> write(List<FileResult> results) {
        Map<Path, String> reports = new LinkedHashMap<>();
        for (FileResult result : results) {
            ClaimFile file = result.file();
            if (file.kind() == ClaimFile.Kind.PROBLEM) {
                if (!quiet) {
                    command.getErr()
                            .println("report of " + FreeText.visible(file.file().toString()));
                }
                write(file.file()).ifPresent(report -> reports.put(file.file(), report));
            }
        }
        return reports;
    }

    /** The worst status of the writing: bad input where a report could not be written. */
    int status() {
        return status;
    }

    private Optional<String> write(Path file) {
        Path place = places.next(file);
        CommonOptions common = CommonOptions.writingTo(folder.resolve(place), force);
        List<String> reports = new ArrayList<>();
        int written = new Verifications(common, options, command).verifyEach(List.of(file), (record, verified) -> {
            reports.add(
                    Recorded.slashed(place.resolve(verified.problem().name()).resolve(ReportFolder.REPORT)));
            return ExitStatus.HOLDS;
        });
        status = ExitStatus.worst(status, written);
        return reports.stream().findFirst();
    }
}
