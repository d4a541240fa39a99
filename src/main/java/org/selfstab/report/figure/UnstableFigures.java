package org.selfstab.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.selfstab.document.chart.Axis;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Range;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;
import org.selfstab.dynamics.UnstableStep;
import org.selfstab.numeric.SymmetricMatrices;

/** The figures of a run of k unstable eigenvalues: the eigenvalues against the edge, X in its plane over Sigma's ellipse, the loss and the deviation. */
public final class UnstableFigures implements Consumer<UnstableStep> {

    private static final Role[] OF_EIGENVALUE = {
        Role.EXACT, Role.EXACT_SECOND, Role.EXACT_THIRD, Role.EXACT_FOURTH, Role.EXACT_FIFTH
    };
    private static final int ELLIPSE_POINTS = 120;

    private final int k;
    private final double edge;
    private final ThinnedRows rows;
    private final int ofDagger;
    private final int ofX;
    private final int ofPrediction;
    private final int ofRest;
    private DMatrixRMaj firstCovariance;
    private DMatrixRMaj lastCovariance;
    private int last;

    /**
     * Records a run.
     *
     * @param k how many eigenvalues at most
     * @param edge {@code S_c}
     */
    public UnstableFigures(int k, double edge) {
        this.k = k;
        this.edge = edge;
        this.ofDagger = k;
        this.ofX = 2 * k;
        this.ofPrediction = 3 * k;
        this.ofRest = 4 * k;
        this.rows = new ThinnedRows(4 * k + 3);
    }

    @Override
    public void accept(UnstableStep step) {
        int followed = step.space().k();
        double[] row = new double[rows.columns()];
        Arrays.fill(row, Double.NaN);
        System.arraycopy(step.iterate().values(), 0, row, 0, followed);
        System.arraycopy(step.space().eigenvalues(), 0, row, ofDagger, followed);
        System.arraycopy(step.x(), 0, row, ofX, followed);
        System.arraycopy(step.predictedX(), 0, row, ofPrediction, followed);
        row[ofRest] = step.iterate().loss();
        row[ofRest + 1] = step.space().loss();
        row[ofRest + 2] = step.deviation();
        rows.add(step.t(), row);
        firstCovariance = step.t() == 0 ? step.covariance().z() : firstCovariance;
        lastCovariance = step.covariance().z();
        last = step.t();
    }

    /** The figures of what was recorded. */
    public FigureSet figures() {
        FigureSet.Collector set = new FigureSet.Collector();
        if (rows.steps() == 0) {
            set.omit("All figures", "the run has no step");
            return set.collected(Optional.empty(), List.of());
        }
        set.add(eigenvalues());
        set.add(plane());
        set.add(loss());
        set.add(deviation());
        return set.collected(
                Optional.empty(),
                rows.isThinned()
                        ? List.of("The run has " + rows.steps() + " steps, not all of which are shown.")
                        : List.of());
    }

    /**
     * Few steps of the run.
     *
     * @param stretch of how many consecutive steps the extremes are there; 1 if all steps are
     * @param columns the names of the numbers after the step
     * @param rows a step and its numbers; not a number where fewer eigenvalues are followed
     */
    public record Outline(int stretch, List<String> columns, List<List<Double>> rows) {

