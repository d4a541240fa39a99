package org.selfstab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;
import org.selfstab.Selfstab;
import org.selfstab.Study;
import org.selfstab.claims.VerificationResult;
import org.selfstab.problem.Problem;
import org.selfstab.report.IndexDocument;
import org.selfstab.report.PanelScript;
import org.selfstab.report.ReportFolder;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.SelfstabException;
import picocli.CommandLine;

/** Verifies problem files as the options ask and writes the files asked for. */
final class Verifications {

    private final CommonOptions common;
    private final RunOptions options;
    private final CommandLine command;
    private final PrintWriter err;
    private final Map<String, Path> written = new HashMap<>();
    private final List<VerificationResult> verified = new ArrayList<>();

    Verifications(CommonOptions common, RunOptions options, CommandLine command) {
        this.common = common;
        this.options = options;
        this.command = command;
        this.err = command.getErr();
    }

    /**
     * Verifies problems one after the other; one that cannot be used does not keep the others from being verified.
     *
     * @param show shows a verified problem and tells the exit status that it asks for
     * @return the worst exit status
     */
    int verifyEach(List<Path> files, ToIntBiFunction<RunRecord, VerificationResult> show) {
        if (files.size() == 1 || common.out() == null) {
            return verifyAll(files, show);
        }
        OwnFolder index =
                OwnFolder.ofIndex(command.getCommandName(), common.out(), files, common.settings(), common.isForced());
        try {
            index.requireFree();
            int status = verifyAll(files, show);
            index.take();
            ReportFolder.writeIndex(index.path(), index.run(), IndexDocument.of(verified));
            common.tellWritten(command, index, ReportFolder.INDEX);
            return status;
        } catch (SelfstabException | IOException taken) {
            return Failures.told(taken, files.get(0).toString(), err);
        }
    }

    private int verifyAll(List<Path> files, ToIntBiFunction<RunRecord, VerificationResult> show) {
        int status = ExitStatus.HOLDS;
        for (Path file : files) {
            status = ExitStatus.worst(status, verifyOrReport(file, show));
        }
        return status;
    }

    private int verifyOrReport(Path file, ToIntBiFunction<RunRecord, VerificationResult> show) {
        try {
            Study study = Selfstab.read(file, common.overrides());
            requireFolderOfItsOwn(file, study.problem());
            common.warn(study, err);
            RunRecord record = common.record(file, study);
            VerificationResult result = verify(study, record);
            verified.add(result);
            return show.applyAsInt(record, result);
        } catch (SelfstabException | IOException badInput) {
            return Failures.told(badInput, file.toString(), err);
        }
    }

    private VerificationResult verify(Study study, RunRecord record) throws IOException {
        Optional<OwnFolder> folder = common.folder(CommonOptions.RUN, record);
        if (folder.isEmpty()) {
            return verified(study);
        }
        try (RunFiles files = new RunFiles(
                folder.get(),
                study.problem(),
                new PanelScript(study.problem(), common.overrides(), options.horizon()))) {
            VerificationResult verified = verified(study, files);
            common.writing(command, folder.get(), listener -> files.complete(verified, listener), RunFiles.names());
            return verified;
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private VerificationResult verified(Study study, RunListener... files) {
        return common.showingProgress(
                command,
                study.problem().name(),
                listener -> study.verify(
                        options,
                        Stream.concat(Stream.of(listener), Stream.of(files)).toArray(RunListener[]::new)));
    }

    /** Two problems of one name would write over each other's files. */
    private void requireFolderOfItsOwn(Path file, Problem problem) {
        Path earlier = common.out() == null ? null : written.putIfAbsent(folderKey(problem), file);
        if (earlier != null) {
            throw new SelfstabException(
                    file + ":1:1: its files would replace those of " + earlier + " in " + folder(problem),
                    "verify the two with different --out");
        }
    }

    /** The same for names that some file systems do not tell apart. */
    private static String folderKey(Problem problem) {
        return Normalizer.normalize(problem.name(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private Path folder(Problem problem) {
        return common.out().resolve(problem.name());
    }
}
