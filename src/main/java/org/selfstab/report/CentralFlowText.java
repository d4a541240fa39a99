package org.selfstab.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.selfstab.claims.reduced.CentralFlowResult;
import org.selfstab.claims.reduced.CentralFlowRow;
import org.selfstab.dynamics.reduced.CentralFlowEvent;
import org.selfstab.numeric.Extremum;

/** The central flow beside a run as lines of text. */
final class CentralFlowText {

    private static final String TABLE = "  %-46s %12s  %12s  %8s";

    private final CentralFlowResult result;
    private final StringBuilder text = new StringBuilder();

    CentralFlowText(CentralFlowResult result) {
        this.result = result;
    }

    String write() {
        line("  central flow (22) from dagger_0, in double precision");
        line("  flow     %s", result.run().end().description());
        events();
        if (!result.rows().isEmpty()) {
            line("");
            distances();
            ratios();
        }
        line("");
        return text.toString();
    }

    private void events() {
        List<CentralFlowEvent> events = result.run().events();
        for (CentralFlowEvent event : events) {
            String what = event.kind() == CentralFlowEvent.Kind.ENTERED_EDGE ? "enters" : "leaves";
            line("  event    %s the edge S = 2/eta at t = %s", what, ConstantsTable.digits(event.time()));
        }
        if (events.isEmpty() && !result.rows().isEmpty()) {
            boolean atEdge = result.rows().get(0).flow().sigmaSquared() > 0;
            line("  event    none: %s the edge throughout", atEdge ? "at" : "below");
        }
    }

    private void distances() {
        line(TABLE, "largest distance of the flow", "distance", "", "worst t");
        line(
                TABLE,
                "S from 2/eta, built up within a step",
                ConstantsTable.digits(result.run().largestDrift()),
                "",
                "");
        distance("from the constrained trajectory", result.fromConstrained());
        distance("from the mean iterate, window of " + result.window() + " steps", result.fromMeanIterate());
    }

    private void distance(String name, Optional<Extremum> extreme) {
        line(
                TABLE,
                name,
                extreme.map(e -> ConstantsTable.digits(e.value())).orElse("-"),
                "",
                extreme.map(e -> Integer.toString(e.step())).orElse("-"));
    }

    private void ratios() {
        line("");
        List<CentralFlowResult.Ratio> ratios = result.ratios();
        if (ratios.isEmpty()) {
            line(
                    "  no window of %d steps within the run: a longer --horizon shows sigma^2 beside the mean of x^2",
                    result.window());
            return;
        }
        line(TABLE, "ratio, 1 by the theory", "mean", "largest error", "worst t");
        for (CentralFlowResult.Ratio ratio : ratios) {
            line(
                    TABLE,
                    ratio.name().ascii(),
                    ConstantsTable.digits(ratio.mean()),
                    ConstantsTable.digits(ratio.error().value()),
                    ratio.error().step());
        }
        CentralFlowRow first = result.rows().get(0);
        if (first.deltaSquared().isPresent()) {
            line(
                    TABLE,
                    "sigma^2/delta^2 at t = 0, before the flow relaxes",
                    ConstantsTable.digits(
                            first.flow().sigmaSquared() / first.deltaSquared().getAsDouble()),
                    "",
                    "");
        }
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments).stripTrailing())
                .append('\n');
    }
}
