package org.selfstab.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.selfstab.run.CheckedLine;
import org.selfstab.vocabulary.Verdict;

/**
 * A point's result as one line of text, for journals and for the way from other machines.
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
        fields.add(CheckedLine.escaped(result.reason()));
        fields.add(result.claims().stream().map(Verdict.Status::name).collect(Collectors.joining(",")));
        result.values()
                .forEach(value ->
                        fields.add((value.number().isPresent() ? NUMBER : WORDS) + CheckedLine.escaped(value.text())));
        return CheckedLine.write(fields);
    }

    /** The result of a line; empty if the line is damaged. */
    public static Optional<PointResult> read(String line) {
        return CheckedLine.read(line).map(PointLine::result);
    }

    private static PointResult result(List<String> fields) {
        List<PointValue> values = new ArrayList<>();
        for (int i = FIXED_FIELDS; i < fields.size(); i++) {
            values.add(value(fields.get(i)));
        }
        List<Verdict.Status> claims = fields.get(3).isEmpty()
                ? List.of()
                : List.of(fields.get(3).split(",")).stream()
                        .map(Verdict.Status::valueOf)
                        .toList();
        return new PointResult(
                Integer.parseInt(fields.get(0)),
                PointStatus.valueOf(fields.get(1)),
                CheckedLine.plain(fields.get(2)),
                values,
                claims);
    }

    private static PointValue value(String field) {
        String text = CheckedLine.plain(field.substring(1));
        return field.startsWith(NUMBER)
                ? new PointValue(text, OptionalDouble.of(Double.parseDouble(text)))
                : PointValue.words(text);
    }
}
