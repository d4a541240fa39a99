package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.selfstab.document.Json;

/**
 * Of what the files in a folder are: written beside them, so that no other run replaces them unnoticed.
 *
 * @param files what they are: files of different kinds lie side by side
 * @param problem the problem file as a whole path, or several
 * @param sha256 the digest of the problem's text; empty for several
 * @param options the options that say what was computed, with their values
 */
@JsonPropertyOrder({"files", "problem", "sha256", "options"})
public record RunRecord(String files, String problem, String sha256, Map<String, String> options) {

    public RunRecord {
        Objects.requireNonNull(problem);
        Objects.requireNonNull(sha256);
        options = Map.copyOf(options);
    }

    /** The record of a run on one problem file. */
    public static RunRecord of(String files, Path problem, String text, Map<String, String> options) {
        String digest =
                Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
        return new RunRecord(files, absolute(problem), digest, options);
    }

    /** A path that does not depend on where the program was started. */
    public static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private static Path file(Path folder, String files) {
        return folder.resolve("origin-" + files + ".json");
    }

    /**
     * Writes the record.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path folder) throws IOException {
        PendingFile.write(
                file(folder, files), Json.write(new RunRecord(files, problem, sha256, new TreeMap<>(options))));
    }

    /** Whether a folder has a record of files of the same kind. */
    public boolean hasRecordIn(Path folder) {
        return Files.exists(file(folder, files));
    }

    /**
     * Why a folder's files of the same kind are another run's; empty if they are this one's or there are none. A problem file that was edited since
     * is the same one, and so is a copy of it elsewhere.
     *
     * @throws IOException if the folder's record cannot be read
     */
    public Optional<String> otherIn(Path folder) throws IOException {
        Path file = file(folder, files);
        if (!hasRecordIn(folder)) {
            return Optional.empty();
        }
        try {
            RunRecord other = new ObjectMapper().readValue(Files.readString(file), RunRecord.class);
            return other == null ? Optional.of(untold(file)) : difference(other);
        } catch (JsonProcessingException damaged) {
            return Optional.of(untold(file));
        }
    }

    private static String untold(Path file) {
        return "as " + file + " does not tell of which";
    }

    private Optional<String> difference(RunRecord other) {
        boolean isOfTheSame = problem.equals(other.problem) || (!sha256.isEmpty() && sha256.equals(other.sha256));
        if (!isOfTheSame) {
            return Optional.of("of " + other.problem);
        }
        TreeSet<String> names = new TreeSet<>(options.keySet());
        names.addAll(other.options.keySet());
        return names.stream()
                .filter(name -> !shown(options, name).equals(shown(other.options, name)))
                .findFirst()
                .map(name -> shown(other.options, name) + " and not " + shown(options, name));
    }

    private static String shown(Map<String, String> options, String name) {
        return options.containsKey(name)
                ? ("with " + name + " " + options.get(name)).stripTrailing()
                : "without " + name;
    }
}
