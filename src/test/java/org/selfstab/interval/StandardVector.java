package org.selfstab.interval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of an .itl file of ITF1788, {@code operation inputs = output;}, whose output is one interval or number.
 *
 * @param file where it stands
 * @param line the line, from 1
 * @param operation the operation's name
 * @param inputs intervals and numbers as they are written
 * @param output the tightest result as it is written
 */
record StandardVector(String file, int line, String operation, List<String> inputs, String output) {

    private static final Pattern STATEMENT = Pattern.compile("\\s*([\\w-]+)\\s+(.*?)\\s*=\\s*([^=]*?)\\s*;.*");
    private static final Pattern TERM = Pattern.compile("\\[[^\\]]*\\](?:_\\w+)?|[^\\s\\[\\]]+");

    /** The statements of a file that are on one line, as all are in the files used. */
    static List<StandardVector> read(Path file) {
        List<StandardVector> vectors = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = STATEMENT.matcher(lines.get(i));
            if (matcher.matches()) {
                List<String> inputs = TERM.matcher(matcher.group(2))
                        .results()
                        .map(result -> result.group())
                        .toList();
                vectors.add(new StandardVector(
                        file.getFileName().toString(), i + 1, matcher.group(1), inputs, matcher.group(3)));
            }
        }
        return vectors;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The inputs as intervals; empty if one is no interval here, as the empty set. */
    Optional<List<Interval>> intervals() {
        List<Interval> intervals = new ArrayList<>();
        for (String input : inputs) {
            Optional<Interval> interval = interval(input);
            if (interval.isEmpty()) {
                return Optional.empty();
            }
            intervals.add(interval.get());
        }
        return Optional.of(intervals);
    }

    /** The output's members, whatever its decoration; none of {@code [empty]} and {@code [nai]}. */
    Optional<Interval> tightest() {
        return interval(output.replaceFirst("_\\w+$", ""));
    }

    /** An interval as it is written, a number for the interval of that number; none of {@code [empty]} and {@code [nai]}. */
    private static Optional<Interval> interval(String text) {
        String set = text.replaceFirst("_\\w+$", "");
        if (set.equals("[empty]") || set.equals("[nai]")) {
            return Optional.empty();
        }
        String[] ends = set.equals("[entire]")
                ? new String[] {"-infinity", "infinity"}
                : set.replaceAll("[\\[\\]]", "").split(",");
        double lower = number(ends[0]);
        double upper = number(ends[ends.length - 1]);
        return Optional.of(new Interval(lower, upper, decoration(text).orElse(Decoration.COMMON)));
    }

    static Optional<Decoration> decoration(String text) {
        return switch (text.replaceFirst("^.*\\]_?", "")) {
            case "com" -> Optional.of(Decoration.COMMON);
            case "dac" -> Optional.of(Decoration.CONTINUOUS);
            case "def" -> Optional.of(Decoration.DEFINED);
            case "trv" -> Optional.of(Decoration.TRIVIAL);
            default -> Optional.empty();
        };
    }

    static double number(String text) {
        return Double.parseDouble(text.trim().replace("infinity", "Infinity"));
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + operation + " " + String.join(" ", inputs) + " = " + output;
    }
}
