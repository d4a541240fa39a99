package org.selfstab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.selfstab.claims.Conclusion;
import org.selfstab.claims.Measured;
import org.selfstab.claims.PeriodAverages;
import org.selfstab.claims.order.ErrorOfMember;
import org.selfstab.claims.order.FamilyBoundResult;
import org.selfstab.claims.order.FamilyConclusion;
import org.selfstab.claims.order.FamilyResult;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Verdict;

/** A family as a researcher reads it at a glance: its members, then the orders of the errors. */
final class FamilyText {

    private static final String MEMBER = "  %-14s %9s %11s %11s %11s %10s %10s %10s %10s %10s %10s %10s %8s   %s";
    private static final String VERDICTS = "  %-14s %-15s %-15s %-15s %-15s %-20s %s";
    private static final String CONCLUSION = "  %-19s %-14s  %-38s %12s  %-10s  %8s   %s";
    private static final String BOUND = "  %-30s %-14s %12s  %-19s   %s";
    private static final String ORDER = "  %-19s %-18s %7s %9s %7s %7s %7s   %-14s %s";

    private final FamilyResult result;
    private final FamilyTable table;
    private final StringBuilder text = new StringBuilder();

    FamilyText(FamilyResult result) {
        this.result = result;
        this.table = FamilyTable.of(result);
    }

    String write() {
        line("%s: %s", result.problem().title(), VerdictLine.of(result));
        line("  %-8s %s", "loss", result.problem().loss());
        line(
                "  %-8s %s = %s",
                "family",
                result.family().parameter(),
                table.members().stream().map(FamilyTable.Member::value).collect(Collectors.joining(", ")));
        line(
                "  %-8s %s, %s projection, %s frame",
                "runs",
                result.arithmetic(),
                result.options().projection().optionName(),
                result.options().frame().optionName());
        result.problem()
                .run()
                .kick()
                .ifPresent(kick -> line("  %-8s x_0 = %s delta along u at dagger_0", "kick", kick));
        line("");
        members();
        line("");
        verdicts();
        line("");
        conclusions();
        line("");
        orders();
        line("");
        notes();
        return text.toString();
    }

    private void members() {
        line(
                MEMBER,
                result.family().parameter(),
                "steps",
                "eps",
                "delta",
                "max|v-v*|",
                "C_1",
                "C_L",
                "C_S",
                "C_x",
                "C_loss",
                "C_P",
                "C_D",
                "periods",
                "conclusions");
        table.members().forEach(this::member);
        table.members().stream().filter(member -> !member.complete()).forEach(member -> remark(member, member.end()));
        table.members().forEach(member -> member.note().ifPresent(note -> remark(member, note)));
    }

    private void remark(FamilyTable.Member member, String remark) {
        line("  %s = %s: %s", result.family().parameter(), member.value(), remark);
    }

    private void member(FamilyTable.Member member) {
        List<String> constants = member.errors().stream()
                .map(error -> error.map(e -> FamilyTable.digits(e.constant())).orElse("-"))
                .toList();
        Optional<ErrorOfMember> deviation = member.errors().get(0);
        line(
                MEMBER,
                member.value(),
                orDash(member.steps()),
                FamilyTable.digits(member.epsilon()),
                FamilyTable.digits(member.delta()),
                deviation.map(e -> FamilyTable.digits(e.error())).orElse("-"),
                constants.get(0),
                constants.get(1),
                constants.get(2),
                constants.get(3),
                constants.get(4),
                constants.get(5),
                constants.get(6),
                orDash(member.averages()
                        .map(PeriodAverages::periods)
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty())),
                member.verdict());
    }

    private void verdicts() {
        List<String> header = new ArrayList<>(List.of(result.family().parameter()));
        Arrays.stream(Conclusion.values())
                .map(conclusion -> conclusion.title() + " (" + conclusion.formula() + ")")
                .forEach(header::add);
        line(VERDICTS, header.toArray());
        for (FamilyTable.Member member : table.members()) {
            List<String> row = new ArrayList<>(List.of(member.value()));
            row.addAll(member.verdicts());
            line(VERDICTS, row.toArray());
        }
    }

    private void conclusions() {
        line(CONCLUSION, "on every member", "verdict", "largest", "value", "threshold", "worst t", "member");
        result.conclusions().forEach(this::conclusion);
        if (!result.bounds().isEmpty()) {
            line("");
            line(BOUND, "stated in [expect]", "verdict", "largest", "bound", "member");
            result.bounds().forEach(this::bound);
        }
    }

    private void bound(FamilyBoundResult bound) {
        line(
                BOUND,
                bound.bound().name(),
                bound.verdict().status().word(),
                bound.largest().value().map(FamilyTable::digits).orElse("-"),
                (bound.bound().sense() == Bound.Sense.AT_MOST ? "<= " : ">= ")
                        + bound.bound().value(),
                result.family().parameter() + " = " + bound.largest().member().value());
        if (bound.verdict().status() == Verdict.Status.UNDECIDED) {
            line("      %s", bound.verdict().reason());
        }
    }

    private void conclusion(FamilyConclusion conclusion) {
        Measured weakest = conclusion.weakest();
        Verdict verdict = weakest.verdict();
        line(
                CONCLUSION,
                conclusion.conclusion().title() + " (" + conclusion.conclusion().formula() + ")",
                verdict.status().word(),
                weakest.quantity().ascii(),
                verdict.bound().map(b -> FamilyTable.digits(b.value())).orElse("-"),
                verdict.bound().map(b -> ConstantsTable.brief(b.threshold())).orElse("-"),
                verdict.witness().map(w -> Integer.toString(w.step())).orElse("-"),
                result.family().parameter() + " = " + conclusion.member().value());
    }

    private static String orDash(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "-";
    }

    private void orders() {
        line(
                ORDER,
                "order of the error",
                "in units of",
                "slope",
                "std error",
                "margin",
                "finest",
                "in eps",
                "at least 1",
                "");
        table.orders()
                .forEach(order -> line(
                        ORDER,
                        order.title().ascii(),
                        order.unit().ascii(),
                        FamilyTable.decimals(order.slope()),
                        FamilyTable.decimals(order.standardError()),
                        FamilyTable.decimals(order.margin()),
                        FamilyTable.decimals(order.finest()),
                        FamilyTable.decimals(order.slopeInEpsilon()),
                        order.verdict(),
                        order.reason()));
    }

    private void notes() {
        line(
                "  C_x, C_loss: |mean / asserted - 1| / eps of (27), over whole periods of runs three times as long, whose ends are");
        line(
                "  interpolated between steps. margin: Student's quantile (95%%, one-sided) times the standard error; the points bend rather");
        line(
                "  than scatter. finest: the slope between the two finest members. in eps: the slope of the relative error in eps.");
        line(
                "  evidence: numeric runs in %s; a slope over %d members is not a proof of O(.)",
                result.arithmetic(), table.members().size());
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments).stripTrailing())
                .append('\n');
    }
}
