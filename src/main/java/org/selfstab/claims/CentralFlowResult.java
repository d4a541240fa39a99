package org.selfstab.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.selfstab.numeric.ArgMax;
import org.selfstab.run.CentralFlowRun;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;

/**
 * The central flow, theory.md (22)-(23), beside a run; evidence: a numeric run in double precision.
 *
 * @param run the flow from {@code dagger_0}
 * @param window the number of steps that the iterates are averaged over, about one period of the oscillation
 * @param rows every step that the flow came to
 */
public record CentralFlowResult(CentralFlowRun run, int window, List<CentralFlowRow> rows) {

    /** The key of {@code sigma^2/delta^2}. */
    public static final String VARIANCE = "sigma2_over_delta2";

    public CentralFlowResult {
        rows = List.copyOf(rows);
    }

    /**
     * A ratio that is 1 by the theory, over the steps with a whole window on which {@code sigma^2} is positive.
     *
     * @param name what it is
     * @param key its name in JSON
     * @param mean its mean
     * @param error the largest distance from 1 and its step
     */
    public record Ratio(Notation name, String key, double mean, Extremum error) {}

    /** The largest distance from {@code dagger_t}; empty if the flow has no step. */
    public Optional<Extremum> fromConstrained() {
        return largest(CentralFlowRow::fromConstrained, rows);
    }

    /** The largest distance from the mean iterate; empty if the run holds no whole window. */
    public Optional<Extremum> fromMeanIterate() {
        return largest(
                row -> row.means().orElseThrow().distance(),
                rows.stream().filter(row -> row.means().isPresent()).toList());
    }

    /** {@code sigma^2/delta^2}, mean x^2 and the mean loss elevation beside {@code sigma^2}; those that the run can tell. */
    public List<Ratio> ratios() {
        List<Ratio> ratios = new ArrayList<>();
        ratio(
                        Quantities.RELATIVE_VARIANCE,
                        "sigma2_over_delta2",
                        row -> row.deltaSquared().isPresent()
                                ? Optional.of(row.flow().sigmaSquared()
                                        / row.deltaSquared().getAsDouble())
                                : Optional.empty())
                .ifPresent(ratios::add);
        ratio(
                        new Notation(
                                "windowed mean x^2/sigma^2", "windowed mean x²/σ²", "windowed mean $x^2$/$\\sigma^2$"),
                        "mean_x2_over_sigma2",
                        row -> row.means()
                                .map(means -> means.xSquared() / row.flow().sigmaSquared()))
                .ifPresent(ratios::add);
        ratio(
                        new Notation(
                                "windowed mean loss elevation/(sigma^2/eta) (23)",
                                "windowed mean loss elevation/(σ²/η) (23)",
                                "windowed mean loss elevation/($\\sigma^2$/$\\eta$) (23)"),
                        "mean_loss_over_sigma2_eta",
                        row -> row.means()
                                .map(means -> (means.loss() - row.flow().loss())
                                        / (row.flow().averagedLoss()
                                                - row.flow().loss())))
                .ifPresent(ratios::add);
        return ratios;
    }

    private Optional<Ratio> ratio(Notation name, String key, Function<CentralFlowRow, Optional<Double>> of) {
        double sum = 0;
        int count = 0;
        ArgMax error = ArgMax.largest();
        for (CentralFlowRow row : rows) {
            if (row.means().isPresent() && row.flow().sigmaSquared() > 0) {
                Optional<Double> value = of.apply(row);
                if (value.isPresent()) {
                    sum += value.get();
                    count++;
                    error.include(Math.abs(value.get() - 1.0), row.flow().t());
                }
            }
        }
        double mean = sum / count;
        return error.get().map(extreme -> new Ratio(name, key, mean, extreme));
    }

    private static Optional<Extremum> largest(ToDoubleFunction<CentralFlowRow> quantity, List<CentralFlowRow> rows) {
        ArgMax largest = ArgMax.largest();
        rows.forEach(
                row -> largest.include(quantity.applyAsDouble(row), row.flow().t()));
        return largest.get();
    }
}
