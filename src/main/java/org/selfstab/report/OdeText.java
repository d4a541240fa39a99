package org.selfstab.report;

import java.util.Locale;
import java.util.Optional;
import org.selfstab.claims.reduced.OdeComparison;
import org.selfstab.claims.reduced.OdeResult;
import org.selfstab.numeric.Extremum;

/** A comparison with the reduced equation as a researcher reads it at a glance. */
final class OdeText {

    private final OdeResult result;
    private final StringBuilder text = new StringBuilder();

    OdeText(OdeResult result) {
        this.result = result;
    }

    String write() {
        line("%s: %s", result.problem().title(), VerdictLine.of(result));
        result.problem().kick().ifPresent(kick -> line("  kick     x_0 = %s delta along u at dagger_0", kick));
        line("  end      %s", result.verification().description());
        result.verification().cutHorizon().ifPresent(note -> line("  note     %s", note));
        result.verification()
                .edgeStep()
                .filter(step -> step > 0)
                .ifPresent(step -> line("  edge     t = 0 is step %d of gradient descent", step));
        result.obstacle().ifPresent(reason -> line("  no comparison with the reduced equation: %s", reason));
        result.comparison().ifPresent(this::comparison);
        result.centralFlow().ifPresent(flow -> text.append(new CentralFlowText(flow).write()));
        line("  evidence: numeric run in %s, not a proof", result.verification().arithmetic());
        return text.toString();
    }

    private void comparison(OdeComparison comparison) {
        line("  start    E = %s, eps = %s", number(comparison.energy()), number(comparison.epsilon()));
        deviations(comparison);
        quantities(comparison);
        periods(comparison);
        stages(comparison);
    }

    private void deviations(OdeComparison comparison) {
        OdeComparison.Deviations all = comparison.deviations();
        line("");
        line("  %-46s %12s  %12s  %8s", "largest distance in (X, Y)", "distance", "/eps", "worst t");
        deviation("equation along the run from exact iterates", all.drivenFromIterates(), comparison.epsilon());
        deviation("equation along the run from predicted map", all.drivenFromMap(), comparison.epsilon());
        deviation("equation frozen at t = 0 from exact iterates", all.frozenFromIterates(), comparison.epsilon());
    }

    private void deviation(String name, Extremum distance, double epsilon) {
        line(
                "  %-46s %12s  %12s  %8d",
                name, number(distance.value()), number(distance.value() / epsilon), distance.step());
    }

    private void quantities(OdeComparison comparison) {
        line("");
        line("  %-46s %12s  %12s", "quantity", "predicted", "observed");
        for (OdeComparison.Quantity quantity : comparison.quantities()) {
            line(
                    "  %-46s %12s  %12s",
                    quantity.name().ascii(), number(quantity.predicted()), number(quantity.observed()));
        }
    }

    private void periods(OdeComparison comparison) {
        line("");
        if (comparison.periods().isEmpty()) {
            line(
                    "  no whole period in this run: a longer --horizon shows phase errors and what is observed over a period");
            return;
        }
        line("  %-46s %12s  %12s  %12s", "after k periods, steps", "equation", "iterates", "phase error");
        for (OdeComparison.PhaseError error : comparison.periods()) {
            line(
                    "  %-46d %12s  %12s  %12s",
                    error.periods(), number(error.predicted()), number(error.observed()), number(error.cycles()));
        }
    }

    private void stages(OdeComparison comparison) {
        line("");
        line("  %-46s %12s  %12s  %12s  %11s", "stage (21)", "first step", "last step", "equation", "backward");
        for (OdeComparison.StageSpan span : comparison.stages()) {
            line(
                    "  %-46s %12d  %12d  %12s  %11d",
                    span.stage().title(),
                    span.first(),
                    span.last(),
                    number(span.predictedStart()),
                    span.backwardSteps());
        }
        line("  backward: steps back in the stage before, by the ripple of |x|");
        line("");
    }

    private static String number(double value) {
        return ConstantsTable.digits(value);
    }

    private static String number(Optional<Double> value) {
        return value.map(ConstantsTable::digits).orElse("-");
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
