package org.selfstab.theory;

import java.util.Optional;
import org.selfstab.claims.RoundedNumber;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verification;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/** Decides claims on a number of a run, by the run in double precision. */
final class RunExaminer {

    private final Runs runs;

    RunExaminer(Runs runs) {
        this.runs = runs;
    }

    CheckResult examine(NumericCheck check) {
        Verification run = runs.single(check.problem(), check.options());
        Optional<Extremum> value = run.constants().flatMap(check.quantity()::of);
        Verdict verdict = run.isComplete() && value.isPresent()
                ? compared(check, value.get(), run.constants().orElseThrow())
                : undecided("the run gives no such number: " + run.description());
        return new CheckResult(check, verdict, Optional.empty());
    }

    private static Verdict compared(NumericCheck check, Extremum extreme, RunConstants constants) {
        Bound bound = check.accepted().boundOf(extreme.value());
        RoundedNumber rounded = check.quantity().rounded(constants);
        Verdict.Status status = check.accepted().accepts(rounded);
        return new Verdict(
                status,
                Verdict.Evidence.NUMERIC,
                Optional.of(bound),
                Optional.of(Witness.atStep(extreme.step())),
                BoundText.of(check.quantity().word(), bound) + " on "
                        + check.problem().name() + (status == Verdict.Status.UNDECIDED ? "; " + rounded.doubt() : ""));
    }

    private static Verdict undecided(String reason) {
        return new Verdict(
                Verdict.Status.UNDECIDED, Verdict.Evidence.NUMERIC, Optional.empty(), Optional.empty(), reason);
    }
}