        public Outline {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Few steps that show where the eigenvalues, X, the loss and the deviation go. */
    public Outline outline(int most) {
        List<String> columns = new ArrayList<>();
        for (String name : List.of("sharpness_", "sharpness_dagger_", "x_", "x_pred_")) {
            for (int j = 1; j <= k; j++) {
                columns.add(name + j);
            }
        }
        columns.addAll(List.of("loss", "loss_dagger", "deviation"));
        ThinnedRows.Outline outline =
                rows.outline(most, IntStream.range(0, rows.columns()).toArray());
        return new Outline(
                outline.stretch(),
                columns,
                outline.rows().stream()
                        .map(row -> Stream.concat(
                                        Stream.of((double) row.step()),
                                        row.values().stream().boxed())
                                .toList())
                        .toList());
    }

    /** The ellipse of Sigma at t = 0, in the plane of the first two components of X. */
    public Points firstEllipse() {
        return ellipse(firstCovariance);
    }

    /** That at the last step. */
    public Points lastEllipse() {
        return ellipse(lastCovariance);
    }

    private Figure eigenvalues() {
        List<Series> series = new ArrayList<>();
        Axis steps = Axis.steps(0, last);
        series.add(Series.level("edge 2/η", Role.REFERENCE, edge, steps.shown()));
        for (int j = Math.min(k, OF_EIGENVALUE.length) - 1; j >= 0; j--) {
            series.add(new Series("λ_" + (j + 1) + "(θ)", OF_EIGENVALUE[j], rows.course(j)));
        }
        for (int j = 0; j < k; j++) {
            series.add(new Series(j == 0 ? "λ(θ†)" : "", Role.CONSTRAINED, rows.course(ofDagger + j)));
        }
        return course(
                "unstable-eigenvalues",
                "The largest eigenvalues against the edge",
                "Eigenvalues that are held at the edge oscillate about it at the iterates; one that leaves it falls off."
                        + TimeSeriesFigures.STRANDS,
                steps,
                Axis.linear("eigenvalues λ", "unit of L/θ²", Range.aboutOrdinates(series)),
                series);
    }

    private Figure plane() {
        double[] first = rows.kept(ofX);
        double[] second = rows.kept(ofX + 1);
        List<Series> series = List.of(
                new Series("X_t = Uᵀ(θ − θ†)", Role.EXACT, Points.of(first, second)),
                new Series("ellipse of Σ, t = 0", Role.PREDICTED, firstEllipse()),
                new Series("ellipse of Σ, last step", Role.CONSTRAINED, lastEllipse()));
        Range x = Range.about(series.stream()
                .flatMapToDouble(line -> Arrays.stream(line.points().xs())));
        return new Figure(
                "unstable-plane",
                "The oscillation in its plane",
                "The components of the displacement along the first two vectors of U at every step, on one side at even steps and on the other at odd, and the ellipse of one standard"
                        + " deviation of the covariance Σ that the theory predicts; a Σ of rank one is a segment.",
                Figure.Shape.PLANE,
                Axis.linear("X_1", "unit of θ", x),
                Axis.linear("X_2", "unit of θ", Range.aboutOrdinates(series)),
                series,
                List.of(),
                List.of());
    }

    /** {@code Sigma^{1/2}} of the unit circle, in the first two coordinates. */
    private static Points ellipse(DMatrixRMaj covariance) {
        DMatrixRMaj block = new DMatrixRMaj(2, 2);
        int size = Math.min(2, covariance.numRows);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                block.set(i, j, covariance.get(i, j));
            }
        }
        SymmetricMatrices.Spectrum spectrum = SymmetricMatrices.spectrum(block);
        DMatrixRMaj root = spectrum.with(Arrays.stream(spectrum.values())
                .map(value -> Math.sqrt(Math.max(value, 0.0)))
                .toArray());
        double[] xs = new double[ELLIPSE_POINTS + 1];
        double[] ys = new double[ELLIPSE_POINTS + 1];
        for (int i = 0; i <= ELLIPSE_POINTS; i++) {
            double cosine = Math.cos(2.0 * Math.PI * i / ELLIPSE_POINTS);
            double sine = Math.sin(2.0 * Math.PI * i / ELLIPSE_POINTS);
            xs[i] = root.get(0, 0) * cosine + root.get(0, 1) * sine;
            ys[i] = root.get(1, 0) * cosine + root.get(1, 1) * sine;
        }
        return Points.of(xs, ys);
    }

    private Figure loss() {
        List<Series> series = List.of(
                new Series("L(θ)", Role.EXACT, rows.course(ofRest)),
                new Series("L(θ†)", Role.CONSTRAINED, rows.course(ofRest + 1)));
        return course(
                "unstable-loss",
                "Loss",
                "The loss of the iterates lies above that of the constrained trajectory by Xᵀ A X/2."
                        + TimeSeriesFigures.STRANDS,
                Axis.steps(0, last),
                Axis.linear("loss L", "unit of L", Range.aboutOrdinates(series)),
                series);
    }

    private Figure deviation() {
        List<Series> series = List.of(new Series("|v − v*|", Role.EXACT, rows.course(ofRest + 2)));
        return course(
                "unstable-deviation",
                "Deviation of the prediction",
                "How far the iterates are from the predicted dynamics." + TimeSeriesFigures.STRANDS,
                Axis.steps(0, last),
                Axis.linear("|v − v*|", "unit of θ", Range.aboutOrdinates(series)),
                series);
    }

    private static Figure course(String name, String title, String caption, Axis x, Axis y, List<Series> series) {
        return new Figure(name, title, caption, Figure.Shape.COURSE, x, y, series, List.of(), List.of());
    }
}
