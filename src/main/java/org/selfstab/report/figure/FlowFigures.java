package org.selfstab.report.figure;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.selfstab.claims.CentralFlowResult;
import org.selfstab.claims.CentralFlowRow;
import org.selfstab.document.chart.Axis;
import org.selfstab.document.chart.Cursor;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Range;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;
import org.selfstab.document.chart.ValuePanel;

/** The central flow beside the iterates averaged over a window. */
final class FlowFigures {

    private final CentralFlowResult flow;
    private final double period;
    private final Axis steps;

    /**
     * The figures.
     *
     * @param flow the flow beside the run
     * @param period of the oscillation in steps
     */
    FlowFigures(CentralFlowResult flow, double period) {
        this.flow = flow;
        this.period = period;
        int last = flow.rows().get(flow.rows().size() - 1).flow().t();
        this.steps = Axis.steps(0, last);
    }

    /** The variance along u. */
    Figure variance() {
        List<Series> series = List.of(
                new Series("δ² at θ†", Role.REFERENCE, course(row -> row.deltaSquared()
                        .orElse(Double.NaN))),
                new Series("flow's σ²", Role.FLOW, course(row -> row.flow().sigmaSquared())),
                new Series("mean of x² over " + flow.window() + " steps", Role.MEAN, course(row -> row.means()
                        .map(CentralFlowRow.Means::xSquared)
                        .orElse(Double.NaN))));
        return new Figure(
                "central-flow-variance",
                "Variance of the oscillation: central flow and iterates",
                "The central flow's σ² should be δ², and the mean of x² over a period of the oscillation close to both."
                        + means(),
                Figure.Shape.COURSE,
                steps,
                Axis.linear("variance along u", "unit of θ²", Range.aboutOrdinates(series)),
                series,
                List.of(),
                List.of(
                        new Cursor("σ²", Role.FLOW.ink(), ValuePanel.STEP, "sigma_squared"),
                        new Cursor("mean of x²", Role.MEAN.ink(), ValuePanel.STEP, "mean_x_squared")));
    }

    /** The loss, averaged. */
    Figure loss() {
        List<Series> series = List.of(
                new Series("flow's L", Role.SECOND_REFERENCE, course(row -> row.flow()
                        .loss())),
                new Series("flow's average L + σ²/η", Role.FLOW, course(row -> row.flow()
                        .averagedLoss())),
                new Series("mean of L(θ) over " + flow.window() + " steps", Role.MEAN, course(row -> row.means()
                        .map(CentralFlowRow.Means::loss)
                        .orElse(Double.NaN))));
        return new Figure(
                "central-flow-loss",
                "Averaged loss: central flow and iterates",
                "The flow's averaged loss (23) runs through the mean loss of the iterates; the flow's own loss lies below by σ²/η."
                        + means(),
                Figure.Shape.COURSE,
                steps,
                Axis.linear("loss L", "unit of L", Range.aboutOrdinates(series)),
                series,
                List.of(),
                List.of(
                        new Cursor("L + σ²/η", Role.FLOW.ink(), ValuePanel.STEP, "flow_averaged_loss"),
                        new Cursor("mean of L", Role.MEAN.ink(), ValuePanel.STEP, "mean_loss")));
    }

    private String means() {
        return Math.abs(flow.window() - period) <= 2
                ? ""
                : " The run is shorter than a period of " + Math.round(period) + " steps, so that this mean over "
                        + flow.window() + " steps is not an average over a period: a longer horizon gives one.";
    }

    /** The flow's numbers at steps, for a page. */
    List<ValuePanel.Column> columns(List<Integer> at) {
        return List.of(
                column("sigma_squared", "σ²", "variance of the central flow", at, row -> row.flow()
                        .sigmaSquared()),
                column("mean_x_squared", "mean x²", "mean over a window", at, row -> row.means()
                        .map(CentralFlowRow.Means::xSquared)
                        .orElse(Double.NaN)),
                column("flow_averaged_loss", "L + σ²/η", "averaged loss of the central flow", at, row -> row.flow()
                        .averagedLoss()),
                column("mean_loss", "mean L(θ)", "mean over a window", at, row -> row.means()
                        .map(CentralFlowRow.Means::loss)
                        .orElse(Double.NaN)));
    }

    private ValuePanel.Column column(
            String key, String symbol, String words, List<Integer> at, ToDoubleFunction<CentralFlowRow> value) {
        List<CentralFlowRow> rows = flow.rows();
        return new ValuePanel.Column(
                key,
                symbol,
                words,
                at.stream()
                        .map(step -> step < rows.size() ? value.applyAsDouble(rows.get(step)) : Double.NaN)
                        .toList());
    }

    private Points course(ToDoubleFunction<CentralFlowRow> value) {
        List<CentralFlowRow> rows = flow.rows();
        return Points.of(rows.size(), i -> rows.get(i).flow().t(), i -> value.applyAsDouble(rows.get(i)));
    }
}
