package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.selfstab.sweep.GridAxis;
import org.selfstab.sweep.GridValue;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.PointValue;
import org.selfstab.sweep.SweepResult;
import org.selfstab.vocabulary.Verdict;

/**
 * A sweep's points as rows of text. {@code set.NAME} is the exact value that {@code --set NAME=...} takes, {@code number.NAME} the double
 * nearest to it.
 */
final class SweepColumns {

    private final SweepResult result;

    SweepColumns(SweepResult result) {
        this.result = result;
    }

    List<String> header() {
        List<String> header = new ArrayList<>(List.of("point"));
        for (GridAxis axis : result.grid().axes()) {
            header.add("set." + axis.parameter());
            header.add("number." + axis.parameter());
        }
        header.add("status");
        header.addAll(result.job().quantities());
        result.job().claims().forEach(claim -> header.add("claim." + claim));
        header.add("reason");
        return header;
    }

    /** One field for each of the header; what is undefined is empty. */
    List<String> row(PointResult point) {
        List<String> row = new ArrayList<>(List.of(Integer.toString(point.index())));
        for (GridValue value : result.grid().point(point.index()).values()) {
            row.add(value.text());
            row.add(value.decimal());
        }
        row.add(point.status().words());
        point.values().stream().map(PointValue::text).forEach(row::add);
        for (int i = 0; i < result.job().claims().size(); i++) {
            row.add(claim(point, i));
        }
        row.add(point.reason());
        return row;
    }

    /** What became of a claim at a point; empty if nothing did. */
    static String claim(PointResult point, int claim) {
        return point.claim(claim).map(SweepColumns::words).orElse("");
    }

    /** A verdict in lower case. */
    static String words(Verdict.Status status) {
        return status.word().toLowerCase(Locale.ROOT);
    }
}
