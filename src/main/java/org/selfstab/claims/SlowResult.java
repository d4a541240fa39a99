package org.selfstab.claims;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Verdict;

/**
 * A problem, or the members of a family, over {@code 1/eps^2} steps beside the reduced equations of first and of second order.
 *
 * @param problem the problem
 * @param family the parameter swept; empty for the problem alone
 * @param members in the order of the family's values
 */
public record SlowResult(Problem problem, Optional<Family> family, List<SlowMember> members) {

    /** Of a distance in X and Y: what comes from integration and from interpolating the trajectory. */
    private static final double ROUNDING = 1e-7;

    public SlowResult {
        members = List.copyOf(members);
    }

    /** The order in eps of the error of the equation of first order, which has none over so many steps. */
    public ObservedOrder ofFirst() {
        return order(SlowMember.Errors::first);
    }

    /** The order in eps of the error of the equation of second order, which is at least 1. */
    public ObservedOrder ofSecond() {
        return order(SlowMember.Errors::second);
    }

    private ObservedOrder order(Function<SlowMember.Errors, Extremum> error) {
        List<ErrorOfMember> points = members.stream()
                .filter(member -> member.isComplete() && member.value().isPresent())
                .map(member -> {
                    Extremum distance = error.apply(member.errors().orElseThrow());
                    return new ErrorOfMember(
                            member.value().orElseThrow(),
                            member.epsilon(),
                            member.epsilon(),
                            distance.value(),
                            distance.step(),
                            ROUNDING);
                })
                .toList();
        return new ObservedOrder("eps", points, members.size(), false);
    }

    /** Of a family whether the error of second order is O(eps); of a problem alone whether it was followed to the end. */
    public Verdict.Status status() {
        if (family.isPresent()) {
            return ofSecond().verdict().status();
        }
        return members.get(0).isComplete() ? Verdict.Status.HOLDS : Verdict.Status.UNDECIDED;
    }
}
