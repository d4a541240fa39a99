package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.selfstab.certify.region.BoxDecision;
import org.selfstab.interval.Interval;
import org.selfstab.vocabulary.Verdict;

/** Decisions about claims over a box as a referee reads them. */
public final class BoxText {

    private BoxText() {}

    /**
     * The decisions, a claim each.
     *
     * @param title the problem's title
     * @param names the names of the box's sides
     * @param box the box
     */
    public static String write(String title, List<String> names, List<Interval> box, List<BoxDecision> decisions) {
        StringBuilder text = new StringBuilder();
        text.append(title).append(": ").append(VerdictLine.of(decisions)).append('\n');
        text.append("  for all  ").append(sides(names, box)).append("\n\n");
        for (BoxDecision decision : decisions) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-10s %-28s %s%n",
                    decision.status().word(),
                    decision.claim(),
                    explanation(names, decision)));
        }
        text.append("\n  evidence: interval arithmetic with outward rounding, by branch and bound\n");
        return text.toString();
    }

    private static String explanation(List<String> names, BoxDecision decision) {
        String value = decision.value().map(v -> ", where it lies in " + v).orElse("");
        String parts = decision.parts() + (decision.parts() == 1 ? " part" : " parts");
        String digits =
                decision.digits() == 0 ? "" : ", with " + decision.digits() + " digits where doubles do not tell";
        if (decision.status() == Verdict.Status.HOLDS) {
            return "proved on " + parts + digits;
        }
        return decision.witness()
                .map(point -> "refuted at " + point(names, point) + value + digits)
                .orElseGet(() -> decision.reason().orElseThrow() + "; left is "
                        + sides(names, decision.remaining().orElseThrow())
                        + decision.value()
                                .map(v -> ", where it lies in " + v)
                                .orElse(", where it was not shown to be defined"));
    }

    private static String point(List<String> names, List<Double> point) {
        List<String> sides = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            sides.add(names.get(i) + " = " + point.get(i));
        }
        return String.join(", ", sides);
    }

    private static String sides(List<String> names, List<Interval> box) {
        List<String> sides = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            sides.add(names.get(i) + " in " + box.get(i));
        }
        return String.join(", ", sides);
    }
}
