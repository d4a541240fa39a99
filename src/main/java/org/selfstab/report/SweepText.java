package org.selfstab.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.selfstab.sweep.GridAxis;
import org.selfstab.sweep.GridValue;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.PointStatus;
import org.selfstab.sweep.PointValue;
import org.selfstab.sweep.Spacing;
import org.selfstab.sweep.SweepExtremes;
import org.selfstab.sweep.SweepResult;

/** A sweep as a researcher reads it at a glance: what became of the points, extremes with their places, verdicts counted. */
final class SweepText {

    private static final int MAX_VALUES_SHOWN = 7;
    private static final int MAX_ROWS = 40;
    private static final int MAX_REASONS = 8;
    private static final double LARGEST_COUNT = 1e9;

    private final SweepResult result;
    private final List<SweepExtremes> extremes;
    private final StringBuilder text = new StringBuilder();

    SweepText(SweepResult result) {
        this.result = result;
        this.extremes = IntStream.range(0, result.job().quantities().size())
                .mapToObj(i -> SweepExtremes.of(result, i))
                .toList();
    }

    String write() {
        heading();
        statuses();
        numbers();
        verdicts();
        if (result.points().size() <= MAX_ROWS) {
            table();
        }
        reasons();
        line("  evidence: numeric runs in double precision, not a proof");
        return text.toString();
    }

    private void heading() {
        line("%s: %s", result.problem().title(), VerdictLine.of(result));
        line("  %-8s %s", "loss", result.problem().loss());
        result.grid().axes().forEach(axis -> line("  %-8s %s = %s", "grid", axis.parameter(), values(axis)));
        line(
                "  %-8s %d points, double precision, %s projection, %s frame",
                "runs",
                result.points().size(),
                result.job().projection().optionName(),
                result.job().frame().optionName());
        line("");
    }

    private static String values(GridAxis axis) {
        List<String> all = axis.values().stream().map(GridValue::text).toList();
        int last = all.size() - 1;
        String shown = all.size() <= MAX_VALUES_SHOWN
                ? String.join(", ", all)
                : String.join(", ", all.subList(0, 3)) + ", ..., " + all.get(last) + " (" + all.size() + ")";
        return axis.spacing() == Spacing.LOG ? shown + "; equal ratios, to 12 digits" : shown;
    }

    private void statuses() {
        Map<PointStatus, Long> counts = result.points().stream()
                .collect(Collectors.groupingBy(PointResult::status, TreeMap::new, Collectors.counting()));
        line("  %-30s %9s", "status", "points");
        counts.forEach((status, count) -> line("  %-30s %9d", status.words(), count));
        line("");
    }

    private void numbers() {
        if (extremes.stream().noneMatch(SweepExtremes::isNumeric)) {
            return;
        }
        int width = places();
        String form = "  %-30s %12s   at %-" + width + "s %12s   at %-" + width + "s %9s";
        line(form, "quantity", "least", "", "greatest", "", "undefined");
        for (int i = 0; i < extremes.size(); i++) {
            SweepExtremes found = extremes.get(i);
            if (found.isNumeric()) {
                line(
                        form,
                        result.job().quantities().get(i),
                        digits(found.least().value()),
                        result.grid().place(found.least().step()),
                        digits(found.greatest().value()),
                        result.grid().place(found.greatest().step()),
                        found.undefined());
            }
        }
        line("");
    }

    private int places() {
        return extremes.stream()
                .filter(SweepExtremes::isNumeric)
                .flatMap(found -> List.of(found.least().step(), found.greatest().step()).stream())
                .mapToInt(point -> result.grid().place(point).length())
                .max()
                .orElse(1);
    }

    private static String digits(double value) {
        boolean count = value == Math.rint(value) && Math.abs(value) < LARGEST_COUNT;
        return String.format(Locale.ROOT, count ? "%.0f" : "%.6g", value);
    }

    private void verdicts() {
        List<String> names = result.job().quantities();
        for (int i = 0; i < names.size(); i++) {
            int quantity = i;
            if (!extremes.get(i).isNumeric()) {
                counts(names.get(i), point -> point.values().get(quantity).text());
            }
        }
        List<String> claims = result.job().claims();
        for (int i = 0; i < claims.size(); i++) {
            int claim = i;
            counts("claim " + claims.get(i), point -> SweepColumns.claim(point, claim));
        }
        line("");
    }

    private void counts(String name, Function<PointResult, String> words) {
        Map<String, Long> counts = result.points().stream()
                .map(words)
                .map(word -> word.isEmpty() ? "undefined" : word)
                .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
        String counted = counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        line("  %-36s %s", name, counted);
    }

    /** The numbers of each point. */
    private void table() {
        List<Integer> numeric = IntStream.range(0, extremes.size())
                .filter(i -> extremes.get(i).isNumeric())
                .boxed()
                .toList();
        if (numeric.isEmpty()) {
            return;
        }
        List<String> names =
                numeric.stream().map(i -> result.job().quantities().get(i)).toList();
        row(result.grid().axes().stream().map(GridAxis::parameter).toList(), names, "status");
        for (PointResult point : result.points()) {
            row(
                    result.grid().point(point.index()).values().stream()
                            .map(GridValue::text)
                            .toList(),
                    numeric.stream().map(i -> shown(point.values().get(i))).toList(),
                    point.status().words());
        }
        line("");
    }

    private static String shown(PointValue value) {
        return value.number().isPresent() ? digits(value.number().getAsDouble()) : "-";
    }

    private void row(Collection<String> place, Collection<String> numbers, String status) {
        StringBuilder row = new StringBuilder(" ");
        place.forEach(value -> row.append(String.format(Locale.ROOT, " %-18s", value)));
        numbers.forEach(number -> row.append(String.format(Locale.ROOT, " %18s", number)));
        line("%s  %s", row, status);
    }

    private void reasons() {
        List<PointResult> explained = result.points().stream()
                .filter(point -> !point.reason().isEmpty())
                .limit(MAX_REASONS + 1L)
                .toList();
        explained.stream()
                .limit(MAX_REASONS)
                .forEach(point -> line("  %s: %s", result.grid().place(point.index()), point.reason()));
        if (explained.size() > MAX_REASONS) {
            line("  ... and more: the reason of each point is in the CSV");
        }
        if (!explained.isEmpty()) {
            line("");
        }
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments).stripTrailing())
                .append('\n');
    }
}
