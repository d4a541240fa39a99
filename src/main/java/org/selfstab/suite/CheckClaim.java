package org.selfstab.suite;

import java.util.Optional;
import org.selfstab.theory.Check;
import org.selfstab.theory.CheckMutation;
import org.selfstab.theory.CheckResult;
import org.selfstab.theory.ExaminedTheory;
import org.selfstab.theory.Statement;
import org.selfstab.theory.StatementResult;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Mutation;
import org.selfstab.vocabulary.Verdict;

/** A check of a statement. */
final class CheckClaim implements StatedClaim {

    private final Statement statement;
    private final Check check;
    private final ExaminedTheory theory;

    CheckClaim(Statement statement, Check check, ExaminedTheory theory) {
        this.statement = statement;
        this.check = check;
        this.theory = theory;
    }

    @Override
    public String name() {
        return check.claim();
    }

    @Override
    public String words() {
        return check.claim();
    }

    @Override
    public Optional<String> formula() {
        return Optional.empty();
    }

    /** A check that holds decides nothing where its statement rests on one that does not hold. */
    @Override
    public Judgement judge() {
        Verdict verdict = theory.result(check).verdict();
        StatementResult whole = theory.result(statement.id());
        if (verdict.status() == Verdict.Status.HOLDS && whole.verdict().status() == Verdict.Status.NOT_APPLICABLE) {
            return judgement(Verdict.Status.UNDECIDED, verdict, whole.verdict().reason());
        }
        return judgement(verdict.status(), verdict, verdict.reason());
    }

    private static Judgement judgement(Verdict.Status status, Verdict verdict, String reason) {
        String found = verdict.bound().map(bound -> Digits.text(bound.value())).orElseGet(() -> verdict.status()
                .inWords());
        String asserted = verdict.bound()
                .map(bound -> (bound.sense() == Bound.Sense.AT_LEAST ? "at least " : "at most ")
                        + Digits.text(bound.threshold()))
                .orElse("holds");
        return new Judgement(status, found, asserted, reason);
    }

    @Override
    public Verdict.Evidence evidence() {
        return theory.result(check).verdict().evidence();
    }

    @Override
    public Mutation mutate() {
        CheckResult result = theory.result(check);
        Mutation mutation = CheckMutation.of(result);
        return new Mutation(
                mutation.mutants(),
                mutation.survivors().stream()
                        .map(survivor -> "this check is loose: it still passes as " + survivor)
                        .toList());
    }
}
