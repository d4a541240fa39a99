package org.selfstab.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.selfstab.document.Json;
import org.selfstab.run.RunRecord;

/**
 * The record of what the files in a folder are: written beside them, so that no other run replaces them unnoticed.
 *
 * @param files what they are: files of different kinds lie side by side
 * @param run the run that they are of
 */
public record OriginFile(String files, RunRecord run) {

    /** The files as paths that do not depend on where the program was started. */
    private String wherever() {
        return run.files().stream()
                .map(file -> file.toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(", "));
    }

    /** What the record is called in its folder. */
    public String name() {
        return "origin-" + files + ".json";
    }

    private Path in(Path folder) {
        return folder.resolve(name());
    }

    /**
     * Writes the record.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path folder) throws IOException {
        PendingFile.write(in(folder), Json.write(RunSummary.of(run).of(wherever())));
    }

    /** Whether a folder has a record of files of the same kind. */
    public boolean isIn(Path folder) {
        return Files.exists(in(folder));
    }

    /**
     * Why a folder's files of the same kind are another run's; empty if they are this one's or there are none. A problem file that was edited since
     * is the same one, and so is a copy of it elsewhere.
     */
    public Optional<String> otherIn(Path folder) {
        Path file = in(folder);
        if (!isIn(folder)) {
            return Optional.empty();
        }
        try {
            JsonNode other = new ObjectMapper().readTree(Files.readString(file));
            return other.path("file").isTextual() && other.path("options").isObject()
                    ? difference(other)
                    : Optional.of(untold(file));
        } catch (IOException damaged) {
            return Optional.of(untold(file));
        }
    }

    private static String untold(Path file) {
        return "as " + file + " does not tell of which";
    }

    private Optional<String> difference(JsonNode other) {
        boolean isOfTheSame = wherever().equals(other.path("file").asText())
                || run.sha256().filter(other.path("sha256").asText()::equals).isPresent();
        if (!isOfTheSame) {
            return Optional.of("of " + other.path("file").asText());
        }
        Map<String, String> options = new HashMap<>();
        other.path("options")
                .properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().asText()));
        Map<String, String> ours = run.optionTexts();
        TreeSet<String> names = new TreeSet<>(ours.keySet());
        names.addAll(options.keySet());
        return names.stream()
                .filter(name -> !shown(ours, name).equals(shown(options, name)))
                .findFirst()
                .map(name -> shown(options, name) + " and not " + shown(ours, name));
    }

    private static String shown(Map<String, String> options, String name) {
        return options.containsKey(name)
                ? ("with " + name + " " + options.get(name)).stripTrailing()
                : "without " + name;
    }
}
