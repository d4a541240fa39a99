package org.selfstab.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.SelfstabException;

/**
 * What was run, by what and when: it stands in every output, so that two of them can be told apart.
 *
 * @param command the command
 * @param program name and version of the program
 * @param date when; of reproducible builds the one that {@code SOURCE_DATE_EPOCH} states
 * @param files the problem file, or what was given in its place, as it was given
 * @param text the problem file's text; empty where there are several files
 * @param problem the problem, with what the command line overrode; empty for several
 * @param options the options that say what was computed, with their values: none of a switch, several of one that is repeated
 */
public record RunRecord(
        String command,
        String program,
        Instant date,
        List<Path> files,
        Optional<String> text,
        Optional<Problem> problem,
        Map<String, List<String>> options) {

    private static final String DATE = "SOURCE_DATE_EPOCH";

    /** What no shell takes for anything but text. */
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9_./:=,+-]+");

    public RunRecord {
        files = List.copyOf(files);
        TreeMap<String, List<String>> given = new TreeMap<>();
        options.forEach((name, values) -> given.put(name, List.copyOf(values)));
        options = Collections.unmodifiableMap(given);
    }

    /**
     * The record of a run of one problem.
     *
     * @param text what the problem was read from
     * @throws SelfstabException if {@code SOURCE_DATE_EPOCH} is no number
     */
    public static RunRecord of(
            String command, Path file, Optional<String> text, Problem problem, Map<String, List<String>> options) {
        return new RunRecord(command, thisProgram(), now(), List.of(file), text, Optional.of(problem), options);
    }

    /** The record of a run of what lies in several files or folders. */
    public static RunRecord of(String command, List<Path> places, Map<String, List<String>> options) {
        return new RunRecord(command, thisProgram(), now(), places, Optional.empty(), Optional.empty(), options);
    }

    /** The options with their values in one text each, empty of a switch. */
    public Map<String, String> optionTexts() {
        Map<String, String> texts = new TreeMap<>();
        options.forEach((name, values) -> texts.put(name, String.join(" ", values)));
        return texts;
    }

    /**
     * A command line, as a shell takes it.
     *
     * @param options their values by their names: none of a switch, several of one that is repeated
     */
    public static String commandLine(String command, List<String> files, Map<String, List<String>> options) {
        return Stream.of(Stream.of("selfstab " + command), files.stream().map(RunRecord::word), words(options))
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
    }

    /** The command and its options, without what it is about, as a shell takes them. */
    public String settings() {
        return Stream.concat(Stream.of(command), words(options)).collect(Collectors.joining(" "));
    }

    private static Stream<String> words(Map<String, List<String>> options) {
        return options.entrySet().stream()
                .flatMap(option -> option.getValue().isEmpty()
                        ? Stream.of(option.getKey())
                        : option.getValue().stream().map(value -> option.getKey() + " " + word(value)));
    }

    private static String word(String value) {
        return PLAIN_WORD.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    /** Name and version of this program, from the manifest of its jar. */
    public static String thisProgram() {
        String version = RunRecord.class.getPackage().getImplementationVersion();
        return "selfstab " + Objects.requireNonNullElse(version, "(development build)");
    }

    /** What was given, with commas between several. */
    public String file() {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    /** The digest of the problem file's text, in hexadecimal; computed where it is asked for, since the terminal shows none. */
    public Optional<String> sha256() {
        return text.map(RunRecord::digest);
    }

    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static Instant now() {
        String stated = System.getenv(DATE);
        return stated == null ? Instant.now().truncatedTo(ChronoUnit.SECONDS) : dated(stated);
    }

    /** The date that a reproducible build states. */
    static Instant dated(String stated) {
        if (!stated.matches("[0-9]{1,11}")) {
            throw new SelfstabException(
                    DATE + " is '" + stated + "'", "it must be a number of seconds since 1970, or not be set");
        }
        return Instant.ofEpochSecond(Long.parseLong(stated));
    }
}
