package org.selfstab.sweep;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first lines of a journal, which tell whose points follow. */
final class JournalHeader {

    private static final String TITLE = "selfstab sweep 1";
    private static final String END = "points";

    private final List<String> lines;

    JournalHeader(SweepJob job) {
        Stream<String> identity = job.identity().entrySet().stream().map(JournalHeader::line);
        this.lines = Stream.of(Stream.of(TITLE), identity, Stream.of(END))
                .flatMap(part -> part)
                .toList();
    }

    private static String line(Map.Entry<String, String> entry) {
        return entry.getKey() + "\t" + PointLine.escaped(entry.getValue());
    }

    /** The number of lines. */
    int size() {
        return lines.size();
    }

    /** The lines, each with a line break. */
    String text() {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /**
     * What is different in another journal's first lines; empty if nothing is.
     *
     * @param others whole lines, at least as many as this has
     */
    Optional<String> difference(List<String> others) {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).equals(others.get(i))) {
                return Optional.of(difference(lines.get(i), others.get(i)));
            }
        }
        return Optional.empty();
    }

    private static String difference(String line, String other) {
        String[] mine = line.split("\t", 2);
        String[] theirs = other.split("\t", 2);
        if (mine.length < 2 || theirs.length < 2 || !mine[0].equals(theirs[0])) {
            return "of another form";
        }
        return mine[0].equals("problem")
                ? "of another version of the problem file"
                : "with " + mine[0] + " '" + shown(theirs[1]) + "' instead of '" + shown(mine[1]) + "'";
    }

    private static String shown(String value) {
        return value.length() <= 100 ? value : value.substring(0, 97) + "...";
    }
}
