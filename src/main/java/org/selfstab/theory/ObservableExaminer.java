package org.selfstab.theory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.selfstab.expression.Expression;
import org.selfstab.symbolic.SignProof;
import org.selfstab.symbolic.ValueAtPoint;
import org.selfstab.vocabulary.Behaviour;
import org.selfstab.vocabulary.Verdict;

/** Decides what a step does to an observable: equations as those of identities, directions by the sign of the change. */
final class ObservableExaminer {

    /** Forms that are longer are not shown. */
    private static final int MOST_SHOWN = 200;

    CheckResult examine(ObservableCheck check) {
        List<CheckResult> parts = new ArrayList<>();
        check.equation()
                .ifPresent(equation -> parts.add(of(check, new IdentityExaminer(check.where()).examine(equation))));
        check.behaviour().ifPresent(behaviour -> parts.add(examine(check, behaviour)));
        return parts.stream()
                .max(Comparator.comparing(part -> part.verdict().status()))
                .orElseThrow();
    }

    private static CheckResult examine(ObservableCheck check, Behaviour behaviour) {
        return behaviour == Behaviour.CONSERVED
                ? of(check, new IdentityExaminer(check.where()).examine(check.conservation()))
                : direction(
                        check,
                        behaviour == Behaviour.DECREASES
                                ? check.changeInForm()
                                : check.changeInForm().negate(),
                        behaviour);
    }

    private static CheckResult of(ObservableCheck check, CheckResult equation) {
        return new CheckResult(check, equation.verdict(), equation.counterexample());
    }

    /** That a step never changes the observable the other way: {@code against} is nowhere positive. */
    private static CheckResult direction(ObservableCheck check, Expression against, Behaviour behaviour) {
        SignProof.Finding finding = new SignProof(check.positive(), check.where()).notPositive(against);
        String points = " at " + finding.points() + " random points";
        return switch (finding.status()) {
            case HOLDS ->
                result(
                        check,
                        finding.status(),
                        "proved; its change in a step is " + form(finding, behaviour),
                        Optional.empty());
            case FAILS -> refuted(check, finding, behaviour);
            case UNDECIDED, NOT_APPLICABLE ->
                result(
                        check,
                        Verdict.Status.UNDECIDED,
                        finding.points() == 0
                                ? IdentityExaminer.NOWHERE
                                : "not proved: no form shows the sign of its change, which is right" + points,
                        Optional.empty());
        };
    }

    private static String form(SignProof.Finding finding, Behaviour behaviour) {
        Expression form = finding.form().orElseThrow();
        String text = (behaviour == Behaviour.DECREASES ? form : form.negate()).toString();
        return text.length() <= MOST_SHOWN ? text : "of a form that shows its sign";
    }

    private static CheckResult refuted(ObservableCheck check, SignProof.Finding finding, Behaviour behaviour) {
        CheckResult.Counterexample counterexample = CheckResult.Counterexample.at(
                finding.witness(),
                check.next(),
                check.now(),
                ValueAtPoint.text(check.next().minus(check.now()), finding.witness()));
        return result(
                check,
                Verdict.Status.FAILS,
                "refuted: it " + (behaviour == Behaviour.DECREASES ? "rises" : "falls") + " from "
                        + counterexample.right() + " to " + counterexample.left(),
                Optional.of(counterexample));
    }

    private static CheckResult result(
            ObservableCheck check,
            Verdict.Status status,
            String reason,
            Optional<CheckResult.Counterexample> counterexample) {
        return new CheckResult(
                check,
                new Verdict(status, Verdict.Evidence.SYMBOLIC, Optional.empty(), Optional.empty(), reason),
                counterexample);
    }
}
