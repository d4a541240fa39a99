package org.selfstab.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.selfstab.vocabulary.Verdict;

/**
 * A point's result as one line of text, for journals and for the way from other machines: fields separated by tabs, ended by the CRC-32 of
 * all before it, so that a line that was cut is known.
 */
public final class PointLine {

    private static final String NUMBER = "#";
    private static final String WORDS = "=";
    private static final int FIXED_FIELDS = 4;

    private PointLine() {}

    /** The line, without a line break. */
    public static String write(PointResult result) {
        List<String> fields = new ArrayList<>();
        fields.add(Integer.toString(result.index()));
        fields.add(result.status().name());
        fields.add(escaped(result.reason()));
        fields.add(result.claims().stream().map(Verdict.Status::name).collect(Collectors.joining(",")));
        result.values()
                .forEach(value -> fields.add((value.number().isPresent() ? NUMBER : WORDS) + escaped(value.text())));
        String content = String.join("\t", fields);
        return content + "\t" + checksum(content);
    }

    /** The result of a line; empty if the line is damaged. */
    public static Optional<PointResult> read(String line) {
        int end = line.lastIndexOf('\t');
        if (end < 0 || !line.substring(end + 1).equals(checksum(line.substring(0, end)))) {
            return Optional.empty();
        }
        String[] fields = line.substring(0, end).split("\t", -1);
        List<PointValue> values = new ArrayList<>();
        for (int i = FIXED_FIELDS; i < fields.length; i++) {
            values.add(value(fields[i]));
        }
        List<Verdict.Status> claims = fields[3].isEmpty()
                ? List.of()
                : List.of(fields[3].split(",")).stream()
                        .map(Verdict.Status::valueOf)
                        .toList();
        return Optional.of(new PointResult(
                Integer.parseInt(fields[0]), PointStatus.valueOf(fields[1]), plain(fields[2]), values, claims));
    }

    private static PointValue value(String field) {
        String text = plain(field.substring(1));
        return field.startsWith(NUMBER)
                ? new PointValue(text, OptionalDouble.of(Double.parseDouble(text)))
                : PointValue.words(text);
    }

    private static String checksum(String content) {
        CRC32 crc = new CRC32();
        crc.update(content.getBytes(UTF_8));
        return String.format("%08x", crc.getValue());
    }

    /** Without tabs and line breaks. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String plain(String escaped) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\') {
                i++;
                char code = escaped.charAt(i);
                text.append(code == 't' ? '\t' : code == 'n' ? '\n' : code == 'r' ? '\r' : code);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
