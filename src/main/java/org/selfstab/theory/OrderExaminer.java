package org.selfstab.theory;

import java.util.Locale;
import java.util.Optional;
import org.selfstab.claims.Bound;
import org.selfstab.claims.FamilyOrder;
import org.selfstab.claims.MemberException;
import org.selfstab.claims.OrderFit;
import org.selfstab.claims.Verdict;

/**
 * Decides claims on the order of an error, by runs of the example's family in double precision. Where the family itself cannot
 * tell whether the order is 1, neither can a claim be decided.
 */
final class OrderExaminer {

    private final Runs runs;

    OrderExaminer(Runs runs) {
        this.runs = runs;
    }

    CheckResult examine(OrderCheck check) {
        return new CheckResult(check, verdict(check), Optional.empty());
    }

    private Verdict verdict(OrderCheck check) {
        try {
            FamilyOrder order = runs.family(check.problem(), check.options())
                    .order(check.quantity().order());
            boolean decided = order.verdict().status() == Verdict.Status.HOLDS
                    || order.verdict().status() == Verdict.Status.FAILS;
            return decided && order.fit().isPresent()
                    ? compared(check, order, order.fit().get())
                    : undecided(order.verdict().reason());
        } catch (MemberException failure) {
            return undecided(failure.getMessage());
        }
    }

    private static Verdict compared(OrderCheck check, FamilyOrder order, OrderFit fit) {
        Bound bound = check.accepted().boundOf(fit.slope());
        String quantity = String.format(
                Locale.ROOT,
                "order of %s over %d members of %s",
                check.quantity().word(),
                fit.members(),
                check.problem().name());
        return new Verdict(
                bound.isMet() ? Verdict.Status.HOLDS : Verdict.Status.FAILS,
                Verdict.Evidence.NUMERIC,
                Optional.of(bound),
                order.verdict().witness(),
                BoundText.of(quantity, bound));
    }

    private static Verdict undecided(String reason) {
        return new Verdict(
                Verdict.Status.UNDECIDED, Verdict.Evidence.NUMERIC, Optional.empty(), Optional.empty(), reason);
    }
}
