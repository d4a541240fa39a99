package org.selfstab.theory;

import java.util.Optional;
import org.selfstab.claims.FamilyOrder;
import org.selfstab.claims.ObservedOrder;
import org.selfstab.claims.OrderFit;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict;

/**
 * Decides claims on the order of an error, by runs of the example's family in double precision, as theory.md section 8
 * says.
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
            FamilyOrder order = runs.family(check.problem(), check.options()).order(check.quantity());
            return verdict(check.quantity().word(), check.problem(), check.accepted(), order.observed());
        } catch (SelfstabException failure) {
            return undecided(failure.getMessage());
        }
    }

    /** Whether an observed order lies in a range; a family that does not apply decides no claim. */
    static Verdict verdict(String quantity, Problem problem, AcceptedRange accepted, ObservedOrder observed) {
        Verdict verdict = observed.between(accepted.least(), accepted.most());
        if (observed.fit().isEmpty()) {
            return undecided(verdict.reason());
        }
        OrderFit fit = observed.fit().get();
        String words = String.format(
                Digits.LOCALE,
                "order of %s over %d members of %s about %.6g, %s: %s",
                quantity,
                fit.members(),
                problem.name(),
                fit.slope(),
                accepted.text(),
                verdict.reason());
        return new Verdict(verdict.status(), verdict.evidence(), verdict.bound(), verdict.witness(), words);
    }

    static Verdict undecided(String reason) {
        return new Verdict(
                Verdict.Status.UNDECIDED, Verdict.Evidence.NUMERIC, Optional.empty(), Optional.empty(), reason);
    }
}
