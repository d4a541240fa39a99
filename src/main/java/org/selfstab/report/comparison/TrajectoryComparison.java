package org.selfstab.report.comparison;

import com.google.common.primitives.Doubles;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.selfstab.document.chart.Axis;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Range;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;

/** The trajectories of two runs in one picture, where both were written beside their outputs. */
final class TrajectoryComparison {

    private static final CSVFormat TRAJECTORY =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Steps that a picture can show; of longer runs the first. */
    private static final int MOST_STEPS = 20_000;

    private TrajectoryComparison() {}

    /**
     * The sharpness and the loss of both over the steps.
     *
     * @throws IOException if a trajectory cannot be read
     */
    static FigureSet figures(SavedOutput first, SavedOutput second) throws IOException {
        FigureSet.Collector set = new FigureSet.Collector();
        Optional<List<CSVRecord>> one = rows(first.trajectory());
        Optional<List<CSVRecord>> other = rows(second.trajectory());
        if (one.isEmpty() || other.isEmpty()) {
            set.omit(
                    "Both trajectories",
                    "they are drawn where trajectory.csv lies beside each output, as verify --out writes it");
        } else {
            set.add(figure("sharpness", "Sharpness", "sharpness S", "unit of L/θ²", one.get(), other.get()));
            set.add(figure("loss", "Loss", "loss L", "unit of L", one.get(), other.get()));
            set.add(figure(
                    "x", "Displacement along the unstable direction", "x = u·v", "unit of θ", one.get(), other.get()));
        }
        return set.collected(Optional.empty(), List.of());
    }

    private static Optional<List<CSVRecord>> rows(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = TRAJECTORY.parse(reader)) {
            List<CSVRecord> rows = new ArrayList<>();
            for (CSVRecord row : parser) {
                if (rows.size() == MOST_STEPS) {
                    break;
                }
                rows.add(row);
            }
            return Optional.of(rows).filter(found -> !found.isEmpty());
        }
    }

    private static Figure figure(
            String column, String title, String quantity, String unit, List<CSVRecord> one, List<CSVRecord> other) {
        List<Series> series = List.of(
                new Series("first", Role.MEASURED, points(one, column)),
                new Series("second", Role.MEASURED_SECOND, points(other, column)));
        Range shown =
                Range.about(series.stream().map(Series::points).flatMapToDouble(points -> DoubleStream.of(points.ys())
                        .filter(Double::isFinite)));
        return new Figure(
                column,
                title,
                "Exact iterates of the first output and of the second.",
                Figure.Shape.COURSE,
                Axis.steps(0, Math.max(one.size(), other.size()) - 1),
                Axis.linear(quantity, unit, shown),
                series,
                List.of(),
                List.of());
    }

    private static Points points(List<CSVRecord> rows, String column) {
        return Points.of(
                IntStream.range(0, rows.size()).asDoubleStream().toArray(),
                rows.stream().mapToDouble(row -> number(row, column)).toArray());
    }

    /** Not a number where the file has none: somebody may have edited it. */
    private static double number(CSVRecord row, String column) {
        Double number = row.isSet(column) ? Doubles.tryParse(row.get(column)) : null;
        return number == null ? Double.NaN : number;
    }
}
