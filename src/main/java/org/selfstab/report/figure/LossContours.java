package org.selfstab.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.document.chart.Axis;
import org.selfstab.document.chart.ContourNumbers;
import org.selfstab.document.chart.Contours;
import org.selfstab.document.chart.Cursor;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Range;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;
import org.selfstab.dynamics.Model;
import org.selfstab.expression.Symbol;
import org.selfstab.geometry.UndefinedGeometryException;

/** The landscape of a loss of two variables with the three trajectories in it. */
final class LossContours {

    private static final int CELLS = 96;
    private static final int SHARPNESS_CELLS = 48;
    private static final int LEVELS = 9;

    /** More steps than this would be one blot if they were joined. */
    private static final int MOST_JOINED = 400;

    private final Model<Binary64> model;
    private final RecordedRun run;
    private final List<Symbol> variables;

    LossContours(Model<Binary64> model, RecordedRun run, List<Symbol> variables) {
        this.model = model;
        this.run = run;
        this.variables = List.copyOf(variables);
    }

    Figure figure() {
        Range x = window(0);
        Range y = window(1);
        Contours contours = new Contours(x, y, CELLS, this::loss);
        List<Series> series = new ArrayList<>();
        List<Figure.Note> notes = new ArrayList<>();
        levels(contours, series, notes, x, y);
        Contours sharpness = new Contours(x, y, SHARPNESS_CELLS, this::sharpness);
        series.add(new Series("edge S = 2/η", Role.REFERENCE, sharpness.at(run.edge())));
        boolean joined = run.keptSteps().length <= MOST_JOINED;
        series.add(new Series("exact θ", joined ? Role.EXACT_PATH : Role.EXACT, places(RecordedRun.Place.THETA)));
        series.add(new Series(
                "predicted θ† + v*",
                joined ? Role.PREDICTED_PLACE : Role.PREDICTED_DOT,
                places(RecordedRun.Place.PREDICTED)));
        series.add(new Series("constrained θ†", Role.CONSTRAINED_PATH, places(RecordedRun.Place.DAGGER)));
        return new Figure(
                "landscape",
                "Loss landscape",
                "Exact iterates hop across the valley from one step to the next while the constrained trajectory goes along the edge S = 2/η;"
                        + " predicted places (rings) should lie on the exact ones. Contour lines are numbered by the loss.",
                Figure.Shape.PLANE,
                Axis.linear(variables.get(0).name(), "unit of θ", x),
                Axis.linear(variables.get(1).name(), "unit of θ", y),
                series,
                notes,
                List.of(
                        track("θ", Role.EXACT, RecordedRun.Place.THETA),
                        track("θ†", Role.CONSTRAINED, RecordedRun.Place.DAGGER),
                        track("θ† + v*", Role.PREDICTED, RecordedRun.Place.PREDICTED)));
    }

    private static Cursor track(String label, Role role, RecordedRun.Place place) {
        return new Cursor(label, role.ink(), place.key(0), place.key(1));
    }

    /** The trajectories with a margin. */
    private Range window(int coordinate) {
        Range about = Range.about(Arrays.stream(RecordedRun.Place.values())
                .flatMapToDouble(place -> Arrays.stream(run.kept(place, coordinate))));
        double margin = 0.1 * about.length();
        return new Range(about.low() - margin, about.high() + margin);
    }

    private Points places(RecordedRun.Place place) {
        return Points.of(run.kept(place, 0), run.kept(place, 1));
    }

    private static FieldVector<Binary64> point(double x, double y) {
        FieldVector<Binary64> point = new ArrayFieldVector<>(Binary64Field.getInstance(), 2);
        point.setEntry(0, new Binary64(x));
        point.setEntry(1, new Binary64(y));
        return point;
    }

    private double loss(double x, double y) {
        return model.loss().at(point(x, y)).value().getReal();
    }

    private double sharpness(double x, double y) {
        try {
            return model.geometry()
                    .eigensystem(model.loss().at(point(x, y)))
                    .top()
                    .getReal();
        } catch (UndefinedGeometryException notFinite) {
            return Double.NaN;
        }
    }

    /** Levels grow like squares, as the loss does across a valley, so that lines are evenly spaced there. */
    private static void levels(Contours contours, List<Series> series, List<Figure.Note> notes, Range x, Range y) {
        double[] values = contours.sortedValues();
        if (values.length == 0) {
            return;
        }
        double least = values[0];
        double most = values[(int) (0.98 * (values.length - 1))];
        Points all = Points.of(0, i -> 0, i -> 0);
        ContourNumbers numbers = new ContourNumbers(x, y);
        for (int k = 1; k <= LEVELS; k++) {
            double part = (double) k / (LEVELS + 1);
            double level = least + (most - least) * part * part;
            Points line = contours.at(level);
            all = all.then(line);
            numbers.add(level, line);
        }
        series.add(new Series("level sets of L", Role.LEVEL, all));
        notes.addAll(numbers.notes());
    }
}
