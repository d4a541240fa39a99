package org.selfstab.theory;

import java.util.Optional;
import org.selfstab.claims.OdeOrder;
import org.selfstab.claims.OdeResult;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/** Decides claims on the reduced equation and the central flow, by runs in double precision. */
final class OdeExaminer {

    private final Runs runs;

    OdeExaminer(Runs runs) {
        this.runs = runs;
    }

    CheckResult examine(OdeCheck check) {
        OdeResult run = runs.ode(check.problem(), check.options());
        Optional<Extremum> value = check.quantity().of(run);
        Optional<Integer> noiseFrom = run.verification()
                .constants()
                .flatMap(constants -> constants.accuracy().noiseFrom());
        if (noiseFrom.isPresent()) {
            return new CheckResult(
                    check,
                    OrderExaminer.undecided(
                            "rounding may have driven the iterates along u by more than eps delta from t = "
                                    + noiseFrom.get() + " on; ode --precision 50 tells"),
                    Optional.empty());
        }
        Verdict verdict = run.verification().isComplete() && value.isPresent()
                ? compared(
                        check.accepted(),
                        value.get().value(),
                        Optional.of(Witness.atStep(value.get().step())),
                        check.quantity().word() + " on " + check.problem().name())
                : OrderExaminer.undecided("the run gives no such number: "
                        + run.obstacle().orElse(run.verification().description()));
        return new CheckResult(check, verdict, Optional.empty());
    }

    CheckResult examine(OdeOrderCheck check) {
        return new CheckResult(check, verdict(check), Optional.empty());
    }

    private Verdict verdict(OdeOrderCheck check) {
        try {
            OdeOrder order = runs.odeFamily(check.problem(), check.options()).order(check.error());
            return OrderExaminer.verdict(check.error().word(), check.problem(), check.accepted(), order.observed());
        } catch (SelfstabException failure) {
            return OrderExaminer.undecided(failure.getMessage());
        }
    }

    private static Verdict compared(AcceptedRange accepted, double value, Optional<Witness> witness, String quantity) {
        Bound bound = accepted.boundOf(value);
        return new Verdict(
                bound.isMet() ? Verdict.Status.HOLDS : Verdict.Status.FAILS,
                Verdict.Evidence.NUMERIC,
                Optional.of(bound),
                witness,
                BoundText.of(quantity, bound));
    }
}
