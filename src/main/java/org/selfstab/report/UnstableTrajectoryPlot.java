package org.selfstab.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.selfstab.claims.Verification;
import org.selfstab.document.chart.Points;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;
import org.selfstab.report.figure.UnstableFigures;
import org.selfstab.run.RunRecord;

/**
 * A run of several unstable eigenvalues as pgfplots draws it: {@code pgfplots/run.csv} with at most about {@value #MAX_ROWS} rows, extremes kept, and a picture in
 * a file of its own for the eigenvalues against the edge, X in its plane over Sigma's ellipses, the loss and the deviation.
 */
public final class UnstableTrajectoryPlot {

    private static final int MAX_ROWS = 2000;

    private static final List<String> OF_EIGENVALUE =
            List.of(PgfPicture.BLUE, PgfPicture.SKY, PgfPicture.PURPLE, PgfPicture.ORANGE);

    private final UnstableFigures run;
    private final UnstableFigures.Outline outline;

    /** A run that is over and has a step. */
    public UnstableTrajectoryPlot(UnstableFigures run) {
        this.run = run;
        this.outline = run.outline(MAX_ROWS);
    }

    /**
     * Writes the files.
     *
     * @param folder the problem's folder
     * @throws IOException if a file cannot be written
     */
    public void write(Path folder, RunRecord record, Problem problem, Verification verification) throws IOException {
        Path place = folder.resolve(ReportFolder.PICTURES);
        double edge = RealValue.of(problem.edge());
        double unit = TrajectoryPlot.unit(verification).orElse(Double.NaN);
        PendingFile.write(place.resolve(TrajectoryPlot.DATA), csv(edge, unit));
        Recorded.describe(place.resolve(TrajectoryPlot.DATA), "run-plot", record);
        for (PgfPicture picture : pictures(TrajectoryPlot.comment(problem, verification, outline.stretch()))) {
            picture.write(place);
        }
    }

    private String csv(double edge, double unit) {
        StringBuilder text = new StringBuilder("t,")
                .append(String.join(",", outline.columns()))
                .append(",edge,unit\n");
        for (List<Double> row : outline.rows()) {
            text.append(row.get(0).intValue()).append(',');
            text.append(row.stream().skip(1).map(PgfPicture::number).collect(Collectors.joining(",")));
            text.append(',').append(PgfPicture.number(edge));
            text.append(',').append(PgfPicture.number(unit)).append('\n');
        }
        return text.toString();
    }

    private List<PgfPicture> pictures(String comment) {
        List<PgfPicture> pictures = new ArrayList<>();
        PgfPicture eigenvalues = TrajectoryPlot.overTime("eigenvalues", "$\\lambda_j$", comment);
        for (int j = 0; outline.columns().contains("sharpness_" + (j + 1)); j++) {
            eigenvalues.plot(
                    "t",
                    "sharpness_" + (j + 1),
                    new PgfPicture.PlotLine(
                            "$\\lambda_" + (j + 1) + "$", OF_EIGENVALUE.get(j % OF_EIGENVALUE.size()), "thin"));
        }
        pictures.add(eigenvalues.plot("t", "edge", TrajectoryPlot.level("$S_c$")));
        pictures.add(new PgfPicture("plane", comment)
                .axis("xlabel={$X_1$}, ylabel={$X_2$}")
                .plot(
                        "x_1",
                        "x_2",
                        new PgfPicture.PlotLine("exact", PgfPicture.BLUE, "only marks, mark=*, mark size=0.8pt"))
                .curve(
                        coordinates(run.firstEllipse()),
                        new PgfPicture.PlotLine("$\\Sigma$, $t = 0$", PgfPicture.VERMILLION, "densely dashed, thick"))
                .curve(
                        coordinates(run.lastEllipse()),
                        new PgfPicture.PlotLine("$\\Sigma$, last step", PgfPicture.GREEN, "thick")));
        pictures.add(TrajectoryPlot.overTime("loss", "$L$", comment)
                .plot("t", "loss", TrajectoryPlot.EXACT)
                .plot("t", "loss_dagger", TrajectoryPlot.CONSTRAINED));
        pictures.add(TrajectoryPlot.overTime("deviation", "$|v_t - v^*_t|$", comment)
                .plot("t", "deviation", new PgfPicture.PlotLine("deviation", PgfPicture.BLUE, "thick"))
                .plot("t", "unit", TrajectoryPlot.level("$\\epsilon d$")));
        return pictures;
    }

    private static String coordinates(Points points) {
        return IntStream.range(0, points.size())
                .mapToObj(i -> "(" + PgfPicture.number(points.x(i)) + ", " + PgfPicture.number(points.y(i)) + ")")
                .collect(Collectors.joining(" "));
    }
}
