package org.selfstab.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first lines of a journal, which tell whose parts follow. */
public final class JournalHeader {

    private final String kind;
    private final String parts;
    private final List<String> lines;

    /**
     * A header.
     *
     * @param kind what is computed, a noun
     * @param parts what is kept of it, a noun in the plural
     * @param identity all that determines the parts, by name, in its order; the text of {@code problem} is not shown
     */
    public JournalHeader(String kind, String parts, Map<String, String> identity) {
        this.kind = kind;
        this.parts = parts;
        this.lines = Stream.of(
                        Stream.of("selfstab " + kind + " 1"),
                        identity.entrySet().stream().map(JournalHeader::line),
                        Stream.of(parts))
                .flatMap(part -> part)
                .toList();
    }

    /**
     * What all that is computed of a problem depends on, by name.
     *
     * @param program its version and the digest of its classes
     * @param text the content of the problem file, whose name does not count
     * @param data the data files that it names, by their names in it
     * @param fixed expressions of parameters, as after {@code --set}
     */
    public static Map<String, String> identity(
            String program, String text, Map<String, String> data, Map<String, String> fixed) {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("program", program);
        identity.put("problem", RunRecord.digest(text));
        new TreeMap<>(data).forEach((name, content) -> identity.put("data " + name, RunRecord.digest(content)));
        identity.put("set", new TreeMap<>(fixed).toString());
        return identity;
    }

    private static String line(Map.Entry<String, String> entry) {
        return entry.getKey() + "\t" + CheckedLine.escaped(entry.getValue());
    }

    String kind() {
        return kind;
    }

    String parts() {
        return parts;
    }

    String wayOut() {
        return "--restart discards its " + parts + ", another --out keeps them";
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
