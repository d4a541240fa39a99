package org.selfstab.theory;

import java.util.Optional;
import org.selfstab.claims.Verdict;

/** Decides claims on the order of an error, by runs of the example's family. */
final class OrderExaminer {

    CheckResult examine(OrderCheck check) {
        Verdict verdict = new Verdict(
                Verdict.Status.UNDECIDED,
                Verdict.Evidence.NUMERIC,
                Optional.empty(),
                Optional.empty(),
                "orders are not yet fitted");
        return new CheckResult(check, verdict, Optional.empty());
    }
}
