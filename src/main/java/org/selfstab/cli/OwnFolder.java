package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.selfstab.report.BoxCertificateFile;
import org.selfstab.report.CertificateFile;
import org.selfstab.report.CycleCertificateFile;
import org.selfstab.report.FamilyCertificateFile;
import org.selfstab.report.MeanSquareCertificateFile;
import org.selfstab.report.OriginFile;
import org.selfstab.report.ReportFolder;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.SelfstabException;

/** A folder that a run writes into, unless files of the same kind lie there that are another run's. */
final class OwnFolder {

    /** Of each kind one of the files that it always has, by which those without a record are known. */
    private static final Map<String, List<String>> ALWAYS_WRITTEN = Map.ofEntries(
            Map.entry(CommonOptions.RUN, List.of("summary.json", "ode.json")),
            Map.entry("derive", List.of("derivation.json")),
            Map.entry("family", List.of("family.json")),
            Map.entry("ode-family", List.of("ode-family.json")),
            Map.entry("certify", List.of(CertificateFile.FILE_NAME)),
            Map.entry("certify-family", List.of(FamilyCertificateFile.FILE_NAME)),
            Map.entry("certify-box", List.of(BoxCertificateFile.FILE_NAME)),
            Map.entry("certify-cycle", List.of(CycleCertificateFile.FILE_NAME)),
            Map.entry("certify-edge", List.of(MeanSquareCertificateFile.FILE_NAME)),
            Map.entry("comparison", List.of(ReportFolder.COMPARISON)),
            Map.entry("index", List.of(ReportFolder.INDEX)),
            Map.entry("explore", List.of(ExploreCommand.JSON_FILE)),
            Map.entry("descent", List.of(DescentCommand.JSON_FILE)),
            Map.entry("noise", List.of(NoiseCommand.JSON_FILE)),
            Map.entry("minimum", List.of(MinimumCommand.JSON_FILE)),
            Map.entry("bifurcation", List.of(BifurcationCommand.JSON_FILE)),
            Map.entry("drift", List.of(DriftCommand.JSON_FILE)),
            Map.entry("drift-family", List.of(DriftCommand.FAMILY_FILE)),
            Map.entry("second-order", List.of(OdeCommand.SECOND_ORDER_FILE)));

    private final Path folder;
    private final OriginFile origin;
    private final boolean mayReplace;

    /**
     * A folder.
     *
     * @param mayReplace whether another run's files may be replaced
     */
    OwnFolder(Path folder, OriginFile origin, boolean mayReplace) {
        this.folder = folder;
        this.origin = origin;
        this.mayReplace = mayReplace;
    }

    /**
     * The folder of an index page over several problems.
     *
     * @param places the files and folders given
     * @param settings the options that say what was computed
     * @param mayReplace whether another index may be replaced
     */
    static OwnFolder ofIndex(
            String command, Path folder, List<Path> places, Map<String, List<String>> settings, boolean mayReplace) {
        return new OwnFolder(folder, new OriginFile("index", RunRecord.of(command, places, settings)), mayReplace);
    }

    /** The run whose files it takes. */
    RunRecord run() {
        return origin.run();
    }

    /** What the record of the run is called in it. */
    String record() {
        return origin.name();
    }

    /** Where it is. */
    Path path() {
        return folder;
    }

    /**
     * Refuses a folder that cannot be written to, or in which another run's files would be replaced; to be called before the run, which may be long.
     *
     * @throws SelfstabException if it is such a folder
     */
    void requireFree() {
        requireWritable();
        Optional<String> other =
                mayReplace ? Optional.empty() : origin.otherIn(folder).or(this::withoutRecord);
        if (other.isPresent()) {
            throw new SelfstabException(
                    folder + ": the files of another " + origin.files() + " lie here, " + other.get(),
                    "give another --out, or --force to replace them");
        }
    }

    private void requireWritable() {
        Path existing = folder;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing != null && !Files.isDirectory(existing)) {
            throw Failures.unwritable(new FileAlreadyExistsException(existing.toString()));
        }
        if (existing != null && !Files.isWritable(existing)) {
            throw Failures.unwritable(new AccessDeniedException(existing.toString()));
        }
    }

    /** Files that an older version wrote, or that are not the program's, tell nothing of their run. */
    private Optional<String> withoutRecord() {
        return origin.isIn(folder)
                ? Optional.empty()
                : ALWAYS_WRITTEN.getOrDefault(origin.files(), List.of()).stream()
                        .filter(name -> Files.exists(folder.resolve(name)))
                        .findFirst()
                        .map(name -> "as no file beside " + name + " tells of which");
    }

    /**
     * Records whose files the folder's are from now on; to be called before the first is put in its place.
     *
     * @throws SelfstabException as {@link #requireFree}: another run may have been faster
     */
    void take() throws IOException {
        requireFree();
        origin.write(folder);
    }
}
