package org.selfstab.suite;

import java.util.List;
import java.util.stream.Stream;
import org.selfstab.claims.ObservedCourse;
import org.selfstab.claims.Reading;
import org.selfstab.theory.AcceptedRange;
import org.selfstab.vocabulary.Behaviour;
import org.selfstab.vocabulary.Digits;

/**
 * What an observable is asserted to do along the run.
 *
 * @param behaviour what it does
 * @param least of what is bounded, the lower bound; negative infinity for none
 * @param most of what is bounded, the upper bound, infinity for none; what it is eventually below
 */
public record ExpectedBehaviour(Behaviour behaviour, double least, double most) implements Expected {

    @Override
    public String text() {
        String bounds = Stream.of(
                        least > Double.NEGATIVE_INFINITY ? ">= " + Digits.text(least) : "",
                        most == Double.POSITIVE_INFINITY || behaviour == Behaviour.EVENTUALLY_BELOW
                                ? ""
                                : "<= " + Digits.text(most))
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + " and " + b)
                .orElse("");
        if (behaviour == Behaviour.EVENTUALLY_BELOW) {
            return behaviour.inWords() + " " + Digits.text(most);
        }
        return bounds.isEmpty() ? behaviour.inWords() : bounds;
    }

    @Override
    public Judgement against(Reading computed) {
        if (computed instanceof Reading.OfObservable observed) {
            ObservedCourse.Finding found = observed.course().finding(behaviour, least, most);
            return new Judgement(found.status(), found.status().inWords(), text(), found.reason());
        }
        return notComparable(computed);
    }

    /** What no observable does that does this. */
    @Override
    public List<Expected> mutants() {
        return switch (behaviour) {
            case DECREASES -> List.of(of(Behaviour.INCREASES), of(Behaviour.CONSERVED));
            case INCREASES -> List.of(of(Behaviour.DECREASES), of(Behaviour.CONSERVED));
            case CONSERVED -> List.of(of(Behaviour.DECREASES), of(Behaviour.INCREASES));
            case MONOTONE -> List.of(of(Behaviour.CONSERVED));
            case BOUNDED -> bounds();
            case EVENTUALLY_BELOW ->
                List.of(new ExpectedBehaviour(behaviour, least, most == 0 ? -1 : most > 0 ? most / 10 : 10 * most));
        };
    }

    private List<Expected> bounds() {
        if (least == Double.NEGATIVE_INFINITY && most == Double.POSITIVE_INFINITY) {
            return List.of(of(Behaviour.CONSERVED));
        }
        return ExpectedNumber.in(new AcceptedRange(least, most)).mutants().stream()
                .map(ExpectedNumber.class::cast)
                .<Expected>map(moved -> new ExpectedBehaviour(
                        behaviour, moved.range().least(), moved.range().most()))
                .toList();
    }

    private static Expected of(Behaviour behaviour) {
        return new ExpectedBehaviour(behaviour, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Override
    public String survival(Expected mutant) {
        return "this check cannot fail: it still passes as " + mutant.text();
    }
}
