package org.selfstab.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.DoubleStream;
import org.selfstab.claims.Verification;
import org.selfstab.problem.Problem;
import org.selfstab.report.figure.RecordedRun;
import org.selfstab.report.figure.RunOutline;
import org.selfstab.report.figure.RunQuantity;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Notation;

/**
 * A run as pgfplots draws it: {@code pgfplots/run.csv} with at most about {@value #MAX_ROWS} rows, extremes kept, and a picture in a file of
 * its own for the loss, the sharpness, x, y, the deviation, and the phase portrait. In doubles.
 */
public final class TrajectoryPlot {

    private static final int MAX_ROWS = 2000;

    private static final String COLUMNS =
            "t,loss,loss_dagger,loss_pred,sharpness,sharpness_dagger,sharpness_pred,x,x_pred,y,y_pred,deviation,X,Y,X_pred,Y_pred";

    private static final List<RunQuantity> WATCHED = List.of(
            RunQuantity.LOSS,
            RunQuantity.SHARPNESS,
            RunQuantity.X,
            RunQuantity.X_PREDICTED,
            RunQuantity.Y,
            RunQuantity.Y_PREDICTED,
            RunQuantity.DEVIATION);

    private static final Notation EDGE = Notation.formula("2/eta", "2/η", "2/\\eta");
    private static final Notation REDUCED_Y =
            Notation.formula("Y = y/sqrt(alpha)", "Y = y/√α", "Y = y/\\sqrt{\\alpha}");
    private static final String LEVEL = "dotted, very thick";

    static final String DATA = "run.csv";

    static final PgfPicture.PlotLine EXACT = new PgfPicture.PlotLine("exact", PgfPicture.BLUE, "thick");
    private static final PgfPicture.PlotLine PREDICTED =
            new PgfPicture.PlotLine("predicted", PgfPicture.VERMILLION, "densely dashed, thick");
    static final PgfPicture.PlotLine CONSTRAINED = new PgfPicture.PlotLine("constrained", PgfPicture.GREEN, "thick");

    private final double growthRate;
    private final double edge;
    private final RunOutline outline;

    /** A run that is over. */
    public TrajectoryPlot(RecordedRun run) {
        this.growthRate = run.growthRate();
        this.edge = run.edge();
        this.outline = run.outline(MAX_ROWS, WATCHED);
    }

    /**
     * Writes the files.
     *
     * @param folder the problem's folder
     * @throws IOException if a file cannot be written
     */
    public void write(Path folder, RunRecord run, Problem problem, Verification verification) throws IOException {
        Path place = folder.resolve(ReportFolder.PICTURES);
        PendingFile.write(place.resolve(DATA), csv(unit(verification)));
        Recorded.describe(place.resolve(DATA), "run-plot", run);
        for (PgfPicture picture : pictures(problem, verification)) {
            picture.write(place);
        }
    }

    private String csv(Optional<Double> unit) {
        StringBuilder text = new StringBuilder(COLUMNS).append(",edge,unit\n");
        for (RunOutline.Step step : outline.steps()) {
            StringJoiner line = new StringJoiner(",", "", "\n");
            line.add(Integer.toString(step.t()));
            numbers(step).mapToObj(PgfPicture::number).forEach(line::add);
            line.add(PgfPicture.number(edge));
            line.add(PgfPicture.number(unit.orElse(Double.NaN)));
            text.append(line);
        }
        return text.toString();
    }

