package org.selfstab.report.comparison;

import com.google.common.primitives.Doubles;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.GivenFile;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.SelfstabException;

/** The trajectories of two runs in one picture, where both were written beside their outputs. */
final class TrajectoryComparison {

    private static final List<Role> OPTIMIZERS =
            List.of(Role.EXACT, Role.EXACT_SECOND, Role.EXACT_THIRD, Role.EXACT_FOURTH, Role.EXACT_FIFTH);

    private static final String OPTIMIZER = "run.problem.optimizer";

    private static final CSVFormat TRAJECTORY =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Steps that a picture can show; of longer runs the first. */
    private static final int MOST_STEPS = 20_000;

    private TrajectoryComparison() {}

    /**
     * The sharpness and the loss of both over the steps, and of several optimizers the sharpness in units of the theory.
     *
     * @param beside more outputs for the last
     * @throws SelfstabException if a trajectory cannot be read
     */
    static FigureSet figures(SavedOutput first, SavedOutput second, List<SavedOutput> beside) {
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
        List<SavedOutput> all = new ArrayList<>(List.of(first, second));
        all.addAll(beside);
        if (all.stream().map(TrajectoryComparison::rates).distinct().count() > 1) {
            set.addOrOmit(
                    rescaled(all),
                    "Sharpness in units of the theory",
                    "of none of the outputs eps is defined and trajectory.csv lies beside it");
        }
        return set.collected(Optional.empty(), List.of());
    }

    /** What optimizers differ by, also those of one name. */
    private static List<Object> rates(SavedOutput output) {
        return List.of(
                output.words(OPTIMIZER),
                output.number("edge"),
                output.number("growth_rate"),
                output.number("drift_rate"));
    }

    private static String label(SavedOutput output, List<SavedOutput> all) {
        String name = output.words(OPTIMIZER);
        boolean repeated = all.stream()
                        .filter(other -> other.words(OPTIMIZER).equals(name))
                        .map(TrajectoryComparison::rates)
                        .distinct()
                        .count()
                > 1;
        return repeated ? name + String.format(Digits.LOCALE, ", S_c = %.4g", output.number("edge")) : name;
    }

    /** Several optimizers, each at its own edge: (32) leaves the same equation of all, {@code Y = (S - S_c)/sqrt(b alpha/a)} over {@code tau = eps t}. */
    private static Optional<Figure> rescaled(List<SavedOutput> outputs) {
        List<Series> series = new ArrayList<>();
        for (SavedOutput output : outputs) {
            Optional<List<CSVRecord>> rows = rows(output.trajectory());
            if (rows.isPresent() && output.number("epsilon") > 0) {
                series.add(new Series(
                        label(output, outputs),
                        OPTIMIZERS.get(series.size() % OPTIMIZERS.size()),
                        reduced(output, rows.get())));
            }
        }
        if (series.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Figure(
                "rescaled",
                "Sharpness in units of the theory",
                "The exact iterates, each about its optimizer's own edge S_c, over tau = eps t: to first order in eps one curve, that of the reduced equation,"
                        + " where starts are alike and kappa_3 is 0.",
                Figure.Shape.COURSE,
                Axis.linear("τ = ε t", "dimensionless", about(series, Points::xs)),
                Axis.linear("(S − S_c)/√(b α/a)", "dimensionless", about(series, Points::ys)),
                series,
                List.of(),
                List.of()));
    }

    private static Range about(List<Series> series, Function<Points, double[]> coordinates) {
        return Range.about(series.stream()
                .map(Series::points)
                .flatMapToDouble(points -> DoubleStream.of(coordinates.apply(points)))
                .filter(Double::isFinite));
    }

    private static Points reduced(SavedOutput output, List<CSVRecord> rows) {
        double epsilon = output.number("epsilon");
        double penalised = output.number("decay.penalised.edge");
        double edge = Double.isNaN(penalised) ? output.number("edge") : penalised;
        double unit = epsilon / output.number("growth_rate");
        return Points.of(
                IntStream.range(0, rows.size()).mapToDouble(t -> epsilon * t).toArray(),
                rows.stream()
                        .mapToDouble(row -> (number(row, "sharpness") - edge) / unit)
                        .toArray());
    }

    private static Optional<List<CSVRecord>> rows(Path file) {
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
        } catch (IOException failure) {
            throw unreadable(file, failure);
        } catch (UncheckedIOException failure) {
            throw unreadable(file, failure.getCause());
        }
    }

    private static SelfstabException unreadable(Path file, IOException failure) {
        return GivenFile.unreadable(failure, Location.startOf(file), "folder that --out wrote");
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
