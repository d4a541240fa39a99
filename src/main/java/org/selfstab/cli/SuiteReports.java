package org.selfstab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.selfstab.claims.RunOptions;
import org.selfstab.page.ReportFolder;
import org.selfstab.suite.ClaimFile;
import org.selfstab.suite.FileResult;
import org.selfstab.vocabulary.FreeText;
import picocli.CommandLine;

/** Writes the report of every problem among tested files, in folders below one as the files are below theirs. */
final class SuiteReports {

    private final Path folder;
    private final boolean quiet;
    private final CommandLine command;

    SuiteReports(Path folder, boolean quiet, CommandLine command) {
        this.folder = folder;
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

    private Optional<String> write(Path file) {
        Path parent = Optional.ofNullable(file.normalize().getParent()).orElse(Path.of(""));
        Path place = parent.isAbsolute() ? parent.getFileName() : withoutStepsUp(parent);
        CommonOptions options = CommonOptions.writingTo(folder.resolve(place));
        List<String> reports = new ArrayList<>();
        new Verifications(options, RunOptions.defaults(), OptionalInt.empty(), command)
                .verifyEach(List.of(file), verified -> {
                    reports.add(place.resolve(verified.problem().name())
                            .resolve(ReportFolder.REPORT)
                            .toString()
                            .replace('\\', '/'));
                    return ExitStatus.HOLDS;
                });
        return reports.stream().findFirst();
    }

    private static Path withoutStepsUp(Path path) {
        Path result = Path.of("");
        for (Path name : path) {
            result = name.toString().equals("..") ? result : result.resolve(name);
        }
        return result;
    }
}