    /** The numbers of a row after its step; x without the sign that alternates. */
    private DoubleStream numbers(RunOutline.Step step) {
        double sign = step.t() % 2 == 0 ? 1.0 : -1.0;
        double unitOfY = step.of(RunQuantity.TAU) / growthRate;
        return DoubleStream.of(
                step.of(RunQuantity.LOSS),
                step.of(RunQuantity.LOSS_DAGGER),
                step.of(RunQuantity.LOSS_PREDICTED),
                step.of(RunQuantity.SHARPNESS),
                step.of(RunQuantity.SHARPNESS_DAGGER),
                step.of(RunQuantity.SHARPNESS_PREDICTED),
                sign * step.of(RunQuantity.X),
                sign * step.of(RunQuantity.X_PREDICTED),
                step.of(RunQuantity.Y),
                step.of(RunQuantity.Y_PREDICTED),
                step.of(RunQuantity.DEVIATION),
                step.of(RunQuantity.REDUCED_X),
                step.of(RunQuantity.REDUCED_Y),
                Math.abs(step.of(RunQuantity.X_PREDICTED)) / step.of(RunQuantity.DELTA),
                step.of(RunQuantity.Y_PREDICTED) / unitOfY);
    }

    private List<PgfPicture> pictures(Problem problem, Verification verification) {
        String comment = comment(problem, verification, outline.stretch());
        List<PgfPicture> pictures = new ArrayList<>();
        pictures.add(overTime("loss", "$L$", comment)
                .plot("t", "loss", EXACT)
                .plot("t", "loss_pred", PREDICTED)
                .plot("t", "loss_dagger", CONSTRAINED));
        pictures.add(overTime("sharpness", "sharpness $S$", comment)
                .plot("t", "sharpness", new PgfPicture.PlotLine("exact", PgfPicture.BLUE, "thin"))
                .plot(
                        "t",
                        "sharpness_pred",
                        new PgfPicture.PlotLine("predicted", PgfPicture.VERMILLION, "densely dashed, thin"))
                .plot("t", "edge", level(in(problem, EDGE))));
        pictures.add(
                overTime("x", "$(-1)^t x_t$", comment).plot("t", "x", EXACT).plot("t", "x_pred", PREDICTED));
        pictures.add(overTime("y", "$y_t$", comment).plot("t", "y", EXACT).plot("t", "y_pred", PREDICTED));
        PgfPicture deviation = overTime("deviation", "$|v_t - v^*_t|$", comment)
                .plot("t", "deviation", new PgfPicture.PlotLine("deviation", PgfPicture.BLUE, "thick"));
        unit(verification).ifPresent(unit -> deviation.plot("t", "unit", level("$\\epsilon\\delta$")));
        pictures.add(deviation);
        pictures.add(new PgfPicture("phase", comment)
                .axis("xlabel={$X = |x|/\\delta$}, ylabel={" + in(problem, REDUCED_Y) + "}")
                .plot(
                        "X",
                        "Y",
                        new PgfPicture.PlotLine("exact", PgfPicture.BLUE, "only marks, mark=*, mark size=0.8pt"))
                .plot("X_pred", "Y_pred", PREDICTED)
                .point("(1, 0)"));
        return pictures;
    }

    /** What a picture begins with. */
    static String comment(Problem problem, Verification verification, int stretch) {
        return new LatexCaption(problem)
                .line(verification.description())
                .line("evidence: numeric run in " + verification.arithmetic() + ", not a proof")
                .line(
                        stretch == 1
                                ? "every step is a row of " + DATA
                                : DATA + " keeps of every " + stretch
                                        + " steps the first and those at which a quantity is smallest or largest")
                .write();
    }

    /** A line that stands for a number. */
    static PgfPicture.PlotLine level(String legend) {
        return new PgfPicture.PlotLine(legend, PgfPicture.BLACK, LEVEL);
    }

    private static String in(Problem problem, Notation ofGradientDescent) {
        return problem.wording().of(ofGradientDescent).latex();
    }

    static PgfPicture overTime(String name, String quantity, String comment) {
        return new PgfPicture(name, comment)
                .axis("xlabel={step $t$}, ylabel={" + quantity + "}, enlarge x limits=false");
    }

    /** {@code eps delta}. */
    static Optional<Double> unit(Verification verification) {
        return verification
                .constants()
                .flatMap(constants -> product(constants.epsilon(), constants.delta()))
                .filter(Double::isFinite);
    }

    private static Optional<Double> product(Optional<Extremum> a, Optional<Extremum> b) {
        return a.flatMap(first -> b.map(second -> first.value() * second.value()));
    }
}
